#include "exchange/import/table.hpp"

#include "date/text.hpp"
#include "exchange/import/cells.hpp"
#include "records/check_parts.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

SheetTable::SheetTable(const Sheet& sheet, const std::vector<std::string>& ignored, Faults& faults,
                       std::vector<ImportNotice>& notices)
    : sheet_(&sheet), ignored_(&ignored) {
    read_rows(faults, notices);
    for (std::size_t i = 0; i < sheet.headings.size(); ++i) read_heading(i, faults, notices);
    for (const SheetField needed : {SheetField::id, SheetField::title}) {
        if (has(needed) || !is_needed(sheet.kind, needed)) continue;
        faults.add(head(), "", sentence("import.no_column", {{"name", needed.key()}}),
                   allowed_headings(sheet.kind));
    }
}

void SheetTable::read_rows(Faults& faults, std::vector<ImportNotice>& notices) {
    if (sheet_->rows.size() > most_rows) {
        faults.add_too_many_rows(sheet_->kind, sheet_->rows[most_rows].number);
        return;
    }
    for (const SheetRow& row : sheet_->rows) {
        if (std::all_of(row.cells.begin(), row.cells.end(), &says_nothing)) continue;
        if (auto why = why_no_record(*sheet_, row)) {
            rows_passed_over_.insert(row.number);
            notices.push_back({.sheet = sheet_->kind,
                               .row = row.number,
                               .column = {},
                               .message = std::move(*why)});
        } else {
            rows_.push_back(&row);
        }
    }
    if (rows_.empty() && !sheet_->headings.empty()) {
        notices.push_back({.sheet = sheet_->kind,
                           .row = head().row,
                           .column = {},
                           .message = sentence("import.no_rows")});
    }
}

void SheetTable::read_heading(std::size_t column, Faults& faults,
                              std::vector<ImportNotice>& notices) {
    const std::string heading = clean(sheet_->headings[column]);
    const CellPlace place{sheet_->kind, row_of_heading(column), heading, column};
    if (heading.empty()) {
        if (!words_in(column).empty()) {
            faults.add(place, "", sentence("import.no_heading", {{"column", column + 1}}));
        }
        return;
    }
    if (is_ignored(heading)) {
        return pass_over(place, sentence("import.on_request"), notices);
    }
    std::optional<SheetField> field = field_of(sheet_->kind, heading);
    if (!field) {
        const std::size_t before = faults.size();
        read_unknown(place, faults, notices);
        if (faults.size() == before) return;
        // Read as what was probably meant, so that one mistake is one fault.
        field = field_of(sheet_->kind, faults.suggestion());
        if (!field || has(*field)) return;
    }
    const auto [known, is_new] = columns_.emplace(*field, column);
    if (is_new) return;
    std::size_t& place_of_field = known->second;
    // Beside 과제번호, 번호 counts the rows.
    const std::string first = clean(sheet_->headings[place_of_field]);
    for (const std::size_t each : {column, place_of_field}) {
        if (*field != SheetField::id || heading_key(sheet_->headings[each]) != "번호" ||
            !has_numbers(each)) {
            continue;
        }
        pass_over({sheet_->kind, row_of_heading(each), clean(sheet_->headings[each]), each},
                  sentence("import.counts_rows"), notices);
        if (each != column) place_of_field = column;
        return;
    }
    faults.add(place, heading, sentence("import.same_as", {{"heading", first}}),
               sentence("import.each_column"));
}

void SheetTable::read_unknown(const CellPlace& place, Faults& faults,
                              std::vector<ImportNotice>& notices) {
    const std::vector<std::string> words = words_in(place.column);
    // Nothing is lost with an empty column.
    if (words.empty()) return;
    const auto aside = aside_of(sheet_->kind, place.heading);
    if (aside == Aside::running_number) {
        return pass_over(place, sentence("import.counts_rows"), notices);
    }
    if (aside == Aside::remark) {
        return pass_over(place, sentence("import.remarks"), notices);
    }
    if (aside == Aside::state) {
        const bool all_first = std::all_of(words.begin(), words.end(), [](const std::string& each) {
            return says_none(each) || is_first_state(each);
        });
        if (all_first) return;
        const std::string found = listed(words).in(Language::english);
        return pass_over(place, sentence("import.states", {{"states", found}}), notices);
    }
    faults.add(place, place.heading, sentence("import.unknown_heading"),
               allowed_headings(sheet_->kind),
               aside ? std::vector<std::string>{} : heading_names(sheet_->kind));
}

void SheetTable::pass_over(const CellPlace& place, Text why, std::vector<ImportNotice>& notices) {
    columns_passed_over_.insert(place.heading);
    notices.push_back({.sheet = place.sheet,
                       .row = place.row,
                       .column = place.heading,
                       .message = std::move(why)});
}

bool SheetTable::passes_over(int row, std::string_view heading) const {
    return rows_passed_over_.contains(row) || columns_passed_over_.contains(clean(heading));
}

bool SheetTable::is_ignored(std::string_view heading) const {
    const std::string wanted = heading_key(heading);
    return std::any_of(ignored_->begin(), ignored_->end(),
                       [&](const std::string& each) { return heading_key(each) == wanted; });
}

std::vector<std::string> SheetTable::words_in(std::size_t column) const {
    std::vector<std::string> out;
    std::set<std::string> known;
    for (const SheetRow* row : rows_) {
        if (column >= row->cells.size()) continue;
        std::string words = clean(row->cells[column]);
        if (!says_nothing(words) && known.insert(words).second) out.push_back(std::move(words));
    }
    return out;
}

bool SheetTable::has_numbers(std::size_t column) const {
    const std::vector<std::string> words = words_in(column);
    return std::all_of(words.begin(), words.end(),
                       [](const std::string& each) { return digits(plain(each)).has_value(); });
}

bool SheetTable::is_too_long(const SheetRow& row) const {
    const std::size_t width = std::min(sheet_->headings.size(), row.cells.size());
    return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width), row.cells.end(),
                       [](const std::string& cell) { return !says_nothing(cell); });
}

int SheetTable::row_of_heading(std::size_t column) const {
    if (sheet_->heading_row > 0) return sheet_->heading_row;
    // The keys stand in the rows.
    const auto first = std::find_if(rows_.begin(), rows_.end(), [&](const SheetRow* row) {
        return column < row->cells.size() && !row->cells[column].empty();
    });
    return first == rows_.end() ? 1 : (*first)->number;
}

CellPlace SheetTable::place(const SheetRow& row, SheetField field) const {
    const std::size_t number = column(field);
    if (number == no_column) {
        return {sheet_->kind, row.number, std::string(field.key()), 0};
    }
    return {sheet_->kind, row.number, clean(sheet_->headings[number]), number};
}

std::string_view SheetTable::raw(const SheetRow& row, SheetField field) const {
    const std::size_t number = column(field);
    if (number == no_column || number >= row.cells.size()) return {};
    return row.cells[number];
}

std::string SheetTable::cell(const SheetRow& row, SheetField field) const {
    const std::string_view text = raw(row, field);
    return says_nothing(text) ? "" : clean(text);
}

std::string SheetTable::plain_cell(const SheetRow& row, SheetField field) const {
    return plain(raw(row, field));
}

}  // namespace probity::detail
