// Finding a record by its id.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "date/text.hpp"
#include "probity/date/error.hpp"

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
    throw ProbityError("there is no " + std::string(what) + " '" + printable(id) +
                       "'; the programme has " + (known.empty() ? "none" : known));
}

}  // namespace probity::detail
