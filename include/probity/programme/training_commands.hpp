// The verbs of education and assessment. Officials, duties, indicators and goals are added, changed and
// ended by add, change and end of commands.hpp.
//
//     Programme mapo = new_programme("mapo", {"마포구", "Mapo-gu"},
//                                    {.on = make_date(2026, 1, 5), .by = "audit-office"});
//     const Act act{.on = make_date(2026, 3, 18), .by = "audit-office"};
//     mapo = mapo.apply(add(mapo, Duty{.id = "education", .title = {"청렴교육", "Education"}}, act));
//     mapo = mapo.apply(add(mapo, Official{.id = "0412"}, act));
//     mapo = mapo.apply(attend(mapo, "0412", {.duty = "education", .minutes = 120}, act));
//     to_string(mapo.parts().attendances.front().date);      // "2026-03-18", the day of the act
#pragma once

#include <optional>
#include <string>

#include "probity/programme/command.hpp"

namespace probity {

/// A session of education, as one official attended it.
struct SessionAttended {
    /// The id of a Duty.
    std::string duty = {};
    /// The day of the act if none is given.
    std::optional<Date> date = std::nullopt;
    int minutes = 60;
    bool face_to_face = false;
    /// The id of an Activity; empty if it was none of the programme.
    std::string activity = {};
};

// Each throws as Programme::apply does.

/// An official is newly appointed or promoted on the day of the act.
[[nodiscard]] Event appoint_official(const Programme& programme, const std::string& official,
                                     const Act& act);
/// An official was at a session of education. A correction that gives no date keeps the one that was
/// said.
[[nodiscard]] Event attend(const Programme& programme, const std::string& official,
                           const SessionAttended& session, const Act& act);
/// The result of a year is entered as it was published.
[[nodiscard]] Event enter_assessment(const Programme& programme, const Assessment& assessment,
                                     const Act& act);

}  // namespace probity
