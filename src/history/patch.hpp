// A correction is a patch: what it does not name stays as the event that it corrects said it.
//
//     task.proposed T-40: title "Open data", weight 3, indicators 2026-1-1
//     corrected by        title "Open data of contracts"
//     is                  title "Open data of contracts", weight 3, indicators 2026-1-1
//
// The event that is kept is whole again, so that nothing else knows of patches.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probity/history/event.hpp"

namespace probity::detail {

/// The names of the fields that a correction says; without them those that differ from a fresh
/// record.
using NamedFields = std::optional<std::vector<std::string>>;

/// The body of a correction: `said`, with all that it does not name as the corrected event of the
/// same kind has it. Fields have the names of the document (records/description.hpp); those of a
/// record within the body have their own ("title" of the unit that is added), and a record that is
/// named counts whole.
[[nodiscard]] EventBody patched(const EventBody& said, const EventBody& corrected,
                                const NamedFields& named);

}  // namespace probity::detail
