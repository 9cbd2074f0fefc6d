#include "probity/exchange/import.hpp"

#include <algorithm>

#include "exchange/import/cells.hpp"
#include "exchange/import/importer.hpp"
#include "history/fold.hpp"
#include "records/check_fields.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

/// The ids that a new task cannot have.
Taken taken_ids(const Programme& programme) {
    const Text known = sentence("import.id_of_programme");
    Taken out;
    for (const Task& task : programme.tasks()) out.emplace(task.id, known);
    return out;
}

}  // namespace

Importer::Importer(const Programme& programme, const std::vector<Sheet>& sheets, const Act& act,
                   const std::vector<std::string>& ignored)
    : programme_(programme), act_(act), taken_tasks_(taken_ids(programme)) {
    const ProgrammeParts& parts = programme.parts();
    for (const Unit& unit : parts.institution.units) {
        // A unit that is closed may have left its title to another.
        if (validity_of(unit).is_over_by(act.on)) {
            units_.add_closed(unit.id, unit.title, *unit.end);
        } else {
            units_.add(unit.id, is_in_force(unit, act.on) ? unit.title : Text{});
        }
    }
    for (const RiskArea& area : parts.risk_areas) areas_.add(area.id, area.title);
    for (const Indicator& indicator : parts.indicators) indicators_.add(indicator.id);
    for (const Task& task : parts.tasks) task_names_.add(task.id);
    for (const Sheet& sheet : sheets) {
        for (const SheetTable& other : tables_) {
            if (other.sheet().kind == sheet.kind) {
                throw ProbityError(
                    sentence("import.two_tables",
                             {{"kind", name_in_refusals("sheet", to_string(sheet.kind))}}));
            }
        }
        has_bands_ = has_bands_ || sheet.kind == SheetKind::bands;
        tables_.emplace_back(sheet, ignored, faults_, notices_);
        add_faults(sheet, tables_.back());
    }
    // A table of bands parts them anew.
    if (has_bands_) return;
    for (const Band& band : programme.bands()) band_names_.add(band.id, band.title);
}

// Nothing is taken from rows and columns that are passed over.
void Importer::add_faults(const Sheet& sheet, const SheetTable& table) {
    for (const RowError& fault : sheet.faults) {
        if (table.passes_over(fault.row, fault.column)) continue;
        const auto& headings = sheet.headings;
        const auto column = std::find(headings.begin(), headings.end(), fault.column);
        faults_.add(fault, column == headings.end()
                               ? 0
                               : static_cast<std::size_t>(column - headings.begin()));
        unreadable_.emplace(sheet.kind, fault.row, clean(fault.column));
    }
}

Import Importer::read(Language language) {
    for (const SheetTable& table : tables_) {
        if (table.sheet().kind == SheetKind::bands) read_ids(table);
    }
    for (const SheetTable& table : tables_) {
        if (table.sheet().kind == SheetKind::tasks) read_ids(table);
    }
    for (const SheetTable& table : tables_) {
        if (table.sheet().kind == SheetKind::bands) read_bands(table);
    }
    for (const SheetTable& table : tables_) {
        if (table.sheet().kind == SheetKind::tasks) read_tasks(table);
    }
    if (!faults_.empty()) throw ImportErrors(faults_.take(), language);
    Import out{.events = events(),
               .bands = bands_.size(),
               .tasks = tasks_.size(),
               .notices = std::move(notices_)};
    static_cast<void>(programme_.apply(out.events));
    return out;
}

// All ids come before the rows, which may name each other in any order; those of bad rows too, so
// that one mistake is one fault.
void Importer::read_ids(const SheetTable& table) {
    if (table.sheet().kind == SheetKind::bands) {
        band_rows_ = rows_of_bands(table);
        for (const BandRows& rows : band_rows_) read_id(table, *rows.front());
        return;
    }
    for (const SheetRow* row : table.rows()) read_id(table, *row);
}

void Importer::read_id(const SheetTable& table, const SheetRow& row) {
    const bool bands = table.sheet().kind == SheetKind::bands;
    const std::string id = table.plain_cell(row, SheetField::id);
    const CellPlace place = table.place(row, SheetField::id);
    if (id.empty()) {
        if (table.has(SheetField::id) && !table.is_too_long(row) &&
            is_readable(table, row, SheetField::id)) {
            faults_.add(place, "", sentence("import.empty_cell"),
                        sentence("import.an_id", {{"id", bands ? "B-01" : "T-01"}}));
        }
        return;
    }
    if (!is_readable(table, row, SheetField::id)) return;
    if (names_no_record(table.cell(row, SheetField::id))) {
        faults_.add(place, table.cell(row, SheetField::id), sentence("import.no_record"),
                    sentence("import.id_or_totals"));
        return;
    }
    try {
        check_id("", id);
    } catch (const DocumentError&) {
        faults_.add(place, table.cell(row, SheetField::id), sentence("import.no_id"),
                    sentence("import.form_of_id"));
        return;
    }
    const auto [first, is_new] =
        (bands ? taken_bands_ : taken_tasks_)
            .emplace(id, sentence(bands ? "import.id_of_bands" : "import.id_of_tasks",
                                  {{"row", row.number}}));
    if (!is_new) faults_.add(place, id, first->second, sentence("import.each_id_once"));
    if (bands) {
        band_names_.add(
            id, {table.cell(row, SheetField::title), table.cell(row, SheetField::title_en)});
    } else {
        task_names_.add(id);
    }
}

bool Importer::is_readable(const SheetTable& table, const SheetRow& row, SheetField field) const {
    if (unreadable_.empty()) return true;
    const CellPlace place = table.place(row, field);
    return !unreadable_.contains({place.sheet, place.row, place.heading});
}

bool Importer::is_readable(const SheetTable& table, const SheetRow& row) {
    if (unreadable_.contains({table.sheet().kind, row.number, ""})) return false;
    if (!table.is_too_long(row)) return true;

    faults_.add({.sheet = table.sheet().kind, .row = row.number}, "",
                sentence(row.cells.size() == 1 ? "import.cell_count_one" : "import.cell_count",
                         {{"number", row.cells.size()}}),
                sentence("import.as_headings", {{"number", table.sheet().headings.size()}}));
    return false;
}

Event Importer::event(EventKind kind, std::string subject, EventBody body, const Date& on) const {
    return {.effective = on,
            .recorded = act_.recorded,
            .actor = act_.by,
            .kind = kind,
            .subject = std::move(subject),
            .body = std::move(body),
            .reason = act_.reason,
            .corrects = 0};
}

std::vector<Event> Importer::events() {
    std::vector<Event> out;
    if (has_bands_) {
        out.push_back(event(EventKind::bands_parted, "bands", Held(BandsParted{bands_}), act_.on));
    }
    for (const std::size_t place : order_.places) {
        const Task& task = tasks_[place];
        out.push_back(event(EventKind::task_proposed, task.id, Held(task), *task.proposed));
    }
    return out;
}

}  // namespace detail

Import import_rows(const Programme& programme, const std::vector<Sheet>& sheets, const Act& act,
                   Language language, const std::vector<std::string>& ignored) {
    return detail::Importer(programme, sheets, act, ignored).read(language);
}

}  // namespace probity
