// A year of obligations of 600 institutions: 30 each, owed by the units and the officials of all, a
// million instances of which two thirds are done.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "probity/programme/obligation_counts.hpp"

namespace {

using namespace probity;

constexpr int institutions = 600;
constexpr int obligations = 30;
constexpr int units = 15;
constexpr int officials = 97;

Obligation yearly(int number) {
    Obligation made;
    made.id = "O-" + std::to_string(number);
    made.title = {"의무", "Duty"};
    const bool of_units = number % 2 == 0;
    made.per = of_units ? ObligationPer::unit : ObligationPer::official;
    const std::string month = std::to_string(number % 12 + 1);
    made.rule = SpanRule{Rule::parse("FREQ=YEARLY;BYMONTH=" + month + ";BYMONTHDAY=-1"), 0, 1};
    return made;
}

Programme institution(int number) {
    ProgrammeParts parts;
    parts.id = "office-" + std::to_string(number);
    parts.title = Text::in_any_language(parts.id);
    parts.institution.name = parts.title;
    for (int i = 0; i < units; ++i) {
        Unit unit;
        unit.id = "U-" + std::to_string(i);
        unit.title = Text::in_any_language(unit.id);
        parts.institution.units.push_back(unit);
    }
    for (int i = 0; i < officials; ++i) {
        Official official;
        official.id = "P-" + std::to_string(i);
        parts.officials.push_back(official);
    }
    for (int i = 0; i < obligations; ++i) {
        parts.obligations.push_back(yearly(i));
        const bool of_units = i % 2 == 0;
        for (int k = 0; k < (of_units ? units : officials); ++k) {
            if (k % 3 == 0) continue;
            Fulfilment done;
            done.obligation = "O-" + std::to_string(i);
            done.period = "2026";
            (of_units ? done.unit : done.official) = (of_units ? "U-" : "P-") + std::to_string(k);
            done.on = make_date(2026, 1, 5);
            parts.fulfilments.push_back(done);
        }
    }
    return Programme(parts);
}

const std::vector<Programme>& all() {
    static const std::vector<Programme> programmes = [] {
        std::vector<Programme> made;
        for (int i = 0; i < institutions; ++i) made.push_back(institution(i));
        return made;
    }();
    return programmes;
}

void judge_a_year(benchmark::State& state) {
    const std::vector<Programme>& programmes = all();
    const WorkCalendar korea = WorkCalendar::korea();
    std::int64_t instances = 0;
    for (auto _ : state) {
        instances = 0;
        for (const ObligationCount& count :
             count_obligations(programmes, make_date(2026, 7, 1), 2026, korea)) {
            instances += count.owed;
        }
        benchmark::DoNotOptimize(instances);
    }
    state.counters["instances"] = static_cast<double>(instances);
}
BENCHMARK(judge_a_year)->Unit(benchmark::kMillisecond);

}  // namespace
