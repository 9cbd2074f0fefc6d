// Rows of offices' tables that are no records: totals, remarks below the table, headings again.
#include <algorithm>
#include <array>

#include "exchange/import/cells.hpp"
#include "exchange/import/table.hpp"
#include "records/check_fields.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// Whether a cell has an amount, such as "12", "1,200", "85.3%", "39건", or a formula that counts.
bool is_amount(const std::string& cell) {
    constexpr auto units =
        std::to_array<std::string_view>({"%", "건", "개", "개소", "개과", "개부서", "개밴드",
                                         "과제", "명", "점", "회", "원", "천원"});
    const std::string text = name_key(cell);
    if (text.starts_with("=")) return true;
    const std::size_t end = std::min(text.find_first_not_of("0123456789,.-+"), text.size());
    if (text.find_first_of("0123456789") >= end) return says_none(text);
    const std::string_view unit = std::string_view(text).substr(end);
    return unit.empty() || std::find(units.begin(), units.end(), unit) != units.end();
}

bool names_totals(const std::string& cell) {
    constexpr auto totals = std::to_array<std::string_view>(
        {"계", "합계", "소계", "총계", "총합계", "누계", "total", "subtotal", "grandtotal"});
    const std::string key = heading_key(cell);
    const std::string_view name = std::string_view(key).substr(0, key.find('('));
    return std::find(totals.begin(), totals.end(), name) != totals.end();
}

bool is_remark(const std::string& cell) {
    constexpr auto marks = std::to_array<std::string_view>(
        {"\u203b", "*", "\u261e", "\u25b6", "주)", "주:", "주1)", "(단위"});
    constexpr auto ends = std::to_array<std::string_view>({"끝", "이하여백", "이하빈칸"});
    const std::string text = name_key(cell);
    const auto begins = [&](std::string_view mark) { return text.starts_with(mark); };
    if (std::any_of(marks.begin(), marks.end(), begins)) return true;
    const std::string key = heading_key(cell);
    return std::find(ends.begin(), ends.end(), key) != ends.end();
}

/// Whether each cell repeats the heading of its column, and there are several.
bool repeats_headings(const Sheet& sheet, const SheetRow& row) {
    std::size_t repeated = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (says_nothing(row.cells[i])) continue;
        if (i >= sheet.headings.size()) return false;
        if (heading_key(row.cells[i]) != heading_key(sheet.headings[i])) return false;
        ++repeated;
    }
    return repeated > 1;
}

}  // namespace

bool names_no_record(const std::string& cell) {
    return names_totals(cell) || is_remark(cell) || says_none(cell);
}

std::optional<Text> why_no_record(const Sheet& sheet, const SheetRow& row) {
    std::vector<std::string> cells;
    for (const std::string& cell : row.cells) {
        if (!says_nothing(cell)) cells.push_back(clean(cell));
    }
    if (cells.empty()) return std::nullopt;
    if (names_totals(cells.front()) && std::all_of(cells.begin() + 1, cells.end(), &is_amount)) {
        return sentence("import.totals", {{"cell", in_quotes(cells.front())}});
    }
    if (cells.size() == 1 && is_remark(cells.front())) {
        return sentence("import.remark", {{"cell", in_quotes(cells.front())}});
    }
    if (repeats_headings(sheet, row)) {
        return sentence("import.repeats_headings");
    }
    return std::nullopt;
}

}  // namespace probity::detail
