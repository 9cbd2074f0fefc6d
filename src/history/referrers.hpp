// Which records refer to one that is to end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probity/records/parts.hpp"
#include "records/description.hpp"

namespace probity::detail {

/// A record to which others may refer, asked about on a day.
struct Referred {
    Target target;
    const std::string& id;
    Date on;
    /// Whether those that are over count too: what is taken out leaves nothing that refers to it.
    bool by_all;
};

/// The records that refer to one, in words: "the activity 'campaigns'". Those in force on the day
/// count: tasks that are open, and what has not ended by then.
[[nodiscard]] std::vector<std::string> referrers(const ProgrammeParts& parts,
                                                 const Referred& referred);

/// The date that a record has in a field; null if it has none.
[[nodiscard]] const Date* date_in(const RecordDescription& of, const void* record,
                                  std::string_view key);

}  // namespace probity::detail
