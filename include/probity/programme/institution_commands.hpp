// The verbs of an institution: its units and bands, the owners of its risk areas, and the counts that
// it announces. Units, seats, bandings and risk areas are added, changed and ended by add, change and
// end of commands.hpp.
//
//     Programme yongsan = examples::yongsan();
//     const Act act{.on = make_date(2026, 3, 2), .by = "audit-office", .reason = "reorganised"};
//     yongsan = yongsan.apply(add(yongsan, Unit{.id = "tax-2", .title = {"세무2과", "Taxation 2"}}, act));
//     yongsan = yongsan.apply(rename_unit(yongsan, "tax-2", {"재산세과", "Property Tax"}, act));
//     yongsan.institution().units.back().title.english;      // "Property Tax"
//
// A unit is closed on a later day, and names the one that takes over what it owns:
//
//     const Act later{.on = make_date(2026, 7, 1), .by = "audit-office", .reason = "merged"};
//     yongsan = yongsan.apply(close_unit(yongsan, "tax-2", "taxation-division-1", later));
//     to_string(*yongsan.institution().units.back().end);    // "2026-07-01"
#pragma once

#include <string>
#include <vector>

#include "probity/programme/command.hpp"

namespace probity {

// Each throws as Programme::apply does.

/// A unit is added, to a band if units are in bands. It begins on the day of the act unless it says
/// another.
[[nodiscard]] Event add(const Programme& programme, const Unit& unit, const std::string& band,
                        const Act& act);
/// A unit has another name from now on.
[[nodiscard]] Event rename_unit(const Programme& programme, const std::string& unit,
                                const Text& title, const Act& act);
/// A unit moves to another band.
[[nodiscard]] Event move_unit(const Programme& programme, const std::string& unit,
                              const std::string& band, const Act& act);
/// A unit ceases to be. Needs a reason. Its open tasks, risk areas, seats and officials go to the unit
/// `to`; if that is empty and it still has any of these, it is not closed, and the refusal names them.
[[nodiscard]] Event close_unit(const Programme& programme, const std::string& unit,
                               const std::string& to, const Act& act);
/// All bands, anew: a partition of the units, each unit in one, and none empty.
[[nodiscard]] Event part_bands(const Programme& programme, const std::vector<Band>& bands,
                               const Act& act);
/// The units that own a risk area from now on.
[[nodiscard]] Event assign_area(const Programme& programme, const std::string& area,
                                const std::vector<std::string>& owners, const Act& act);
/// A count is announced: of "bands", of "tasks".
[[nodiscard]] Event declare(const Programme& programme, const DeclaredCount& count, const Act& act);

}  // namespace probity
