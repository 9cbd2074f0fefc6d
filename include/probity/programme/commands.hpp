// The verbs of the domain, by which a programme changes. Each gives the checked event of one step
// (command.hpp), and throws as Programme::apply does.
//
//     const Programme songpa = examples::songpa();
//     const Act by_team{.on = make_date(2023, 4, 3), .by = "integrity-team"};
//     const Programme adopted = songpa.apply(adopt(songpa, "T-07", by_team));
//     const Programme started = adopted.apply(start(adopted, "T-07", by_team));
//
// Here are the verbs that all kinds of records have. Those of a kind have a header each, which this one
// includes: institution_commands.hpp, task_commands.hpp, council_commands.hpp, meeting_commands.hpp,
// observance_commands.hpp, training_commands.hpp, obligation_commands.hpp.
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
// An event that never happened is annulled, and stays in the history:
//
//     mapo = mapo.apply(annul(mapo, 4, act));
//     mapo.parts().sources.size();                             // 1
//
// A field that has a verb of its own is refused, and the refusal names the event: the owner of a task
// is changed by task.assigned. A record does not end while one in force refers to it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "probity/history/record_patch.hpp"
#include "probity/programme/command.hpp"
#include "probity/programme/council_commands.hpp"
#include "probity/programme/institution_commands.hpp"
#include "probity/programme/meeting_commands.hpp"
#include "probity/programme/obligation_commands.hpp"
#include "probity/programme/observance_commands.hpp"
#include "probity/programme/task_commands.hpp"
#include "probity/programme/training_commands.hpp"

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
/// Occasion, Quota, RiskArea, Task (which is proposed), Duty, Official, Obligation, Matter, Indicator or
/// YearGoal. One that has a begin, and names none, begins on the day of the act. Throws as Programme::apply does.
template <class Record>
[[nodiscard]] Event add(const Programme& programme, const Record& record, const Act& act) {
    return detail::add(programme, detail::description_of<Record>(), &record, act);
}

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

/// A record ends, with a reason. One with an end has it from then on, as a Seat that is closed and an
/// Official who leaves; another is taken out. Throws as Programme::apply does, also while a record in
/// force refers to it, which is named.
template <class Record>
[[nodiscard]] Event end(const Programme& programme, std::string_view id, const Act& act) {
    return detail::end(programme, id, detail::description_of<Record>(), act);
}

/// The event of that number, from 1, never happened. It stays in the history, and counts no more. Of an
/// annulment: what it took out counts again. The events that followed have to be legal without it. Throws as
/// Programme::apply does, also for a number that there is not, and if the act corrects another event.
/// An event that was only wrong in a detail is corrected: by its own verb, and Act::corrects.
[[nodiscard]] Event annul(const Programme& programme, int number, const Act& act);

}  // namespace probity
