// The life of a meeting, and what it decides.
#include <algorithm>

#include "history/references.hpp"
#include "history/refusals.hpp"
#include "records/decisions.hpp"

namespace probity::detail {
namespace {

/// A meeting's subject: its council and its own id.
struct MeetingName {
    std::string council;
    std::string meeting;
};

MeetingName meeting_name(const Step& step) {
    const std::size_t slash = step.subject.find('/');
    if (slash == std::string::npos) {
        refuse_step(step, "a meeting is named by its council and number, 'council/2026-1'");
    }
    return {step.subject.substr(0, slash), step.subject.substr(slash + 1)};
}

[[noreturn]] void refuse_meeting(const Step& step, const Meeting& meeting, MeetingState wanted,
                                 const std::string& unmet) {
    refuse_transition(step, to_string(meeting.state), to_string(wanted), unmet);
}

void require_state(const Step& step, const Meeting& meeting, MeetingState wanted,
                   std::initializer_list<MeetingState> from) {
    if (std::find(from.begin(), from.end(), meeting.state) != from.end()) return;
    std::string states;
    for (const MeetingState state : from) {
        states += (states.empty() ? "" : " or ") + std::string(to_string(state));
    }
    refuse_meeting(step, meeting, wanted, "it is " + states);
}

void require_reason(const Step& step, const Meeting& meeting, MeetingState wanted) {
    if (step.reason.empty()) refuse_meeting(step, meeting, wanted, "a reason is given");
}

/// How many meetings of a year and kind there are, without those cancelled.
int last_ordinal(const Council& council, int year, MeetingKind kind) {
    int last = 0;
    for (const Meeting& meeting : council.meetings) {
        if (meeting.year == year && meeting.kind == kind &&
            meeting.state != MeetingState::cancelled) {
            last = std::max(last, meeting.ordinal);
        }
    }
    return last;
}

/// Whether hours are in order was not asked under rules 1.
void check_hours(const std::optional<TimeOfDay>& begins, const std::optional<TimeOfDay>& ends,
                 const Step& step) {
    if (step.rules < 2 || !ends) return;
    if (!begins) refuse_step(step, "an end needs the time at which it begins");
    if (*ends <= *begins) {
        refuse_step(step, "its end, " + to_string(*ends) + ", is not after its begin, " +
                              to_string(*begins));
    }
}

void check_plan(const Council& council, const Meeting& meeting, const Step& step) {
    const std::string id = council.id + "/" + meeting_id(meeting);
    if (id != step.subject) refuse_step(step, "the meeting that is planned is '" + id + "'");
    if (meeting.state != MeetingState::planned || meeting.quorum || meeting.minutes ||
        meeting.noticed || !meeting.present.empty() || !meeting.earlier_dates.empty() ||
        meeting.earliest || meeting.before) {
        refuse_step(step, "what comes later (notice, presence, minutes) has events of its own");
    }
    const int next = last_ordinal(council, meeting.year.value(), meeting.kind) + 1;
    if (meeting.ordinal != next) {
        refuse_step(step, "the next " + std::string(to_string(meeting.kind)) + " meeting of " +
                              std::to_string(meeting.year.value()) + " is number " +
                              std::to_string(next) + "; ordinals have no gap");
    }
    if (meeting.begins && !meeting.date) refuse_step(step, "a time needs a date");
    check_hours(meeting.begins, meeting.ends, step);
    if (meeting.date && *meeting.date < step.on) {
        refuse_step(step, "its date, " + to_string(*meeting.date) +
                              ", had gone by; a meeting is planned by its day");
    }
    if (meeting.kind == MeetingKind::written) {
        const Charter* charter = council.charter_on(step.on);
        if (charter == nullptr || !charter->written_resolution) {
            refuse_step(step, "the charter in force does not allow written resolutions");
        }
    }
}

void plan(Council& council, const Meeting& body, const Step& step) {
    check_plan(council, body, step);
    // A meeting that was cancelled gives its number to the next one.
    std::erase_if(council.meetings, [&](const Meeting& each) {
        return each.year == body.year && each.kind == body.kind && each.ordinal == body.ordinal;
    });
    council.meetings.push_back(body);
}

NoticeDays notice_days(const Council& council, const Date& date) {
    const Charter* charter = council.charter_on(date);
    return charter == nullptr ? NoticeDays{} : charter->notice();
}

/// "notice is given 7 clear days before 2026-03-18, as the charter says: by 2026-03-10".
std::string notice_given(const NoticeDays& notice, const Date& date) {
    const bool clear = notice.before() > notice.days;
    return "notice is given " + std::to_string(notice.days) + (clear ? " clear" : "") +
           (notice.days == 1 ? " day before " : " days before ") + to_string(date) +
           ", as the charter says: by " + to_string(add_days(date, -notice.before()));
}

void notice(const Council& council, Meeting& meeting, const Step& step) {
    require_state(step, meeting, MeetingState::noticed, {MeetingState::planned});
    if (!meeting.date) {
        refuse_meeting(step, meeting, MeetingState::noticed, "its date is set");
    }
    NoticeDays days = notice_days(council, *meeting.date);
    // Under rules 1 and 2 the day of notice counted.
    if (step.rules < 3) days.clear = false;
    if ((*meeting.date - step.on).days() < days.before()) {
        refuse_meeting(step, meeting, MeetingState::noticed, notice_given(days, *meeting.date));
    }
    meeting.state = MeetingState::noticed;
    meeting.noticed = step.on;
}

/// A meeting that is moved keeps its hours unless others are given: a new begin is of hours anew, a
/// new end of those it has. Under rules 1 it lost them.
void set_hours(Meeting& meeting, const MeetingMoved& moved, const Step& step) {
    if (step.rules < 2 || moved.begins) {
        meeting.begins = moved.begins;
        meeting.ends = moved.ends;
    } else if (moved.ends) {
        meeting.ends = moved.ends;
    }
    check_hours(meeting.begins, meeting.ends, step);
}

void postpone(Meeting& meeting, const Step& step) {
    require_state(step, meeting, MeetingState::planned,
                  {MeetingState::planned, MeetingState::noticed});
    require_reason(step, meeting, MeetingState::planned);
    const auto& body = body_as<MeetingMoved>(step.body);
    if (body.date && *body.date < step.on) {
        refuse_step(step, "the new date, " + to_string(*body.date) + ", has gone by");
    }
    if ((body.begins || (body.ends && step.rules >= 2)) && !body.date) {
        refuse_step(step, "a time needs a date");
    }
    if (meeting.date) {
        meeting.earlier_dates.push_back({*meeting.date, {step.reason, step.reason}});
    }
    meeting.date = body.date;
    set_hours(meeting, body, step);
    meeting.noticed.reset();
    meeting.state = MeetingState::planned;
}

void cancel(const Council& council, Meeting& meeting, const Step& step) {
    require_state(step, meeting, MeetingState::cancelled,
                  {MeetingState::planned, MeetingState::noticed});
    require_reason(step, meeting, MeetingState::cancelled);
    if (last_ordinal(council, meeting.year.value(), meeting.kind) != meeting.ordinal) {
        refuse_meeting(step, meeting, MeetingState::cancelled,
                       "no meeting of a higher number stands, since ordinals have no gap; it can "
                       "be postponed");
    }
    meeting.state = MeetingState::cancelled;
}

void set_held_date(Meeting& meeting, const MeetingHeld& body, const Step& step) {
    if (body.earliest || body.before) {
        if (body.date) refuse_step(step, "its date is given, and also the days it may have been");
        meeting.date.reset();
        meeting.begins.reset();
        meeting.ends.reset();
        meeting.earliest = body.earliest;
        // It had been held by the day on which that was known.
        meeting.before = body.before ? *body.before : add_days(step.on, 1);
        if (meeting.earliest && meeting.before && *meeting.before <= *meeting.earliest) {
            refuse_step(step, "the days it may have been end before they begin");
        }
        return;
    }
    const auto date = body.date ? body.date : meeting.date;
    if (!date) refuse_meeting(step, meeting, MeetingState::held, "its date is said, or bounded");
    if (*date != step.on) {
        refuse_step(step, "a meeting is held on its date, " + to_string(*date));
    }
    if (meeting.date && meeting.date != date) {
        refuse_meeting(step, meeting, MeetingState::held,
                       "it is held on " + to_string(*meeting.date) + ", or postponed first");
    }
    meeting.date = date;
}

bool asks_for_quorum(const Council& council, const Date& date) {
    const Charter* charter = council.charter_on(date);
    return charter != nullptr && charter->quorum;
}

void hold(const Council& council, Meeting& meeting, const MeetingHeld& body, const Step& step) {
    require_state(step, meeting, MeetingState::held,
                  {MeetingState::planned, MeetingState::noticed});
    if (meeting.state == MeetingState::planned && notice_days(council, step.on).days > 0) {
        refuse_meeting(step, meeting, MeetingState::held,
                       "notice of it was given, as the charter says");
    }
    set_held_date(meeting, body, step);
    meeting.present = body.present;
    const Date day = step.rules < 2 ? step.on : day_of(meeting, step.on);
    if (!body.present.empty() || (step.rules >= 2 && asks_for_quorum(council, day))) {
        meeting.quorum = quorum_of(council, day, body.present);
    }
    meeting.state = MeetingState::held;
}

void minute(Meeting& meeting, const Step& step) {
    require_state(step, meeting, MeetingState::minuted, {MeetingState::held});
    const auto& given = body_as<EvidenceGiven>(step.body).evidence;
    if (given.size() != 1) {
        refuse_meeting(step, meeting, MeetingState::minuted, "its minutes are given, one file");
    }
    meeting.minutes = given.front();
    meeting.state = MeetingState::minuted;
}

void put_item(Meeting& meeting, const AgendaItem& item, const Step& step) {
    if (was_held(meeting.state) && meeting.state != MeetingState::held) {
        refuse_step(step, "the minutes of the meeting are written; it takes no more items");
    }
    if (meeting.state == MeetingState::cancelled) refuse_step(step, "the meeting is cancelled");
    if (item.outcome != ItemOutcome::open || item.in_favour || item.against || item.abstained) {
        refuse_step(step, "an item is added open; its outcome has an event of its own");
    }
    for (const AgendaItem& each : meeting.items) {
        if (each.id == item.id) {
            refuse_step(step, "the meeting has an item '" + item.id + "' already");
        }
    }
    meeting.items.push_back(item);
}

[[noreturn]] void refuse_item(const Step& step, const AgendaItem& item, ItemOutcome wanted,
                              const std::string& unmet) {
    throw TransitionError("item '" + item.id + "' of '" + step.subject + "' is " +
                              std::string(to_string(item.outcome)) + " and cannot become " +
                              std::string(to_string(wanted)) + ": needed is that " + unmet,
                          std::string(to_string(item.outcome)), std::string(to_string(wanted)),
                          unmet);
}

/// As rules 1 had it: the votes are no more than those recorded as present, and enough where something
/// is adopted.
void check_votes_by_rules_1(const Council& council, const Meeting& meeting, const AgendaItem& item,
                            const ItemDecided& body, const Step& step) {
    const int votes =
        body.in_favour.value_or(0) + body.against.value_or(0) + body.abstained.value_or(0);
    if (meeting.quorum && votes > meeting.quorum->present) {
        refuse_item(step, item, body.outcome,
                    "the votes, " + std::to_string(votes) + ", are no more than those present, " +
                        std::to_string(meeting.quorum->present));
    }
    const bool adopts =
        body.outcome == ItemOutcome::adopted || body.outcome == ItemOutcome::amended;
    const Charter* charter = council.charter_on(meeting.date.value_or(step.on));
    if (item.kind != ItemKind::decision || !adopts || charter == nullptr || !charter->decision ||
        !meeting.quorum) {
        return;
    }
    const int needed = charter->decision->of(meeting.quorum->present);
    if (body.in_favour.value_or(0) < needed) {
        refuse_item(step, item, body.outcome,
                    std::to_string(needed) + " of the " + std::to_string(meeting.quorum->present) +
                        " present are in favour, as the charter says");
    }
}

void check_resolution_by_rules_1(const Council& council, const Meeting& meeting,
                                 const AgendaItem& item, const ItemDecided& body,
                                 const Step& step) {
    const bool inquorate = meeting.quorum && meeting.quorum->met() == false;
    if (inquorate && is_resolution(body.outcome)) {
        refuse_item(step, item, body.outcome,
                    "the quorum was met: " + std::to_string(meeting.quorum->present) +
                        " were present of " + std::to_string(*meeting.quorum->required) +
                        " required");
    }
    check_votes_by_rules_1(council, meeting, item, body, step);
}

void set_outcome(AgendaItem& item, const ItemDecided& body) {
    item.outcome = body.outcome;
    item.in_favour = body.in_favour;
    item.against = body.against;
    item.abstained = body.abstained;
}

void decide(const Council& council, Meeting& meeting, const ItemDecided& body, const Step& step) {
    const auto found = std::find_if(meeting.items.begin(), meeting.items.end(),
                                    [&](const AgendaItem& each) { return each.id == body.item; });
    if (found == meeting.items.end()) {
        std::vector<std::string> known;
        for (const AgendaItem& each : meeting.items) known.push_back(each.id);
        refuse_step(step, "the meeting has no item '" + body.item + "'; it has " + listed(known));
    }
    AgendaItem& item = *found;
    if (meeting.state != MeetingState::held) {
        refuse_item(step, item, body.outcome, "the meeting was held and is not minuted yet");
    }
    if (body.outcome == ItemOutcome::open)
        refuse_step(step, "an outcome other than open is needed");
    if (item.outcome != ItemOutcome::open) {
        refuse_item(step, item, body.outcome, "it is open; a wrong outcome is corrected");
    }
    if (item.kind == ItemKind::report && is_resolution(body.outcome)) {
        refuse_item(step, item, body.outcome, "it is a matter of deliberation or decision");
    }
    if (step.rules < 2) {
        check_resolution_by_rules_1(council, meeting, item, body, step);
    } else {
        AgendaItem decided = item;
        set_outcome(decided, body);
        const std::string unmet = unmet_by(council, meeting, decided, day_of(meeting, step.on));
        if (!unmet.empty()) refuse_item(step, item, body.outcome, unmet);
    }
    set_outcome(item, body);
}

}  // namespace

Fold::MeetingPlace Fold::meeting_of(const Step& step) {
    const MeetingName name = meeting_name(step);
    Council& council = council_named(step, name.council);
    for (Meeting& each : council.meetings) {
        if (meeting_id(each) == name.meeting) return {council, each};
    }
    refuse_step(step, "the council has no such meeting; it is planned first");
}

void Fold::plan_meeting(const Step& step) {
    Council& council = council_named(step, meeting_name(step).council);
    plan(council, body_of<Meeting>(step), step);
}

void Fold::notice_meeting(const Step& step) {
    const MeetingPlace place = meeting_of(step);
    notice(place.council, place.meeting, step);
}

void Fold::postpone_meeting(const Step& step) { postpone(meeting_of(step).meeting, step); }

void Fold::cancel_meeting(const Step& step) {
    const MeetingPlace place = meeting_of(step);
    cancel(place.council, place.meeting, step);
}

void Fold::hold_meeting(const Step& step) {
    const MeetingPlace place = meeting_of(step);
    hold(place.council, place.meeting, body_of<MeetingHeld>(step), step);
}

void Fold::minute_meeting(const Step& step) { minute(meeting_of(step).meeting, step); }

void Fold::approve_meeting(const Step& step) {
    Meeting& meeting = meeting_of(step).meeting;
    require_state(step, meeting, MeetingState::approved, {MeetingState::minuted});
    meeting.state = MeetingState::approved;
}

void Fold::add_item(const Step& step) {
    Meeting& meeting = meeting_of(step).meeting;
    put_item(meeting, body_of<AgendaItem>(step), step);
}

void Fold::decide_item(const Step& step) {
    const MeetingPlace place = meeting_of(step);
    decide(place.council, place.meeting, body_as<ItemDecided>(step.body), step);
}

}  // namespace probity::detail
