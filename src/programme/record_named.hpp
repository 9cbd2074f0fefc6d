// Finding a record by its id.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "date/text.hpp"
#include "probity/date/error.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

/// The record of an id. Throws ProbityError, naming the ids that there are, for one that there is not.
template <class Records>
[[nodiscard]] const auto& record_named(const Records& records, std::string_view id,
                                       const char* what) {
    const auto found = std::find_if(records.begin(), records.end(),
                                    [&](const auto& record) { return record.id == id; });
    if (found != records.end()) return *found;
    std::string known;
    for (const auto& record : records) known += (known.empty() ? "" : ", ") + record.id;
    const Text none = sentence("none");
    throw ProbityError(
        sentence("no_record", {{"what", record_in_refusals(what)},
                               {"id", printable(id)},
                               {"known", known.empty() ? none : Text::in_any_language(known)}}));
}

}  // namespace probity::detail
