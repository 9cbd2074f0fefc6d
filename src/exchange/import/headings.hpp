// The headings of tables, in Korean or English, and what columns they stand for.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import/faults.hpp"

namespace probity::detail {

/// A column that an import takes, by the key of the field of its record; a title has a column for each
/// language.
class SheetField {
  public:
    constexpr SheetField(const char* key) : key_(key) {}

    [[nodiscard]] constexpr std::string_view key() const noexcept { return key_; }

    friend constexpr auto operator<=>(const SheetField&, const SheetField&) = default;

    // Those that are read in a way of their own.
    static const SheetField id, title, title_en, units, kind, weight, depends_on, proposed;

  private:
    std::string_view key_;
};
inline constexpr SheetField SheetField::id{"id"};
inline constexpr SheetField SheetField::title{"title"};
inline constexpr SheetField SheetField::title_en{"title_en"};
inline constexpr SheetField SheetField::units{"units"};
inline constexpr SheetField SheetField::kind{"kind"};
inline constexpr SheetField SheetField::weight{"weight"};
inline constexpr SheetField SheetField::depends_on{"depends_on"};
inline constexpr SheetField SheetField::proposed{"proposed"};

/// A heading as it is compared: capitals, widths, blanks, full stops, hyphens, underscores and stars do
/// not matter.
[[nodiscard]] std::string heading_key(std::string_view heading);

/// The field that a heading names; none if it is not known. Words in brackets before or behind do
/// not matter.
[[nodiscard]] std::optional<SheetField> field_of(SheetKind sheet, std::string_view heading);
/// All columns of a sheet, in their order.
[[nodiscard]] std::vector<SheetField> fields_of(SheetKind sheet);
/// Whether each row says something in a field: tasks have a title, bands may go by their ids.
[[nodiscard]] bool is_needed(SheetKind sheet, SheetField field);
/// All headings that are known, and those that are suggested, as a list for a message.
[[nodiscard]] std::vector<std::string> heading_names(SheetKind sheet);
[[nodiscard]] Text allowed_headings(SheetKind sheet);

/// Columns of offices' tables that an import does not take.
enum class Aside : std::uint8_t {
    /// 연번, No.
    running_number,
    /// 비고
    remark,
    /// 추진상태, of tasks
    state,
    /// 담당자, 협조부서: near to a heading, and none.
    other
};
/// The meaning of a heading that names no field; none if it is not known.
[[nodiscard]] std::optional<Aside> aside_of(SheetKind sheet, std::string_view heading);
/// Whether a state is that of a task that has just been imported: 제안.
[[nodiscard]] bool is_first_state(std::string_view state);

/// The kind of task that a cell names, in Korean or English; none for another text.
[[nodiscard]] std::optional<TaskKind> task_kind_of(std::string_view name);
/// The names of the kinds, as tables have them.
[[nodiscard]] std::vector<std::string> task_kind_names();

/// One or two rows that may have the headings of a table.
struct HeadingRows {
    /// The first of them, and how many there are.
    std::size_t place = 0;
    std::size_t height = 1;
    /// The names of the columns; of two rows the lower says what part of the upper one is meant.
    std::vector<std::string> headings = {};
    /// How many columns they name.
    std::size_t known = 0;
    /// Whether the columns that each row needs are among them.
    bool complete = false;
};
/// So many rows that say something may stand above and among the headings.
inline constexpr std::size_t most_rows_above = 50;
/// The rows that name most columns, the first of those that name as many: at least two with the id,
/// or three, as a table of another kind may share a word or two. None if there are no such rows.
[[nodiscard]] std::optional<HeadingRows> heading_rows(
    SheetKind kind, const std::vector<std::vector<std::string>>& rows);

/// Whether a row has a heading.
[[nodiscard]] bool names_any(SheetKind kind, const std::vector<std::string>& cells);

}  // namespace probity::detail
