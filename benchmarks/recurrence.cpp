// Recurrences: expanding them beside other ways to do it, questions at random dates to every form of
// rule, the first question to a new one, and many rules at once.
//
//     probity_recurrence_benchmark --benchmark_filter=third_wednesday
//
// Names are job/rule or form/who or how far. Times are processor time; where one pass gives many
// dates, per_item is the time of one. PROBITY_BENCHMARK_RULES says how many distinct rules are
// expanded at once, 100,000 unless given.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "measuring/distinct_rules.hpp"
#include "measuring/hand_written.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/spans.hpp"

namespace {

using namespace probity;
using namespace probity::measuring;

#ifdef __clang__
constexpr const char* compiler = __VERSION__;  // begins with its name
#else
constexpr const char* compiler = "g++ " __VERSION__;
#endif

constexpr std::size_t drawn = 4096;  // random arguments of a question, used in turn
const Date start = make_date(2026, 1, 1);

/// Reports the time of one date where each pass gives `items` of them on average.
void per_item(benchmark::State& state, double items) {
    state.counters["per_item"] =
        benchmark::Counter(items, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

std::vector<std::int64_t> random_numbers(std::int64_t begin, std::int64_t end, std::size_t size,
                                         unsigned seed) {
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<std::int64_t> any(begin, end - 1);
    std::vector<std::int64_t> numbers(size);
    for (std::int64_t& number : numbers) number = any(random);
    return numbers;
}

// --- Expanding a hundred years --------------------------------------------------------------------

const std::vector<Window>& windows() {
    static const std::vector<Window> random = [] {
        std::vector<Window> drawn_windows;
        for (const std::int64_t year : random_numbers(1901, 2101, 64, 1)) {
            drawn_windows.push_back({static_cast<int>(year), static_cast<int>(year) + 100});
        }
        return drawn_windows;
    }();
    return random;
}

// Biweekly on three days, and some room for loops that write beyond the end.
constexpr std::size_t most_dates = 100 * 366 * 3 / 14 + 64;

/// `write(window, out)` writes the dates of a window and returns the end of what it wrote.
template <class Write>
void expand_windows(benchmark::State& state, Write write) {
    std::vector<DayNumber> out(most_dates);
    std::size_t i = 0;
    std::int64_t dates = 0;
    for (auto _ : state) {
        dates += write(windows()[i], out.data()) - out.data();
        benchmark::DoNotOptimize(out.data());
        benchmark::ClobberMemory();
        i = (i + 1) % windows().size();
    }
    per_item(state, static_cast<double>(dates));
}

void by_probity(benchmark::State& state, const char* rule) {
    const Recurrence recurrence(Rule::parse(rule), make_date(1900, 1, 1));
    benchmark::DoNotOptimize(recurrence.nth(0));
    benchmark::DoNotOptimize(recurrence.nth(100));
    expand_windows(state, [&](const Window& window, DayNumber* out) {
        return out + recurrence.write(window.begin(), window.end(), {out, most_dates});
    });
}

constexpr const char* third_wednesday_rule = "FREQ=MONTHLY;BYDAY=3WE";
constexpr const char* last_weekday_rule = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1";
constexpr const char* biweekly_rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR";
constexpr const char* week_20_rule = "FREQ=YEARLY;BYWEEKNO=20";

/// The others must give what the recurrence gives, or their times mean nothing.
template <class Write>
void by_other(benchmark::State& state, const char* rule, Write write) {
    const Recurrence recurrence(Rule::parse(rule), make_date(1900, 1, 1));
    std::vector<DayNumber> theirs(most_dates);
    std::vector<DayNumber> ours(most_dates);
    for (const Window& window : windows()) {
        const auto written = static_cast<std::size_t>(write(window, theirs.data()) - theirs.data());
        const std::size_t n = recurrence.write(window.begin(), window.end(), ours);
        if (written != n ||
            !std::equal(ours.begin(), ours.begin() + static_cast<long>(n), theirs.begin())) {
            state.SkipWithError("gives other dates than the recurrence");
            return;
        }
    }
    expand_windows(state, write);
}

BENCHMARK_CAPTURE(by_probity, , third_wednesday_rule)->Name("expand/third_wednesday/probity");
BENCHMARK_CAPTURE(by_other, , third_wednesday_rule, third_wednesdays_by_chrono)
    ->Name("expand/third_wednesday/chrono");
BENCHMARK_CAPTURE(by_other, , third_wednesday_rule, third_wednesdays_by_steps)
    ->Name("expand/third_wednesday/steps");
BENCHMARK_CAPTURE(by_other, , third_wednesday_rule, third_wednesdays_by_boost)
    ->Name("expand/third_wednesday/boost");
BENCHMARK_CAPTURE(by_probity, , last_weekday_rule)->Name("expand/last_weekday/probity");
BENCHMARK_CAPTURE(by_other, , last_weekday_rule, last_weekdays_by_chrono)
    ->Name("expand/last_weekday/chrono");
BENCHMARK_CAPTURE(by_other, , last_weekday_rule, last_weekdays_by_steps)
    ->Name("expand/last_weekday/steps");
BENCHMARK_CAPTURE(by_probity, , biweekly_rule)->Name("expand/biweekly/probity");
BENCHMARK_CAPTURE(by_other, , biweekly_rule, biweekly_by_chrono)->Name("expand/biweekly/chrono");
BENCHMARK_CAPTURE(by_other, , biweekly_rule, biweekly_by_steps)->Name("expand/biweekly/steps");
BENCHMARK_CAPTURE(by_probity, , week_20_rule)->Name("expand/week_20/probity");
BENCHMARK_CAPTURE(by_other, , week_20_rule, twentieth_weeks_by_chrono)
    ->Name("expand/week_20/chrono");
BENCHMARK_CAPTURE(by_other, , week_20_rule, twentieth_weeks_by_steps)->Name("expand/week_20/steps");
#ifdef PROBITY_HAS_LIBICAL
void by_libical(benchmark::State& state, const char* rule) {
    const Recurrence recurrence(Rule::parse(rule), make_date(1900, 1, 1));
    std::array<Date, 201> first_of_year;
    for (int i = 0; i <= 200; ++i) {
        first_of_year[static_cast<std::size_t>(i)] =
            *recurrence.next_after(make_date(1900 + i, 12, 31));
    }
    by_other(state, rule, [&](const Window& window, DayNumber* out) {
        const auto i = static_cast<std::size_t>(window.begin_year - 1901);
        return write_by_libical(rule, first_of_year[i], window, out);
    });
}
// Of BYWEEKNO=20 libical gives no dates or others.
BENCHMARK_CAPTURE(by_libical, , third_wednesday_rule)->Name("expand/third_wednesday/libical");
BENCHMARK_CAPTURE(by_libical, , last_weekday_rule)->Name("expand/last_weekday/libical");
BENCHMARK_CAPTURE(by_libical, , biweekly_rule)->Name("expand/biweekly/libical");
#endif

// --- Questions to every form of rule --------------------------------------------------------------

Recurrence of(const char* rule) { return Recurrence(Rule::parse(rule), start); }

// Twenty extra and twenty excepted dates.
Recurrence with_exceptions() {
    static const Recurrence plain = of(third_wednesday_rule);
    static const auto dates_of = [](auto date) {
        std::vector<Date> dates;
        for (int i = 0; i < 20; ++i) dates.push_back(date(i));
        return dates;
    };
    static const std::vector<Date> extra =
        dates_of([](int i) { return add_days(start, i * 1000); });
    static const std::vector<Date> excepted = dates_of([](int i) { return *plain.nth(i * 10); });
    return Recurrence(*plain.rule(), start, extra, excepted);
}

// A form of rule; `make` is what the first access pays for beside the access itself.
struct Tier {
    const char* name;
    Recurrence (*make)();
};

constexpr std::array tiers{
    Tier{"weekly_stepped", [] { return of(biweekly_rule); }},
    Tier{"yearly", [] { return of("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"); }},
    Tier{"monthly", [] { return of(third_wednesday_rule); }},
    Tier{"rare", [] { return of("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"); }},
    Tier{"with_count", [] { return of("FREQ=MONTHLY;BYDAY=3WE;COUNT=90000"); }},
    Tier{"with_exceptions", [] { return with_exceptions(); }},
    Tier{"yearly_stepped", [] { return of("FREQ=YEARLY;INTERVAL=3;BYMONTH=3,9;BYDAY=-1FR"); }},
    Tier{"monthly_stepped", [] { return of("FREQ=MONTHLY;INTERVAL=5;BYDAY=3WE"); }},
    Tier{"week_number", [] { return of(week_20_rule); }},
    Tier{"week_number_filtered",
         [] { return of("FREQ=YEARLY;INTERVAL=2;BYWEEKNO=1,53;BYMONTH=1,12;BYDAY=MO,FR"); }},
    Tier{"daily_filtered", [] { return of("FREQ=DAILY;INTERVAL=10;BYMONTH=1,6"); }},
    Tier{"weekly_filtered", [] { return of("FREQ=WEEKLY;INTERVAL=3;BYMONTH=3,4,5;BYDAY=TU,TH"); }},
    Tier{"monthly_skip",
         [] {
             return of(
                 "RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=31;"
                 "SKIP=FORWARD");
         }},
    Tier{"lunisolar", [] { return of("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=15"); }},
    Tier{"union", [] { return of(third_wednesday_rule) | of(biweekly_rule); }},
    Tier{"intersection", [] { return of(third_wednesday_rule) & of(biweekly_rule); }},
    Tier{"difference", [] { return of(third_wednesday_rule) - of(biweekly_rule); }},
    Tier{"days_of_weeks", [] { return third_week(start).days(); }},
};

bool is_lunisolar(const Tier& tier) { return std::string_view(tier.name) == "lunisolar"; }

enum class Question { next_after, nth, count, contains };
constexpr std::array questions{"next_after", "nth", "count", "contains"};

/// Random dates over so many years from the start, or random places among the dates there.
void ask(benchmark::State& state, const Tier& tier, Question question, int years) {
    const Recurrence recurrence = tier.make();
    const Date end = make_date(2026 + years, 1, 1);
    const std::int64_t total = recurrence.count(start, end);
    const auto places = random_numbers(0, std::max<std::int64_t>(total, 1), drawn, 3);
    std::vector<Date> dates;
    for (const std::int64_t day :
         random_numbers(day_number(start), day_number(end), drawn + 1, 2)) {
        dates.push_back(date_of(day));
    }
    std::size_t i = 0;
    const auto run = [&](auto answer) {
        for (auto _ : state) {
            benchmark::DoNotOptimize(answer(i));
            i = (i + 1) % drawn;
        }
    };
    switch (question) {
        case Question::next_after:
            return run([&](std::size_t n) { return recurrence.next_after(dates[n]); });
        case Question::nth:
            return run([&](std::size_t n) { return recurrence.nth(places[n]); });
        case Question::count:
            // A random pair in order, drawn beforehand.
            for (std::size_t n = 0; n < drawn; n += 2) {
                if (dates[n] > dates[n + 1]) std::swap(dates[n], dates[n + 1]);
            }
            return run([&](std::size_t n) {
                return recurrence.count(dates[n & ~std::size_t{1}], dates[n | 1]);
            });
        default:
            return run([&](std::size_t n) { return recurrence.contains(dates[n]); });
    }
}

/// A new recurrence and its 1,000th date, or the middle one of a shorter one.
void first_access(benchmark::State& state, const Tier& tier) {
    const std::int64_t k = is_lunisolar(tier) ? 37 : 1000;
    for (auto _ : state) benchmark::DoNotOptimize(tier.make().nth(k));
}

[[maybe_unused]] const bool registered = [] {
    benchmark::AddCustomContext("compiler", compiler);
    for (const Tier& tier : tiers) {
        for (std::size_t q = 0; q < questions.size(); ++q) {
            for (const int years : {90, 7000}) {
                if (is_lunisolar(tier) && years > 90) continue;
                // What is known of the lunisolar calendar ends with 2100.
                const int far = is_lunisolar(tier) ? 74 : years;
                benchmark::RegisterBenchmark(
                    (std::string(questions[q]) + "/" + tier.name + "/" + std::to_string(years))
                        .c_str(),
                    ask, tier, static_cast<Question>(q), far);
            }
        }
        benchmark::RegisterBenchmark((std::string("first_access/") + tier.name).c_str(),
                                     first_access, tier);
    }
    return true;
}();

// --- Making one -----------------------------------------------------------------------------------

void parse(benchmark::State& state, const char* rule) {
    const std::string text = rule;
    for (auto _ : state) benchmark::DoNotOptimize(Rule::parse(text));
}
BENCHMARK_CAPTURE(parse, , third_wednesday_rule)->Name("parse/monthly");
BENCHMARK_CAPTURE(parse, , "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE")->Name("parse/yearly");
BENCHMARK_CAPTURE(parse, , last_weekday_rule)->Name("parse/last_weekday");
BENCHMARK_CAPTURE(parse, , "FREQ=WEEKLY;UNTIL=20301231;INTERVAL=2;BYDAY=MO,WE,FR;WKST=SU")
    ->Name("parse/biweekly_until");

void build_and_take_first(benchmark::State& state, const char* text) {
    const Rule rule = Rule::parse(text);
    for (auto _ : state) benchmark::DoNotOptimize(Recurrence(rule, start).next_after(start));
}
BENCHMARK_CAPTURE(build_and_take_first, , biweekly_rule)->Name("first_date/weekly_stepped");
BENCHMARK_CAPTURE(build_and_take_first, , third_wednesday_rule)->Name("first_date/monthly");
BENCHMARK_CAPTURE(build_and_take_first, , last_weekday_rule)->Name("first_date/last_weekday");
BENCHMARK_CAPTURE(build_and_take_first, , week_20_rule)->Name("first_date/week_number");
BENCHMARK_CAPTURE(build_and_take_first, , "FREQ=MONTHLY;INTERVAL=5;BYDAY=3WE")
    ->Name("first_date/monthly_stepped");
BENCHMARK_CAPTURE(build_and_take_first, , "FREQ=DAILY;INTERVAL=10;BYMONTH=1,6")
    ->Name("first_date/daily_filtered");

// --- Membership of many dates ---------------------------------------------------------------------

void membership(benchmark::State& state, int begin_year, int end_year) {
    constexpr std::size_t many = 10'000'000;
    const std::vector<std::int64_t> days = random_numbers(
        day_number(make_date(begin_year, 1, 1)), day_number(make_date(end_year, 1, 1)), many, 4);
    const std::unique_ptr<bool[]> answers(new bool[many]());
    const Recurrence recurrence(Rule::parse(third_wednesday_rule), make_date(1900, 1, 1));
    for (auto _ : state) recurrence.contains(days, {answers.get(), many});
    per_item(state, static_cast<double>(state.iterations()) * many);
}
BENCHMARK_CAPTURE(membership, , 1950, 2050)
    ->Name("membership/100_years")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(membership, , 1400, 9999)
    ->Name("membership/8600_years")
    ->Unit(benchmark::kMillisecond);

// --- Many distinct rules at once ------------------------------------------------------------------

void expand_rules(benchmark::State& state) {
    const char* asked = std::getenv("PROBITY_BENCHMARK_RULES");
    const std::size_t size = asked != nullptr ? std::strtoull(asked, nullptr, 10) : 100'000;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < size; ++i) texts.push_back(distinct_rule(i));
    const std::vector<std::string_view> rules(texts.begin(), texts.end());
    const auto threads = static_cast<unsigned>(state.range(0));
    std::size_t dates = 0;
    for (auto _ : state) {
        const Expansion expansion =
            expand(rules, std::span(&start, 1), start, make_date(2036, 1, 1), threads);
        dates = expansion.days.size();
    }
    state.counters["dates"] = static_cast<double>(dates);
    state.counters["rules"] = static_cast<double>(size);
}
// Of several threads the time that passes says how long it takes, and the processor time of all of
// them what they cost.
BENCHMARK(expand_rules)
    ->Name("rules")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
