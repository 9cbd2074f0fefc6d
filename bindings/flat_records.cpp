// Tasks, events and entries of agendas as flat columns, without a Python object for each: the columns
// of python/probity/tables, made a million rows at a time.
#include "convert.hpp"
#include "date/interruption.hpp"
#include "flat_described.hpp"
#include "flat_table.hpp"
#include "history.hpp"
#include "history/body.hpp"
#include "module.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/programme/portfolio.hpp"

namespace probity::python {
namespace {

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

/// The columns of a table as Python names them.
using Wanted = std::vector<std::pair<std::string, bool>>;

std::vector<WantedColumn> wanted_columns(const Wanted& names) {
    std::vector<WantedColumn> columns;
    for (const auto& [key, recurs] : names) columns.push_back({.key = key, .recurs = recurs});
    return columns;
}

FlatTable tasks_of_programme(const Programme& programme, Language language, const Wanted& wanted) {
    const py::gil_scoped_release released;
    const List<Task>& tasks = programme.parts().tasks;
    DescribedColumns columns(detail::description_of<Task>(), wanted_columns(wanted), tasks.size(),
                             language);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        detail::interruption_point(i);
        columns.add(&tasks[i]);
    }
    return columns.done();
}

FlatTable tasks_of_portfolio(const Portfolio& portfolio, Language language, const Wanted& wanted) {
    const py::gil_scoped_release released;
    DescribedColumns columns(detail::description_of<Task>(), wanted_columns(wanted),
                             portfolio.tasks(), language);
    NameColumn programmes("programme", portfolio.tasks());
    for (const Programme& programme : portfolio.programmes()) {
        for (const Task& task : programme.parts().tasks) {
            detail::interruption_point();
            columns.add(&task);
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
    ChoiceColumn kind("kind", names_up_to(EntryKind::deadline), rows);
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
        title.add(words_in(entry.title, language));
        begin.add(entry.begin());
        last.add(entry.days.last());
        end.add(entry.end());
        nominal.add(entry.nominal);
        begins.add(entry.begins);
        ends.add(entry.ends);
        entry.working_days ? working_days.add(*entry.working_days) : working_days.add_missing();
        held_in.add(entry.held_in);
        place.add(words_in(entry.place, language));
        reason.add(words_in(entry.reason, language));
        source.add(words_in(entry.source, language));
        note.add(words_in(entry.note, language));
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
    m.def("_flat_tasks", &tasks_of_programme, py::arg("programme"), py::arg("lang"),
          py::arg("columns"), doc);
    m.def("_flat_tasks", &tasks_of_portfolio, py::arg("programme"), py::arg("lang"),
          py::arg("columns"), doc);
    m.def("_flat_entries", &entries_of, py::arg("agenda"), py::arg("lang"), doc);
    m.def("_flat_events", &events_of, py::arg("history"), py::arg("lang"), doc);
}

}  // namespace probity::python
