#include "exchange/import_headings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "date/text.hpp"
#include "programme/check_parts.hpp"

namespace probity::detail {
namespace {

struct Heading {
    Field field;
    std::string_view name;
};

// The first name of a field is the one that is suggested for it, the second its Korean one; the others
// are those that offices use.
constexpr std::array task_headings{
    Heading{Field::id, "id"},
    Heading{Field::id, "과제번호"},
    Heading{Field::id, "번호"},
    Heading{Field::id, "과제ID"},
    Heading{Field::id, "과제코드"},
    Heading{Field::id, "관리번호"},
    Heading{Field::kind, "kind"},
    Heading{Field::kind, "구분"},
    Heading{Field::kind, "과제구분"},
    Heading{Field::kind, "과제유형"},
    Heading{Field::title, "title"},
    Heading{Field::title, "과제명"},
    Heading{Field::title, "과제"},
    Heading{Field::title, "과제제목"},
    Heading{Field::title, "추진과제"},
    Heading{Field::title, "추진과제명"},
    Heading{Field::title, "세부과제"},
    Heading{Field::title, "세부과제명"},
    Heading{Field::title, "실천과제"},
    Heading{Field::title, "실천과제명"},
    Heading{Field::title, "task"},
    Heading{Field::title_en, "title_en"},
    Heading{Field::title_en, "영문명"},
    Heading{Field::title_en, "영문과제명"},
    Heading{Field::title_en, "과제영문명"},
    Heading{Field::owner, "owner"},
    Heading{Field::owner, "담당부서"},
    Heading{Field::owner, "담당부서명"},
    Heading{Field::owner, "담당과"},
    Heading{Field::owner, "추진부서"},
    Heading{Field::owner, "추진부서명"},
    Heading{Field::owner, "주관부서"},
    Heading{Field::owner, "주관부서명"},
    Heading{Field::owner, "소관부서"},
    Heading{Field::owner, "소관부서명"},
    Heading{Field::owner, "주무부서"},
    Heading{Field::owner, "시행부서"},
    Heading{Field::owner, "이행부서"},
    Heading{Field::owner, "부서"},
    Heading{Field::owner, "부서명"},
    Heading{Field::owner, "department"},
    Heading{Field::owner, "unit"},
    Heading{Field::band, "band"},
    Heading{Field::band, "밴드"},
    Heading{Field::band, "밴드명"},
    Heading{Field::band, "소속밴드"},
    Heading{Field::risk_area, "risk_area"},
    Heading{Field::risk_area, "부패취약분야"},
    Heading{Field::risk_area, "취약분야"},
    Heading{Field::risk_area, "부패취약영역"},
    Heading{Field::due, "due"},
    Heading{Field::due, "기한"},
    Heading{Field::due, "완료기한"},
    Heading{Field::due, "추진기한"},
    Heading{Field::due, "이행기한"},
    Heading{Field::due, "처리기한"},
    Heading{Field::due, "제출기한"},
    Heading{Field::due, "마감기한"},
    Heading{Field::due, "마감"},
    Heading{Field::due, "마감일"},
    Heading{Field::due, "완료예정일"},
    Heading{Field::due, "완료예정"},
    Heading{Field::due, "완료목표일"},
    Heading{Field::due, "목표기한"},
    Heading{Field::due, "due_date"},
    Heading{Field::due, "deadline"},
    Heading{Field::weight, "weight"},
    Heading{Field::weight, "가중치"},
    Heading{Field::depends_on, "depends_on"},
    Heading{Field::depends_on, "선행과제"},
    Heading{Field::depends_on, "선행과제번호"},
    Heading{Field::indicators, "indicators"},
    Heading{Field::indicators, "지표"},
    Heading{Field::indicators, "평가지표"},
    Heading{Field::indicators, "관련지표"},
    Heading{Field::proposed, "proposed"},
    Heading{Field::proposed, "제안일"},
    Heading{Field::proposed, "제안일자"},
};
constexpr std::array band_headings{
    Heading{Field::id, "id"},
    Heading{Field::id, "밴드번호"},
    Heading{Field::id, "번호"},
    Heading{Field::id, "밴드ID"},
    Heading{Field::id, "밴드코드"},
    Heading{Field::title, "title"},
    Heading{Field::title, "밴드명"},
    Heading{Field::title, "밴드"},
    Heading{Field::title, "밴드이름"},
    Heading{Field::title, "band"},
    Heading{Field::title_en, "title_en"},
    Heading{Field::title_en, "영문명"},
    Heading{Field::title_en, "밴드영문명"},
    Heading{Field::units, "units"},
    Heading{Field::units, "소속부서"},
    Heading{Field::units, "소속부서명"},
    Heading{Field::units, "부서"},
    Heading{Field::units, "부서명"},
    Heading{Field::units, "구성부서"},
    Heading{Field::units, "참여부서"},
    Heading{Field::units, "해당부서"},
    Heading{Field::units, "unit"},
    Heading{Field::units, "departments"},
    Heading{Field::units, "department"},
};

// Columns that offices' tables have beside what an import takes.
constexpr auto running_numbers = std::to_array<std::string_view>(
    {"연번", "순번", "일련번호", "순서", "No", "No.", "#", "Nr", "seq"});
constexpr auto remarks =
    std::to_array<std::string_view>({"비고", "비고란", "참고", "참고사항", "특이사항", "메모",
                                     "remarks", "remark", "notes", "note"});
constexpr auto states =
    std::to_array<std::string_view>({"추진상태", "상태", "진행상태", "추진상황", "진행상황",
                                     "추진현황", "진행현황", "처리상태", "state", "status"});
// Columns that say something an import does not take: near to a heading, and none.
constexpr auto others = std::to_array<std::string_view>(
    {"담당자",   "담당자명", "담당팀",   "담당관",   "책임자",   "작성자",   "협조부서", "협업부서",
     "관련부서", "시작일",   "착수일",   "완료일",   "추진기간", "추진일정", "추진계획", "추진실적",
     "추진내용", "과제내용", "과제개요", "기대효과", "연락처",   "예산"});
// The state that a task has when it is imported.
constexpr auto first_state = std::to_array<std::string_view>({"proposed", "제안"});

std::span<const Heading> headings_of(SheetKind sheet) {
    if (sheet == SheetKind::bands) return band_headings;
    return task_headings;
}

struct KindName {
    TaskKind kind;
    std::string_view name;
};
constexpr std::array kind_names{
    KindName{TaskKind::practice_task, "practice_task"},
    KindName{TaskKind::improvement_measure, "improvement_measure"},
    KindName{TaskKind::action_item, "action_item"},
    KindName{TaskKind::practice_task, "실천과제"},
    KindName{TaskKind::improvement_measure, "개선대책"},
    KindName{TaskKind::action_item, "실행과제"},
};

// A heading is short: texts above a table cost nothing. In bytes.
constexpr std::size_t longest_heading = 120;

/// A heading or a kind as it is compared.
std::string heading_key(std::string_view name) {
    std::string out;
    for (const char c : name_key(name)) {
        if (c != '_' && c != '-' && c != '*' && c != '.' && c != ':') out += c;
    }
    return out;
}

/// The fields by what their headings are compared by.
const std::map<std::string, Field>& fields_by_key(SheetKind sheet) {
    const auto made = [](SheetKind kind) {
        std::map<std::string, Field> out;
        for (const Heading& heading : headings_of(kind)) {
            out.emplace(heading_key(heading.name), heading.field);
        }
        return out;
    };
    static const std::map<std::string, Field> bands = made(SheetKind::bands);
    static const std::map<std::string, Field> tasks = made(SheetKind::tasks);
    return sheet == SheetKind::bands ? bands : tasks;
}

bool is_one_of(std::string_view heading, std::span<const std::string_view> names) {
    const std::string wanted = heading_key(heading);
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return heading_key(name) == wanted; });
}

/// A heading without a remark in brackets behind it: "기한(필수)", "담당부서 (팀)".
std::string without_remark(std::string_view heading) {
    const std::string wide = plain(heading);
    const std::size_t bracket = wide.find_first_of("([");
    return bracket == std::string::npos || bracket == 0 ? "" : wide.substr(0, bracket);
}

/// Tasks need a title; bands may go by their ids.
bool is_needed(SheetKind sheet, Field field) {
    return field == Field::id || (field == Field::title && sheet == SheetKind::tasks);
}

std::vector<std::string> heading_names(SheetKind sheet) {
    std::vector<std::string> out;
    for (const Heading& heading : headings_of(sheet)) out.emplace_back(heading.name);
    return out;
}

/// Each field's names in English and in Korean, as they are suggested.
Text allowed_headings(SheetKind sheet) {
    std::string out;
    for (const SheetColumn& column : columns_of(sheet)) {
        out += (out.empty() ? "" : ", ") + column.id + "/" + column.heading.korean;
    }
    return {out, out};
}

std::string_view name_of(SheetKind sheet, Field field) {
    const auto headings = headings_of(sheet);
    return std::find_if(headings.begin(), headings.end(),
                        [&](const Heading& heading) { return heading.field == field; })
        ->name;
}

}  // namespace

std::optional<Field> field_of(SheetKind sheet, std::string_view heading) {
    for (const std::string& name : {std::string(heading), without_remark(heading)}) {
        const std::string wanted = heading_key(name);
        if (wanted.empty()) continue;
        const auto& known = fields_by_key(sheet);
        const auto found = known.find(wanted);
        if (found != known.end()) return found->second;
    }
    return std::nullopt;
}

std::optional<HeadingRow> heading_row(SheetKind kind,
                                      const std::vector<std::vector<std::string>>& rows) {
    std::optional<HeadingRow> best;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::set<Field> named;
        for (const std::string& cell : rows[i]) {
            if (cell.size() > longest_heading) continue;
            if (const auto field = field_of(kind, cell)) named.insert(*field);
        }
        const bool likely = named.size() >= 3 || (named.size() == 2 && named.contains(Field::id));
        if (!likely || (best && named.size() <= best->known)) continue;
        const bool complete = named.contains(Field::id) &&
                              (named.contains(Field::title) || !is_needed(kind, Field::title));
        best = {i, named.size(), complete};
    }
    return best;
}

bool names_any(SheetKind kind, const std::vector<std::string>& cells) {
    return std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) {
        return cell.size() <= longest_heading && field_of(kind, cell).has_value();
    });
}

std::optional<TaskKind> task_kind_of(std::string_view name) {
    const std::string wanted = heading_key(name);
    for (const KindName& known : kind_names) {
        if (heading_key(known.name) == wanted) return known.kind;
    }
    return std::nullopt;
}

std::vector<std::string> task_kind_names() {
    std::vector<std::string> out;
    for (const KindName& known : kind_names) out.emplace_back(known.name);
    return out;
}

Table::Table(const Sheet& sheet, const std::vector<std::string>& ignored, Faults& faults,
             std::vector<ImportNotice>& notices)
    : sheet_(&sheet), ignored_(&ignored) {
    const auto says_nothing = [](const std::string& cell) { return clean(cell).empty(); };
    for (const SheetRow& row : sheet.rows) {
        if (!std::all_of(row.cells.begin(), row.cells.end(), says_nothing)) rows_.push_back(&row);
    }
    for (std::size_t i = 0; i < sheet.headings.size(); ++i) read_heading(i, faults, notices);
    for (const Field needed : {Field::id, Field::title}) {
        if (has(needed) || !is_needed(sheet.kind, needed)) continue;
        const std::string name(name_of(sheet.kind, needed));
        faults.add(head(), "",
                   {"'" + name + "' 열이 없습니다", "the column '" + name + "' is missing"},
                   allowed_headings(sheet.kind));
    }
}

void Table::read_heading(std::size_t column, Faults& faults, std::vector<ImportNotice>& notices) {
    const std::string heading = clean(sheet_->headings[column]);
    const CellPlace place{sheet_->kind, row_of_heading(column), heading, column};
    if (heading.empty()) {
        if (!words_in(column).empty()) {
            const std::string number = std::to_string(column + 1);
            faults.add(place, "",
                       {number + "번째 열에 제목이 없습니다",
                        "column " + number + " has cells and no heading"});
        }
        return;
    }
    if (is_ignored(heading)) {
        return pass_over(place, {"요청대로 넘긴 열입니다", "is passed over on request"}, notices);
    }
    std::optional<Field> field = field_of(sheet_->kind, heading);
    if (!field) {
        const std::size_t before = faults.size();
        read_unknown(place, faults, notices);
        if (faults.size() == before) return;
        // Read as what was probably meant, so that one mistake is one fault.
        field = field_of(sheet_->kind, faults.suggestion());
        if (!field || has(*field)) return;
    }
    std::size_t& place_of_field = columns_[static_cast<std::size_t>(*field)];
    if (place_of_field == no_column) {
        place_of_field = column;
        return;
    }
    // Beside 과제번호, 번호 counts the rows.
    const std::string first = clean(sheet_->headings[place_of_field]);
    for (const std::size_t each : {column, place_of_field}) {
        if (*field != Field::id || heading_key(sheet_->headings[each]) != "번호" ||
            !has_numbers(each)) {
            continue;
        }
        pass_over({sheet_->kind, row_of_heading(each), clean(sheet_->headings[each]), each},
                  {"행을 세는 번호여서 넘긴 열입니다", "counts the rows and is passed over"},
                  notices);
        if (each != column) place_of_field = column;
        return;
    }
    faults.add(place, heading,
               {"'" + first + "' 열과 같은 뜻입니다", "means the same as '" + first + "'"},
               {"뜻이 다른 열 제목", "each column once"});
}

void Table::read_unknown(const CellPlace& place, Faults& faults,
                         std::vector<ImportNotice>& notices) {
    const std::vector<std::string> words = words_in(place.column);
    // Nothing is lost with an empty column.
    if (words.empty()) return;
    if (is_one_of(place.heading, running_numbers)) {
        return pass_over(place,
                         {"행을 세는 번호여서 넘긴 열입니다", "counts the rows and is passed over"},
                         notices);
    }
    if (is_one_of(place.heading, remarks)) {
        return pass_over(place,
                         {"비고여서 넘긴 열입니다", "is a column of remarks and is passed over"},
                         notices);
    }
    if (sheet_->kind == SheetKind::tasks && is_one_of(place.heading, states)) {
        const bool all_first = std::all_of(words.begin(), words.end(), [](const std::string& each) {
            return says_none(each) || is_one_of(each, first_state);
        });
        if (all_first) return;
        const std::string found = listed(words);
        return pass_over(
            place,
            {"과제의 상태(" + found +
                 ")는 가져오지 않고, 모든 과제를 '제안'으로 올립니다. 그 뒤의 "
                 "상태는 사건으로 기록합니다",
             "has states (" + found +
                 ") and is passed over: each task is proposed, and what was done since is "
                 "recorded by events"},
            notices);
    }
    const bool is_another = is_one_of(place.heading, others);
    faults.add(place, place.heading, {"알 수 없는 열 제목입니다", "is no heading"},
               allowed_headings(sheet_->kind),
               is_another ? std::vector<std::string>{} : heading_names(sheet_->kind));
}

void Table::pass_over(const CellPlace& place, Text why, std::vector<ImportNotice>& notices) const {
    notices.push_back({.sheet = place.sheet,
                       .row = place.row,
                       .column = place.heading,
                       .message = std::move(why)});
}

bool Table::is_ignored(std::string_view heading) const {
    const std::string wanted = heading_key(heading);
    return std::any_of(ignored_->begin(), ignored_->end(),
                       [&](const std::string& each) { return heading_key(each) == wanted; });
}

std::vector<std::string> Table::words_in(std::size_t column) const {
    std::vector<std::string> out;
    std::set<std::string> known;
    for (const SheetRow* row : rows_) {
        if (column >= row->cells.size()) continue;
        std::string words = clean(row->cells[column]);
        if (!words.empty() && known.insert(words).second) out.push_back(std::move(words));
    }
    return out;
}

bool Table::has_numbers(std::size_t column) const {
    const std::vector<std::string> words = words_in(column);
    return std::all_of(words.begin(), words.end(),
                       [](const std::string& each) { return digits(plain(each)).has_value(); });
}

bool Table::is_too_long(const SheetRow& row) const {
    const std::size_t width = std::min(sheet_->headings.size(), row.cells.size());
    return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(width), row.cells.end(),
                       [](const std::string& cell) { return !clean(cell).empty(); });
}

int Table::row_of_heading(std::size_t column) const {
    if (sheet_->heading_row > 0) return sheet_->heading_row;
    // The keys stand in the rows.
    const auto first = std::find_if(rows_.begin(), rows_.end(), [&](const SheetRow* row) {
        return column < row->cells.size() && !row->cells[column].empty();
    });
    return first == rows_.end() ? 1 : (*first)->number;
}

CellPlace Table::place(const SheetRow& row, Field field) const {
    const std::size_t number = column(field);
    if (number == no_column) {
        return {sheet_->kind, row.number, std::string(name_of(sheet_->kind, field)), 0};
    }
    return {sheet_->kind, row.number, clean(sheet_->headings[number]), number};
}

std::string_view Table::raw(const SheetRow& row, Field field) const {
    const std::size_t number = column(field);
    if (number == no_column || number >= row.cells.size()) return {};
    return row.cells[number];
}

std::string Table::cell(const SheetRow& row, Field field) const { return clean(raw(row, field)); }

std::string Table::plain_cell(const SheetRow& row, Field field) const {
    return plain(raw(row, field));
}

}  // namespace probity::detail

namespace probity {

std::vector<SheetColumn> columns_of(SheetKind kind) {
    std::vector<SheetColumn> out;
    std::optional<detail::Field> last;
    for (const detail::Heading& heading : detail::headings_of(kind)) {
        const std::string name(heading.name);
        if (last != heading.field) {
            out.push_back({.id = name,
                           .heading = {.korean = {}, .english = name},
                           .needed = detail::is_needed(kind, heading.field)});
        } else if (out.back().heading.korean.empty()) {
            out.back().heading.korean = name;
        }
        last = heading.field;
    }
    return out;
}

std::string column_named(SheetKind kind, std::string_view heading) {
    const auto field = detail::field_of(kind, heading);
    return field ? std::string(detail::name_of(kind, *field)) : "";
}

std::vector<TaskKindName> task_kinds() {
    std::vector<TaskKindName> out;
    for (const detail::KindName& each : detail::kind_names) {
        const auto known = std::find_if(out.begin(), out.end(), [&](const TaskKindName& kind) {
            return kind.kind == each.kind;
        });
        if (known == out.end()) {
            out.push_back(
                {.kind = each.kind, .name = {.korean = {}, .english = std::string(each.name)}});
        } else {
            known->name.korean = each.name;
        }
    }
    return out;
}

}  // namespace probity
