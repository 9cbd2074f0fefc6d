#include "programme/moved_dates.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "history/body.hpp"
#include "history/rows.hpp"

namespace probity::detail {
namespace {

/// Where tasks and meetings stood before each step of a walk over a history.
using Places = std::unordered_map<std::string, std::optional<Date>>;

Places founding_places(const ProgrammeParts& founding) {
    Places places;
    for (const Task& task : founding.tasks) places[task.id] = task.due;
    for (const Council& council : founding.councils) {
        for (const Meeting& meeting : council.meetings) {
            const std::string id = meeting_id(meeting);
            places[council.id + "/" + id] = meeting.date;
        }
    }
    return places;
}

/// The dates that an event gives to its subject.
std::vector<Date> dates_named(EventKind kind, const EventBody& body) {
    std::vector<Date> dates;
    const auto add = [&](const std::optional<Date>& date) {
        if (date) dates.push_back(*date);
    };
    switch (kind) {
        case EventKind::task_proposed:
            add(body_as<Task>(body).due);
            break;
        case EventKind::task_rescheduled:
            add(body_as<TaskRescheduled>(body).due);
            break;
        case EventKind::meeting_planned:
            add(body_as<Meeting>(body).date);
            break;
        case EventKind::meeting_postponed:
            add(body_as<MeetingMoved>(body).date);
            break;
        case EventKind::occurrence_recorded:
            add(body_as<RecordedOccurrence>(body).observed);
            break;
        case EventKind::activity_added:
            for (const ActivityDate& known : body_as<Activity>(body).dates) add(known.date);
            break;
        case EventKind::activity_dated:
            add(body_as<ActivityDate>(body).date);
            break;
        default:
            break;
    }
    return dates;
}

bool contains(const std::vector<Date>& dates, const Date& date) {
    return std::find(dates.begin(), dates.end(), date) != dates.end();
}

}  // namespace

RecordKind record_dated_by(EventKind kind) {
    switch (kind) {
        case EventKind::task_proposed:
        case EventKind::task_rescheduled:
            return RecordKind::task;
        case EventKind::meeting_planned:
        case EventKind::meeting_postponed:
        case EventKind::meeting_cancelled:
            return RecordKind::meeting;
        case EventKind::activity_added:
        case EventKind::activity_dated:
            return RecordKind::activity;
        default:
            return RecordKind::observance;
    }
}

std::vector<DateMove> date_moves(const Programme& programme) {
    const History& history = programme.history();
    Places places = founding_places(programme.founding());
    std::vector<DateMove> moves;
    for (const std::size_t i : standing(history, programme.stands_on())) {
        const History::Row& row = history.row(i);
        const EventBody& body = history.body(i);
        const std::string& subject = history.name(row.subject);
        const auto move = [&](const std::optional<Date>& from, const std::optional<Date>& to) {
            if (!from || from == to) return;
            moves.push_back(
                {row.kind, subject, *from, to, static_cast<int>(i) + 1, history.name(row.reason)});
        };
        switch (row.kind) {
            case EventKind::task_proposed:
                places[subject] = body_as<Task>(body).due;
                break;
            case EventKind::meeting_planned:
                places[subject] = body_as<Meeting>(body).date;
                break;
            case EventKind::task_rescheduled: {
                const auto& due = body_as<TaskRescheduled>(body).due;
                move(places[subject], due);
                places[subject] = due;
                break;
            }
            case EventKind::meeting_postponed: {
                const auto& date = body_as<MeetingMoved>(body).date;
                move(places[subject], date);
                places[subject] = date;
                break;
            }
            case EventKind::meeting_cancelled:
                move(places[subject], std::nullopt);
                break;
            case EventKind::occurrence_recorded: {
                // Also back to its nominal day, which ends an earlier move.
                const auto& recorded = body_as<RecordedOccurrence>(body);
                if (!recorded.nominal) break;
                moves.push_back({row.kind, subject, *recorded.nominal, recorded.observed,
                                 static_cast<int>(i) + 1, history.name(row.reason)});
                break;
            }
            default:
                break;
        }
    }
    return moves;
}

std::vector<CorrectedDate> corrected_dates(const Programme& programme) {
    const History& history = programme.history();
    const auto is_true_yet = [&](std::size_t i) {
        return !programme.stands_on() || history.row(i).effective <= *programme.stands_on();
    };
    // Corrections stand in the place of the event that they correct in the end.
    std::vector<std::size_t> place(history.size());
    std::map<std::size_t, std::size_t> last_in_place;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const int corrects = history.row(i).corrects;
        place[i] = corrects == 0 ? i : place[static_cast<std::size_t>(corrects - 1)];
        if (corrects != 0) last_in_place[place[i]] = i;
    }
    std::vector<CorrectedDate> found;
    if (last_in_place.empty()) return found;
    std::map<std::size_t, std::size_t> stands;
    for (const std::size_t i : standing(history, std::nullopt)) {
        if (last_in_place.contains(place[i])) stands[place[i]] = i;
    }
    for (std::size_t i = 0; i < history.size(); ++i) {
        const auto last = last_in_place.find(place[i]);
        if (last == last_in_place.end() || !is_true_yet(last->second)) continue;
        const auto there = stands.find(place[i]);
        const bool annulled = there == stands.end();
        if (!annulled && there->second == i) continue;
        const auto now =
            annulled ? std::vector<Date>{}
                     : dates_named(history.row(there->second).kind, history.body(there->second));
        const History::Row& row = history.row(i);
        const History::Row& correction = history.row(last->second);
        for (const Date& date : dates_named(row.kind, history.body(i))) {
            if (contains(now, date)) continue;
            found.push_back({row.kind, history.name(row.subject), date,
                             now.size() == 1 ? std::optional(now.front()) : std::nullopt,
                             annulled ? "" : history.name(history.row(there->second).subject),
                             annulled, static_cast<int>(last->second) + 1,
                             history.name(correction.reason)});
        }
    }
    return found;
}

}  // namespace probity::detail
