#include "sentences/english/periods.hpp"

#include <array>
#include <string_view>

#include "sentences/english/dates.hpp"
#include "sentences/english/days.hpp"
#include "sentences/english/heads.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

/// Days with a name, by their names in Korean; the longer before the shorter.
constexpr auto feasts = std::to_array<Word<std::u32string_view>>({
    {U"independence movement day", U"삼일절"},
    {U"march first movement day", U"삼일절"},
    {U"national foundation day", U"개천절"},
    {U"lunar new year's day", U"설"},
    {U"korean thanksgiving", U"추석"},
    {U"buddha's birthday", U"부처님오신날"},
    {U"constitution day", U"제헌절"},
    {U"korean new year", U"설"},
    {U"lunar new year", U"설"},
    {U"new year's day", U"신정"},
    {U"children's day", U"어린이날"},
    {U"liberation day", U"광복절"},
    {U"christmas day", U"성탄절"},
    {U"memorial day", U"현충일"},
    {U"workers' day", U"노동절"},
    {U"hangeul day", U"한글날"},
    {U"labour day", U"노동절"},
    {U"hangul day", U"한글날"},
    {U"labor day", U"노동절"},
    {U"christmas", U"성탄절"},
    {U"seollal", U"설"},
    {U"chuseok", U"추석"},
    {U"seol", U"설"},
});

/// A unit of time as so many of another.
constexpr auto durations = std::to_array<Word<Duration>>({
    {U"calendar days", {1, LengthUnit::day}},
    {U"calendar day", {1, LengthUnit::day}},
    {U"days", {1, LengthUnit::day}},
    {U"day", {1, LengthUnit::day}},
    {U"weeks", {1, LengthUnit::week}},
    {U"week", {1, LengthUnit::week}},
    {U"fortnights", {2, LengthUnit::week}},
    {U"fortnight", {2, LengthUnit::week}},
    {U"months", {1, LengthUnit::month}},
    {U"month", {1, LengthUnit::month}},
});

/// A day by its name or place, from which others are told.
bool read_named_day(Scanner& s, SentencePlan& plan) {
    constexpr std::array<Reader, 4> ways{read_feast, read_date, read_end_of_period, read_counted};
    return s.any_of(plan, ways);
}

bool take_before(Scanner& s) { return s.take(U"before", U"prior to"); }

/// The last working day (before), the first working day (after), the working day (before).
std::optional<Duration> one_working_day(Scanner& s) {
    const std::size_t mark = s.at;
    s.take(U"the");
    s.take(U"last", U"first", U"next");
    if (s.take_any(working_days) && s.ahead(U"before", U"prior to", U"after", U"following")) {
        return Duration{1, LengthUnit::working_day};
    }
    s.at = mark;
    return std::nullopt;
}

/// Month-end, end of quarter: the period that ends. Whether it stood here.
bool read_end_by_name(Scanner& s, SentencePlan& plan) {
    if (s.take(U"month-end", U"month end", U"end of month")) {
        add_head(plan, Frequency::monthly, 1);
    } else if (s.take(U"quarter-end", U"quarter end", U"end of quarter")) {
        set_quarters(plan);
    } else if (s.take(U"half-year-end", U"half-year end", U"end of half-year")) {
        set_half_years(plan);
    } else if (s.take(U"year-end", U"year end", U"end of year", U"new year's eve")) {
        plan.months = {{12, false}};
        add_head(plan, Frequency::yearly, 1);
    } else {
        return false;
    }
    return true;
}

/// (After) the end of each quarter, month-end.
bool read_period_that_ends(Scanner& s, SentencePlan& plan) {
    s.take(U"the");
    const bool is_end = s.take(U"end of", U"close of", U"expiry of");
    const bool of_each = take_each(s);
    if (is_end) return read_period_or_block(s, plan, of_each);
    if (s.take(U"month-end", U"month end")) {
        add_head(plan, Frequency::monthly, 1);
    } else if (s.take(U"quarter-end", U"quarter end")) {
        set_quarters(plan);
    } else if (s.take(U"year-end", U"year end")) {
        add_head(plan, Frequency::yearly, 1);
    } else {
        return false;
    }
    return true;
}

}  // namespace

std::optional<Duration> duration(Scanner& s, bool behind_the) {
    const std::size_t mark = s.at;
    Said number = s.take(U"a", U"an", U"the") || behind_the ? 1 : 0;
    if (const Said told = s.number().value_or(0); told != 0) number = told;  // the two weeks
    s.take(U"full", U"whole");
    if (number != 0) {
        if (s.take_any(working_days)) return Duration{number, LengthUnit::working_day};
        if (const Duration* const unit = s.take_word(durations)) {
            return Duration{number * unit->number, unit->unit};
        }
    }
    s.at = mark;
    return std::nullopt;
}

bool read_after_period(Scanner& s, SentencePlan& plan) {
    const bool within = s.take(U"within", U"no later than", U"not later than", U"at the latest");
    s.take(U"on the", U"the");
    const auto n = s.ordinal();
    auto length = duration(s);
    if (n && *n > 0) {
        length.reset();
        if (s.take_any(working_days)) {
            length = Duration{*n, LengthUnit::working_day};
        } else if (s.take(U"day")) {
            length = Duration{*n, LengthUnit::day};
        }
    }
    if (!length || !s.take(U"after", U"of", U"from", U"following")) return false;
    if (!read_period_that_ends(s, plan)) return false;
    plan.after_period = length;
    plan.deadline = within;
    return true;
}

bool read_week_around(Scanner& s, SentencePlan& plan) {
    const bool lasting = s.take(U"within", U"in", U"for", U"during", U"throughout");
    const bool the = s.take(U"the");
    const auto length = duration(s, the);
    if (!length || (length->unit != LengthUnit::day && length->unit != LengthUnit::week))
        return false;
    const bool before = s.take(U"before", U"prior to", U"preceding", U"ahead of", U"leading up to");
    if (!before && !s.take(U"after", U"following")) return false;
    if (!read_named_day(s, plan)) return false;
    const bool of_weeks = length->unit == LengthUnit::week;
    const Said days = length->number * (of_weeks ? 7 : 1);
    // Three days before is a day, the three days before are a run, the day before is a day.
    if (lasting || (the && (length->number > 1 || of_weeks))) {
        plan.around = before ? DaysAround{days, 0} : DaysAround{0, days};
    } else {
        plan.shift = before ? -days : days;
    }
    return true;
}

bool read_containing(Scanner& s, SentencePlan& plan) {
    take_each(s);
    if (!s.take(U"week")) return false;
    const bool which = s.take(U"in which", U"when", U"where");
    if (!which &&
        !s.take(U"that contains", U"which contains", U"containing", U"that includes", U"including",
                U"that has", U"in which falls", U"of", U"with", U"holding", U"that holds")) {
        return false;
    }
    if (!read_named_day(s, plan)) return false;
    if (which) s.take(U"falls", U"lies", U"is");
    plan.containing = true;
    return true;
}

bool read_moved(Scanner& s, SentencePlan& plan) {
    if (s.take(U"the eve of", U"on the eve of")) {
        if (!read_feast(s, plan)) return false;
        plan.shift = -1;
        return true;
    }
    const bool deadline =
        s.take(U"at least", U"not less than", U"no later than", U"not later than", U"by");
    auto length = duration(s);
    if (!length) length = one_working_day(s);
    if (!length || length->unit == LengthUnit::month) return false;
    const bool before = take_before(s);
    if (!before && !s.take(U"after", U"following")) return false;
    if (!read_named_day(s, plan)) return false;
    plan.deadline = plan.deadline || deadline;
    const Said number = before ? -length->number : length->number;
    if (length->unit == LengthUnit::working_day) {
        plan.working_shift = number;
    } else {
        plan.shift = number * (length->unit == LengthUnit::week ? 7 : 1);
    }
    return true;
}

bool read_weekday_beside(Scanner& s, SentencePlan& plan) {
    s.take(U"on");
    s.take(U"the");
    s.take(U"first", U"last", U"next");
    const auto weekday = s.weekday();
    const bool before = weekday && s.take(U"before", U"preceding");
    if (!weekday || !(before || s.take(U"after", U"following"))) return false;
    if (!read_counted(s, plan) || plan.ordinals.size() != 1) {
        s.fail(sentence("rule.nth_weekday_en"));
    }
    const int away = *weekday - plan.ordinals.front().weekday;  // [-6, 6]
    plan.shift = before ? -((-away + 6) % 7 + 1) : (away + 6) % 7 + 1;
    return true;
}

bool read_feast(Scanner& s, SentencePlan& plan) {
    s.take(U"on");
    take_each(s);
    const auto found = s.listed([&]() -> std::optional<std::u32string_view> {
        s.take(U"the");
        const std::u32string_view* const name = s.take_word(feasts);
        return name != nullptr ? std::optional(*name) : std::nullopt;
    });
    if (found.empty()) return false;
    plan.feasts.insert(plan.feasts.end(), found.begin(), found.end());
    if (s.take(U"holidays", U"holiday")) {
        plan.holidays_around = true;
    } else if (s.take(U"week")) {
        plan.containing = true;
    }
    return true;
}

bool read_end_of_period(Scanner& s, SentencePlan& plan) {
    s.take(U"at", U"on");
    take_each(s);
    if (read_end_by_name(s, plan)) {
        plan.month_days.push_back(-1);
        return true;
    }
    const bool first =
        s.take(U"start of", U"the start of", U"beginning of", U"the beginning of", U"opening of");
    if (!first && !s.take(U"end of", U"the end of", U"last day of", U"the last day of", U"close of",
                          U"the close of")) {
        return false;
    }
    const bool of_each = take_each(s);
    const std::size_t mark = s.at;
    if (s.take(U"following month", U"next month")) {
        plan.next_month = true;
    } else if (s.take(U"year", U"calendar year", U"financial year", U"fiscal year",
                      U"business year")) {
        plan.months = {{first ? 1 : 12, false}};
        add_head(plan, Frequency::yearly, 1);
    } else if (read_months(s, plan)) {
        add_head(plan, Frequency::yearly, 1);
    } else if (s.at != mark || !read_period_or_block(s, plan, of_each)) {
        return false;
    }
    plan.month_days.push_back(first ? 1 : -1);
    return true;
}

}  // namespace probity::detail::english
