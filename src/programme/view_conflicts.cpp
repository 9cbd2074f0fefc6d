// Finds conflicts: meetings, tasks, owners and observances that cannot be as planned.
#include <algorithm>
#include <array>
#include <set>

#include "planning/words.hpp"
#include "probity/programme/view.hpp"
#include "programme/coming_meetings.hpp"
#include "programme/standing.hpp"

namespace probity {
namespace {

using detail::Coming;
using detail::coming_meetings;
using detail::name_of;

/// Whether two meetings of one day take the same hours; those whose hours are not known may.
bool overlap(const Meeting& a, const Meeting& b) {
    if (!a.begins || !b.begins || !a.ends || !b.ends) {
        return a.begins == b.begins || !a.begins || !b.begins;
    }
    return *a.begins < *b.ends && *b.begins < *a.ends;
}

/// The seats that are members of both councils on a date.
std::vector<std::string> shared_seats(const Council& a, const Council& b, const Date& date) {
    std::set<std::string> seats;
    for (const Membership& member : a.memberships) {
        if (is_in_force(member, date)) seats.insert(member.seat);
    }
    std::vector<std::string> shared;
    for (const Membership& member : b.memberships) {
        if (is_in_force(member, date) && seats.contains(member.seat)) shared.push_back(member.seat);
    }
    return shared;
}

void add_meeting_conflicts(const std::vector<Coming>& meetings, const Date& on,
                           const WorkCalendar& workdays, std::vector<Conflict>& found) {
    for (std::size_t i = 0; i < meetings.size(); ++i) {
        const Meeting& meeting = *meetings[i].meeting;
        const Date date = *meeting.date;
        if (!workdays.is_working_day(date)) {
            found.push_back({date,
                             ConflictKind::day_off,
                             {meetings[i].id()},
                             {RecordKind::meeting},
                             meetings[i].title + Text{": 휴무일임. ", ": it is a day off. "} +
                                 Text{workdays.explain(date, Language::korean),
                                      workdays.explain(date, Language::english)}});
        }
        const Charter* charter = meetings[i].council->charter_on(date);
        const NoticeDays notice = charter == nullptr ? NoticeDays{} : charter->notice();
        const Date latest = add_days(date, -notice.before());
        if (notice.days > 0 && meeting.state == MeetingState::planned && latest < on) {
            found.push_back({date,
                             ConflictKind::notice,
                             {meetings[i].id()},
                             {RecordKind::meeting},
                             meetings[i].title +
                                 Text{": 소집 통지 기한이 지남, ", ": notice was due by "} +
                                 detail::written(latest)});
        }
        for (std::size_t k = i + 1; k < meetings.size() && meetings[k].meeting->date == date; ++k) {
            const auto shared = shared_seats(*meetings[i].council, *meetings[k].council, date);
            if (shared.empty() || !overlap(meeting, *meetings[k].meeting)) continue;
            found.push_back({date,
                             ConflictKind::overlap,
                             {meetings[i].id(), meetings[k].id()},
                             {RecordKind::meeting, RecordKind::meeting},
                             meetings[i].title + Text{" / ", " / "} + meetings[k].title +
                                 Text{": 같은 시각에 같은 위원이 있음, ",
                                      ": at the same time with the same member, "} +
                                 Text{shared.front(), shared.front()}});
        }
    }
}

/// A task that is due before one that has to be done first.
void add_order_conflicts(const List<Task>& tasks, std::vector<Conflict>& found) {
    for (const Task& task : tasks) {
        if (!is_open(task.state) || !task.due) continue;
        for (const std::string& id : task.depends_on) {
            const Task* needed = detail::find_record(tasks, id);
            if (needed == nullptr || !is_open(needed->state) || !needed->due ||
                *needed->due <= *task.due) {
                continue;
            }
            found.push_back({*task.due,
                             ConflictKind::order,
                             {task.id, id},
                             {RecordKind::task, RecordKind::task},
                             name_of(task) +
                                 Text{": 선행과제보다 기한이 이름, ",
                                      ": due before the task that it waits for, "} +
                                 name_of(*needed) + Text{" ", " "} +
                                 detail::written(*needed->due)});
        }
    }
}

/// The things that a closed unit still owns.
void add_owner_conflicts(const ProgrammeParts& parts, const Date& on,
                         std::vector<Conflict>& found) {
    const auto add = [&](RecordKind record, const std::string& id, const Text& name,
                         const std::string& owner) {
        const Unit* unit = detail::closed_unit(parts, owner, on);
        if (unit == nullptr) return;
        found.push_back({*unit->end,
                         ConflictKind::closed_owner,
                         {id, owner},
                         {record, RecordKind::unit},
                         detail::closed_owner_text(name, *unit)});
    };
    for (const Task& task : parts.tasks) {
        if (is_open(task.state)) add(RecordKind::task, task.id, name_of(task), task.owner);
    }
    for (const RiskArea& area : parts.risk_areas) {
        for (const std::string& owner : area.owners)
            add(RecordKind::risk_area, area.id, area.title, owner);
    }
}

void add_observance_conflicts(const ProgrammeParts& parts, const Interval& rest,
                              const WorkCalendar& workdays, std::vector<Conflict>& found) {
    for (const Observance& observance : parts.observances) {
        for (const Occurrence& occurrence : observance.occurrences(rest)) {
            if (!occurrence.takes_place()) continue;
            const Date begin = occurrence.observed.begin();
            const bool day = observance.kind == ObservanceKind::day;
            const auto days = workdays.count(begin, occurrence.observed.end());
            if (days > 0 && (day || days >= observance.short_below)) continue;
            found.push_back(
                {begin,
                 day ? ConflictKind::day_off : ConflictKind::short_week,
                 {observance.id},
                 {RecordKind::observance},
                 observance.title +
                     (day ? Text{": 휴무일임. ", ": it is a day off. "} +
                                Text{workdays.explain(begin, Language::korean),
                                     workdays.explain(begin, Language::english)}
                          : Text{": 근무일이 " + std::to_string(days) + "일뿐임",
                                 ": it has " + std::to_string(days) + " working days only"})});
        }
    }
}

}  // namespace

std::string_view to_string(ConflictKind kind) noexcept {
    constexpr std::array<std::string_view, 6> names{"day_off", "short_week", "overlap",
                                                    "notice",  "order",      "closed_owner"};
    return names[static_cast<std::size_t>(kind)];
}

std::vector<Conflict> View::conflicts() const {
    const ProgrammeParts& parts = programme_.parts();
    const Interval rest(on_, year_of(on_.year()).end());
    std::vector<Conflict> found;
    add_meeting_conflicts(coming_meetings(parts, on_), on_, workdays_, found);
    add_order_conflicts(parts.tasks, found);
    add_owner_conflicts(parts, on_, found);
    add_observance_conflicts(parts, rest, workdays_, found);
    std::stable_sort(found.begin(), found.end(),
                     [](const Conflict& a, const Conflict& b) { return a.date < b.date; });
    return found;
}

}  // namespace probity
