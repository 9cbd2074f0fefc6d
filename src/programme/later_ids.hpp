// Tells which of the records that calendar files show had an id first.
//
// Ids are unique among their kind, and the UIDs of calendar files name no kind. So the record that had an
// id first keeps it there, whatever is added after it; that of another kind has its kind in front
// (Plan::uid_name).
#pragma once

#include <set>
#include <string>
#include <utility>

#include "probity/planning/agenda.hpp"
#include "probity/programme/programme.hpp"

namespace probity::detail {

/// The records whose id one of another kind had when they were added, as Plan::later has them. The
/// founding document comes before all events, which count in the order in which they were recorded; in
/// the document observances come before activities, councils and occasions. The fate of the other
/// record changes nothing.
[[nodiscard]] std::set<std::pair<EntryKind, std::string>> later_ids(const Programme& programme);

}  // namespace probity::detail
