// What is done to a programme, by the verbs of the domain. Each gives the checked event of one step
// (command.hpp), and throws as Programme::apply does.
//
//     const Programme songpa = examples::songpa();
//     const Programme yongsan = examples::yongsan();
//     const Act by_office{.on = make_date(2025, 10, 1), .by = "audit-office"};
//     const Act by_team{.on = make_date(2023, 4, 3), .by = "integrity-team"};
//     const Programme adopted = songpa.apply(adopt(songpa, "T-07", by_team));
//     const Programme started = adopted.apply(start(adopted, "T-07", by_team));
//     const Event planned = plan_meeting(yongsan, "integrity-council",
//                                        {.date = make_date(2025, 11, 12)}, by_office);
//     planned.subject;                       // "integrity-council/2025-3": it has the next number
//
// A record of any kind is added, fields of it are changed, and it ends:
//
//     const Act act{.on = make_date(2026, 3, 2), .by = "integrity-team", .reason = "reorganised"};
//     Programme mapo = new_programme("mapo", {"마포구", "Mapo-gu"}, act);
//     mapo = mapo.apply(add(mapo, Source{.id = "notice", .title = {"공고", "Notice"}}, act));
//     mapo = mapo.apply(change(mapo, "notice", Source{.title = {"공고문", "Public notice"}},
//                              {"title"}, act));
//     mapo = mapo.apply(end<Source>(mapo, "notice", act));
//
// A field that has a verb of its own is refused, and the refusal names the event: the owner of a task
// is changed by task.assigned. A record does not end while one in force refers to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/history/record_patch.hpp"
#include "probity/programme/command.hpp"

namespace probity {

namespace detail {
[[nodiscard]] Event add(const Programme& programme, const RecordDescription& record,
                        const void* values, const Act& act);
[[nodiscard]] Event change(const Programme& programme, std::string_view id,
                           const RecordPatch& patch, const Act& act);
[[nodiscard]] Event end(const Programme& programme, std::string_view id,
                        const RecordDescription& record, const Act& act);
}  // namespace detail

/// A programme of which nothing is said but its name, which is that of its institution too. Its first
/// event says who founded it, and from which day. Throws ProbityError for an id or a title that is
/// none.
[[nodiscard]] Programme new_programme(const std::string& id, const Text& title, const Act& act);

/// A record is added under its id: a Source, Unit, Seat, Banding, Council, Observance, Activity,
/// Occasion, Quota, RiskArea, Task, Duty, Official, Indicator or YearGoal. One that has a begin, and
/// names none, begins on the day of the act. Throws as Programme::apply does.
template <class Record>
[[nodiscard]] Event add(const Programme& programme, const Record& record, const Act& act) {
    return detail::add(programme, detail::description_of<Record>(), &record, act);
}

/// A unit is added to a band. Throws as Programme::apply does.
[[nodiscard]] Event add(const Programme& programme, const Unit& unit, const std::string& band,
                        const Act& act);

/// The fields named are from now on as in `values`. Throws as Programme::apply does, also for a field
/// that never changes, or that another event changes.
template <class Record>
[[nodiscard]] Event change(const Programme& programme, std::string_view id, const Record& values,
                           const std::vector<std::string>& fields, const Act& act) {
    return detail::change(programme, id, RecordPatch(values, fields), act);
}
/// The same of what a programme has one of: its Institution, Head or Banding, and itself
/// (ProgrammeParts).
template <class Record>
[[nodiscard]] Event change(const Programme& programme, const Record& values,
                           const std::vector<std::string>& fields, const Act& act) {
    return detail::change(programme, "", RecordPatch(values, fields), act);
}

/// A record ends, with a reason. One with an end has it from then on; another is taken out. Throws as
/// Programme::apply does, also while a record in force refers to it, which is named.
template <class Record>
[[nodiscard]] Event end(const Programme& programme, std::string_view id, const Act& act) {
    return detail::end(programme, id, detail::description_of<Record>(), act);
}

// Steps of a task's life (records/task.hpp) ---------------------------------------------------------

[[nodiscard]] Event adopt(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event reject(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event start(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event put_on_hold(const Programme& programme, const std::string& task,
                                const Act& act);
[[nodiscard]] Event resume(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event submit(const Programme& programme, const std::string& task,
                           const std::vector<Evidence>& evidence, const Act& act);
[[nodiscard]] Event verify(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event send_back(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event close(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event reopen(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event withdraw(const Programme& programme, const std::string& task, const Act& act);
[[nodiscard]] Event supersede(const Programme& programme, const std::string& task,
                              const std::string& by, const Act& act);

/// A unit owns a task from now on. Without a band it goes to that of the unit, or stays in its own if
/// that of the unit is not recorded. A correction that names no band keeps the one that was said,
/// unless that had followed from the owner; one that names it and gives none takes the task out.
[[nodiscard]] Event assign(const Programme& programme, const std::string& task,
                           const std::string& owner, const std::optional<std::string>& band,
                           const Act& act);
[[nodiscard]] Event reschedule(const Programme& programme, const std::string& task,
                               const std::optional<Date>& due, const Act& act);
[[nodiscard]] Event weigh(const Programme& programme, const std::string& task, int weight,
                          const Act& act);
/// The tasks that have to be done before one, and the indicators that it serves, from now on; those
/// that it has stay if none are given.
[[nodiscard]] Event link(const Programme& programme, const std::string& task,
                         const std::optional<std::vector<std::string>>& depends_on,
                         const std::optional<std::vector<std::string>>& indicators, const Act& act);
[[nodiscard]] Event direct(const Programme& programme, const std::string& task,
                           const std::string& risk_area, const Act& act);

// Meetings -----------------------------------------------------------------------------------------

/// A meeting as it is planned.
struct MeetingPlan {
    /// None if it is not set yet.
    std::optional<Date> date = std::nullopt;
    MeetingKind kind = MeetingKind::regular;
    /// That of the date, or else of the act, if none is given.
    std::optional<int> year = std::nullopt;
    /// The next one of its year and kind if none is given.
    std::optional<int> ordinal = std::nullopt;
    std::optional<TimeOfDay> begins = std::nullopt;
    std::optional<TimeOfDay> ends = std::nullopt;
    Text title = {};
    Text place = {};
    Text presiding = {};
    Text note = {};
    /// The id of a Source; empty if none is named.
    std::string source = {};
};

/// A council is to meet. A correction that names no year, kind or ordinal is of the meeting that was
/// planned.
[[nodiscard]] Event plan_meeting(const Programme& programme, const std::string& council,
                                 const MeetingPlan& plan, const Act& act);

}  // namespace probity
