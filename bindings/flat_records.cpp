// Tasks, events and entries of agendas as flat columns, without a Python object for each: the columns
// of python/probity/tables, made a million rows at a time.
#include "convert.hpp"
#include "date/interruption.hpp"
#include "flat_table.hpp"
#include "history.hpp"
#include "history/body.hpp"
#include "module.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/programme/portfolio.hpp"

namespace probity::python {
namespace {

/// The words in a language; the other one's where they are missing.
std::string_view words(const Text& text, Language language) {
    const std::string& wanted = text.in(language);
    if (!wanted.empty()) return wanted;
    return language == Language::korean ? text.english : text.korean;
}

/// The names of an enumeration up to its last value.
template <class Enum>
std::vector<std::string_view> names_up_to(Enum last) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(last); ++i) {
        names.push_back(to_string(static_cast<Enum>(i)));
    }
    return names;
}

std::vector<std::string_view> names_of_event_kinds() {
    std::vector<std::string_view> names;
    for (const detail::EventKindRow& row : detail::event_kinds) names.push_back(row.name);
    return names;
}

/// Columns of tasks in the making. Tasks take more memory than a processor keeps at hand, so that
/// each is looked at once, for all columns.
struct TaskColumns {
    std::size_t rows;
    TextColumn id{"id", rows};
    TextColumn title{"title", rows};
    ChoiceColumn kind{"kind", names_up_to(TaskKind::action_item), rows};
    ChoiceColumn state{"state", names_up_to(TaskState::superseded), rows};
    NameColumn owner{"owner", rows};
    NameColumn band{"band", rows};
    NameColumn risk_area{"risk_area", rows};
    DayColumn proposed{"proposed", rows};
    DayColumn due{"due", rows};
    WholeColumn weight{"weight", rows};
    TextColumn depends_on{"depends_on", rows};
    TextColumn indicators{"indicators", rows};
    WholeColumn evidence{"evidence", rows};
    TextColumn superseded_by{"superseded_by", rows};
    NameColumn source{"source", rows};

    void add(const Task& task, Language language) {
        id.add(task.id);
        title.add(words(task.title, language));
        kind.add(static_cast<std::size_t>(task.kind));
        state.add(static_cast<std::size_t>(task.state));
        owner.add(task.owner);
        band.add(task.band);
        risk_area.add(task.risk_area);
        proposed.add(task.proposed);
        due.add(task.due);
        weight.add(task.weight);
        depends_on.add(task.depends_on);
        indicators.add(task.indicators);
        evidence.add(static_cast<std::int64_t>(task.evidence.size()));
        superseded_by.add(task.superseded_by);
        source.add(task.source);
    }

    [[nodiscard]] FlatTable done() {
        FlatTable table{.rows = rows};
        const auto take = [&table](auto&... columns) {
            (table.columns.push_back(columns.done()), ...);
        };
        take(id, title, kind, state, owner, band, risk_area, proposed, due, weight, depends_on,
             indicators, evidence, superseded_by, source);
        return table;
    }
};

FlatTable tasks_of_programme(const Programme& programme, Language language) {
    const py::gil_scoped_release released;
    const List<Task>& tasks = programme.parts().tasks;
    TaskColumns columns{.rows = tasks.size()};
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        detail::interruption_point(i);
        columns.add(tasks[i], language);
    }
    return columns.done();
}

FlatTable tasks_of_portfolio(const Portfolio& portfolio, Language language) {
    const py::gil_scoped_release released;
    TaskColumns columns{.rows = portfolio.tasks()};
    NameColumn programmes("programme", columns.rows);
    for (const Programme& programme : portfolio.programmes()) {
        for (const Task& task : programme.parts().tasks) {
            detail::interruption_point();
            columns.add(task, language);
            programmes.add(programme.id());
        }
    }
    FlatTable table = columns.done();
    table.columns.insert(table.columns.begin(), programmes.done());
    return table;
}

FlatTable events_of(const HistoryOf& self, Language) {
    const py::gil_scoped_release released;
    const History& history = self.events();
    const std::size_t rows = history.size();
    WholeColumn number("number", rows), corrects("corrects", rows);
    DayColumn effective("effective", rows);
    NumberColumn<std::int64_t> recorded("recorded", "tss:UTC", rows);
    ChoiceColumn kind("kind", names_of_event_kinds(), rows);
    TextColumn subject("subject", rows), reason("reason", rows);
    NameColumn actor("actor", rows);
    for (std::size_t i = 0; i < rows; ++i) {
        detail::interruption_point(i);
        const History::Row& row = history.row(i);
        number.add(static_cast<std::int64_t>(i) + 1);
        effective.add(row.effective);
        row.recorded == History::unstamped ? recorded.add_missing() : recorded.add(row.recorded);
        kind.add(static_cast<std::size_t>(row.kind));
        subject.add(history.name(row.subject));
        actor.add(history.name(row.actor));
        reason.add(history.name(row.reason));
        row.corrects ? corrects.add(row.corrects) : corrects.add_missing();
    }
    FlatTable table{.rows = rows};
    const auto take = [&table](auto&... columns) {
        (table.columns.push_back(columns.done()), ...);
    };
    take(number, effective, recorded, kind, subject, actor, reason, corrects);
    return table;
}

// Agendas ------------------------------------------------------------------------------------------

/// Times of day, in seconds.
struct TimeColumn : NumberColumn<std::int32_t> {
    TimeColumn(const char* name, std::size_t rows) : NumberColumn(name, "tts", rows) {}
    void add(const std::optional<TimeOfDay>& time) {
        time ? NumberColumn::add((time->hour() * 60 + time->minute()) * 60) : add_missing();
    }
};

FlatColumn flags(const char* name, const std::vector<AgendaEntry>& entries,
                 bool AgendaEntry::*member) {
    FlatColumn column{.name = name, .format = "b"};
    column.length = static_cast<std::int64_t>(entries.size());
    Bits bits;
    for (const AgendaEntry& entry : entries) bits.add(entry.*member);
    column.data = Buffer(bits.take());
    return column;
}

FlatTable entries_of(const Agenda& agenda, Language language) {
    const py::gil_scoped_release released;
    const std::vector<AgendaEntry>& entries = agenda.entries();
    const std::size_t rows = entries.size();
    TextColumn id("id", rows), period("period", rows), title("title", rows);
    ChoiceColumn kind("kind", names_up_to(EntryKind::event), rows);
    DayColumn begin("begin", rows), last("last", rows), end("end", rows), nominal("nominal", rows);
    TimeColumn begins("begins", rows), ends("ends", rows);
    WholeColumn working_days("working_days", rows), changes("changes", rows);
    TextColumn status("status", rows);
    TextColumn held_in("held_in", rows), place("place", rows), reason("reason", rows);
    TextColumn source("source", rows), note("note", rows);
    for (const AgendaEntry& entry : entries) {
        detail::interruption_point();
        id.add(entry.id);
        period.add(entry.period);
        kind.add(static_cast<std::size_t>(entry.kind));
        title.add(words(entry.title, language));
        begin.add(entry.begin());
        last.add(entry.days.last());
        end.add(entry.end());
        nominal.add(entry.nominal);
        begins.add(entry.begins);
        ends.add(entry.ends);
        entry.working_days ? working_days.add(*entry.working_days) : working_days.add_missing();
        held_in.add(entry.held_in);
        place.add(words(entry.place, language));
        reason.add(words(entry.reason, language));
        source.add(words(entry.source, language));
        note.add(words(entry.note, language));
        changes.add(entry.changes);
        status.add(entry.status ? to_string(*entry.status) : "");
    }
    FlatTable table{.rows = rows};
    const auto take = [&table](auto&... columns) {
        (table.columns.push_back(columns.done()), ...);
    };
    take(id, period, kind, title, begin, last, end, nominal, begins, ends, working_days);
    table.columns.push_back(flags("short", entries, &AgendaEntry::is_short));
    take(held_in);
    table.columns.push_back(flags("has_own_days", entries, &AgendaEntry::has_own_days));
    take(place, reason, source, note, changes, status);
    return table;
}

}  // namespace

void bind_flat_records(py::module_& m) {
    const char* doc = "All rows as flat columns, with the texts in one language.";
    m.def("_flat_tasks", &tasks_of_programme, py::arg("programme"), py::arg("lang"), doc);
    m.def("_flat_tasks", &tasks_of_portfolio, py::arg("programme"), py::arg("lang"), doc);
    m.def("_flat_entries", &entries_of, py::arg("agenda"), py::arg("lang"), doc);
    m.def("_flat_events", &events_of, py::arg("history"), py::arg("lang"), doc);
}

}  // namespace probity::python
