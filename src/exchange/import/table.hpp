// A table whose columns are known and whose rows are records.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import/headings.hpp"

namespace probity::detail {

/// A table with the meaning of its columns.
class SheetTable {
  public:
    /// Unknown, repeated and missing headings become faults; columns and rows that are passed over
    /// become notices. `ignored` has headings that are passed over on request.
    SheetTable(const Sheet& sheet, const std::vector<std::string>& ignored, Faults& faults,
               std::vector<ImportNotice>& notices);

    [[nodiscard]] const Sheet& sheet() const noexcept { return *sheet_; }
    [[nodiscard]] bool has(SheetField field) const { return column(field) != no_column; }
    /// The place of a field in a row.
    [[nodiscard]] CellPlace place(const SheetRow& row, SheetField field) const;
    /// The text there, without blanks around it; empty if the table has no such column.
    [[nodiscard]] std::string cell(const SheetRow& row, SheetField field) const;
    /// The same in the usual width: for what is read rather than kept.
    [[nodiscard]] std::string plain_cell(const SheetRow& row, SheetField field) const;
    /// The same with the separators of lists as they stand.
    [[nodiscard]] std::string_view raw(const SheetRow& row, SheetField field) const;
    /// The rows that are records: those that say anything, without totals, remarks and headings.
    [[nodiscard]] const std::vector<const SheetRow*>& rows() const noexcept { return rows_; }
    /// Whether something stands to the right of the last heading. A row may be shorter: spreadsheets
    /// leave empty cells out.
    [[nodiscard]] bool is_too_long(const SheetRow& row) const;
    /// Whether nothing is taken from a row, or from the columns with a heading.
    [[nodiscard]] bool passes_over(int row, std::string_view heading) const;
    /// The table as a whole: the row of its headings.
    [[nodiscard]] CellPlace head() const {
        return {.sheet = sheet_->kind, .row = std::max(1, sheet_->heading_row)};
    }

  private:
    static constexpr std::size_t no_column = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t column(SheetField field) const {
        const auto found = columns_.find(field);
        return found == columns_.end() ? no_column : found->second;
    }
    void read_rows(Faults& faults, std::vector<ImportNotice>& notices);
    void read_heading(std::size_t column, Faults& faults, std::vector<ImportNotice>& notices);
    void read_unknown(const CellPlace& place, Faults& faults, std::vector<ImportNotice>& notices);
    [[nodiscard]] bool is_ignored(std::string_view heading) const;
    /// Whether each cell of a column is a whole number, or empty.
    [[nodiscard]] bool has_numbers(std::size_t column) const;
    void pass_over(const CellPlace& place, Text why, std::vector<ImportNotice>& notices);
    /// The cells of a column that say something.
    [[nodiscard]] std::vector<std::string> words_in(std::size_t column) const;
    [[nodiscard]] int row_of_heading(std::size_t column) const;

    const Sheet* sheet_;
    const std::vector<std::string>* ignored_;
    std::map<SheetField, std::size_t> columns_;
    std::vector<const SheetRow*> rows_;
    std::set<int> rows_passed_over_;
    std::set<std::string> columns_passed_over_;
};

/// Whether a cell has a word that tables use beside their records, and no id: 합계, 이하여백, 없음.
[[nodiscard]] bool names_no_record(const std::string& cell);

/// Why a row is no record and is passed over: it has totals (소계, 합계), is a remark below the table
/// ("※ ..."), or repeats the headings. None for a record.
[[nodiscard]] std::optional<Text> why_no_record(const Sheet& sheet, const SheetRow& row);

}  // namespace probity::detail
