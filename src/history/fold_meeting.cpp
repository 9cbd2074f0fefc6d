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
        refuse_step(step, sentence("no_name_of_meeting"));
    }
    return {step.subject.substr(0, slash), step.subject.substr(slash + 1)};
}

[[noreturn]] void refuse_meeting(const Step& step, const Meeting& meeting, MeetingState wanted,
                                 const Text& unmet) {
    refuse_transition(step, "meeting_state", to_string(meeting.state), to_string(wanted), unmet);
}

void require_state(const Step& step, const Meeting& meeting, MeetingState wanted,
                   std::initializer_list<MeetingState> from) {
    if (std::find(from.begin(), from.end(), meeting.state) != from.end()) return;
    std::vector<Text> states;
    for (const MeetingState state : from) {
        states.push_back(name_in_refusals("meeting_state", to_string(state)));
    }
    refuse_meeting(step, meeting, wanted,
                   sentence("unmet.state", {{"states", alternatives(states)}}));
}

void require_reason(const Step& step, const Meeting& meeting, MeetingState wanted) {
    if (step.reason.empty()) refuse_meeting(step, meeting, wanted, sentence("unmet.reason"));
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
    if (!begins) refuse_step(step, sentence("end_without_begin"));
    if (*ends <= *begins) {
        refuse_step(step, sentence("ends_before_begin",
                                   {{"end", to_string(*ends)}, {"begin", to_string(*begins)}}));
    }
}

void check_plan(const Council& council, const Meeting& meeting, const Step& step) {
    const std::string id = council.id + "/" + meeting_id(meeting);
    if (id != step.subject) refuse_step(step, sentence("another_meeting", {{"id", id}}));
    if (meeting.state != MeetingState::planned || meeting.quorum || meeting.minutes ||
        meeting.noticed || !meeting.present.empty() || !meeting.earlier_dates.empty() ||
        meeting.earliest || meeting.before) {
        refuse_step(step, sentence("planned_with_more"));
    }
    const int next = last_ordinal(council, meeting.year.value(), meeting.kind) + 1;
    if (meeting.ordinal != next) {
        refuse_step(step,
                    sentence("next_ordinal",
                             {{"kind", name_in_refusals("meeting_kind", to_string(meeting.kind))},
                              {"year", meeting.year.value()},
                              {"next", next}}));
    }
    if (meeting.begins && !meeting.date) refuse_step(step, sentence("time_without_date"));
    check_hours(meeting.begins, meeting.ends, step);
    if (meeting.date && *meeting.date < step.on) {
        refuse_step(step, sentence("planned_after_date", {{"date", written(*meeting.date)}}));
    }
    if (meeting.kind == MeetingKind::written) {
        const Charter* charter = council.charter_on(step.on);
        if (charter == nullptr || !charter->written_resolution) {
            refuse_step(step, sentence("no_written_resolution"));
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
Text notice_given(const NoticeDays& notice, const Date& date) {
    const std::string_view days = notice.before() > notice.days ? "clear_days" : "days";
    return sentence(
        "unmet.notice_in_time",
        {{"days", sentence((notice.days == 1 ? "notice.one_of_" : "notice.") + std::string(days),
                           {{"number", notice.days}})},
         {"date", written(date)},
         {"by", written(add_days(date, -notice.before()))}});
}

void notice(const Council& council, Meeting& meeting, const Step& step) {
    require_state(step, meeting, MeetingState::noticed, {MeetingState::planned});
    if (!meeting.date) {
        refuse_meeting(step, meeting, MeetingState::noticed, sentence("unmet.date_is_set"));
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
        refuse_step(step, sentence("date_has_gone_by", {{"date", written(*body.date)}}));
    }
    if ((body.begins || (body.ends && step.rules >= 2)) && !body.date) {
        refuse_step(step, sentence("time_without_date"));
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
        refuse_meeting(step, meeting, MeetingState::cancelled, sentence("unmet.last_ordinal"));
    }
    meeting.state = MeetingState::cancelled;
}

void set_held_date(Meeting& meeting, const MeetingHeld& body, const Step& step) {
    if (body.earliest || body.before) {
        if (body.date) refuse_step(step, sentence("date_and_bounds"));
        meeting.date.reset();
        meeting.begins.reset();
        meeting.ends.reset();
        meeting.earliest = body.earliest;
        // It had been held by the day on which that was known.
        meeting.before = body.before ? *body.before : add_days(step.on, 1);
        if (meeting.earliest && meeting.before && *meeting.before <= *meeting.earliest) {
            refuse_step(step, sentence("bounds_reversed"));
        }
        return;
    }
    const auto date = body.date ? body.date : meeting.date;
    if (!date) refuse_meeting(step, meeting, MeetingState::held, sentence("unmet.date_or_bounds"));
    if (*date != step.on) {
        refuse_step(step, sentence("held_on_its_date", {{"date", written(*date)}}));
    }
    if (meeting.date && meeting.date != date) {
        refuse_meeting(step, meeting, MeetingState::held,
                       sentence("unmet.held_or_postponed", {{"date", written(*meeting.date)}}));
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
        refuse_meeting(step, meeting, MeetingState::held, sentence("unmet.noticed"));
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
        refuse_meeting(step, meeting, MeetingState::minuted, sentence("unmet.minutes"));
    }
    meeting.minutes = given.front();
    meeting.state = MeetingState::minuted;
}

void put_item(Meeting& meeting, const AgendaItem& item, const Step& step) {
    if (was_held(meeting.state) && meeting.state != MeetingState::held) {
        refuse_step(step, sentence("minuted_already"));
    }
    if (meeting.state == MeetingState::cancelled) {
        refuse_step(step, sentence("meeting_cancelled"));
    }
    if (item.outcome != ItemOutcome::open || item.in_favour || item.against || item.abstained) {
        refuse_step(step, sentence("item_added_open"));
    }
    for (const AgendaItem& each : meeting.items) {
        if (each.id == item.id) {
            refuse_step(step, sentence("item_taken", {{"item", item.id}}));
        }
    }
    meeting.items.push_back(item);
}

[[noreturn]] void refuse_item(const Step& step, const AgendaItem& item, ItemOutcome wanted,
                              const Text& unmet) {
    const std::string_view state = to_string(item.outcome), next = to_string(wanted);
    throw TransitionError(
        sentence("item_transition", {{"item", item.id},
                                     {"subject", step.subject},
                                     {"state", name_in_refusals("item_outcome", state)},
                                     {"wanted", name_in_refusals("item_outcome", next)},
                                     {"unmet", unmet}}),
        std::string(state), std::string(next), unmet.in(Language::english));
}

/// As rules 1 had it: the votes are no more than those recorded as present, and enough where something
/// is adopted.
void check_votes_by_rules_1(const Council& council, const Meeting& meeting, const AgendaItem& item,
                            const ItemDecided& body, const Step& step) {
    const int votes =
        body.in_favour.value_or(0) + body.against.value_or(0) + body.abstained.value_or(0);
    if (meeting.quorum && votes > meeting.quorum->present) {
        refuse_item(step, item, body.outcome,
                    sentence("unmet.votes_of_present",
                             {{"votes", votes}, {"most", meeting.quorum->present}}));
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
                    sentence("unmet.in_favour",
                             {{"needed", needed}, {"present", meeting.quorum->present}}));
    }
}

void check_resolution_by_rules_1(const Council& council, const Meeting& meeting,
                                 const AgendaItem& item, const ItemDecided& body,
                                 const Step& step) {
    const bool inquorate = meeting.quorum && meeting.quorum->met() == false;
    if (inquorate && is_resolution(body.outcome)) {
        refuse_item(step, item, body.outcome,
                    sentence("unmet.quorum", {{"present", meeting.quorum->present},
                                              {"required", *meeting.quorum->required}}));
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
        refuse_step(step, sentence("no_item", {{"item", body.item}, {"known", listed(known)}}));
    }
    AgendaItem& item = *found;
    if (meeting.state != MeetingState::held) {
        refuse_item(step, item, body.outcome, sentence("unmet.held_and_not_minuted"));
    }
    if (body.outcome == ItemOutcome::open) refuse_step(step, sentence("outcome_needed"));
    if (item.outcome != ItemOutcome::open) {
        refuse_item(step, item, body.outcome, sentence("unmet.item_is_open"));
    }
    if (item.kind == ItemKind::report && is_resolution(body.outcome)) {
        refuse_item(step, item, body.outcome, sentence("unmet.no_report"));
    }
    if (step.rules < 2) {
        check_resolution_by_rules_1(council, meeting, item, body, step);
    } else {
        AgendaItem decided = item;
        set_outcome(decided, body);
        const Text unmet = unmet_by(council, meeting, decided, day_of(meeting, step.on));
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
    refuse_step(step, sentence("no_meeting"));
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
