// A portfolio's columns, made of the histories of its programmes.
#include "programme/portfolio_columns.hpp"

#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "history/body.hpp"
#include "history/entry_reader.hpp"
#include "history/rows.hpp"
#include "history/task_changes.hpp"
#include "programme/group_titles.hpp"
#include "programme/lateness.hpp"
#include "programme/tally.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

using Version = PortfolioColumns::Version;

/// The groups of one sort in one programme, added to a column.
class Groups {
  public:
    template <class Record>
    Groups(GroupColumn& column, const std::vector<Record>& records) : column_(column) {
        add("", not_assigned_title());
        for (const Record& record : records) add(record.id, title_or_id(records, record.id));
    }

    /// The number of a group; one that is no more on record is added, by its id.
    std::uint32_t operator[](const std::string& id) {
        const auto found = numbers_.find(id);
        return found != numbers_.end() ? found->second : add(id, {id, id});
    }

    void close() { column_.begins.push_back(static_cast<std::uint32_t>(column_.ids.size())); }

  private:
    std::uint32_t add(const std::string& id, Text title) {
        const auto number = static_cast<std::uint32_t>(column_.ids.size());
        numbers_.emplace(id, number);
        column_.ids.push_back(id);
        column_.titles.push_back(std::move(title));
        return number;
    }

    GroupColumn& column_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// Adds the tasks of one programme to the columns.
class ProgrammeReader {
  public:
    ProgrammeReader(PortfolioColumns& columns, const Programme& programme)
        : columns_(columns),
          programme_(programme),
          history_(programme.history()),
          owners_(columns.owners, programme.institution().units),
          bands_(columns.bands, programme.bands()),
          risk_areas_(columns.risk_areas, programme.risk_areas()) {}

    void read(std::uint32_t number) {
        const auto rows = standing(history_, programme_.stands_on());
        find_takeovers();
        make_room(rows);
        each_entry(history_, rows.begin(), rows.end(),
                   [this](std::size_t row, const History::Entry& entry) {
                       interruption_point(row);
                       take(row, entry);
                   });
        for (const Task& task : programme_.tasks()) {
            columns_.programme.push_back(number);
            columns_.kind.push_back(task.kind);
            append_steps(task, columns_.steps);
            columns_.steps_begin.push_back(static_cast<std::uint32_t>(columns_.steps.size()));
        }
        owners_.close();
        bands_.close();
        risk_areas_.close();
    }

  private:
    /// The founding tasks, which come first.
    void place_founding_tasks() {
        const auto day = programme_.stands_on();
        for (const Task& task : programme_.founding().tasks) {
            if (!day || !task.proposed || *task.proposed <= *day) founding_.push_back(&task);
        }
        if (founding_.empty()) return;
        std::unordered_map<std::string_view, std::int32_t> places;
        for (const Task* task : founding_) {
            places.emplace(task->id, static_cast<std::int32_t>(places.size()));
        }
        for (std::uint32_t name = 0; name < history_.names(); ++name) {
            const auto found = places.find(history_.name(name));
            if (found != places.end()) task_of_name_[name] = found->second;
        }
    }

    /// Which tasks change hands by which event.
    void find_takeovers() {
        std::size_t place = 0;
        for (const Task& task : programme_.tasks()) {
            for (const Takeover& takeover : task.takeovers) {
                takeovers_.emplace(takeover.event, std::pair(place, &takeover));
            }
            ++place;
        }
    }

    /// Finds which task each name of the history is, counts the versions of each, and takes the ones
    /// with which they begin.
    void make_room(const std::vector<std::uint32_t>& rows) {
        task_of_name_.assign(history_.names(), -1);
        place_founding_tasks();
        auto next = static_cast<std::int32_t>(founding_.size());
        std::vector<std::uint32_t> counts(programme_.tasks().size(), 1);
        EntryReader entry(history_);
        for (const std::size_t i : rows) {
            const History::Row& row = entry(i).row;
            if (row.kind == EventKind::task_proposed) task_of_name_[row.subject] = next++;
            if (sets_task(row.kind)) ++counts[place_of(row)];
        }
        for (const auto& [event, takeover] : takeovers_) ++counts[takeover.first];
        next_.reserve(counts.size());
        std::uint32_t begin = columns_.versions_begin.back();
        for (const std::uint32_t count : counts) {
            next_.push_back(begin);
            begin += count;
            columns_.versions_begin.push_back(begin);
        }
        columns_.versions.resize(begin);
        for (std::size_t i = 0; i < founding_.size(); ++i) {
            columns_.versions[next_[i]] = first_version(*founding_[i]);
        }
    }

    void take(std::size_t number, const History::Entry& event) {
        const auto& [entry, body] = event;
        if (entry.kind == EventKind::task_proposed) {
            columns_.versions[next_[place_of(entry)]] = first_version(body_as<Task>(body));
            return;
        }
        const auto [first, last_takeover] = takeovers_.equal_range(static_cast<int>(number) + 1);
        for (auto each = first; each != last_takeover; ++each) {
            const auto& [place, takeover] = each->second;
            std::uint32_t& last = next_[place];
            Version version = columns_.versions[last];
            version.day = day_number(entry.effective);
            version.owner = owners_[takeover->owner];
            version.band = bands_[takeover->band];
            columns_.versions[++last] = version;
        }
        if (!sets_task(entry.kind)) return;
        std::uint32_t& last = next_[place_of(entry)];
        Version version = columns_.versions[last];
        version.day = day_number(entry.effective);
        each_field_set(entry.kind, body, Setter{*this, version});
        columns_.versions[++last] = version;
    }

    /// Sets what a version says of a field of a task.
    struct Setter {
        ProgrammeReader& reader;
        Version& version;

        void operator()(std::string Task::*member, const std::string& id) {
            if (member == &Task::owner) version.owner = reader.owners_[id];
            if (member == &Task::band) version.band = reader.bands_[id];
            if (member == &Task::risk_area) version.risk_area = reader.risk_areas_[id];
        }
        void operator()(std::optional<Date> Task::*, const std::optional<Date>& due) {
            version.due = due_number(due);
        }
        void operator()(int Task::*, int weight) { version.weight = weight; }
        /// Of what a task waits for, and what it serves, no version says anything.
        void operator()(std::vector<std::string> Task::*, const std::vector<std::string>&) {}
    };

    Version first_version(const Task& task) {
        return {.day = since_ever,
                .due = due_number(task.due),
                .owner = owners_[task.owner],
                .band = bands_[task.band],
                .risk_area = risk_areas_[task.risk_area],
                .weight = task.weight};
    }

    [[nodiscard]] std::size_t place_of(const History::Row& row) const {
        return static_cast<std::size_t>(task_of_name_[row.subject]);
    }

    PortfolioColumns& columns_;
    const Programme& programme_;
    const History& history_;
    Groups owners_;
    Groups bands_;
    Groups risk_areas_;
    std::vector<const Task*> founding_;
    std::vector<std::int32_t> task_of_name_;
    /// By the number of an event the tasks that change hands by it.
    std::multimap<int, std::pair<std::size_t, const Takeover*>> takeovers_;
    /// For each task the place of its last version so far.
    std::vector<std::uint32_t> next_;
};

void require_distinct(const std::vector<Programme>& programmes) {
    std::unordered_map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < programmes.size(); ++i) {
        const auto [first, is_new] = places.emplace(programmes[i].id(), i);
        if (is_new) continue;
        throw ProbityError(sentence("portfolio.twice", {{"first", first->second + 1},
                                                        {"second", i + 1},
                                                        {"id", printable(programmes[i].id())}}));
    }
}

}  // namespace

PortfolioColumns portfolio_columns(std::vector<Programme> programmes) {
    require_distinct(programmes);
    PortfolioColumns columns;
    columns.programmes = std::move(programmes);
    std::size_t tasks = 0;
    std::size_t events = 0;
    for (const Programme& programme : columns.programmes) {
        tasks += programme.tasks().size();
        events += programme.history().size();
    }
    columns.programme.reserve(tasks);
    columns.kind.reserve(tasks);
    columns.steps_begin.reserve(tasks + 1);
    columns.versions_begin.reserve(tasks + 1);
    columns.steps.reserve(tasks + events);
    std::uint32_t number = 0;
    for (const Programme& programme : columns.programmes) {
        ProgrammeReader(columns, programme).read(number++);
    }
    columns.steps.shrink_to_fit();
    columns.versions.shrink_to_fit();
    return columns;
}

}  // namespace probity::detail
