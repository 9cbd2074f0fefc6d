#include "probity/programme/impact.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "planning/words.hpp"
#include "programme/standing.hpp"
#include "records/obligation_starts.hpp"

namespace probity {
namespace {

using detail::due_day;
using detail::name_of;

/// Two calendars, and on which days they differ.
class Comparison {
  public:
    Comparison(const WorkCalendar& before, const WorkCalendar& after, const Interval& year)
        : before_(before), after_(after) {
        // A date that is due or rolled late in the year can land after it.
        const Interval days(year.begin(), add_days(year.last(), 32));
        const Date end = std::min(
            *days.end(), add_days(std::min(before.horizon().last(), after.horizon().last()), 1));
        for (const DayChange& change : before.diff(after, year.begin(), end)) {
            if (change.before.working != change.after.working) changes_.push_back(change);
        }
    }

    [[nodiscard]] const WorkCalendar& before() const { return before_; }
    [[nodiscard]] const WorkCalendar& after() const { return after_; }
    [[nodiscard]] bool empty() const { return changes_.empty(); }
    [[nodiscard]] bool became_off(const Date& date) const {
        return before_.is_working_day(date) && !after_.is_working_day(date);
    }

    /// The changed days from one date to another, with their holidays: why something moves.
    [[nodiscard]] Text why(const Date& first, const Date& last) const {
        Text text;
        for (const DayChange& change : changes_) {
            if (change.date < first || change.date > last) continue;
            const auto& holidays =
                change.after.working ? change.before.holidays : change.after.holidays;
            const Text date = detail::written(change.date);
            // Holidays that are given as dates alone have no name.
            const bool named = !holidays.empty() && !holidays.front().name.empty();
            const Text name = named ? holidays.front().name : Text{"휴무일", "day off"};
            const bool added = !change.after.working;
            text.korean += (text.korean.empty() ? "" : ", ") + date.korean + " " +
                           name.in(Language::korean) + (added ? "" : " 아님");
            text.english += (text.english.empty() ? "" : ", ") + date.english + ", " +
                            (added ? "" : "no longer ") + name.in(Language::english);
        }
        return text;
    }

  private:
    const WorkCalendar& before_;
    const WorkCalendar& after_;
    std::vector<DayChange> changes_;
};

void add_observances(const ProgrammeParts& parts, const Interval& year, const Comparison& both,
                     std::vector<Move>& moves) {
    for (const Observance& observance : parts.observances) {
        for (const Occurrence& occurrence : observance.occurrences(year)) {
            if (!occurrence.takes_place()) continue;
            const Interval& days = occurrence.observed;
            const auto was = static_cast<int>(both.before().count(days.begin(), days.end()));
            const auto is = static_cast<int>(both.after().count(days.begin(), days.end()));
            if (was == is) continue;
            const bool day = observance.kind == ObservanceKind::day;
            Move move{.kind = day ? MoveKind::day : MoveKind::week,
                      .id = observance.id,
                      .period = occurrence.period,
                      .title = observance.title,
                      .before = days.begin(),
                      .after = days.begin(),
                      .days_before = was,
                      .days_after = is,
                      .why = both.why(days.begin(), days.last())};
            if (day && is == 0) {
                move.after = both.after().roll(days.begin(), RollConvention::following);
                move.consequence = {"휴무일이 됨. 다음 근무일로 옮길 것",
                                    "It falls on a day off; the next working day is proposed"};
            } else if (!day && is < observance.short_below && was >= observance.short_below) {
                move.consequence = {"짧은 주가 됨", "It becomes a short week"};
            }
            moves.push_back(std::move(move));
        }
    }
}

void add_meetings(const ProgrammeParts& parts, const Interval& year, const Comparison& both,
                  std::vector<Move>& moves) {
    for (const Council& council : parts.councils) {
        for (const Meeting& meeting : council.meetings) {
            const bool open =
                meeting.state == MeetingState::planned || meeting.state == MeetingState::noticed;
            if (!open || !meeting.date || !year.contains(*meeting.date) ||
                !both.became_off(*meeting.date)) {
                continue;
            }
            const Date date = *meeting.date;
            const int prescribed = prescribed_meetings(parts.quotas, council, meeting.year.value());
            const Charter* charter = council.charter_on(date);
            const bool notice = meeting.state == MeetingState::noticed ||
                                (charter != nullptr && charter->notice_days > 0);
            moves.push_back(
                {.kind = MoveKind::meeting,
                 .id = council.id,
                 .period = meeting_id(meeting),
                 .title = title_of(council, meeting, prescribed),
                 .before = date,
                 .after = both.after().roll(date, RollConvention::following),
                 .why = both.why(date, date),
                 .consequence = notice ? Text{"연기하고 다시 소집 통지할 것",
                                              "It has to be postponed, and notice given again"}
                                       : Text{"연기할 것", "It has to be postponed"}});
        }
    }
}

void add_slots(const ProgrammeParts& parts, const Interval& year, const Comparison& both,
               std::vector<Move>& moves) {
    for (const Council& council : parts.councils) {
        const auto before = detail::council_slots(parts, council, year, both.before());
        const auto after = detail::council_slots(parts, council, year, both.after());
        for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
            if (before[i].adjusted == after[i].adjusted) continue;
            moves.push_back({.kind = MoveKind::slot,
                             .id = council.id,
                             .period = std::to_string(before[i].number),
                             .title = council.name + Text{" 회의 예정일", ": meeting slot"},
                             .before = before[i].adjusted,
                             .after = after[i].adjusted,
                             .why = both.why(std::min(before[i].nominal, before[i].adjusted),
                                             std::max(before[i].adjusted, after[i].adjusted))});
        }
    }
}

void add_due_dates(const ProgrammeParts& parts, const Interval& year, const Comparison& both,
                   std::vector<Move>& moves) {
    for (const Task& task : parts.tasks) {
        if (!is_open(task.state) || !task.due || !year.contains(*task.due)) continue;
        const Date before = *due_day(task, both.before());
        const Date after = *due_day(task, both.after());
        if (before == after) continue;
        Move move{.kind = MoveKind::due_date,
                  .id = task.id,
                  .title = name_of(task),
                  .before = before,
                  .after = after,
                  .why = both.why(*task.due, std::max(before, after))};
        for (const Task& other : parts.tasks) {
            const auto& needs = other.depends_on;
            const bool waits = std::find(needs.begin(), needs.end(), task.id) != needs.end();
            if (!waits || !is_open(other.state) || !other.due) continue;
            if (*due_day(other, both.after()) >= after) continue;
            move.consequence = {other.id + "의 기한보다 늦어짐",
                                "It is now due after " + other.id + ", which waits for it"};
        }
        moves.push_back(std::move(move));
    }
}

void add_quotas(const ProgrammeParts& parts, const Interval& year, const Comparison& both,
                std::vector<Move>& moves) {
    for (const Quota& quota : parts.quotas) {
        std::set<Date> starts;
        for (int month = 1; month <= 12; ++month) {
            starts.insert(period_of(quota, make_date(year.begin().year(), month, 1)).begin());
        }
        for (const Date& start : starts) {
            const Interval period = period_of(quota, start);
            if (quota.subject != QuotaSubject::meetings || !in_force(quota, period)) continue;
            const Verdict before =
                detail::quota_standing(parts, quota, period, start, both.before());
            const Verdict after = detail::quota_standing(parts, quota, period, start, both.after());
            const auto add = [&](MoveKind kind, const std::optional<Date>& was,
                                 const std::optional<Date>& is, const Text& what) {
                if (was == is) return;
                const Date first = was && is ? std::min(*was, *is) : period.begin();
                const Date last = was && is ? std::max(*was, *is) : period.last();
                moves.push_back({.kind = kind,
                                 .id = quota.id,
                                 .period = std::to_string(start.year()),
                                 .title = quota.title + what,
                                 .before = was,
                                 .after = is,
                                 .why = both.why(first, last)});
            };
            add(MoveKind::quota, before.latest_feasible, after.latest_feasible,
                {": 늦어도 열어야 하는 날", ": the latest day on which it can still be met"});
            add(MoveKind::notice, before.latest_notice, after.latest_notice,
                {": 늦어도 통지해야 하는 날", ": the latest day for notice"});
        }
    }
}

void add_deadlines(const ProgrammeParts& parts, const Interval& year, const Comparison& both,
                   std::vector<Move>& moves) {
    for (const Obligation& obligation : parts.obligations) {
        for (const detail::OwedFrom& from :
             detail::owed_from(parts, obligation, detail::starts_for(obligation, year))) {
            if (!detail::can_be_due(obligation, from.start, year)) continue;
            const ObligationDue before = due_on(obligation, both.before(), from.start);
            if (!year.contains(before.date)) continue;
            const ObligationDue after = due_on(obligation, both.after(), from.start);
            if (before.date == after.date) continue;
            moves.push_back({.kind = MoveKind::deadline,
                             .id = obligation.id,
                             .period = from.period,
                             .title = obligation.title,
                             .before = before.date,
                             .after = after.date,
                             .why = both.why(std::min(before.date, after.date),
                                             std::max(before.date, after.date))});
        }
    }
}

}  // namespace

std::vector<Move> impact(const Programme& programme, const WorkCalendar& before,
                         const WorkCalendar& after, int year) {
    const Interval days = year_of(year);
    const Comparison both(before, after, days);
    std::vector<Move> moves;
    if (both.empty()) return moves;
    const ProgrammeParts& parts = programme.parts();
    add_observances(parts, days, both, moves);
    add_meetings(parts, days, both, moves);
    add_slots(parts, days, both, moves);
    add_due_dates(parts, days, both, moves);
    add_quotas(parts, days, both, moves);
    add_deadlines(parts, days, both, moves);
    const auto date_of = [](const Move& move) { return move.before ? move.before : move.after; };
    std::stable_sort(moves.begin(), moves.end(),
                     [&](const Move& a, const Move& b) { return date_of(a) < date_of(b); });
    return moves;
}

std::string_view to_string(DateReasonKind kind) noexcept {
    constexpr std::array<std::string_view, 12> names{
        "week", "day",        "activity",  "meeting",   "event",       "deadline",
        "task", "moved_away", "cancelled", "corrected", "working_day", "day_off"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(MoveKind kind) noexcept {
    constexpr std::array<std::string_view, 8> names{"week",     "day",   "meeting", "slot",
                                                    "due_date", "quota", "notice",  "deadline"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace probity
