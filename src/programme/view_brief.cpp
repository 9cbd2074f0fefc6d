// The brief of one page: what was done, what is late, what is to be decided, what comes.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "planning/words.hpp"
#include "probity/programme/view.hpp"
#include "probity/programme/year_progress.hpp"
#include "programme/coming_meetings.hpp"
#include "programme/group_titles.hpp"
#include "programme/standing.hpp"
#include "text/name_words.hpp"

namespace probity {
namespace {

using detail::Coming;
using detail::name_of;

BriefLine line_of(RecordKind record, std::string id, const std::optional<Date>& date,
                  const Text& title, const Text& what, const Text& owner) {
    return {.id = std::move(id),
            .record = record,
            .date = date,
            .text = what.empty() ? title : title + Text{": ", ": "} + what,
            .title = title,
            .what = what,
            .owner = owner};
}

/// The title of a unit; empty if none is recorded.
Text unit_title(const ProgrammeParts& parts, const std::string& id) {
    return detail::title_or_id(parts.institution.units, id);
}

/// The unit to which a council's secretary belongs, which prepares its meetings; empty if that is
/// not recorded.
Text secretary_of(const ProgrammeParts& parts, const Council& council, const Date& on) {
    for (const Membership& member : council.memberships) {
        if (member.role != MemberRole::secretary || !is_in_force(member, on)) continue;
        const Seat* seat = detail::find_record(parts.institution.seats, member.seat);
        if (seat == nullptr) continue;
        return seat->unit.empty() ? seat->title : unit_title(parts, seat->unit);
    }
    return {};
}

// --- What is to be decided ------------------------------------------------------------------------

/// The order in which decisions stand, the worst first. Losses, past or near, come before tasks
/// that wait, and gaps in the record come last.
enum class Urgency : std::uint8_t {
    missed,
    at_risk,
    no_quorum,
    overdue,
    verification,
    item,
    adoption,
    presumed,
};

struct Decision {
    Urgency urgency;
    BriefLine line;
};

Text state_in_words(QuotaState state) {
    switch (state) {
        case QuotaState::missed:
            return {"미달, 더는 채울 수 없음. ", "Missed, and can no longer be met. "};
        case QuotaState::infeasible:
        case QuotaState::at_risk:
            return detail::words_for("quota_state", to_string(state)) + Text{". ", ". "};
        default:
            return {};
    }
}

Decision quota_decision(const View& view, const Quota& quota, const Verdict& verdict) {
    const ProgrammeParts& parts = view.programme().parts();
    const Council* council = detail::find_record(parts.councils, quota.of);
    const bool of_council = quota.subject == QuotaSubject::meetings && council != nullptr;
    const Text owner = of_council ? secretary_of(parts, *council, view.on()) : Text{};
    const Urgency urgency = verdict.state == QuotaState::presumed  ? Urgency::presumed
                            : verdict.state == QuotaState::at_risk ? Urgency::at_risk
                                                                   : Urgency::missed;
    return {urgency, line_of(RecordKind::quota, quota.id, verdict.latest_feasible, quota.title,
                             state_in_words(verdict.state) + verdict.reason, owner)};
}

void add_quota_decisions(const View& view, std::vector<Decision>& decisions) {
    for (const Quota& quota : view.programme().parts().quotas) {
        const auto missed = view.missed(quota.id);
        if (missed) decisions.push_back(quota_decision(view, quota, *missed));
        if (!in_force(quota, period_of(quota, view.on()))) continue;
        const Verdict verdict = view.quota(quota.id);
        // Until its results are reported, a period that has ended is the one that is asked for.
        if (missed && verdict.period == missed->period) continue;
        if (verdict.state == QuotaState::met || verdict.state == QuotaState::on_track) continue;
        decisions.push_back(quota_decision(view, quota, verdict));
    }
}

void add_task_decisions(const ProgrammeParts& parts, const std::vector<BriefLine>& late,
                        std::vector<Decision>& decisions) {
    for (const Task& task : parts.tasks) {
        const auto add = [&](Urgency urgency, const std::optional<Date>& date, const Text& what) {
            const bool is_late = std::any_of(late.begin(), late.end(), [&](const BriefLine& line) {
                return line.id == task.id;
            });
            decisions.push_back({is_late ? Urgency::overdue : urgency,
                                 line_of(RecordKind::task, task.id, date, name_of(task), what,
                                         unit_title(parts, task.owner))});
        };
        if (task.state == TaskState::submitted) {
            add(Urgency::verification, task.changes.back().on,
                {"완료 확인 대기", "handed in, to be verified"});
        }
        if (task.state == TaskState::proposed && !task.changes.empty()) {
            add(Urgency::adoption, task.proposed,
                {"채택 여부 결정 필요", "to be adopted or rejected"});
        }
    }
}

void add_item_decisions(const ProgrammeParts& parts, const Date& on,
                        std::vector<Decision>& decisions) {
    for (const Coming& coming : detail::coming_meetings(parts, on)) {
        for (const AgendaItem& item : coming.meeting->items) {
            if (item.kind != ItemKind::decision || item.outcome != ItemOutcome::open) continue;
            decisions.push_back(
                {Urgency::item,
                 line_of(RecordKind::meeting, coming.id(), coming.meeting->date, coming.title,
                         item.title, secretary_of(parts, *coming.council, on))});
        }
    }
}

/// The meeting of a council that was held last, up to a day; null if none is recorded with its date.
const Meeting* held_last(const Council& council, const Date& on) {
    const Meeting* last = nullptr;
    for (const Meeting& meeting : council.meetings) {
        if (!was_held(meeting.state) || !meeting.date || *meeting.date > on) continue;
        if (last == nullptr || *meeting.date >= *last->date) last = &meeting;
    }
    return last;
}

/// A council whose last meeting had no quorum has decided nothing there, and meets again.
void add_quorum_decisions(const ProgrammeParts& parts, const Date& on,
                          std::vector<Decision>& decisions) {
    for (const Council& council : parts.councils) {
        const Meeting* meeting = held_last(council, on);
        if (meeting == nullptr || !meeting->quorum || meeting->quorum->met() != false) continue;
        const Quorum& quorum = *meeting->quorum;
        const std::string of = std::to_string(quorum.eligible);
        const std::string present = std::to_string(quorum.present);
        const std::string required = std::to_string(*quorum.required);
        const Text attendance =
            quorum.recorded
                ? Text{"위원 " + of + "명 중 " + present + "명 출석, " + required + "명 필요",
                       present + " of " + of + " members present, " + required + " needed"}
                : Text{"출석 기록 없음, " + required + "명 필요",
                       "attendance not recorded, " + required + " needed"};
        const int prescribed = prescribed_meetings(parts.quotas, council, meeting->year.value());
        decisions.push_back(
            {Urgency::no_quorum,
             line_of(RecordKind::meeting, council.id + "/" + meeting_id(*meeting), meeting->date,
                     title_of(council, *meeting, prescribed),
                     Text{"의사정족수 미달로 의결하지 못함(", "no quorum, nothing decided ("} +
                         attendance + Text{")", ")"},
                     secretary_of(parts, council, on))});
    }
}

/// Of equal urgency the earliest date first; what has none cannot be made up for any more.
std::vector<BriefLine> in_order(std::vector<Decision> decisions) {
    std::stable_sort(decisions.begin(), decisions.end(), [](const Decision& a, const Decision& b) {
        return a.urgency != b.urgency ? a.urgency < b.urgency : a.line.date < b.line.date;
    });
    std::vector<BriefLine> lines;
    for (Decision& decision : decisions) lines.push_back(std::move(decision.line));
    return lines;
}

// --- The other lists ------------------------------------------------------------------------------

/// The obligations that were done: each period in a line.
void add_done_obligations(const View& view, std::vector<BriefLine>& done) {
    const ProgrammeParts& parts = view.programme().parts();
    for (const Obligation& obligation : parts.obligations) {
        std::map<std::string, std::pair<Date, int>> periods;
        for (const Fulfilment& each : parts.fulfilments) {
            if (each.obligation != obligation.id || each.outcome != FulfilmentOutcome::done ||
                each.on.year() != view.on().year()) {
                continue;
            }
            auto& [last, count] = periods.try_emplace(each.period, each.on, 0).first->second;
            last = std::max(last, each.on);
            ++count;
        }
        for (const auto& [period, done_on] : periods) {
            const std::string number = std::to_string(done_on.second);
            const Text what = obligation.per == ObligationPer::institution
                                  ? Text{}
                                  : Text{number + "건 이행", number + " done"};
            done.push_back(line_of(RecordKind::obligation, obligation.id, done_on.first,
                                   obligation.title, what, unit_title(parts, obligation.owner)));
        }
    }
}

std::vector<BriefLine> done_in(const View& view) {
    const int year = view.on().year();
    const ProgrammeParts& parts = view.programme().parts();
    std::vector<BriefLine> done;
    for (const Task& task : parts.tasks) {
        if (!is_done(task.state) || task.changes.empty()) continue;
        const Date day = task.changes.back().on;
        if (day.year() != year) continue;
        done.push_back(line_of(RecordKind::task, task.id, day, name_of(task), {},
                               unit_title(parts, task.owner)));
    }
    add_done_obligations(view, done);
    std::stable_sort(done.begin(), done.end(),
                     [](const BriefLine& a, const BriefLine& b) { return a.date > b.date; });
    return done;
}

std::vector<BriefLine> late_tasks(const View& view) {
    std::vector<BriefLine> late;
    for (const OverdueGroup& group : view.overdue()) {
        for (const OverdueTask& task : group.tasks) {
            const std::string days = std::to_string(task.working_days_late);
            const Text title = task.title.empty() ? Text{task.task, task.task} : task.title;
            Text what{"근무일 기준 " + days + "일 지연",
                      days + (days == "1" ? " working day" : " working days") + " late"};
            std::string needed;
            for (const std::string& id : task.blocked_by) {
                needed += (needed.empty() ? "" : ", ") + id;
            }
            if (!needed.empty()) {
                what = what + Text{", 선행과제 " + needed + " 미완료", ", waits for " + needed};
            }
            late.push_back(line_of(RecordKind::task, task.task, task.due, title, what,
                                   unit_title(view.programme().parts(), task.owner)));
        }
    }
    return late;
}

/// The unit that sees to an instance; if none does, the one that owes it.
Text sees_to(const View& view, const ObligationStanding& standing) {
    return unit_title(view.programme().parts(), standing.owner);
}

/// The instances of one obligation and one day in a line: thirty-eight departments owe it together.
struct ObligationsTogether {
    const ObligationStanding* first;
    std::size_t open = 0;
};
std::vector<ObligationsTogether> together(const std::vector<ObligationStanding>& standings,
                                          ObligationState state) {
    std::vector<ObligationsTogether> found;
    for (const ObligationStanding& each : standings) {
        if (each.state != state) continue;
        const auto same =
            std::find_if(found.begin(), found.end(), [&](const ObligationsTogether& known) {
                return known.first->obligation == each.obligation &&
                       known.first->period == each.period && known.first->due == each.due;
            });
        if (same == found.end()) {
            found.push_back({&each, 1});
        } else {
            ++same->open;
        }
    }
    return found;
}

BriefLine line_of(const View& view, const ObligationsTogether& group) {
    const ObligationStanding& first = *group.first;
    Text what = first.text;
    if (group.open > 1) {
        const std::string open = std::to_string(group.open);
        what = what + Text{", 미이행 " + open + "건", ", " + open + " to do"};
    }
    return line_of(RecordKind::obligation, first.obligation, first.due, first.title, what,
                   group.open > 1 ? Text{} : sees_to(view, first));
}

/// The obligations that are late: those by the most days first.
std::vector<BriefLine> late_obligations(const View& view) {
    std::vector<BriefLine> late;
    const std::vector<ObligationStanding> standings = view.obligations();
    for (const ObligationsTogether& group : together(standings, ObligationState::late)) {
        late.push_back(line_of(view, group));
    }
    return late;
}

/// The obligations that fall due in the next weeks, and those of which their lead time has begun.
void add_coming_obligations(const View& view, const Interval& days,
                            std::vector<BriefLine>& coming) {
    int furthest = days.days();
    for (const Obligation& obligation : view.programme().parts().obligations) {
        furthest = std::max(furthest, obligation.lead_days + 1);
    }
    if (view.programme().parts().obligations.empty()) return;
    const std::vector<ObligationStanding> standings =
        view.obligations_due(Interval::of_days(days.begin(), furthest));
    for (const ObligationsTogether& group : together(standings, ObligationState::open)) {
        const bool is_led_in = add_days(group.first->due, -group.first->lead_days) <= view.on();
        if (days.contains(group.first->due) || is_led_in) coming.push_back(line_of(view, group));
    }
}

/// The terms of members that end in the next days: a line for each council and day.
void add_ending_terms(const View& view, std::vector<BriefLine>& coming) {
    constexpr int term_days_ahead = 30;
    const ProgrammeParts& parts = view.programme().parts();
    for (const Council& council : parts.councils) {
        std::map<Date, std::vector<std::string>> seats;
        for (const Membership& member : council.memberships) {
            if (!member.end || !is_in_force(member, view.on())) continue;
            if (day_number(*member.end) - day_number(view.on()) > term_days_ahead) continue;
            seats[add_days(*member.end, -1)].push_back(member.seat);
        }
        for (const auto& [last, ids] : seats) {
            const std::string number = std::to_string(ids.size());
            const Seat* seat = detail::find_record(parts.institution.seats, ids.front());
            const Text who = ids.size() > 1 ? Text{"위원 " + number + "명", number + " members"}
                             : seat == nullptr ? Text::in_any_language(ids.front())
                                               : seat->title;
            coming.push_back(line_of(RecordKind::council, council.id, last, council.name,
                                     who + Text{" 임기 만료", ", end of term"}, {}));
        }
    }
}

std::vector<BriefLine> coming_days(const View& view) {
    constexpr int days_ahead = 28;
    std::vector<BriefLine> coming;
    const Agenda agenda(view.programme().plan(), view.workdays(),
                        Interval::of_days(view.on(), days_ahead));
    for (const AgendaEntry& entry : agenda) {
        // Deadlines follow with what is owed of them.
        if (!entry.has_own_days || entry.kind == EntryKind::deadline) continue;
        const Text status = entry.takes_place() ? Text{} : in_words(*entry.status);
        coming.push_back(line_of(detail::record_of(entry.kind), entry.id, entry.begin(),
                                 entry.title, status, {}));
    }
    const Date last = view.on() + boost::gregorian::days(days_ahead - 1);
    const ProgrammeParts& parts = view.programme().parts();
    for (const Task& task : parts.tasks) {
        const bool falls_due =
            task.due && *task.due >= view.on() && *task.due <= last && is_open(task.state);
        if (!falls_due) continue;
        coming.push_back(line_of(RecordKind::task, task.id, task.due, name_of(task),
                                 {"과제 기한", "task due"}, unit_title(parts, task.owner)));
    }
    add_ending_terms(view, coming);
    add_coming_obligations(view, Interval::closed(view.on(), last), coming);
    std::stable_sort(coming.begin(), coming.end(),
                     [](const BriefLine& a, const BriefLine& b) { return a.date < b.date; });
    return coming;
}

}  // namespace

Brief View::brief() const {
    const ProgrammeParts& parts = programme_.parts();
    Brief brief{
        .on = on_, .title = parts.title, .progress = progress_of_year(*this, on_.year()).front()};
    brief.done = done_in(*this);
    brief.late = late_tasks(*this);
    std::vector<Decision> decisions;
    add_quota_decisions(*this, decisions);
    add_task_decisions(parts, brief.late, decisions);
    for (BriefLine& line : late_obligations(*this)) brief.late.push_back(std::move(line));
    add_item_decisions(parts, on_, decisions);
    add_quorum_decisions(parts, on_, decisions);
    brief.decisions = in_order(std::move(decisions));
    brief.coming = coming_days(*this);
    return brief;
}

}  // namespace probity
