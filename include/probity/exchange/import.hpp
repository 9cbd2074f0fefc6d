// Bands and tasks from tables, as offices keep them: a spreadsheet, a CSV file, JSON Lines.
//
//     const Sheet tasks = read_csv(SheetKind::tasks, "과제번호,과제명,기한\n"
//                                                    "T-40,청렴교육,2026. 3. 18.\n");
//     const Act act{.on = make_date(2026, 3, 2), .by = "integrity-team"};
//     programme = programme.apply(import_rows(programme, {tasks}, act).events);
//     programme.tasks().size();                                           // 40
//
// An import is all or nothing. Where any row is bad nothing is imported, and ImportErrors names every
// fault at once: row and column as a spreadsheet shows them, the value, what is allowed there, and
// what was probably meant:
//
//     nothing imported, one row to mend
//     tasks, row 2, 담당부서: '감사담당간' is no unit of the institution; allowed: Audit Office,
//     Taxation Division 1 (did you mean '감사담당관'?)
//
// Headings may be Korean or English. Capitals, blanks, widths, order, a star that marks what is needed
// and a remark in brackets do not matter; offices call one column by several names, of which some are:
//
//     | bands    |                                                                          |
//     | id       | 밴드번호, 번호                                                           |
//     | title    | 밴드명, 밴드; title_en 영문명. One language stands for the other.        |
//     | units    | 소속부서, 부서: ids or titles, separated by ; , / · or 、                |
//     | tasks    |                                                                          |
//     | id       | 과제번호, 번호                                                           |
//     | kind     | 구분: practice_task 실천과제 (usual), improvement_measure 개선대책,      |
//     |          | action_item 실행과제                                                     |
//     | title    | 과제명; title_en 영문명                                                  |
//     | owner    | 담당부서, 추진부서: the id or title of a unit                            |
//     | band, risk_area | 밴드, 부패취약분야: id or title                                   |
//     | due, proposed   | 기한, 완료기한; 제안일: any notation of read_date, or none ("미정") |
//     | weight   | 가중치: from 1                                                           |
//     | depends_on, indicators | 선행과제, 지표: ids, separated likewise                    |
//
// Titles match whatever their blanks, widths and capitals; ids match as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/error.hpp"
#include "probity/history/event.hpp"
#include "probity/programme/command.hpp"
#include "probity/programme/programme.hpp"
#include "probity/text/text.hpp"

namespace probity {

/// The kinds of tables, by their rows.
enum class SheetKind : std::uint8_t { bands, tasks };

/// A column that tables may have.
struct SheetColumn {
    /// "due"
    std::string id = {};
    /// The headings that are suggested for it: 기한, due.
    Text heading = {};
    /// Whether each row says something there.
    bool needed = false;

    friend bool operator==(const SheetColumn&, const SheetColumn&) = default;
};

/// A kind of task, as tables name it: 실천과제, practice_task.
struct TaskKindName {
    TaskKind kind = TaskKind::practice_task;
    Text name = {};

    friend bool operator==(const TaskKindName&, const TaskKindName&) = default;
};

/// One row of a table.
struct SheetRow {
    /// As a spreadsheet counts: the row of the headings is 1 if nothing stands above it.
    int number = 0;
    std::vector<std::string> cells = {};

    friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

/// Why a row is not taken.
struct RowError {
    SheetKind sheet = SheetKind::tasks;
    int row = 0;
    /// The heading, as the table writes it; empty if it is the row as a whole.
    std::string column = {};
    /// What stands there.
    std::string value = {};
    /// The fault: "is no unit of the institution".
    Text problem = {};
    /// The values that may stand there; empty if that goes without saying.
    Text allowed = {};
    /// The name that was probably meant; empty if nothing is near.
    std::string suggestion = {};

    friend bool operator==(const RowError&, const RowError&) = default;
};

/// A table of text in UTF-8, composed (NFC) as Korean is written everywhere but in macOS file names.
struct Sheet {
    SheetKind kind = SheetKind::tasks;
    std::vector<std::string> headings = {};
    /// 0 where each row names its columns itself, as in JSON Lines.
    int heading_row = 1;
    std::vector<SheetRow> rows = {};
    /// The parts that could not be read; an import reports them with the rest.
    std::vector<RowError> faults = {};

    friend bool operator==(const Sheet&, const Sheet&) = default;
};

/// A column or a row that an import passes over, and why.
struct ImportNotice {
    SheetKind sheet = SheetKind::tasks;
    /// That of the headings, if it is a column.
    int row = 1;
    /// The heading, as the table writes it; empty if it is a row.
    std::string column = {};
    /// "counts the rows and is passed over"
    Text message = {};

    friend bool operator==(const ImportNotice&, const ImportNotice&) = default;
};

/// The events by which an import changes a programme.
struct Import {
    /// Checked: the programme takes them all (Programme::apply).
    std::vector<Event> events = {};
    /// How many bands and tasks were read.
    std::size_t bands = 0;
    std::size_t tasks = 0;
    /// The columns and rows that were passed over.
    std::vector<ImportNotice> notices = {};
};

/// The fault and what is allowed, without the place: "'2026-02-30' is no day; allowed: ...".
[[nodiscard]] std::string reason(const RowError& error, Language language = Language::english);
/// The whole sentence, on one line.
[[nodiscard]] std::string describe(const RowError& error, Language language = Language::english);
/// "tasks, row 1, 연번: counts the rows and is passed over".
[[nodiscard]] std::string describe(const ImportNotice& notice,
                                   Language language = Language::english);

/// A table that was not imported, with all that is to be mended in it.
class ImportErrors : public ProbityError {
  public:
    /// The text of what() is in the given language.
    explicit ImportErrors(std::vector<RowError> rows, Language language = Language::english);

    /// At least one; in the order of the tables, their rows and columns.
    [[nodiscard]] const std::vector<RowError>& rows() const& noexcept { return rows_; }
    [[nodiscard]] std::vector<RowError> rows() && { return std::as_const(*this).rows(); }
    /// "nothing imported, five rows to mend", and a line for each fault.
    [[nodiscard]] std::string message(Language language) const override;

  private:
    std::vector<RowError> rows_;
};

/// The longest text of a table that is read, in bytes, and the most rows.
inline constexpr std::size_t longest_sheet = 16 * 1024 * 1024;
inline constexpr std::size_t most_rows = 20'000;
/// The largest weight of a task in a table.
inline constexpr int most_weight = 1'000'000;
/// The days that tables may have, 1954-10-03 to 2119-01-10: the numbers 20,000 to 80,000 of a
/// spreadsheet. It shows the number 2026 as a day of 1905 if the format of its cell is a date, and
/// nobody means that day.
[[nodiscard]] Interval days_of_tables();

/// The columns that a table may have, in the order in which forms show them.
[[nodiscard]] std::vector<SheetColumn> columns_of(SheetKind kind);
/// The id of the column that a heading names, in Korean or English; empty if it names none.
[[nodiscard]] std::string column_named(SheetKind kind, std::string_view heading);
/// The kinds of task, in the order in which forms show them.
[[nodiscard]] std::vector<TaskKindName> task_kinds();

/// Reads CSV (RFC 4180; line ends of either kind, with or without a byte-order mark). The separator is
/// that by which most headings are known: , ; | or a tabulator; a first line "sep=;" names it, and
/// counts as no row. Headings may stand below a title and blank lines, in a row or in two, of which
/// the lower has the parts of what stands over several columns. An empty line is a row that says
/// nothing. Any text gives a Sheet, whose faults an import reports.
[[nodiscard]] Sheet read_csv(SheetKind kind, std::string_view text);

/// Reads JSON Lines: an object a line, whose keys are the headings and whose values are texts,
/// whole numbers, null or lists of texts. Rows are numbered as lines.
[[nodiscard]] Sheet read_json_lines(SheetKind kind, std::string_view text);

/// The events by which a programme takes the bands and tasks of tables: task.proposed for each task,
/// bands.parted for all bands at once, which take the place of those that were. Tables of the same
/// import know each other's rows. A task whose row has no day of its own is proposed on `act.on`.
///
/// A band may have a row for each of its units: its id and title then stand in the first of them, or
/// in all. Columns of running numbers, of remarks and of states, and those whose headings `ignored`
/// has, are passed over with a notice, and so are rows of totals (소계, 합계), remarks below the table
/// ("※ ...") and headings that are repeated; columns and rows without cells are passed over.
///
/// Throws ImportErrors if any row is bad, and ProbityError if the programme cannot take the
/// whole: without an actor, or where history that is there would not hold any more.
[[nodiscard]] Import import_rows(const Programme& programme, const std::vector<Sheet>& sheets,
                                 const Act& act, Language language = Language::english,
                                 const std::vector<std::string>& ignored = {});

/// "bands", "tasks".
[[nodiscard]] std::string_view to_string(SheetKind kind) noexcept;

}  // namespace probity
