// The tasks of a table, in an order in which they can be proposed.
#include <algorithm>

#include "date/interruption.hpp"
#include "exchange/import/importer.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

namespace {

/// The fields of a task that have a column each and are read by what they hold.
std::vector<const Field*> plain_fields() {
    std::vector<const Field*> out;
    for (const SheetField column : fields_of(SheetKind::tasks)) {
        if (column == SheetField::id || column == SheetField::kind || column == SheetField::title ||
            column == SheetField::title_en || column == SheetField::proposed) {
            continue;
        }
        out.push_back(description_of<Task>().field(column.key()));
    }
    return out;
}

}  // namespace

void Importer::read_tasks(const SheetTable& table) {
    const std::vector<const Field*> fields = plain_fields();
    for (const SheetRow* row : table.rows()) {
        interruption_point();
        if (!is_readable(table, *row)) continue;
        Task task{.id = table.plain_cell(*row, SheetField::id)};
        task.kind = kind_of(table, *row);
        task.title = title_of(table, *row);
        task.proposed = date_of(table, *row, SheetField::proposed).value_or(act_.on);
        for (const Field* field : fields) read_field(*field, &task, table, *row);
        if (table.has(SheetField::title) && is_readable(table, *row, SheetField::title) &&
            is_readable(table, *row, SheetField::title_en) &&
            table.cell(*row, SheetField::title).empty() &&
            table.cell(*row, SheetField::title_en).empty()) {
            faults_.add(table.place(*row, SheetField::title), "", sentence("import.empty_cell"),
                        sentence("import.title_of_task"));
        }
        tasks_.push_back(std::move(task));
        task_rows_.emplace_back(&table, row);
    }
    check_order();
}

void Importer::check_order() {
    order_ = dependency_order(tasks_);
    for (const std::vector<std::size_t>& cycle : order_.cycles) {
        std::string named;
        for (const std::size_t place : cycle) {
            named += (named.empty() ? "" : " -> ") + tasks_[place].id;
        }
        const auto first = *std::min_element(cycle.begin(), cycle.end());
        const auto [table, row] = task_rows_[first];
        faults_.add(table->place(*row, SheetField::depends_on),
                    table->cell(*row, SheetField::depends_on),
                    sentence("import.cycle", {{"tasks", named}}), sentence("import.no_cycle"));
    }
    std::map<std::string_view, Date> proposed;
    for (const Task& task : programme_.tasks()) {
        if (task.proposed) proposed.emplace(task.id, *task.proposed);
    }
    for (const Task& task : tasks_) proposed.emplace(task.id, *task.proposed);
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const auto [table, row] = task_rows_[i];
        for (const std::string& needed : tasks_[i].depends_on) {
            const auto found = proposed.find(needed);
            if (found == proposed.end() || found->second <= *tasks_[i].proposed) continue;
            faults_.add(table->place(*row, SheetField::depends_on), needed,
                        sentence("import.proposed_later", {{"day", to_string(found->second)}}),
                        sentence("import.proposed_by", {{"day", to_string(*tasks_[i].proposed)}}));
        }
        check_proposed(tasks_[i], *table, *row);
    }
}

// Bands of the same import are there from the day of the import.
void Importer::check_proposed(const Task& task, const SheetTable& table, const SheetRow& row) {
    if (!has_bands_ || task.band.empty() || *task.proposed >= act_.on) return;
    const auto former = programme_.bands();
    if (std::any_of(former.begin(), former.end(),
                    [&](const Band& band) { return band.id == task.band; })) {
        return;
    }
    faults_.add(table.place(row, SheetField::proposed), to_string(*task.proposed),
                sentence("import.before_band", {{"band", task.band}}),
                sentence("import.from_on", {{"day", to_string(act_.on)}}));
}

}  // namespace probity::detail
