// A million events of 243 district offices: taking them in, folding them, and asking a portfolio; and
// what one event more costs.
//
//     probity_history_benchmark                     # a million events
//     PROBITY_EVENTS=8000 probity_history_benchmark # fewer
//
// The events are made up and the same in every run: 125,000 tasks of eight events each. history.py
// makes the same ones for pandas and SQLite.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"
#include "probity/programme/portfolio.hpp"

namespace {

using namespace probity;

constexpr int offices = 243;
constexpr int units = 30;
constexpr int bands = 11;
constexpr int events_a_task = 8;

int wanted_events() {
    const char* text = std::getenv("PROBITY_EVENTS");
    return text == nullptr ? 1'000'000 : std::atoi(text);
}

std::string unit_id(int unit) { return "unit-" + std::to_string(unit + 1); }
std::string band_id(int unit) { return "B-" + std::to_string(unit % bands + 1); }

ProgrammeParts founding(int office) {
    const std::string number = std::to_string(office + 1);
    ProgrammeParts parts;
    parts.id = "office-" + number;
    parts.title = {"청렴 프로그램 " + number, "Integrity programme " + number};
    parts.institution.name = {"구청 " + number, "District office " + number};
    parts.institution.head = {.post = {"구청장", "Mayor"}, .name = {"없음", "Nobody"}, .term = {}};
    Banding banding;
    banding.title = {"혁신밴드", "Innovation Band"};
    banding.bands.resize(bands);
    for (int band = 0; band < bands; ++band) {
        banding.bands[static_cast<std::size_t>(band)].id = band_id(band);
    }
    for (int unit = 0; unit < units; ++unit) {
        const std::string name = std::to_string(unit + 1);
        parts.institution.units.push_back(
            {.id = unit_id(unit), .title = {"부서 " + name, "Department " + name}});
        banding.bands[static_cast<std::size_t>(unit % bands)].units.push_back(unit_id(unit));
    }
    parts.banding = std::move(banding);
    return parts;
}

struct Step {
    int day;
    Event event;
};

/// The eight events of the i-th task, each some days after the one before.
void add_task(std::vector<Step>& steps, int i) {
    const int unit = i / offices % units;
    const int next_unit = (unit + 1 + i % 7) % units;
    const int due = static_cast<int>(std::int64_t{i} * 7919 % 1095) + 60 + i % 60;
    const std::string number = std::to_string(i + 1);
    const std::string id = "T-" + number;
    const Date origin = make_date(2023, 1, 2);
    int day = static_cast<int>(std::int64_t{i} * 7919 % 1095);
    const auto add = [&](EventKind kind, int later, EventBody body, const char* by,
                         std::string reason = "") {
        day += later;
        const Date date = add_days(origin, day);
        steps.push_back({day,
                         {.effective = date,
                          .recorded = std::chrono::sys_seconds(to_sys_days(date)),
                          .actor = by,
                          .kind = kind,
                          .subject = id,
                          .body = std::move(body),
                          .reason = std::move(reason)}});
    };
    add(EventKind::task_proposed, 0,
        Held(Task{.id = id,
                  .kind = static_cast<TaskKind>(i % 3),
                  .title = {"민원 처리 절차 개선 " + number, "Clearer petitions " + number},
                  .owner = unit_id(unit),
                  .band = band_id(unit),
                  .due = add_days(origin, due),
                  .weight = 1 + i % 3}),
        "integrity-team");
    add(EventKind::task_adopted, 3 + i % 5, {}, "integrity-council");
    add(EventKind::task_assigned, 1, Held(TaskAssigned{unit_id(next_unit), band_id(next_unit)}),
        "integrity-team");
    add(EventKind::task_rescheduled, 2, Held(TaskRescheduled{add_days(origin, due + 14)}),
        "integrity-team", "the new department needs two weeks more");
    add(EventKind::task_started, 5 + i % 11, {}, "department-head");
    add(EventKind::task_submitted, 20 + i % 90,
        Held(
            EvidenceGiven{{{"proof-" + number + ".pdf", "application/pdf", std::string(64, '7')}}}),
        "department-head");
    add(EventKind::task_verified, i % 9, {}, "audit-office");
    add(EventKind::task_closed, 1 + i % 20, {}, "integrity-team");
}

/// The events of an office in the order of their recording: of one in so many, or of the only one.
std::vector<Event> events_of(int office, int of = offices) {
    std::vector<Step> steps;
    for (int i = office; i < wanted_events() / events_a_task; i += of) add_task(steps, i);
    std::stable_sort(steps.begin(), steps.end(),
                     [](const Step& a, const Step& b) { return a.day < b.day; });
    std::vector<Event> events;
    for (Step& step : steps) events.push_back(std::move(step.event));
    return events;
}

const std::vector<std::vector<Event>>& all_events() {
    static const std::vector<std::vector<Event>> events = [] {
        std::vector<std::vector<Event>> made;
        for (int office = 0; office < offices; ++office) made.push_back(events_of(office));
        return made;
    }();
    return events;
}

History history_of(const std::vector<Event>& events) {
    History history;
    for (const Event& event : events) history.append(event);
    return history;
}

const std::vector<History>& histories() {
    static const std::vector<History> made = [] {
        std::vector<History> each;
        for (const auto& events : all_events()) each.push_back(history_of(events));
        return each;
    }();
    return made;
}

std::vector<Programme> programmes() {
    std::vector<Programme> folded;
    for (int office = 0; office < offices; ++office) {
        folded.emplace_back(founding(office), histories()[static_cast<std::size_t>(office)]);
    }
    return folded;
}

const Portfolio& portfolio() {
    static const Portfolio all(programmes());
    return all;
}

const WorkCalendar& kr() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// Taking the events into histories, each checked by itself.
void append(benchmark::State& state) {
    static_cast<void>(all_events());
    for (auto _ : state) {
        for (const auto& events : all_events()) benchmark::DoNotOptimize(history_of(events));
    }
    std::size_t bytes = 0;
    std::size_t events = 0;
    for (const History& history : histories()) {
        bytes += history.bytes();
        events += history.size();
    }
    state.counters["events"] = static_cast<double>(events);
    state.counters["bytes_an_event"] = static_cast<double>(bytes) / static_cast<double>(events);
}
BENCHMARK(append)->Unit(benchmark::kMillisecond);

/// Programmes from their histories: every step is checked against the state that it meets.
void fold(benchmark::State& state) {
    std::vector<ProgrammeParts> founded;
    for (int office = 0; office < offices; ++office) founded.push_back(founding(office));
    // They are let go where time is not taken: an allocator may clear up at any of them.
    std::vector<ProgrammeParts> parts;
    std::vector<History> copies;
    std::vector<Programme> folded;
    folded.reserve(offices);
    for (auto _ : state) {
        state.PauseTiming();
        folded.clear();
        copies = histories();
        parts = founded;
        state.ResumeTiming();
        for (std::size_t i = 0; i < offices; ++i) {
            folded.emplace_back(std::move(parts[i]), std::move(copies[i]));
        }
        benchmark::DoNotOptimize(folded);
    }
}
BENCHMARK(fold)->Unit(benchmark::kMillisecond);

void build(benchmark::State& state) {
    const std::vector<Programme> each = portfolio().programmes();
    for (auto _ : state) benchmark::DoNotOptimize(Portfolio(each));
}
BENCHMARK(build)->Unit(benchmark::kMillisecond);

void progress(benchmark::State& state, PortfolioGroup by) {
    const Date on = make_date(2025, 3, 14);
    for (auto _ : state) benchmark::DoNotOptimize(portfolio().progress(on, kr(), by));
    state.counters["rows"] = static_cast<double>(portfolio().progress(on, kr(), by).size());
}
BENCHMARK_CAPTURE(progress, owner, PortfolioGroup::owner)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(progress, programme, PortfolioGroup::programme)->Unit(benchmark::kMillisecond);

void states(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(portfolio().states(make_date(2025, 3, 14)));
}
BENCHMARK(states)->Unit(benchmark::kMillisecond);

void weekly_burnup(benchmark::State& state) {
    const Interval window(make_date(2023, 1, 1), make_date(2027, 1, 1));
    for (auto _ : state) benchmark::DoNotOptimize(portfolio().burnup(window));
}
BENCHMARK(weekly_burnup)->Unit(benchmark::kMillisecond);

// One event after the other. -------------------------------------------------------------------

/// An office that has all the events.
const Programme& one_office() {
    static const Programme made(founding(0), history_of(events_of(0, 1)));
    return made;
}

/// A day from which an event is true: the last one of the history, or days before it.
Act act_on(int days_before) {
    const Programme& office = one_office();
    const Date last = office.history()[office.history().size() - 1].effective;
    return {.on = add_days(last, -days_before), .by = "integrity-team"};
}

Task new_task() {
    return {.id = "new", .title = {"새 과제", "New task"}, .owner = unit_id(0), .band = band_id(0)};
}

/// Recorded and applied to an office with all the events; true from some days before the last one.
void one_event(benchmark::State& state) {
    const Act act = act_on(static_cast<int>(state.range(0)));
    const auto one_more = [&] {
        const Programme& office = one_office();
        return office.apply(record(office, EventKind::task_proposed, "new", Held(new_task()), act));
    };
    // At the first, malloc puts in order all that was let go before: some 20 ms.
    benchmark::DoNotOptimize(one_more());
    for (auto _ : state) benchmark::DoNotOptimize(one_more());
}
BENCHMARK(one_event)->Arg(0)->Arg(7)->Arg(90)->Unit(benchmark::kMicrosecond);

/// 20,000 tasks that were imported, adopted one by one.
void adopt_one_by_one(benchmark::State& state) {
    constexpr int tasks = 20'000;
    std::vector<Event> proposals;
    for (int i = 0; i < tasks; ++i) {
        std::vector<Step> steps;
        add_task(steps, i);
        proposals.push_back(std::move(steps.front().event));
        proposals.back().effective = make_date(2023, 1, 2);
        proposals.back().recorded.reset();
    }
    const Programme imported = Programme(founding(0)).apply(proposals);
    const Act act{.on = make_date(2023, 1, 3), .by = "integrity-council"};
    for (auto _ : state) {
        Programme office = imported;
        for (const Event& proposal : proposals) {
            office =
                office.apply(record(office, EventKind::task_adopted, proposal.subject, {}, act));
        }
        benchmark::DoNotOptimize(office);
    }
}
BENCHMARK(adopt_one_by_one)->Unit(benchmark::kMillisecond);

}  // namespace
