// The columns of a table: what each heading, in Korean or English, stands for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import_faults.hpp"

namespace probity::detail {

enum class Field : std::uint8_t {
    id,
    title,
    title_en,
    units,
    kind,
    owner,
    band,
    risk_area,
    due,
    weight,
    depends_on,
    indicators,
    proposed
};
inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::proposed) + 1;

/// What a heading stands for; none where it is not known. Capitals, blanks, hyphens and underscores
/// do not matter.
[[nodiscard]] std::optional<Field> field_of(SheetKind sheet, std::string_view heading);

/// The kind of task that a cell names, in Korean or English; none for another text.
[[nodiscard]] std::optional<TaskKind> task_kind_of(std::string_view name);
/// The names of the kinds, as tables have them.
[[nodiscard]] std::vector<std::string> task_kind_names();

/// A table with the meaning of its columns.
class Table {
  public:
    /// Unknown, repeated and missing headings become faults.
    Table(const Sheet& sheet, Faults& faults);

    [[nodiscard]] const Sheet& sheet() const noexcept { return *sheet_; }
    [[nodiscard]] bool has(Field field) const { return column(field) != no_column; }
    /// The place of a field in a row.
    [[nodiscard]] CellPlace place(const SheetRow& row, Field field) const;
    /// What stands there, without blanks around it; empty where the table has no such column.
    [[nodiscard]] std::string cell(const SheetRow& row, Field field) const;
    /// The same with the separators of lists as they stand.
    [[nodiscard]] std::string_view raw(const SheetRow& row, Field field) const;
    /// The rows that say anything.
    [[nodiscard]] const std::vector<const SheetRow*>& rows() const noexcept { return rows_; }
    /// Whether a row has as many cells as there are headings.
    [[nodiscard]] bool is_whole(const SheetRow& row) const {
        return row.cells.size() == sheet_->headings.size();
    }
    /// The table as a whole: the row of its headings.
    [[nodiscard]] CellPlace head() const {
        return {.sheet = sheet_->kind, .row = std::max(1, sheet_->heading_row)};
    }

  private:
    static constexpr std::size_t no_column = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t column(Field field) const {
        return columns_[static_cast<std::size_t>(field)];
    }
    void read_heading(std::size_t column, Faults& faults);
    [[nodiscard]] int row_of_heading(std::size_t column) const;

    const Sheet* sheet_;
    std::vector<std::size_t> columns_ = std::vector<std::size_t>(field_count, no_column);
    std::vector<const SheetRow*> rows_;
};

/// A text without blanks around it, and with one blank for each run of blanks and line ends in it.
[[nodiscard]] std::string clean(std::string_view text);

/// The entries of a list: separated by semicolons, commas or line ends, without empty ones.
[[nodiscard]] std::vector<std::string> entries(std::string_view cell);

/// A day as tables have it: 2026-03-18, 2026. 3. 18., 2026.3.18, 2026/3/18 or 2026년 3월 18일. Where
/// there is none the fault is added.
[[nodiscard]] std::optional<Date> day_of(const std::string& text, const CellPlace& place,
                                         Faults& faults);

}  // namespace probity::detail
