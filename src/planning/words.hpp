// Visitors of variants, and the names that sentences share.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "date/names.hpp"
#include "probity/planning/validity.hpp"

namespace probity::detail {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

/// The days of a validity as to_string() has them, in all languages.
[[nodiscard]] Text in_words(const Validity& validity);

/// Validity::fault() in all languages; empty if it has none.
[[nodiscard]] Text fault_in_words(const Validity& validity);

/// A VersionFault in all languages.
struct VersionFaultInWords {
    std::size_t version;
    const char* key;
    Text text;
};
/// The faults of versions by their days. `name` is what one is called, as in version_name.
[[nodiscard]] std::vector<VersionFaultInWords> version_faults_in_words(
    const std::vector<Validity>& versions, const std::string& name);

}  // namespace probity::detail
