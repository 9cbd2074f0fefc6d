#include "sentences/english/heads.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "sentences/code_points.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

constexpr auto units = std::to_array<Word<Frequency>>({
    {U"days", Frequency::daily},
    {U"day", Frequency::daily},
    {U"weeks", Frequency::weekly},
    {U"week", Frequency::weekly},
    {U"months", Frequency::monthly},
    {U"month", Frequency::monthly},
    {U"calendar years", Frequency::yearly},
    {U"calendar year", Frequency::yearly},
    {U"years", Frequency::yearly},
    {U"year", Frequency::yearly},
    // 회계연도, which is the calendar year of every Korean office.
    {U"financial year", Frequency::yearly},
    {U"fiscal year", Frequency::yearly},
    {U"business year", Frequency::yearly},
});
constexpr auto adverbs = std::to_array<Word<Head>>({
    {U"daily", {Frequency::daily, 1}},
    {U"weekly", {Frequency::weekly, 1}},
    {U"fortnightly", {Frequency::weekly, 2}},
    {U"monthly", {Frequency::monthly, 1}},
    {U"yearly", {Frequency::yearly, 1}},
    {U"annually", {Frequency::yearly, 1}},
    {U"annual", {Frequency::yearly, 1}},
    {U"per annum", {Frequency::yearly, 1}},
});
constexpr auto two_senses = std::to_array<Word<const char*>>({
    {U"biweekly", "rule.every_or_twice_a_week"},
    {U"bi-weekly", "rule.every_or_twice_a_week"},
    {U"bimonthly", "rule.every_or_twice_a_month"},
    {U"bi-monthly", "rule.every_or_twice_a_month"},
    {U"biannually", "rule.twice_or_every_two_years"},
    {U"biannual", "rule.twice_or_every_two_years"},
});
constexpr auto quarters = std::to_array<std::u32string_view>(
    {U"calendar quarters", U"calendar quarter", U"quarters", U"quarter"});
constexpr auto half_years = std::to_array<std::u32string_view>(
    {U"half-years", U"half-year", U"half years", U"half year", U"semesters", U"semester", U"half"});
constexpr auto times_periods = std::to_array<Word<TimesPeriod>>({
    {U"year", TimesPeriod::year},
    {U"annum", TimesPeriod::year},
    {U"half-year", TimesPeriod::half_year},
    {U"half year", TimesPeriod::half_year},
    {U"semester", TimesPeriod::half_year},
    {U"quarter", TimesPeriod::quarter},
    {U"month", TimesPeriod::month},
    {U"week", TimesPeriod::week},
    {U"day", TimesPeriod::day},
});
constexpr auto number_words =
    std::to_array<Word<Said>>({{U"once", 1}, {U"twice", 2}, {U"thrice", 3}});

/// Once, three times, 4 x.
std::optional<Said> read_number_of_times(Scanner& s) {
    if (const Said* const word = s.take_word(number_words)) return *word;
    const auto number = s.number();
    return number && s.take(U"times", U"time", U"x") ? number : std::nullopt;
}

/// Every other week, in 3 years: what steps by more than one period.
std::optional<Head> read_step(Scanner& s) {
    if (!s.take(U"every", U"each", U"in", U"per")) return std::nullopt;
    const auto step =
        s.take(U"other", U"alternate", U"second") ? std::optional<Said>(2) : s.number();
    if (!step || *step <= 1) return std::nullopt;
    const Frequency* const unit = s.take_word(units);
    return unit != nullptr ? std::optional(Head{*unit, *step}) : std::nullopt;
}

void set_period(SentencePlan& plan, TimesPeriod period) {
    switch (period) {
        case TimesPeriod::year:
            return add_head(plan, Frequency::yearly, 1);
        case TimesPeriod::month:
            return add_head(plan, Frequency::monthly, 1);
        case TimesPeriod::week:
            return add_head(plan, Frequency::weekly, 1);
        case TimesPeriod::day:
            return add_head(plan, Frequency::daily, 1);
        case TimesPeriod::quarter:
            return set_quarters(plan);
        case TimesPeriod::half_year:
            return set_half_years(plan);
        case TimesPeriod::none:
            return;
    }
}

/// Twice a month, three times a year, once per quarter: how often, not when.
bool read_times(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    s.take(U",");
    const bool at_least = s.take(U"at least", U"no less than", U"a minimum of");
    const bool at_most = !at_least && s.take(U"at most", U"no more than", U"up to");
    const std::size_t start = s.at;
    const auto number = read_number_of_times(s);
    if (!number) return s.back(mark);
    const std::size_t inner = s.at;
    auto step = read_step(s);
    const TimesPeriod* period = nullptr;
    if (!step) {
        s.at = inner;
        if (!s.take(U"a", U"per", U"in a", U"each", U"every", U"in each", U"in every")) {
            return s.back(mark);
        }
        if (s.take(U"fortnight")) {
            step = Head{Frequency::weekly, 2};
        } else {
            period = s.take_word(times_periods);
        }
    }
    if (step) {
        if (*number != 1) {
            s.fail(sentence("rule.times_in_some"), mark);
        }
        add_head(plan, step->frequency, step->interval);
        return true;
    }
    if (period == nullptr) return s.back(mark);
    plan.times = Times{*number, *period, start + (s.stands_at(U" ", start) ? 1 : 0)};
    plan.at_least = at_least;
    plan.at_most = at_most;
    set_period(plan, *period);
    return true;
}

}  // namespace

void add_head(SentencePlan& plan, Frequency frequency, Said interval) {
    const Head head{frequency, interval};
    if (std::ranges::find(plan.heads, head) != plan.heads.end()) return;
    plan.heads.push_back(head);
    std::ranges::stable_sort(plan.heads, std::ranges::greater(), &Head::frequency);
}

void set_block(SentencePlan& plan, int length, std::vector<int> starts) {
    plan.block = length;
    plan.block_starts = std::move(starts);
}

void set_quarters(SentencePlan& plan) { set_block(plan, 3, {1, 4, 7, 10}); }

void set_half_years(SentencePlan& plan) { set_block(plan, 6, {1, 7}); }

bool take_each(Scanner& s) { return !s.take(U"the") && s.take_any(each_words); }

bool read_period(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (s.take_any(quarters)) {
        set_quarters(plan);
        return true;
    }
    if (s.take_any(half_years)) {
        set_half_years(plan);
        s.take(U"of the year", U"of each year", U"of every year");
        return true;
    }
    Said step = 2;
    if (!s.take(U"other", U"alternate", U"second")) {
        step = s.number().value_or(1);
        if (step == 0) step = 1;
    }
    s.take(U"calendar");
    if (s.take(U"fortnights", U"fortnight")) {
        add_head(plan, Frequency::weekly, 2 * step);
        plan.in_year = false;
        return true;
    }
    if (const Frequency* const unit = s.take_word(units)) {
        add_head(plan, *unit, step);
        if (*unit != Frequency::yearly) plan.in_year = false;
        return true;
    }
    if (step > 1 && s.take_any(quarters)) {
        add_head(plan, Frequency::monthly, 3 * step);
        return true;
    }
    return s.back(mark);
}

bool read_named_block(Scanner& s, SentencePlan& plan) {
    constexpr auto quarter_names = std::to_array<std::u32string_view>({U"q1", U"q2", U"q3", U"q4"});
    constexpr auto half_names = std::to_array<std::u32string_view>({U"h1", U"h2"});
    const std::size_t mark = s.at;
    s.take(U"the");
    if (const auto quarter = s.take_place(quarter_names)) {
        set_block(plan, 3, {static_cast<int>(3 * *quarter + 1)});
        return true;
    }
    if (const auto half = s.take_place(half_names)) {
        set_block(plan, 6, {static_cast<int>(6 * *half + 1)});
        return true;
    }
    const auto numbers = s.listed([&] { return s.ordinal(); });
    const auto are = [&](auto allowed) { return std::ranges::all_of(numbers, allowed); };
    std::vector<int> starts;
    if (!numbers.empty() && s.take(U"quarters", U"quarter") &&
        are([](Said n) { return (n >= 1 && n <= 4) || n == -1; })) {
        for (const Said n : numbers) starts.push_back(static_cast<int>(3 * (n > 0 ? n : 4) - 2));
        set_block(plan, 3, starts);
    } else if (!numbers.empty() && s.take(U"half-year", U"half") &&
               are([](Said n) { return n == 1 || n == 2 || n == -1; })) {
        for (const Said n : numbers) starts.push_back(n == 1 ? 1 : 7);
        set_block(plan, 6, starts);
    } else {
        return s.back(mark);
    }
    const bool in_year =
        s.take(U"of the year", U"of each year", U"of every year", U"each year", U"every year");
    if (!in_year && s.take(U"of") && s.month()) {
        s.fail(sentence("rule.part_of_month"), mark);
    }
    return true;
}

bool read_period_or_block(Scanner& s, SentencePlan& plan, bool of_each) {
    if (of_each) return read_period(s, plan) || read_named_block(s, plan);
    return read_named_block(s, plan) || read_period(s, plan);
}

bool read_head(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    if (const Head* const adverb = s.take_word(adverbs)) {
        add_head(plan, adverb->frequency, adverb->interval);
        return true;
    }
    if (s.take(U"quarterly")) {
        set_quarters(plan);
        return true;
    }
    if (s.take(U"half-yearly", U"semi-annually", U"semiannually", U"semi-annual", U"six-monthly")) {
        set_half_years(plan);
        return true;
    }
    if (const char* const* const kind = s.take_word(two_senses)) {
        s.fail(sentence(*kind, {{"word", utf8(stripped(std::u32string_view(s.text).substr(
                                             mark, s.at - mark)))}}),
               mark);
    }
    if (read_times(s, plan) || read_named_block(s, plan)) return true;
    s.take(U"of", U"in", U"for");
    if (s.take_any(each_words) && read_period(s, plan)) return true;
    return s.back(mark);
}

}  // namespace probity::detail::english
