// Working days: building the calendar, questions one by one and on arrays of random days.
//
// Ten million days over a hundred years for the arrays; times are per day or pair of days. QuantLib's
// calendar of Korean settlements answers the same questions one by one, where QuantLib is installed:
// by walking from day to day. Its table of holidays is its own; only the times are compared.
#include <benchmark/benchmark.h>

#ifdef PROBITY_HAS_QUANTLIB
#include <ql/time/calendars/southkorea.hpp>
#include <ql/version.hpp>
#endif

#include <cstdint>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "probity/workdays/work_calendar.hpp"

namespace {

using namespace probity;

constexpr std::size_t many = 10'000'000;

std::vector<std::int64_t> random_days(unsigned seed) {
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<std::int64_t> any(day_number(make_date(1950, 1, 1)),
                                                    day_number(make_date(2049, 12, 31)));
    std::vector<std::int64_t> days(many);
    for (std::int64_t& day : days) day = any(random);
    return days;
}

const std::vector<std::int64_t>& days() {
    static const std::vector<std::int64_t> random = random_days(1);
    return random;
}

const std::vector<std::int64_t>& other_days() {
    static const std::vector<std::int64_t> random = random_days(2);
    return random;
}

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// Each pass over an array is reported as the time of one element.
void per_day(benchmark::State& state) {
    state.counters["per_day"] =
        benchmark::Counter(static_cast<double>(state.iterations()) * many,
                           benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void build_korea(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(WorkCalendar::korea());
}
BENCHMARK(build_korea)->Unit(benchmark::kMicrosecond);

template <class Question>
void one_by_one(benchmark::State& state, Question question) {
    std::vector<Date> dates;
    for (std::size_t i = 0; i < 4096; ++i) dates.push_back(date_of(days()[i]));
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(question(dates[i % 4096], dates[(i + 1) % 4096]));
        ++i;
    }
}
BENCHMARK_CAPTURE(one_by_one, is_working_day,
                  [](const Date& d, const Date&) { return kr().is_working_day(d); });
BENCHMARK_CAPTURE(one_by_one, add_5, [](const Date& d, const Date&) { return kr().add(d, 5); });
BENCHMARK_CAPTURE(one_by_one, add_250, [](const Date& d, const Date&) { return kr().add(d, 250); });
BENCHMARK_CAPTURE(one_by_one, count, [](const Date& d, const Date& e) { return kr().count(d, e); });
BENCHMARK_CAPTURE(one_by_one, roll, [](const Date& d, const Date&) {
    return kr().roll(d, RollConvention::modified_following);
});

#ifdef PROBITY_HAS_QUANTLIB
/// A date of QuantLib counts its days from 1899-12-30.
QuantLib::Date quantlib_date(std::int64_t day) {
    return QuantLib::Date(static_cast<QuantLib::Date::serial_type>(day + 25569));
}

template <class Question>
void quantlib(benchmark::State& state, Question question) {
    const QuantLib::SouthKorea calendar(QuantLib::SouthKorea::Settlement);
    std::vector<QuantLib::Date> dates;
    for (std::size_t i = 0; i < 4096; ++i) dates.push_back(quantlib_date(days()[i]));
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(question(calendar, dates[i % 4096], dates[(i + 1) % 4096]));
        ++i;
    }
}
const bool version_noted = [] {
    benchmark::AddCustomContext("quantlib", QL_VERSION);
    return true;
}();

using QuantLibCalendar = const QuantLib::Calendar&;
using QuantLibDate = const QuantLib::Date&;
BENCHMARK_CAPTURE(quantlib, is_working_day, [](QuantLibCalendar c, QuantLibDate d, QuantLibDate) {
    return c.isBusinessDay(d);
});
BENCHMARK_CAPTURE(quantlib, add_5, [](QuantLibCalendar c, QuantLibDate d, QuantLibDate) {
    return c.advance(d, 5, QuantLib::Days);
});
BENCHMARK_CAPTURE(quantlib, add_250, [](QuantLibCalendar c, QuantLibDate d, QuantLibDate) {
    return c.advance(d, 250, QuantLib::Days);
});
BENCHMARK_CAPTURE(quantlib, count, [](QuantLibCalendar c, QuantLibDate d, QuantLibDate e) {
    return c.businessDaysBetween(d, e);
});
BENCHMARK_CAPTURE(quantlib, roll, [](QuantLibCalendar c, QuantLibDate d, QuantLibDate) {
    return c.adjust(d, QuantLib::ModifiedFollowing);
});
#endif

void array_is_working_day(benchmark::State& state) {
    const std::unique_ptr<bool[]> answers(new bool[many]);
    for (auto _ : state) kr().is_working_day(days(), std::span<bool>(answers.get(), many));
    per_day(state);
}
BENCHMARK(array_is_working_day)->Unit(benchmark::kMillisecond);

void array_count(benchmark::State& state) {
    std::vector<std::int64_t> answers(many);
    // Drawn before the clock starts.
    const std::vector<std::int64_t>& begins = days();
    const std::vector<std::int64_t>& ends = other_days();
    for (auto _ : state) kr().count(begins, ends, answers);
    per_day(state);
}
BENCHMARK(array_count)->Unit(benchmark::kMillisecond);

void array_add_5(benchmark::State& state) {
    std::vector<std::int64_t> answers(many);
    for (auto _ : state) kr().add(days(), 5, answers);
    per_day(state);
}
BENCHMARK(array_add_5)->Unit(benchmark::kMillisecond);

void array_roll(benchmark::State& state) {
    std::vector<std::int64_t> answers(many);
    const auto how = static_cast<RollConvention>(state.range(0));
    for (auto _ : state) kr().roll(days(), how, answers);
    state.SetLabel(std::string(to_string(how)));
    per_day(state);
}
BENCHMARK(array_roll)->DenseRange(0, 4)->Unit(benchmark::kMillisecond);

}  // namespace
