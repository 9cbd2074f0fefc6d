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
#include "programme/group_titles.hpp"

namespace probity::detail {
namespace {

using Step = PortfolioColumns::Step;
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

DayNumber due_of(const std::optional<Date>& due) {
    return due ? day_number(*due) : PortfolioColumns::no_due_day;
}

constexpr bool changes_version(EventKind kind) {
    return kind == EventKind::task_assigned || kind == EventKind::task_rescheduled ||
           kind == EventKind::task_weighted || kind == EventKind::task_directed;
}

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
            add_steps(task);
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
            if (changes_version(row.kind)) ++counts[place_of(row)];
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
        if (!changes_version(entry.kind)) return;
        std::uint32_t& last = next_[place_of(entry)];
        Version version = columns_.versions[last];
        version.day = day_number(entry.effective);
        if (entry.kind == EventKind::task_assigned) {
            const auto& assigned = body_as<TaskAssigned>(body);
            version.owner = owners_[assigned.owner];
            version.band = bands_[assigned.band];
        } else if (entry.kind == EventKind::task_rescheduled) {
            version.due = due_of(body_as<TaskRescheduled>(body).due);
        } else if (entry.kind == EventKind::task_weighted) {
            version.weight = body_as<TaskWeighted>(body).weight;
        } else {
            version.risk_area = risk_areas_[body_as<TaskDirected>(body).risk_area];
        }
        columns_.versions[++last] = version;
    }

    Version first_version(const Task& task) {
        return {.day = first_day_number,
                .due = due_of(task.due),
                .owner = owners_[task.owner],
                .band = bands_[task.band],
                .risk_area = risk_areas_[task.risk_area],
                .weight = task.weight};
    }

    /// A task of the founding document was proposed on its date, or always was.
    void add_steps(const Task& task) {
        if (task.changes.empty() || task.changes.front().state != TaskState::proposed) {
            columns_.steps.push_back(
                {day_number(task.proposed.value_or(first_date())), TaskState::proposed});
        }
        for (const TaskChange& change : task.changes) {
            columns_.steps.push_back({day_number(change.on), change.state});
        }
        columns_.steps_begin.push_back(static_cast<std::uint32_t>(columns_.steps.size()));
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
        throw ProbityError("programmes " + std::to_string(first->second + 1) + " and " +
                           std::to_string(i + 1) + " of the portfolio are both '" +
                           printable(programmes[i].id()) + "'; each programme is allowed once");
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
