// Takes out of a programme, as of a day, all that a founding document says of days that are still
// to come.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "history/timeline.hpp"

namespace probity::detail {
namespace {

// A fold adds to these lists and takes nothing out of them: what was founded stands first.

template <class Record, class Predicate>
void take_out(std::vector<Record>& records, const std::vector<Record>& founded,
              Predicate is_taken_out) {
    std::size_t place = 0;
    std::erase_if(records, [&](const Record& record) {
        const std::size_t i = place++;
        return i < founded.size() && is_taken_out(record, founded[i]);
    });
}

template <class Record, class Predicate>
void take_out(List<Record>& records, const List<Record>& founded, Predicate is_taken_out) {
    const auto goes = [&](std::size_t i) {
        return i < founded.size() && is_taken_out(records[i], founded[i]);
    };
    std::size_t first = 0;
    while (first < founded.size() && !goes(first)) ++first;
    if (first == founded.size()) return;
    List<Record> kept = records.first(first);
    for (std::size_t i = first + 1; i < records.size(); ++i) {
        if (!goes(i)) kept.push_back(records[i]);
    }
    records = std::move(kept);
}

}  // namespace

ProgrammeParts without_later(ProgrammeParts parts, const ProgrammeParts& founding,
                             const Date& date) {
    const auto is_later = [&](const std::optional<Date>& day) { return day && *day > date; };
    for (std::size_t i = 0; i < founding.observances.size(); ++i) {
        take_out(parts.observances[i].records, founding.observances[i].records,
                 [&](const RecordedOccurrence& record, const auto&) {
                     return record.on.value_or(record.observed) > date;
                 });
    }
    for (std::size_t i = 0; i < founding.activities.size(); ++i) {
        take_out(parts.activities[i].dates, founding.activities[i].dates,
                 [&](const ActivityDate& known, const auto&) { return known.date > date; });
    }
    // Without its dates, what was held on these alone would recur.
    take_out(parts.activities, founding.activities,
             [](const Activity& activity, const Activity& founded) {
                 return activity.recurs() && !founded.recurs();
             });
    for (std::size_t i = 0; i < founding.councils.size(); ++i) {
        const Council& founded = founding.councils[i];
        // Whether a meeting was already planned by then is not known: it is left out until its day.
        for (const Meeting& meeting : founded.meetings) {
            if (!is_later(meeting.date) && !is_later(meeting.earliest)) continue;
            std::erase(parts.councils[i].meetings, meeting);
        }
    }
    take_out(parts.councils, founding.councils, [&](const Council& council, Council founded) {
        if (!founded.established || founded.established->days().begin() <= date) return false;
        std::erase_if(founded.meetings, [&](const Meeting& meeting) {
            return is_later(meeting.date) || is_later(meeting.earliest);
        });
        return council == founded;
    });
    if (founding.banding && is_later(founding.banding->inaugurated) &&
        parts.banding == founding.banding) {
        parts.banding.reset();
    }
    take_out(parts.tasks, founding.tasks,
             [&](const Task&, const Task& founded) { return is_later(founded.proposed); });
    take_out(parts.attendances, founding.attendances,
             [&](const Attendance& attendance, const auto&) { return attendance.date > date; });
    take_out(parts.matters, founding.matters,
             [&](const Matter& matter, const auto&) { return matter.known > date; });
    take_out(parts.fulfilments, founding.fulfilments,
             [&](const Fulfilment& fulfilment, const auto&) { return fulfilment.on > date; });
    take_out(
        parts.assessments, founding.assessments,
        [&](const Assessment& assessment, const auto&) { return is_later(assessment.published); });
    return parts;
}

}  // namespace probity::detail
