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

#ifdef PROBITY_HAS_LIBICAL
#include <libical/ical.h>
#endif

#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/spans.hpp"

namespace {

using namespace probity;

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

// A hundred whole years from a random one on. Whole years spare the hand-written loops the days cut
// off at either end.
struct Window {
    int begin_year;
    int end_year;

    [[nodiscard]] Date begin() const { return make_date(begin_year, 1, 1); }
    [[nodiscard]] Date end() const { return make_date(end_year, 1, 1); }
};

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

DayNumber number(std::chrono::sys_days day) {
    return static_cast<DayNumber>(day.time_since_epoch().count());
}

// The loops that one would write by hand, with std::chrono as it is meant to be used.
template <class OfMonth>
DayNumber* each_month(const Window& window, DayNumber* out, OfMonth of_month) {
    using namespace std::chrono;
    const year_month end = year(window.end_year) / January;
    for (year_month month = year(window.begin_year) / January; month != end; month += months(1)) {
        *out++ = of_month(month);
    }
    return out;
}

DayNumber* third_wednesdays_by_chrono(const Window& window, DayNumber* out) {
    return each_month(window, out, [](std::chrono::year_month month) {
        return number(month / std::chrono::Wednesday[3]);
    });
}

DayNumber* last_weekdays_by_chrono(const Window& window, DayNumber* out) {
    return each_month(window, out, [](std::chrono::year_month month) {
        const std::chrono::sys_days last = month / std::chrono::last;
        const unsigned weekday = std::chrono::weekday(last).iso_encoding();
        return number(last) - (weekday > 5 ? static_cast<DayNumber>(weekday) - 5 : 0);
    });
}

DayNumber* twentieth_weeks_by_chrono(const Window& window, DayNumber* out) {
    using namespace std::chrono;
    for (int y = window.begin_year; y != window.end_year; ++y) {
        const sys_days in_week_1 = year(y) / January / 4;
        *out++ = number(in_week_1 - (weekday(in_week_1) - Monday) + weeks(19));
    }
    return out;
}

DayNumber* biweekly_by_chrono(const Window& window, DayNumber* out) {
    using namespace std::chrono;
    const sys_days monday = year(1900) / January / 1;
    const sys_days begin = year(window.begin_year) / January / 1;
    const sys_days end = year(window.end_year) / January / 1;
    for (sys_days week = monday + (begin - monday) / days(14) * days(14); week < end;
         week += weeks(2)) {
        for (const int day : {0, 2, 4}) {
            const sys_days date = week + days(day);
            if (date >= begin && date < end) *out++ = number(date);
        }
    }
    return out;
}

// The same loops written for speed: no date is computed from its year, month and day, only the step
// from one to the next.
constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

DayNumber new_year(int year) { return number(std::chrono::year(year) / std::chrono::January / 1); }

/// Calls `of_month(first day, its days)` for each month of a window.
template <class OfMonth>
DayNumber* step_through_months(const Window& window, DayNumber* out, OfMonth of_month) {
    static constexpr std::array<std::array<int, 12>, 2> lengths{
        {{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31},
         {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}}};
    DayNumber first = new_year(window.begin_year);
    for (int year = window.begin_year; year != window.end_year; ++year) {
        for (const int length : lengths[is_leap(year)]) {
            *out++ = of_month(first, length);
            first += length;
        }
    }
    return out;
}

// Days since a Monday, for days from 1900 on.
unsigned monday_based(DayNumber day) { return static_cast<unsigned>(day + 25567); }

DayNumber* third_wednesdays_by_steps(const Window& window, DayNumber* out) {
    return step_through_months(window, out, [](DayNumber first, int) {
        // The one Wednesday of the 15th to the 21st.
        const DayNumber last = first + 20;
        return last - static_cast<DayNumber>((monday_based(last) + 5) % 7);
    });
}

DayNumber* last_weekdays_by_steps(const Window& window, DayNumber* out) {
    return step_through_months(window, out, [](DayNumber first, int length) {
        const DayNumber last = first + length - 1;
        const auto weekday = static_cast<DayNumber>(monday_based(last) % 7);
        return last - std::max(weekday - 4, 0);
    });
}

DayNumber* twentieth_weeks_by_steps(const Window& window, DayNumber* out) {
    DayNumber in_week_1 = new_year(window.begin_year) + 3;
    for (int year = window.begin_year; year != window.end_year; ++year) {
        *out++ = in_week_1 - static_cast<DayNumber>(monday_based(in_week_1) % 7) + 19 * 7;
        in_week_1 += is_leap(year) ? 366 : 365;
    }
    return out;
}

DayNumber* biweekly_by_steps(const Window& window, DayNumber* out) {
    const DayNumber begin = new_year(window.begin_year);
    const DayNumber end = new_year(window.end_year);
    DayNumber week = begin - static_cast<DayNumber>(monday_based(begin) % 14);
    // The first and the last fortnight may be cut; those between are written whole.
    const auto write_cut = [&] {
        for (const int day : {0, 2, 4}) {
            if (week + day >= begin && week + day < end) *out++ = week + day;
        }
        week += 14;
    };
    write_cut();
    const std::int32_t whole = (end - week - 5) / 14 + 1;
    for (std::int32_t i = 0; i < whole; ++i) {
        out[3 * i] = week + 14 * i;
        out[3 * i + 1] = week + 14 * i + 2;
        out[3 * i + 2] = week + 14 * i + 4;
    }
    week += 14 * whole;
    out += 3 * whole;
    if (week < end) write_cut();
    return out;
}

// Boost.Date_Time's generator of the n-th weekday of a month.
DayNumber* third_wednesdays_by_boost(const Window& window, DayNumber* out) {
    using boost::gregorian::nth_day_of_the_week_in_month;
    for (int year = window.begin_year; year != window.end_year; ++year) {
        for (unsigned short month = 1; month <= 12; ++month) {
            nth_day_of_the_week_in_month third(nth_day_of_the_week_in_month::third,
                                               boost::date_time::Wednesday, month);
            *out++ = day_number(third.get_date(static_cast<unsigned short>(year)));
        }
    }
    return out;
}

#ifdef PROBITY_HAS_LIBICAL
// libical walks from DTSTART. The window's first date is given as that, so that it walks nothing in
// vain, and because a DTSTART that the rule does not match confuses it.
DayNumber* write_by_libical(const char* rule, const Date& first, const Window& window,
                            DayNumber* out) {
    icaltimetype day = icaltime_null_time();
    day.is_date = 1;
    day.year = first.year();
    day.month = first.month().as_number();
    day.day = first.day();
    icalrecur_iterator* iterator =
        icalrecur_iterator_new(icalrecurrencetype_from_string(rule), day);
    if (iterator == nullptr) return out;
    for (day = icalrecur_iterator_next(iterator);
         !icaltime_is_null_time(day) && day.year < window.end_year;
         day = icalrecur_iterator_next(iterator)) {
        *out++ = day_number(Date(static_cast<unsigned short>(day.year),
                                 static_cast<unsigned short>(day.month),
                                 static_cast<unsigned short>(day.day)));
    }
    icalrecur_iterator_free(iterator);
    return out;
}
#endif

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

// Takes a number apart into digits of chosen bases, so that different numbers make different rules.
class Digits {
  public:
    explicit Digits(std::size_t number) : rest_(number) {}

    std::size_t take(std::size_t base) {
        const std::size_t digit = rest_ % base;
        rest_ /= base;
        return digit;
    }

  private:
    std::size_t rest_;
};

constexpr std::array<std::string_view, 7> weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array<std::string_view, 5> ordinals{"1", "2", "3", "4", "-1"};

// The names or numbers whose bits are set, with commas between them.
template <class Name>
std::string chosen(std::size_t bits, Name name) {
    std::string list;
    for (std::size_t i = 0; bits >> i != 0; ++i) {
        if ((bits >> i & 1) != 0) list.append(list.empty() ? "" : ",").append(name(i));
    }
    return list;
}

std::string some_weekdays(Digits& digits) {
    return ";BYDAY=" +
           chosen(digits.take(127) + 1, [](std::size_t i) { return std::string(weekdays[i]); });
}

std::string some_months(Digits& digits) {
    return ";BYMONTH=" +
           chosen(digits.take(4095) + 1, [](std::size_t i) { return std::to_string(i + 1); });
}

std::string a_number(const char* name, Digits& digits, std::size_t from, std::size_t to) {
    return std::string(name) + std::to_string(from + digits.take(to - from + 1));
}

std::string an_nth_weekday(Digits& digits) {
    const std::string_view ordinal = ordinals[digits.take(5)];
    return std::string(ordinal).append(weekdays[digits.take(7)]);
}

/// The i-th of many distinct rules, of seven kinds in turn. recurrence.py has the same ones.
std::string distinct_rule(std::size_t i) {
    Digits digits(i);
    switch (digits.take(7)) {
        case 0: {
            const std::string days = some_weekdays(digits);
            const std::string interval = a_number(";INTERVAL=", digits, 1, 12);
            return "FREQ=WEEKLY" + interval + days + a_number(";COUNT=", digits, 100, 999);
        }
        case 1:
            return "FREQ=MONTHLY;BYDAY=" + an_nth_weekday(digits) + some_months(digits) +
                   a_number(";INTERVAL=", digits, 1, 6);
        case 2: {
            const std::string first = a_number(";BYMONTHDAY=", digits, 1, 15);
            const std::string second = a_number(",", digits, 16, 31);
            return "FREQ=MONTHLY" + first + second + some_months(digits);
        }
        case 3: {
            const std::string months = some_months(digits);
            return "FREQ=YEARLY" + months + ";BYDAY=" + an_nth_weekday(digits) +
                   a_number(";INTERVAL=", digits, 1, 3);
        }
        case 4: {
            const std::string days = some_weekdays(digits);
            const std::string months = some_months(digits);
            return "FREQ=MONTHLY" + days + months + a_number(";BYSETPOS=-", digits, 1, 3);
        }
        case 5: {
            const std::string weeks =
                a_number(";BYWEEKNO=", digits, 1, 26) + a_number(",", digits, 27, 52);
            return "FREQ=YEARLY" + weeks + some_weekdays(digits) +
                   a_number(";INTERVAL=", digits, 1, 4);
        }
        default: {
            const std::string months = some_months(digits);
            return "FREQ=DAILY" + months + a_number(";INTERVAL=", digits, 2, 60);
        }
    }
}

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
