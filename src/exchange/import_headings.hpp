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

/// What a heading stands for; none if it is not known. Capitals, widths, blanks, full stops, hyphens,
/// underscores, stars and what stands in brackets behind do not matter.
[[nodiscard]] std::optional<Field> field_of(SheetKind sheet, std::string_view heading);

/// The kind of task that a cell names, in Korean or English; none for another text.
[[nodiscard]] std::optional<TaskKind> task_kind_of(std::string_view name);
/// The names of the kinds, as tables have them.
[[nodiscard]] std::vector<std::string> task_kind_names();

/// A table with the meaning of its columns.
class Table {
  public:
    /// Unknown, repeated and missing headings become faults; columns that are passed over become
    /// notices. `ignored` has headings that are passed over on request.
    Table(const Sheet& sheet, const std::vector<std::string>& ignored, Faults& faults,
          std::vector<ImportNotice>& notices);

    [[nodiscard]] const Sheet& sheet() const noexcept { return *sheet_; }
    [[nodiscard]] bool has(Field field) const { return column(field) != no_column; }
    /// The place of a field in a row.
    [[nodiscard]] CellPlace place(const SheetRow& row, Field field) const;
    /// What stands there, without blanks around it; empty where the table has no such column.
    [[nodiscard]] std::string cell(const SheetRow& row, Field field) const;
    /// The same in the usual width: for what is read rather than kept.
    [[nodiscard]] std::string plain_cell(const SheetRow& row, Field field) const;
    /// The same with the separators of lists as they stand.
    [[nodiscard]] std::string_view raw(const SheetRow& row, Field field) const;
    /// The rows that say anything.
    [[nodiscard]] const std::vector<const SheetRow*>& rows() const noexcept { return rows_; }
    /// Whether something stands to the right of the last heading. A row may be shorter: spreadsheets
    /// leave empty cells out.
    [[nodiscard]] bool is_too_long(const SheetRow& row) const;
    /// The table as a whole: the row of its headings.
    [[nodiscard]] CellPlace head() const {
        return {.sheet = sheet_->kind, .row = std::max(1, sheet_->heading_row)};
    }

  private:
    static constexpr std::size_t no_column = static_cast<std::size_t>(-1);

    [[nodiscard]] std::size_t column(Field field) const {
        return columns_[static_cast<std::size_t>(field)];
    }
    void read_heading(std::size_t column, Faults& faults, std::vector<ImportNotice>& notices);
    void read_unknown(const CellPlace& place, Faults& faults, std::vector<ImportNotice>& notices);
    [[nodiscard]] bool is_ignored(std::string_view heading) const;
    /// Whether each cell of a column is a whole number, or empty.
    [[nodiscard]] bool has_numbers(std::size_t column) const;
    void pass_over(const CellPlace& place, Text why, std::vector<ImportNotice>& notices) const;
    /// The cells of a column that say something.
    [[nodiscard]] std::vector<std::string> words_in(std::size_t column) const;
    [[nodiscard]] int row_of_heading(std::size_t column) const;

    const Sheet* sheet_;
    const std::vector<std::string>* ignored_;
    std::vector<std::size_t> columns_ = std::vector<std::size_t>(field_count, no_column);
    std::vector<const SheetRow*> rows_;
};

/// A text without blanks around it, with one blank for each run of blanks and line ends in it, and
/// without blanks of no width.
[[nodiscard]] std::string clean(std::string_view text);

/// The same in the usual width, without characters that cannot be seen.
[[nodiscard]] std::string plain(std::string_view text);

/// A name without what does not matter when it is compared: blanks, widths, capitals, and which of
/// the middle dots it has.
[[nodiscard]] std::string name_key(std::string_view name);

/// Whether a cell says in words that it is empty: "-", "없음", "미정", "N/A".
[[nodiscard]] bool says_none(std::string_view text);

/// A row that may have the headings of a table.
struct HeadingRow {
    std::size_t place = 0;
    /// How many columns it names.
    std::size_t known = 0;
    /// Whether the columns that each row needs are among them.
    bool complete = false;
};
/// So many rows that say something may stand above and among the headings.
inline constexpr std::size_t most_rows_above = 50;
/// The row that names most columns, the first of those that name as many: at least two with the id,
/// or three, as a table of another kind may share a word or two. None if there is no such row.
[[nodiscard]] std::optional<HeadingRow> heading_row(
    SheetKind kind, const std::vector<std::vector<std::string>>& rows);

/// Whether a row has a heading.
[[nodiscard]] bool names_any(SheetKind kind, const std::vector<std::string>& cells);

/// A day in any notation of read_date. If it names none the fault is added.
[[nodiscard]] std::optional<Date> day_of(const std::string& text, const CellPlace& place,
                                         Faults& faults);

}  // namespace probity::detail
