#include "probity/sentences/reading.hpp"

#include <algorithm>
#include <ostream>
#include <set>

#include "date/civil.hpp"
#include "sentences/code_points.hpp"
#include "sentences/working_days.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

/// How far before a window a span may begin that reaches into it, and a day that is moved into it.
constexpr int reach = 400;

/// The date so many days away, or the first or last date there is.
Date moved_within(const Date& date, std::int64_t days) {
    const std::int64_t day = day_number(date) + days;
    return detail::unchecked_date(std::clamp<std::int64_t>(day, first_day_number, last_day_number));
}

/// A recurrence without a date.
Recurrence no_days(const Date& start, std::vector<Date> extra = {}) {
    static const Rule rule = Rule::parse("FREQ=DAILY;UNTIL=14000101");
    return {rule, start, std::move(extra)};
}

Recurrence union_of(const std::vector<Recurrence>& parts) {
    Recurrence whole = parts.at(0);
    for (std::size_t i = 1; i < parts.size(); ++i) whole = whole | parts[i];
    return whole;
}

Rule weekly_on(Weekday weekday) {
    return Rule({.frequency = Frequency::weekly, .by_weekday = {weekday}});
}

/// The anchors themselves, or the first days of the weeks that hold them.
Recurrence first_days(const Term& term, const Recurrence& anchors, const Date& start) {
    if (!term.week_from) return anchors;
    // Of the seven days that end with an anchor one is the first of its week.
    const Recurrence weekly(weekly_on(*term.week_from), moved_within(start, -6));
    return Spans(anchors, -6, 7).days() & weekly;
}

Date first_of_month(const Date& date) { return make_date(date.year(), date.month(), 1); }

/// The part of a description that tells readings apart by their days.
class Days {
  public:
    Days(const Reading& reading, const std::optional<WorkCalendar>& workdays) : reading_(reading) {
        if (!reading.needs_workdays()) return;
        if (!workdays) {
            throw ProbityError(detail::sentence("rule.needs_workdays",
                                                {{"title", detail::quoted(reading.title.korean)}}));
        }
        calendar_ = *workdays;
    }

    Date bounded(const Date& start) const {
        return reading_.begins ? std::max(start, *reading_.begins) : start;
    }

    Recurrence nominal(const Date& start, bool from_anchors) const {
        std::vector<Recurrence> parts;
        for (const Term& term : reading_.terms) {
            parts.push_back(from_anchors ? term.from_anchors(start) : term.recurrence(start));
        }
        const Recurrence days = union_of(parts);
        const std::optional<Recurrence> out = left_out(start);
        return out ? days - *out : days;
    }

    std::optional<Recurrence> left_out(const Date& start) const {
        if (reading_.without.empty()) return std::nullopt;
        std::vector<Recurrence> parts;
        for (const Term& term : reading_.without) {
            parts.push_back(term.recurrence(moved_within(start, -reach)));
        }
        return union_of(parts);
    }

    /// The span of a term from its first day on.
    Interval span(const Term& term, const Date& day) const {
        if (term.last == nullptr) return Interval::of_days(day, reading_.length);
        const Recurrence ends = term.last->recurrence(day);
        const std::optional<Date> last =
            day == first_date() ? ends.nth(0) : ends.next_after(add_days(day, -1));
        return Interval::closed(day, last.value_or(day));
    }

    std::vector<Interval> spans_between(const Date& start, const Date& first,
                                        const Date& last) const {
        const Interval window(first, last);
        const std::optional<Recurrence> out = left_out(start);
        std::set<Interval> found;
        for (const Term& term : reading_.terms) {
            const Recurrence days = term.from_anchors(start);
            for (const Date& day : days.between(moved_within(first, -reach), last)) {
                if (out && out->contains(day)) continue;
                const Interval one = span(term, day);
                if (one.meet(window)) found.insert(one);
            }
        }
        return {found.begin(), found.end()};
    }

    /// (nominal, adjusted) days whose nominal ones are in [begin, end).
    std::vector<RolledDate> worked(const Date& begin, const Date& end) const {
        std::vector<RolledDate> found;
        if (end <= begin) return found;
        for (const Date& day : nominal(begin, false).between(begin, end)) {
            if (const auto worked = detail::worked_day(reading_, day, *calendar_)) {
                found.push_back({day, *worked});
            }
        }
        return found;
    }

    Recurrence by_calendar(const Date& start) const {
        const std::optional<Interval> known = known_days(*calendar_);
        if (!known) return no_days(start);
        const Date begin = std::max(first_of_month(start), known->begin());
        std::vector<Date> days;
        for (const RolledDate& each : worked(begin, known->end().value_or(last_date()))) {
            if (each.adjusted >= start) days.push_back(each.adjusted);
        }
        return no_days(std::max(start, begin), std::move(days));
    }

  private:
    const Reading& reading_;
    std::optional<WorkCalendar> calendar_ = std::nullopt;
};

/// Whether no part of a rule says which day is meant, so that it is that of the start.
bool takes_day_from_start(const Rule& rule) {
    return rule.frequency() != Frequency::daily && !rule.has_by_day() &&
           rule.by_month_day().empty() && rule.by_year_day().empty();
}

/// Whether the dates of a reading depend on its begin.
bool is_counted(const Reading& reading) {
    return std::any_of(reading.terms.begin(), reading.terms.end(), [](const Term& term) {
        return term.anchors.interval() > 1 || term.anchors.count() ||
               takes_day_from_start(term.anchors);
    });
}

/// A start from which nothing is missed that reaches into a window from `first` on.
Date before_window(const Reading& reading, const Date& first) {
    const auto& names = reading.names;
    const bool of_months =
        reading.convention || std::find(names.begin(), names.end(), "LAST_DAY") != names.end();
    return reading.of_spans() && of_months ? first_of_month(first) : moved_within(first, -reach);
}

Date first_day(const Term& term, const Date& anchor) {
    std::int64_t back = 0;
    if (term.week_from) {
        const int weekday = static_cast<int>(detail::floor_mod(day_number(anchor) + 3, 7));
        back = detail::floor_mod(weekday - term.week_from->index(), 7);
    }
    return add_days(anchor, term.offset - back);
}

}  // namespace

std::string_view to_string(DayOff kind) noexcept {
    switch (kind) {
        case DayOff::saturday:
            return "saturday";
        case DayOff::sunday:
            return "sunday";
        case DayOff::holiday:
            break;
    }
    return "holiday";
}

std::string_view to_string(MovedTo to) noexcept {
    switch (to) {
        case MovedTo::working_day:
            return "working_day";
        case MovedTo::day:
            return "day";
        case MovedTo::other_day:
            return "other_day";
        case MovedTo::week:
            break;
    }
    return "week";
}

std::string_view to_string(CountedIn within) noexcept {
    switch (within) {
        case CountedIn::month:
            return "month";
        case CountedIn::week:
            return "week";
        case CountedIn::anything:
            break;
    }
    return "";
}

Recurrence Term::recurrence(const Date& start) const {
    if (offset == 0 && !week_from) return {anchors, start};
    const std::int64_t begin = std::int64_t{day_number(start)} - offset;
    if (begin > last_day_number) return no_days(start);
    const Date anchor = moved_within(start, -std::int64_t{offset});
    const Recurrence days = first_days(*this, {anchors, anchor}, anchor).shift(offset);
    // The first day of a week may lie before an anchor that does not.
    return week_from ? days & Recurrence(Rule({.frequency = Frequency::daily}), start) : days;
}

Recurrence Term::from_anchors(const Date& start) const {
    const Recurrence days = first_days(*this, {anchors, start}, start);
    return offset == 0 ? days : days.shift(offset);
}

bool operator==(const Term& a, const Term& b) {
    const bool same_ends = a.last == b.last || (a.last && b.last && *a.last == *b.last);
    return a.anchors == b.anchors && a.offset == b.offset && a.week_from == b.week_from &&
           same_ends;
}

Recurrence Reading::recurrence(const Date& start,
                               const std::optional<WorkCalendar>& workdays) const {
    const Days days(*this, workdays);
    const Date begin = days.bounded(start);
    return needs_workdays() ? days.by_calendar(begin) : days.nominal(begin, of_spans());
}

Spans Reading::spans(const Date& start, const std::optional<WorkCalendar>& workdays) const {
    if (!of_spans()) return {recurrence(start, workdays), 0, 1};
    if (length == 0) {
        throw ProbityError(
            detail::sentence("rule.lengths_differ", {{"title", detail::quoted(title.korean)}}));
    }
    const Days days(*this, workdays);
    const Date begin = days.bounded(start);
    const bool one_offset = std::all_of(terms.begin(), terms.end(), [&](const Term& term) {
        return term.offset == terms[0].offset;
    });
    if (!one_offset || !without.empty() || terms[0].week_from) {
        return {days.nominal(begin, true), 0, length};
    }
    std::vector<Recurrence> anchors;
    for (const Term& term : terms) anchors.emplace_back(term.anchors, begin);
    return {union_of(anchors), terms[0].offset, length};
}

std::vector<DayOrSpan> Reading::between(const Date& begin, const Date& end,
                                        const std::optional<WorkCalendar>& workdays) const {
    if (end <= begin) return {};
    const Days days(*this, workdays);
    const Date start = days.bounded(is_counted(*this) ? begin : before_window(*this, begin));
    if (of_spans()) {
        const std::vector<Interval> found = days.spans_between(start, begin, end);
        return {found.begin(), found.end()};
    }
    if (!needs_workdays()) {
        const DateSet found = days.nominal(start, true).between(begin, end);
        return {found.begin(), found.end()};
    }
    std::set<Date> found;
    for (const RolledDate& each : days.worked(start, moved_within(end, 62))) {
        if (begin <= each.adjusted && each.adjusted < end) found.insert(each.adjusted);
    }
    return {found.begin(), found.end()};
}

std::vector<NominalDays> Reading::nominal_days(const Date& begin, const Date& end,
                                               const std::optional<WorkCalendar>& workdays) const {
    const Days days(*this, workdays);
    const Date start = days.bounded(begin);
    std::vector<NominalDays> found;
    if (needs_workdays()) {
        for (const RolledDate& each : days.worked(start, end)) {
            found.push_back({each.nominal, each.adjusted});
        }
        return found;
    }
    const std::optional<Recurrence> out = days.left_out(start);
    for (const Term& term : terms) {
        for (const Date& anchor : Recurrence(term.anchors, start).between(begin, end)) {
            const Date day = first_day(term, anchor);
            if (out && out->contains(day)) continue;
            if (of_spans()) {
                found.push_back({anchor, days.span(term, day)});
            } else {
                found.push_back({anchor, day});
            }
        }
    }
    return found;
}

std::string to_string(const Reading& reading) {
    return reading.title.korean + " / " + reading.title.english;
}

std::ostream& operator<<(std::ostream& out, const Reading& reading) {
    return out << to_string(reading);
}

std::optional<Interval> known_days(const WorkCalendar& calendar) {
    const Interval& horizon = calendar.horizon();
    const Date begin = moved_within(horizon.begin(), 31);
    const Date end = moved_within(horizon.end().value_or(last_date()), -31);
    if (end <= begin) return std::nullopt;
    return Interval(begin, end);
}

}  // namespace probity
