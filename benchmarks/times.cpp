// Recurrences in time: expanding them in zones, questions a century and a million times on, and the first
// question to a new one. libical expands the same rules beside.
//
//     probity_times_benchmark --benchmark_filter=expand
//
// Names are job/rule/zone. Times are processor time; where one pass gives many times, per_item is the time
// of one. Zones are those of the system.
#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "probity/times/timed_recurrence.hpp"

#ifdef PROBITY_HAS_LIBICAL
#include <libical/ical.h>
#endif

namespace {

using namespace probity;

struct Series {
    const char* rule;
    const char* zone;  // empty: floating
};

std::optional<Zone> zone_of(const std::string& name) {
    return name.empty() ? std::nullopt : std::optional(Zone::find(name));
}

const LocalTime start = make_time(2000, 1, 3, 10);

TimedRecurrence make(Series series) {
    return TimedRecurrence(Rule::parse(series.rule), start, zone_of(series.zone));
}

void per_item(benchmark::State& state, double items) {
    state.counters["per_item"] =
        benchmark::Counter(items, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// --- Many -----------------------------------------------------------------------------------------

void expand(benchmark::State& state, Series series, int years) {
    const TimedRecurrence r = make(series);
    const LocalTime end = make_time(2000 + years, 1, 1);
    std::vector<std::int64_t> out(static_cast<std::size_t>(r.count(start, end)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(r.write(start, end, out));
        benchmark::ClobberMemory();
    }
    per_item(state, static_cast<double>(out.size()) * static_cast<double>(state.iterations()));
}

#ifdef PROBITY_HAS_LIBICAL
void expand_by_libical(benchmark::State& state, Series series, int years) {
    icaltimezone* const zone = icaltimezone_get_builtin_timezone(series.zone);
    const icalrecurrencetype rule = icalrecurrencetype_from_string(series.rule);
    const icaltimetype first = icaltime_from_string("20000103T100000");
    std::int64_t times = 0;
    for (auto _ : state) {
        icalrecur_iterator* const all = icalrecur_iterator_new(rule, first);
        for (icaltimetype at = icalrecur_iterator_next(all);
             icaltime_is_null_time(at) == 0 && at.year < 2000 + years;
             at = icalrecur_iterator_next(all)) {
            benchmark::DoNotOptimize(icaltime_as_timet_with_zone(at, zone));
            ++times;
        }
        icalrecur_iterator_free(all);
    }
    per_item(state, static_cast<double>(times));
}
#endif

// --- One ------------------------------------------------------------------------------------------

constexpr std::size_t drawn = 4096;  // random arguments, used in turn

std::vector<std::int64_t> random_numbers(std::int64_t begin, std::int64_t end) {
    std::mt19937_64 random(1);
    std::uniform_int_distribution<std::int64_t> any(begin, end - 1);
    std::vector<std::int64_t> numbers(drawn);
    for (std::int64_t& number : numbers) number = any(random);
    return numbers;
}

void next_after_a_century(benchmark::State& state, Series series) {
    const TimedRecurrence r = make(series);
    std::vector<LocalTime> asked;
    for (const std::int64_t at :
         random_numbers(make_time(2100, 1, 1).seconds(), make_time(2101, 1, 1).seconds())) {
        asked.push_back(LocalTime::of_seconds(at));
    }
    benchmark::DoNotOptimize(r.next_after(asked[0]));
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(r.next_after(asked[i]));
        i = (i + 1) % drawn;
    }
}

void nth_of_millions(benchmark::State& state, Series series) {
    const TimedRecurrence r = make(series);
    const std::vector<std::int64_t> asked = random_numbers(1'000'000, 2'000'000);
    benchmark::DoNotOptimize(r.nth(asked[0]));
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(r.nth(asked[i]));
        i = (i + 1) % drawn;
    }
}

void count_of_millions(benchmark::State& state, Series series) {
    const TimedRecurrence r = make(series);
    const std::int64_t last = (*r.nth(2'000'000)).local().seconds();
    std::vector<LocalTime> asked;
    for (const std::int64_t at : random_numbers((*r.nth(1'000'000)).local().seconds(), last)) {
        asked.push_back(LocalTime::of_seconds(at));
    }
    benchmark::DoNotOptimize(r.count(start, asked[0]));
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(r.count(start, asked[i]));
        i = (i + 1) % drawn;
    }
}

void first_next_after(benchmark::State& state, Series series) {
    const Rule rule = Rule::parse(series.rule);
    const std::optional<Zone> zone = zone_of(series.zone);
    const LocalTime asked = make_time(2100, 1, 1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(TimedRecurrence(rule, start, zone).next_after(asked));
    }
}

void first_nth(benchmark::State& state, Series series) {
    const Rule rule = Rule::parse(series.rule);
    const std::optional<Zone> zone = zone_of(series.zone);
    for (auto _ : state) benchmark::DoNotOptimize(TimedRecurrence(rule, start, zone).nth(1'000));
}

constexpr const char* weekly = "FREQ=WEEKLY";
constexpr const char* twice_a_day = "FREQ=DAILY;BYHOUR=2,3";
constexpr const char* hourly = "FREQ=HOURLY";
constexpr const char* quarters = "FREQ=MINUTELY;INTERVAL=15;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,10,11";
constexpr const char* odd_hours = "FREQ=HOURLY;INTERVAL=5;BYDAY=MO,TU,WE,TH,FR";
constexpr const char* positions = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9,17;BYSETPOS=1,-1";
constexpr const char* seoul = "Asia/Seoul";
constexpr const char* new_york = "America/New_York";

const int registered = [] {
    const auto named = [](const std::string& job, Series series) {
        return job + "/" + series.rule + "/" + (*series.zone == '\0' ? "floating" : series.zone);
    };
    for (const char* const zone : {"", seoul, new_york}) {
        for (const char* const rule :
             {weekly, twice_a_day, hourly, quarters, odd_hours, positions}) {
            const Series series{rule, zone};
            benchmark::RegisterBenchmark(named("expand", series).c_str(), expand, series, 100);
            benchmark::RegisterBenchmark(named("next_after", series).c_str(), next_after_a_century,
                                         series);
            benchmark::RegisterBenchmark(named("first_next_after", series).c_str(),
                                         first_next_after, series);
            benchmark::RegisterBenchmark(named("first_nth", series).c_str(), first_nth, series);
        }
        for (const char* const rule : {twice_a_day, hourly, quarters, odd_hours}) {
            const Series series{rule, zone};
            benchmark::RegisterBenchmark(named("nth", series).c_str(), nth_of_millions, series);
            benchmark::RegisterBenchmark(named("count", series).c_str(), count_of_millions, series);
        }
    }
#ifdef PROBITY_HAS_LIBICAL
    for (const char* const zone : {seoul, new_york}) {
        for (const char* const rule : {weekly, hourly}) {
            const Series series{rule, zone};
            benchmark::RegisterBenchmark((named("expand", series) + "/libical").c_str(),
                                         expand_by_libical, series, 30);
        }
    }
#endif
    return 0;
}();

}  // namespace
