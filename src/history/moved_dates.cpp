#include "programme/moved_dates.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "history/body.hpp"
#include "history/fold.hpp"

namespace probity::detail {
namespace {

/// Where tasks and meetings stood before each step of a walk over a history.
using Places = std::unordered_map<std::string, std::optional<Date>>;

Places founding_places(const ProgrammeParts& founding) {
    Places places;
    for (const Task& task : founding.tasks) places[task.id] = task.due;
    for (const Council& council : founding.councils) {
        for (const Meeting& meeting : council.meetings) {
            const std::string id = meeting_id(meeting.year, meeting.kind, meeting.ordinal);
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

std::vector<DateMove> date_moves(const Programme& programme) {
    const History& history = programme.history();
    Places places = founding_places(programme.founding());
    std::vector<DateMove> moves;
    for (const std::size_t i : standing(history, history.size(), programme.stands_on())) {
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
    const auto known = [&](std::size_t i) {
        return !programme.stands_on() || history.row(i).effective <= *programme.stands_on();
    };
    std::map<std::size_t, std::size_t> corrected_by;
    for (std::size_t i = 0; i < history.size(); ++i) {
        const int corrects = history.row(i).corrects;
        if (corrects != 0 && known(i)) corrected_by[static_cast<std::size_t>(corrects - 1)] = i;
    }
    std::vector<CorrectedDate> found;
    for (const auto& [i, by] : corrected_by) {
        std::size_t last = by;
        while (corrected_by.contains(last)) last = corrected_by.at(last);
        const History::Row& row = history.row(i);
        const bool annulled = history.row(last).kind == EventKind::event_annulled;
        const auto now = annulled ? std::vector<Date>{}
                                  : dates_named(history.row(last).kind, history.body(last));
        for (const Date& date : dates_named(row.kind, history.body(i))) {
            if (contains(now, date)) continue;
            found.push_back({row.kind, history.name(row.subject), date,
                             now.size() == 1 ? std::optional(now.front()) : std::nullopt, annulled,
                             static_cast<int>(last) + 1, history.name(history.row(last).reason)});
        }
    }
    return found;
}

}  // namespace probity::detail
