// Why a date is what it is: what lies on it, and what was moved from it or to it.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "planning/words.hpp"
#include "probity/programme/impact.hpp"
#include "programme/moved_dates.hpp"
#include "programme/standing.hpp"
#include "workdays/or_korea.hpp"

namespace probity {
namespace {

using detail::CorrectedDate;
using detail::DateMove;
using detail::due_day;
using detail::name_of;
using detail::written;

/// A date in Korean ends with a full stop of its own.
Text with_reason(Text text, const Text& reason) {
    if (reason.empty()) return text;
    return text + Text{text.korean.ends_with('.') ? " " : ". ", ". "} + reason;
}

Text as_given(const std::string& reason) { return {reason, reason}; }

Text event_number(int event) {
    const std::string number = std::to_string(event);
    return {"기록 " + number + "번", "event " + number};
}

/// " (event 3)"; empty if no event is known.
Text in_brackets(const DateMove* by) {
    if (by == nullptr) return {};
    const Text event = event_number(by->event);
    return {"(" + event.korean + ")", " (" + event.english + ")"};
}

/// "Moved to 2026-03-25 (event 3)": where something went, and by which event.
Text moved_to(const Date& date, const Text& verb, const DateMove* by) {
    const Text to = written(date);
    const Text text{to.korean + "로 " + verb.korean, verb.english + " to " + to.english};
    return text + in_brackets(by);
}

/// ". Moved from 2026-03-18 (event 3)": whence what lies here came.
Text moved_from(const DateMove& move, const Text& verb) {
    const Text from = written(move.from);
    return Text{", " + from.korean + "에서 " + verb.korean,
                ". " + verb.english + " from " + from.english} +
           in_brackets(&move);
}

const Text moved{"옮김", "Moved"};
const Text postponed{"연기됨", "Postponed"};

/// A reason, and the subject of the events that move or correct what it is about: "council/2026-1" for a
/// meeting, whose reason names the council alone.
struct Told {
    DateReason reason;
    std::string subject;
};

/// Explains one date of a programme.
class Explanation {
  public:
    Explanation(const Programme& programme, const Date& date, const WorkCalendar& workdays)
        : programme_(programme), parts_(programme.parts()), date_(date), workdays_(workdays) {
        for (DateMove& move : detail::date_moves(programme)) {
            auto& moves = moves_[{detail::record_dated_by(move.kind), move.subject}];
            moves.push_back(std::move(move));
        }
    }

    std::vector<DateReason> reasons() && {
        add_entries();
        for (const Observance& observance : parts_.observances) add_moved_occurrences(observance);
        for (const Council& council : parts_.councils) {
            for (const Meeting& meeting : council.meetings) add_moved_meeting(council, meeting);
        }
        for (const Task& task : parts_.tasks) add_task(task);
        for (const CorrectedDate& corrected : detail::corrected_dates(programme_)) {
            add_corrected(corrected);
        }
        const bool working = workdays_.is_working_day(date_);
        tell({.kind = working ? DateReasonKind::working_day : DateReasonKind::day_off,
              .title = working ? Text{"근무일", "Working day"} : Text{"휴무일", "Day off"},
              .reason = {workdays_.explain(date_, Language::korean),
                         workdays_.explain(date_, Language::english)}});
        std::vector<DateReason> out;
        for (Told& told : told_) out.push_back(std::move(told.reason));
        return out;
    }

  private:
    /// Adds a reason about what has an id of its own.
    void tell(DateReason reason) {
        std::string id = reason.id;
        tell(std::move(reason), std::move(id));
    }
    void tell(DateReason reason, std::string subject) {
        told_.push_back({std::move(reason), std::move(subject)});
    }

    [[nodiscard]] const std::vector<DateMove>& moves_of(RecordKind record,
                                                        const std::string& subject) const {
        static const std::vector<DateMove> none;
        const auto found = moves_.find({record, subject});
        return found == moves_.end() ? none : found->second;
    }

    /// The last move of a subject that `is_meant`; null if no event moved it so.
    template <class IsMeant>
    [[nodiscard]] const DateMove* last_move(RecordKind record, const std::string& subject,
                                            IsMeant is_meant) const {
        const std::vector<DateMove>& moves = moves_of(record, subject);
        const auto found = std::find_if(moves.rbegin(), moves.rend(), is_meant);
        return found == moves.rend() ? nullptr : &*found;
    }

    /// The move that brought an occurrence to the days on which it is observed. A later record that
    /// leaves it there, such as that it was cancelled, is none.
    [[nodiscard]] const DateMove* move_of(const Observance& observance,
                                          const Occurrence& occurrence) const {
        const DateMove* last = nullptr;
        for (const DateMove& move : moves_of(RecordKind::observance, observance.id)) {
            if (move.from != occurrence.nominal->begin()) continue;
            if (last == nullptr || last->to != move.to) last = &move;
        }
        return last != nullptr && last->to == occurrence.observed.begin() ? last : nullptr;
    }

    // On the date --------------------------------------------------------------------------------

    void add_entries() {
        const Interval day = Interval::of_days(date_, 1);
        const Agenda agenda(programme_.plan(), workdays_, day);
        for (const AgendaEntry& entry : agenda) {
            DateReason reason{.kind = reason_kind(entry.kind),
                              .id = entry.id,
                              .record = detail::record_of(entry.kind),
                              .title = entry.title,
                              .reason = entry.reason,
                              .source = entry.source};
            const bool is_observance = reason.record == RecordKind::observance;
            const auto* observance =
                is_observance ? detail::find_record(parts_.observances, entry.id) : nullptr;
            if (observance != nullptr) {
                for (const Occurrence& occurrence : observance->occurrences(day)) {
                    reason.reason = reason_of(*observance, occurrence, entry.reason);
                }
            }
            if (entry.kind == EntryKind::meeting) {
                add_whence(entry, reason);
                tell(std::move(reason), entry.id + "/" + entry.period);
            } else {
                tell(std::move(reason));
            }
        }
        // Events held in a week or on a day follow it.
        std::stable_partition(told_.begin(), told_.end(), [](const Told& told) {
            return told.reason.kind != DateReasonKind::activity;
        });
    }

    [[nodiscard]] Text reason_of(const Observance& observance, const Occurrence& occurrence,
                                 const Text& said) const {
        const Text rule = rule_in_words(observance, occurrence);
        Text reason = said == rule || said.empty() ? rule : with_reason(rule, said);
        if (!occurrence.takes_place()) reason = with_reason(in_words(*occurrence.status), reason);
        if (!occurrence.nominal || *occurrence.nominal == occurrence.observed) return reason;
        reason = reason + Text{". 규칙상 날짜 ", ". By the rule it would be "} +
                 written(occurrence.nominal->begin());
        return reason + in_brackets(move_of(observance, occurrence));
    }

    static Text rule_in_words(const Observance& observance, const Occurrence& occurrence) {
        if (!occurrence.rule) return {"규칙 없이 기록됨", "Recorded, by no rule"};
        const RuleVersion& version = observance.rules[*occurrence.rule];
        return {describe(version.rule, Language::korean),
                describe(version.rule, Language::english)};
    }

    /// Says of a meeting whence it was postponed.
    void add_whence(const AgendaEntry& entry, DateReason& reason) const {
        const DateMove* move = last_move(RecordKind::meeting, entry.id + "/" + entry.period,
                                         [](const DateMove& each) { return !is_cancelling(each); });
        if (move == nullptr) return;
        const Text whence = with_reason(moved_from(*move, postponed), as_given(move->reason));
        // Where the reason of the step is all that was said, it begins with the step.
        const bool is_said = reason.reason == as_given(move->reason);
        reason.reason = reason.reason.empty() || is_said
                            ? Text{whence.korean.substr(2), whence.english.substr(2)}
                            : reason.reason + whence;
    }

    // Moved from the date ------------------------------------------------------------------------

    /// The days of an occurrence before each record of it, its nominal days first.
    static std::vector<Interval> earlier_days(const Observance& observance,
                                              const Occurrence& occurrence) {
        std::vector<Interval> days{*occurrence.nominal};
        for (const RecordedOccurrence& record : observance.records) {
            if (record.nominal != occurrence.nominal->begin()) continue;
            days.push_back(Interval::of_days(record.observed,
                                             record.days.value_or(occurrence.nominal->days())));
        }
        return days;
    }

    void add_moved_occurrences(const Observance& observance) {
        std::set<Date> seen;
        for (const RecordedOccurrence& recorded : observance.records) {
            if (!recorded.nominal || !seen.insert(*recorded.nominal).second) continue;
            const auto occurrence = observance.as_recorded(*recorded.nominal);
            if (!occurrence || occurrence->observed.contains(date_)) continue;
            const auto days = earlier_days(observance, *occurrence);
            const auto lay_here = [&](const Interval& each) { return each.contains(date_); };
            if (std::none_of(days.begin(), days.end(), lay_here)) continue;
            add_moved_occurrence(observance, *occurrence);
        }
    }

    void add_moved_occurrence(const Observance& observance, const Occurrence& occurrence) {
        const RecordedOccurrence& last = observance.records[*occurrence.record];
        Text text = moved_to(occurrence.observed.begin(), moved, move_of(observance, occurrence));
        if (!occurrence.takes_place()) {
            text = text + Text{", ", ", "} + in_words(*occurrence.status);
        }
        const Text source = citation(parts_.sources, last.source);
        tell({.kind = DateReasonKind::moved_away,
              .id = observance.id,
              .record = RecordKind::observance,
              .title = observance.title,
              .reason = with_reason(text, last.reason),
              .source = source});
        // Events held in it go with it.
        for (const Activity& activity : parts_.activities) {
            if (!activity.recurs() || activity.observance != observance.id) continue;
            if (!is_in_force(activity, date_)) continue;
            tell({.kind = DateReasonKind::moved_away,
                  .id = activity.id,
                  .record = RecordKind::activity,
                  .title = activity.title,
                  .reason = observance.title + Text{": ", ": "} + text,
                  .source = source});
        }
    }

    static bool is_cancelling(const DateMove& move) {
        return move.kind == EventKind::meeting_cancelled;
    }

    /// Where a meeting went that was moved from the date by an event, if one is known.
    static Text postponed_to(const std::optional<Date>& date, const DateMove* move) {
        if (!date)
            return Text{"새 일자 없이 연기됨", "Postponed, without a new date"} + in_brackets(move);
        if (move == nullptr || move->to == date) return moved_to(*date, postponed, move);
        // It was moved again since.
        const Text event = event_number(move->event);
        return moved_to(*date, postponed, nullptr) +
               Text{"(처음 " + event.korean + ")", ", first by " + event.english};
    }

    /// A meeting that was moved from the date, or cancelled on it.
    void add_moved_meeting(const Council& council, const Meeting& meeting) {
        const bool cancelled = meeting.state == MeetingState::cancelled;
        const auto from =
            std::find_if(meeting.earlier_dates.rbegin(), meeting.earlier_dates.rend(),
                         [&](const EarlierDate& earlier) { return earlier.date == date_; });
        const bool was_here = from != meeting.earlier_dates.rend() && meeting.date != date_;
        if (!was_here && !(cancelled && meeting.date == date_)) return;
        const std::string id = council.id + "/" + meeting_id(meeting);
        Text text;
        if (was_here) {
            const DateMove* move = last_move(RecordKind::meeting, id, [&](const DateMove& each) {
                return !is_cancelling(each) && each.from == date_;
            });
            text = with_reason(postponed_to(meeting.date, move), from->reason);
        }
        if (cancelled) {
            const DateMove* move = last_move(RecordKind::meeting, id, is_cancelling);
            // One that no event cancelled stands so in the document, with a note at most.
            const Text why = move != nullptr ? as_given(move->reason) : meeting.note;
            text = text + (was_here ? Text{". ", ". "} : Text{}) +
                   with_reason(Text{"취소됨", "Cancelled"} + in_brackets(move), why);
        }
        tell({.kind = was_here ? DateReasonKind::moved_away : DateReasonKind::cancelled,
              .id = council.id,
              .record = RecordKind::council,
              .title = title_of(council, meeting,
                                prescribed_meetings(parts_.quotas, council, meeting.year.value())),
              .reason = std::move(text),
              .source = citation(parts_.sources, meeting.source)},
             id);
    }

    // Tasks --------------------------------------------------------------------------------------

    /// Whether a task that was to be done by a day was due on the date: on that day, or on this one
    /// as the next working day.
    [[nodiscard]] bool was_due_here(const Date& due) const {
        constexpr int longest_roll = 31;
        if (due == date_) return true;
        if (due > date_ || add_days(due, longest_roll) < date_) return false;
        return workdays_.roll(due, RollConvention::following) == date_;
    }

    void add_task(const Task& task) {
        const bool is_due_here = is_open(task.state) && due_day(task, workdays_) == date_;
        if (is_due_here) add_due(task);
        if (is_due_here || !detail::counts(task.state) || (task.due && was_due_here(*task.due))) {
            return;
        }
        const DateMove* move = last_move(RecordKind::task, task.id, [&](const DateMove& each) {
            return was_due_here(each.from);
        });
        if (move == nullptr) return;
        Text text = Text{"기한 ", "It was due on "} + written(move->from) + Text{"이었음. ", ". "};
        if (move->to) {
            text = text + moved_to(*move->to, moved, move);
            if (task.due && task.due != move->to) {
                text = text + Text{", 현재 기한 ", "; now it is due on "} + written(*task.due);
            }
        } else {
            text = text + Text{"기한 없앰", "It has no due date any more"} + in_brackets(move);
        }
        tell({.kind = DateReasonKind::moved_away,
              .id = task.id,
              .record = RecordKind::task,
              .title = name_of(task),
              .reason = with_reason(text, as_given(move->reason)),
              .source = {}});
    }

    void add_due(const Task& task) {
        Text reason = Text{"기한 ", "It is due on "} + written(*task.due);
        if (*task.due != date_) {
            reason = reason + Text{", 휴무일이므로 다음 근무일",
                                   ", a day off, and so on the next working day"};
        }
        const DateMove* move = last_move(RecordKind::task, task.id,
                                         [&](const DateMove& each) { return each.to == task.due; });
        if (move != nullptr) {
            reason = with_reason(reason + moved_from(*move, moved), as_given(move->reason));
        }
        tell({.kind = DateReasonKind::task,
              .id = task.id,
              .record = RecordKind::task,
              .title = name_of(task),
              .reason = reason});
    }

    // Corrections --------------------------------------------------------------------------------

    /// The title of the record that a subject names, if it is on record.
    [[nodiscard]] Text title_of_subject(RecordKind record, const std::string& subject) const {
        if (record == RecordKind::task) {
            const auto* task = detail::find_record(parts_.tasks, subject);
            return task == nullptr ? as_given(subject) : name_of(*task);
        }
        if (record == RecordKind::activity) {
            const auto* activity = detail::find_record(parts_.activities, subject);
            return activity == nullptr ? as_given(subject) : activity->title;
        }
        if (record == RecordKind::observance) {
            const auto* observance = detail::find_record(parts_.observances, subject);
            return observance == nullptr ? as_given(subject) : observance->title;
        }
        for (const Council& council : parts_.councils) {
            for (const Meeting& meeting : council.meetings) {
                const std::string id = meeting_id(meeting);
                if (council.id + "/" + id != subject) continue;
                return title_of(council, meeting,
                                prescribed_meetings(parts_.quotas, council, meeting.year.value()));
            }
        }
        return as_given(subject);
    }

    /// Whether a reason is about a subject; that of a meeting has the council for its record.
    static bool is_about(const Told& told, RecordKind record, const std::string& subject) {
        const bool is_meeting = record == RecordKind::meeting;
        return told.reason.record == (is_meeting ? RecordKind::council : record) &&
               told.subject == subject;
    }

    /// Whether a subject stands on the date, or was said to have been moved from it.
    [[nodiscard]] bool is_said(RecordKind record, const std::string& subject) const {
        const auto* activity = record == RecordKind::activity
                                   ? detail::find_record(parts_.activities, subject)
                                   : nullptr;
        if (activity != nullptr) {
            return std::any_of(activity->dates.begin(), activity->dates.end(),
                               [&](const ActivityDate& known) { return known.date == date_; });
        }
        return std::any_of(told_.begin(), told_.end(),
                           [&](const Told& told) { return is_about(told, record, subject); });
    }

    void add_corrected(const CorrectedDate& corrected) {
        const Text event = event_number(corrected.event);
        const RecordKind record = detail::record_dated_by(corrected.kind);
        if (corrected.to == date_) {
            const Text from = written(corrected.from);
            for (Told& told : told_) {
                if (!is_about(told, record, corrected.subject_now)) continue;
                DateReason& reason = told.reason;
                const bool begins = reason.reason.empty();
                reason.reason = reason.reason + (begins ? Text{} : Text{". ", ". "}) +
                                Text{from.korean + "에서 정정함(" + event.korean + ")",
                                     "Corrected from " + from.english + " (" + event.english + ")"};
                break;
            }
        }
        if (corrected.from != date_ || is_said(record, corrected.subject)) return;
        Text text{"정정됨", "Corrected"};
        if (corrected.annulled) {
            text = {"무효 처리됨", "Annulled"};
        } else if (corrected.to) {
            const Text to = written(*corrected.to);
            text = {to.korean + "로 정정됨", "Corrected to " + to.english};
        }
        text = text + Text{"(" + event.korean + ")", " (" + event.english + ")"};
        tell({.kind = DateReasonKind::corrected,
              .id = corrected.subject,
              .record = record,
              .title = title_of_subject(record, corrected.subject),
              .reason = with_reason(text, as_given(corrected.reason)),
              .source = {}});
    }

    const Programme& programme_;
    const ProgrammeParts& parts_;
    Date date_;
    const WorkCalendar& workdays_;
    /// By the record and its id, in the order in which they took effect.
    std::map<std::pair<RecordKind, std::string>, std::vector<DateMove>> moves_;
    std::vector<Told> told_;
};

}  // namespace

std::vector<DateReason> why(const Programme& programme, const Date& date,
                            const std::optional<WorkCalendar>& workdays) {
    const WorkCalendar calendar = detail::or_korea(workdays);
    return Explanation(programme, date, calendar).reasons();
}

}  // namespace probity
