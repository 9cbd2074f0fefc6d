#include "history/fold.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "history/body.hpp"
#include "history/refusals.hpp"

namespace probity::detail {
namespace {

std::string_view name_of(Target target) {
    switch (target) {
        case Target::observance:
            return "observance";
        case Target::risk_area:
            return "risk area";
        case Target::unit:
            return "unit";
        case Target::seat:
            return "seat";
        case Target::band:
            return "band";
        case Target::task:
            return "task";
        case Target::indicator:
            return "indicator";
        case Target::duty:
            return "duty";
        case Target::official:
            return "official";
        case Target::activity:
            return "activity";
        case Target::council:
            return "council";
        case Target::source:
            return "source";
        case Target::other:
            break;
    }
    return "record";
}

}  // namespace

Fold::Fold(ProgrammeParts founding, const History& history)
    : parts_(std::move(founding)), history_(history) {
    const auto take = [&](const auto& records, Target target) {
        for (const auto& record : records) ids_[namespace_of(target)].emplace(record.id, target);
    };
    take(parts_.sources, Target::source);
    take(parts_.observances, Target::observance);
    take(parts_.risk_areas, Target::risk_area);
    take(parts_.institution.units, Target::unit);
    take(parts_.institution.seats, Target::seat);
    if (parts_.banding) take(parts_.banding->bands, Target::band);
    take(parts_.tasks, Target::task);
    take(parts_.indicators, Target::indicator);
    take(parts_.duties, Target::duty);
    take(parts_.officials, Target::official);
    take(parts_.activities, Target::activity);
    take(parts_.councils, Target::council);
    take(parts_.occasions, Target::other);
    take(parts_.year_goals, Target::other);
    take(parts_.quotas, Target::other);
    place_tasks();
}

void Fold::place_tasks() {
    task_of_name_.assign(history_.names(), -1);
    std::unordered_map<std::string_view, std::int32_t> places;
    for (const Task& task : parts_.tasks) {
        places.emplace(task.id, static_cast<std::int32_t>(places.size()));
    }
    for (std::uint32_t i = 0; i < task_of_name_.size() && !places.empty(); ++i) {
        const auto found = places.find(history_.name(i));
        if (found != places.end()) task_of_name_[i] = found->second;
    }
    std::size_t proposed = 0;
    for (std::size_t i = 0; i < history_.size(); ++i) {
        if (history_.row(i).kind == EventKind::task_proposed) ++proposed;
    }
    parts_.tasks.reserve(parts_.tasks.size() + proposed);
    Ids& tasks = ids_[namespace_of(Target::task)];
    tasks.reserve(tasks.size() + proposed);
}

constexpr std::array<Fold::Handler, event_kinds.size()> Fold::handlers{
#define KIND(kind, name, body, subject, handler, guards) &Fold::handler,
#include "history/event_kinds.inc"
};

void Fold::annul(const Step&) {}

void Fold::apply(std::size_t row, int rules) {
    const History::Row& entry = history_.row(row);
    const Step step{.number = static_cast<int>(row) + 1,
                    .kind = entry.kind,
                    .on = entry.effective,
                    .actor = history_.name(entry.actor),
                    .subject = history_.name(entry.subject),
                    .subject_number = entry.subject,
                    .body = history_.body(row),
                    .reason = history_.name(entry.reason),
                    .rules = rules};
    (this->*handlers[static_cast<std::size_t>(step.kind)])(step);
}

void Fold::require(Target target, const std::string& id, const char* key) const {
    const Ids& ids = ids_[namespace_of(target)];
    const auto found = ids.find(id);
    if (found != ids.end() && found->second == target) return;
    std::vector<std::string> known;
    for (const auto& [name, kind] : ids) {
        if (kind == target) known.push_back(name);
    }
    std::sort(known.begin(), known.end());
    constexpr std::size_t most = 12;
    std::string listed;
    for (std::size_t i = 0; i < std::min(most, known.size()); ++i) {
        listed += (i == 0 ? "" : ", ") + known[i];
    }
    if (known.size() > most) listed += ", ... (" + std::to_string(known.size()) + ")";
    throw ProbityError(std::string(key) + ": there is no " + std::string(name_of(target)) + " '" +
                       printable(id) + "'; the programme has " + (known.empty() ? "none" : listed));
}

void Fold::take_id(const std::string& id, Target target) {
    const auto [found, is_new] = ids_[namespace_of(target)].emplace(id, target);
    if (is_new) return;
    throw ProbityError("the id '" + printable(id) + "' is already that of a " +
                       std::string(name_of(found->second)) + "; each id is allowed once");
}

std::vector<std::size_t> standing(const History& history, std::size_t known,
                                  const std::optional<Date>& effective) {
    constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    // Each event has a place, that of the one which it corrects in the end, and one row at most
    // stands there.
    std::vector<std::size_t> place(known);
    std::vector<std::size_t> stands(known);
    std::iota(place.begin(), place.end(), std::size_t{0});
    std::iota(stands.begin(), stands.end(), std::size_t{0});
    // By annulment what stood in its place before it.
    std::unordered_map<std::size_t, std::size_t> before;
    for (std::size_t i = 0; i < known; ++i) {
        const History::Row& row = history.row(i);
        if (row.corrects == 0) continue;
        const auto corrected = static_cast<std::size_t>(row.corrects - 1);
        place[i] = place[corrected];
        stands[i] = none;
        std::size_t& there = stands[place[i]];
        // Under rules 1 what corrected an annulment stood nowhere.
        const auto undone = before.find(corrected);
        const bool is_kept_out = undone != before.end() && row.rules < 2;
        if (row.kind != EventKind::event_annulled) {
            if (!is_kept_out) there = i;
            continue;
        }
        const std::size_t restored = undone == before.end() || is_kept_out ? none : undone->second;
        before.emplace(i, there);
        there = restored;
    }
    std::vector<std::size_t> rows;
    rows.reserve(known);
    for (const std::size_t row : stands) {
        if (row != none && (!effective || history.row(row).effective <= *effective)) {
            rows.push_back(row);
        }
    }
    const auto is_earlier = [&](std::size_t a, std::size_t b) {
        return history.row(a).effective < history.row(b).effective;
    };
    if (!std::is_sorted(rows.begin(), rows.end(), is_earlier)) {
        std::stable_sort(rows.begin(), rows.end(), is_earlier);
    }
    return rows;
}

namespace {

/// Takes out of the fold of a founding document what it says of days after `date`. An event that
/// happened by then to a meeting, a council or the bands shows that they were there.
void take_out_later(ProgrammeParts& parts, const ProgrammeParts& founding, const Date& date) {
    const auto is_later = [&](const std::optional<Date>& day) { return day && *day > date; };
    // A fold adds to these lists and takes nothing out of them: what was founded stands first.
    const auto take_out = [](auto& records, const auto& founded, const auto& is_taken_out) {
        std::size_t place = 0;
        std::erase_if(records, [&](const auto& record) {
            const std::size_t i = place++;
            return i < founded.size() && is_taken_out(record, founded[i]);
        });
    };
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
    take_out(
        parts.assessments, founding.assessments,
        [&](const Assessment& assessment, const auto&) { return is_later(assessment.published); });
}

}  // namespace

ProgrammeParts fold(const ProgrammeParts& founding, const History& history, std::size_t known,
                    const std::optional<Date>& effective) {
    Fold state(founding, history);
    for (const std::size_t row : standing(history, known, effective)) {
        interruption_point(row);
        try {
            state.apply(row);
        } catch (const TransitionError& error) {
            throw TransitionError("event " + std::to_string(row + 1) + ": " + error.what(),
                                  error.state(), error.wanted(), error.unmet());
        } catch (const ProbityError& error) {
            throw ProbityError("event " + std::to_string(row + 1) + ": " + error.what());
        }
    }
    ProgrammeParts parts = state.take();
    // Taken out at the end: an event was judged by the whole document when it was recorded.
    if (effective) take_out_later(parts, founding, *effective);
    return parts;
}

}  // namespace probity::detail
