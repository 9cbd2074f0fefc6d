// A journal beside SQLite itself, with the same settings and the same lines, in one run.
//
//     probity_journal_benchmark                        # a million events, and 100,000 to be added
//     PROBITY_EVENTS=10000 probity_journal_benchmark   # and a tenth of them
//
// The events are made up: tasks of two events each. What SQLite does alone is the floor: it neither checks
// an event against the programme nor seals it. Processor time is that of all threads.
#include <benchmark/benchmark.h>
#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "probity/exchange/json.hpp"
#include "probity/journal/journal.hpp"

namespace {

using namespace probity;
namespace fs = std::filesystem;

/// How many events the journal has that is opened and verified, and how many are added to an empty one.
int all_events() {
    const char* text = std::getenv("PROBITY_EVENTS");
    return text == nullptr ? 1'000'000 : std::max(10, std::atoi(text));
}
int added_events() { return all_events() / 10; }

Programme founding() {
    ProgrammeParts parts;
    parts.id = "office";
    parts.title = {"청렴 프로그램", "Integrity programme"};
    parts.institution.name = {"구청", "District office"};
    parts.institution.head = {.post = {"구청장", "Mayor"}, .name = {"없음", "Nobody"}, .term = {}};
    parts.institution.units = {{.id = "audit", .title = {"감사담당관", "Audit"}}};
    return Programme(std::move(parts));
}

std::vector<Event> events_from(int first, int count) {
    std::vector<Event> events;
    for (int i = first; i < first + count; ++i) {
        const std::string id = "T-" + std::to_string(i / 2);
        const bool is_new = i % 2 == 0;
        events.push_back(
            {.effective = make_date(2026, 3, 2),
             .actor = "integrity-team",
             .kind = is_new ? EventKind::task_proposed : EventKind::task_adopted,
             .subject = id,
             .body = is_new ? EventBody(Held(Task{.id = id,
                                                  .title = {"계약 공개", "Publish contracts"},
                                                  .owner = "audit"}))
                            : EventBody(std::monostate())});
    }
    return events;
}

/// A clock that stands still on the day on which the events are true, so that none is backdated.
const JournalOptions& options() {
    static const JournalOptions all{.clock = [] {
        return std::chrono::sys_seconds(to_sys_days(make_date(2026, 3, 2))) + std::chrono::hours(1);
    }};
    return all;
}

/// A folder that goes with the benchmark.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("probity-journal-" + std::to_string(std::rand()));
    Folder() { fs::create_directory(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path); }
};

const std::vector<std::string>& lines() {
    static const std::vector<std::string> all = [] {
        const std::string text = write_history(founding().apply(events_from(0, added_events())));
        std::vector<std::string> out;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = text.find('\n', at);
            out.push_back(text.substr(at, end - at));
            at = end + 1;
        }
        return out;
    }();
    return all;
}

/// SQLite alone, with a journal's settings and columns.
class Raw {
  public:
    explicit Raw(const fs::path& path) {
        sqlite3_open(path.c_str(), &database_);
        run("PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA temp_store=MEMORY;"
            "CREATE TABLE event (number INTEGER PRIMARY KEY, json TEXT NOT NULL, digest TEXT NOT "
            "NULL,"
            "effective TEXT, recorded TEXT, clock TEXT, actor TEXT, kind TEXT, subject TEXT,"
            "reason TEXT, corrects INTEGER, rules INTEGER NOT NULL) STRICT");
        sqlite3_prepare_v2(
            database_,
            "INSERT INTO event VALUES (?, ?, ?, '2026-03-02', '2026-07-01T12:00:00Z',"
            "NULL, 'integrity-team', 'task.adopted', 'T-1', NULL, NULL, 2)",
            -1, &insert_, nullptr);
    }
    Raw(const Raw&) = delete;
    Raw& operator=(const Raw&) = delete;
    ~Raw() {
        sqlite3_finalize(insert_);
        sqlite3_close(database_);
    }
    void run(const char* sql) {
        if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
            throw std::runtime_error(sqlite3_errmsg(database_));
        }
    }
    void insert(const std::string& line) {
        static const std::string digest(64, 'a');
        sqlite3_bind_int64(insert_, 1, ++number_);
        sqlite3_bind_text(insert_, 2, line.data(), static_cast<int>(line.size()), SQLITE_STATIC);
        sqlite3_bind_text(insert_, 3, digest.data(), 64, SQLITE_STATIC);
        if (sqlite3_step(insert_) != SQLITE_DONE) {
            throw std::runtime_error(sqlite3_errmsg(database_));
        }
        sqlite3_reset(insert_);
    }

  private:
    sqlite3* database_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_int64 number_ = 0;
};

void raw_inserts(benchmark::State& state) {
    static_cast<void>(lines());
    for (auto _ : state) {
        const Folder folder;
        Raw raw(folder.path / "raw");
        raw.run("BEGIN");
        for (const std::string& line : lines()) raw.insert(line);
        raw.run("COMMIT");
    }
}
BENCHMARK(raw_inserts)
    ->Name("insert/SQLite")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void append_all(benchmark::State& state) {
    const auto events = events_from(0, added_events());
    for (auto _ : state) {
        const Folder folder;
        Journal journal = Journal::create(folder.path / "j.probity", founding(), options());
        journal.append(events);
    }
}
BENCHMARK(append_all)
    ->Name("insert/journal")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// A journal of all events.
const fs::path& whole() {
    static const Folder folder;
    static const fs::path path = [] {
        const fs::path made = folder.path / "j.probity";
        Journal::create(made, founding(), options()).append(events_from(0, all_events()));
        return made;
    }();
    return path;
}

void open_and_fold(benchmark::State& state) {
    static_cast<void>(whole());
    for (auto _ : state) {
        benchmark::DoNotOptimize(Journal::open(whole()).programme().tasks().size());
    }
}
BENCHMARK(open_and_fold)
    ->Name("open")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void verify_all(benchmark::State& state) {
    const Journal journal = Journal::open(whole());
    for (auto _ : state) benchmark::DoNotOptimize(journal.verify().events);
}
BENCHMARK(verify_all)
    ->Name("verify")
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void raw_durable(benchmark::State& state) {
    const Folder folder;
    Raw raw(folder.path / "raw");
    for (auto _ : state) {
        raw.run("BEGIN IMMEDIATE");
        raw.insert(lines()[1]);
        raw.run("COMMIT");
    }
}
BENCHMARK(raw_durable)
    ->Name("durable/SQLite")
    ->Unit(benchmark::kMicrosecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

void append_one(benchmark::State& state) {
    const Folder folder;
    Journal journal = Journal::create(folder.path / "j.probity", founding(), options());
    const int before = static_cast<int>(state.range(0));
    journal.append(events_from(0, before));
    int number = before;
    for (auto _ : state) {
        journal.append(events_from(number, 1));
        ++number;
    }
}
BENCHMARK(append_one)
    ->Name("durable/journal")
    ->Arg(0)
    ->Arg(20'000)
    ->Unit(benchmark::kMicrosecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

}  // namespace
