#include "exchange/import/headings.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "exchange/import/cells.hpp"
#include "records/names.hpp"
#include "text/labels.hpp"
#include "text/name_words.hpp"

namespace probity::detail {
namespace {

/// A column that an import takes: the key of a field of its record, whether each row says something
/// in it, and what offices call it besides its key and its label.
struct ColumnRow {
    SheetField field;
    bool needed;
    std::vector<std::string_view> aliases;
};

const std::vector<ColumnRow> task_columns{
    {"id", true, {"번호", "과제ID", "과제코드", "관리번호", "task_id", "task_no", "task_number"}},
    {"kind", false, {"과제구분", "과제유형"}},
    {"title",
     true,
     {"과제", "과제제목", "추진과제", "추진과제명", "세부과제", "세부과제명", "실천과제",
      "실천과제명", "task", "task_title", "task_name"}},
    {"title_en", false, {"영문과제명", "과제영문명"}},
    {"owner",
     false,
     {"담당부서명", "담당과",     "추진부서",   "추진부서명",       "주관부서",
      "주관부서명", "소관부서",   "소관부서명", "주무부서",         "시행부서",
      "이행부서",   "소관과",     "주관과",     "추진과",           "부서",
      "부서명",     "department", "unit",       "owner_department", "responsible_department"}},
    {"band", false, {"밴드명", "소속밴드"}},
    {"risk_area", false, {"취약분야", "부패취약영역"}},
    {"due", false, {"완료기한", "추진기한", "이행기한",     "처리기한", "제출기한",   "마감기한",
                    "마감",     "마감일",   "완료예정일",   "완료예정", "완료목표일", "목표기한",
                    "완료시한", "추진시한", "이행시한",     "처리시한", "시한",       "기일",
                    "완료기일", "마감일자", "완료예정일자", "due_date", "deadline"}},
    {"weight", false, {}},
    {"depends_on", false, {"선행과제번호"}},
    {"indicators", false, {"지표", "관련지표"}},
    {"proposed", false, {"제안일자"}},
};
const std::vector<ColumnRow> band_columns{
    {"id", true, {"번호", "밴드ID", "밴드코드", "band_id", "band_no", "band_number"}},
    {"title", false, {"밴드", "밴드이름", "band", "band_title", "band_name"}},
    {"title_en", false, {"밴드영문명"}},
    {"units",
     false,
     {"소속부서명", "부서", "부서명", "구성부서", "참여부서", "해당부서", "unit", "departments",
      "department"}},
};

// Columns that offices' tables have beside what an import takes.
struct AsideName {
    Aside aside;
    std::string_view name;
};
constexpr std::array aside_names{
    AsideName{Aside::running_number, "연번"},
    AsideName{Aside::running_number, "순번"},
    AsideName{Aside::running_number, "일련번호"},
    AsideName{Aside::running_number, "순서"},
    AsideName{Aside::running_number, "행번호"},
    AsideName{Aside::running_number, "줄번호"},
    AsideName{Aside::running_number, "No."},
    AsideName{Aside::running_number, "#"},
    AsideName{Aside::running_number, "Nr"},
    AsideName{Aside::running_number, "seq"},
    AsideName{Aside::remark, "비고"},
    AsideName{Aside::remark, "비고란"},
    AsideName{Aside::remark, "비고사항"},
    AsideName{Aside::remark, "참고"},
    AsideName{Aside::remark, "참고사항"},
    AsideName{Aside::remark, "특이사항"},
    AsideName{Aside::remark, "메모"},
    AsideName{Aside::remark, "remarks"},
    AsideName{Aside::remark, "remark"},
    AsideName{Aside::remark, "notes"},
    AsideName{Aside::remark, "note"},
    AsideName{Aside::remark, "comments"},
    AsideName{Aside::remark, "comment"},
    AsideName{Aside::state, "추진상태"},
    AsideName{Aside::state, "상태"},
    AsideName{Aside::state, "진행상태"},
    AsideName{Aside::state, "이행상태"},
    AsideName{Aside::state, "추진상황"},
    AsideName{Aside::state, "진행상황"},
    AsideName{Aside::state, "이행상황"},
    AsideName{Aside::state, "추진현황"},
    AsideName{Aside::state, "진행현황"},
    AsideName{Aside::state, "이행현황"},
    AsideName{Aside::state, "처리상태"},
    AsideName{Aside::state, "처리현황"},
    AsideName{Aside::state, "완료여부"},
    AsideName{Aside::state, "이행여부"},
    AsideName{Aside::state, "추진여부"},
    AsideName{Aside::state, "state"},
    AsideName{Aside::state, "status"},
    AsideName{Aside::other, "담당자"},
    AsideName{Aside::other, "담당자명"},
    AsideName{Aside::other, "담당팀"},
    AsideName{Aside::other, "담당관"},
    AsideName{Aside::other, "책임자"},
    AsideName{Aside::other, "작성자"},
    AsideName{Aside::other, "협조부서"},
    AsideName{Aside::other, "협업부서"},
    AsideName{Aside::other, "관련부서"},
    AsideName{Aside::other, "시작일"},
    AsideName{Aside::other, "착수일"},
    AsideName{Aside::other, "완료일"},
    AsideName{Aside::other, "추진기간"},
    AsideName{Aside::other, "추진일정"},
    AsideName{Aside::other, "추진계획"},
    AsideName{Aside::other, "추진실적"},
    AsideName{Aside::other, "추진내용"},
    AsideName{Aside::other, "과제내용"},
    AsideName{Aside::other, "과제개요"},
    AsideName{Aside::other, "기대효과"},
    AsideName{Aside::other, "연락처"},
    AsideName{Aside::other, "예산"},
};

const std::vector<ColumnRow>& rows_of(SheetKind sheet) {
    return sheet == SheetKind::bands ? band_columns : task_columns;
}

std::string korean_name(SheetKind sheet, SheetField field) {
    return label(sheet == SheetKind::bands ? "band" : "task", field.key(), Language::korean);
}

/// The names of a column: its key, its Korean label, and those that offices use.
std::vector<std::string> names_of(SheetKind sheet, const ColumnRow& column) {
    std::vector<std::string> out{std::string(column.field.key()), korean_name(sheet, column.field)};
    out.insert(out.end(), column.aliases.begin(), column.aliases.end());
    return out;
}

/// The fields by what their headings are compared by.
const std::map<std::string, SheetField>& fields_by_key(SheetKind sheet) {
    const auto made = [](SheetKind kind) {
        std::map<std::string, SheetField> out;
        for (const ColumnRow& column : rows_of(kind)) {
            for (const std::string& name : names_of(kind, column)) {
                out.emplace(heading_key(name), column.field);
            }
        }
        return out;
    };
    static const std::map<std::string, SheetField> bands = made(SheetKind::bands);
    static const std::map<std::string, SheetField> tasks = made(SheetKind::tasks);
    return sheet == SheetKind::bands ? bands : tasks;
}

/// The kinds of task with their names: the English one, which is that of documents, and the Korean.
const std::vector<TaskKindName>& kind_names() {
    static const std::vector<TaskKindName> made = [] {
        std::vector<TaskKindName> out;
        for (std::size_t i = 0; i < names<TaskKind>.size(); ++i) {
            const std::string name(names<TaskKind>[i]);
            out.push_back({.kind = static_cast<TaskKind>(i),
                           .name = {word("task_kind", name, Language::korean), name}});
        }
        return out;
    }();
    return made;
}

/// A heading as it is, without a remark in brackets behind it, "기한(필수)", and without one before
/// it, "(필수) 기한".
std::vector<std::string> without_remarks(std::string_view heading) {
    std::vector<std::string> out{heading_key(heading)};
    const std::string wide = plain(heading);
    const std::size_t bracket = wide.find_first_of("([");
    if (bracket == std::string::npos) return out;
    if (bracket > 0) out.push_back(heading_key(std::string_view(wide).substr(0, bracket)));
    const std::size_t end = wide.find_first_of(")]");
    if (bracket == 0 && end != std::string::npos) {
        out.push_back(heading_key(std::string_view(wide).substr(end + 1)));
    }
    return out;
}

}  // namespace

std::string heading_key(std::string_view name) {
    std::string out;
    for (const char c : name_key(name)) {
        if (c != '_' && c != '-' && c != '*' && c != '.' && c != ':') out += c;
    }
    return out;
}

bool is_needed(SheetKind sheet, SheetField field) {
    const auto& rows = rows_of(sheet);
    return std::any_of(rows.begin(), rows.end(), [&](const ColumnRow& column) {
        return column.field == field && column.needed;
    });
}

std::vector<SheetField> fields_of(SheetKind sheet) {
    std::vector<SheetField> out;
    for (const ColumnRow& column : rows_of(sheet)) out.push_back(column.field);
    return out;
}

std::vector<std::string> heading_names(SheetKind sheet) {
    std::vector<std::string> out;
    for (const ColumnRow& column : rows_of(sheet)) {
        for (std::string& name : names_of(sheet, column)) out.push_back(std::move(name));
    }
    return out;
}

Text allowed_headings(SheetKind sheet) {
    std::string out;
    for (const SheetColumn& column : columns_of(sheet)) {
        out += (out.empty() ? "" : ", ") + column.id + "/" + column.heading.korean;
    }
    return {out, out};
}

std::optional<SheetField> field_of(SheetKind sheet, std::string_view heading) {
    const auto& known = fields_by_key(sheet);
    for (const std::string& wanted : without_remarks(heading)) {
        const auto found = known.find(wanted);
        if (found != known.end()) return found->second;
    }
    return std::nullopt;
}

std::optional<Aside> aside_of(SheetKind sheet, std::string_view heading) {
    static const std::map<std::string, Aside> known = [] {
        std::map<std::string, Aside> out;
        for (const AsideName& each : aside_names) out.emplace(heading_key(each.name), each.aside);
        return out;
    }();
    for (const std::string& wanted : without_remarks(heading)) {
        const auto found = known.find(wanted);
        if (found == known.end()) continue;
        const bool no_task = found->second == Aside::state && sheet != SheetKind::tasks;
        return no_task ? Aside::other : found->second;
    }
    return std::nullopt;
}

bool is_first_state(std::string_view state) {
    const std::string key = heading_key(state);
    return key == "proposed" || key == word("task_state", "proposed", Language::korean);
}

std::optional<TaskKind> task_kind_of(std::string_view name) {
    const std::string wanted = heading_key(name);
    for (const TaskKindName& known : kind_names()) {
        for (const std::string& each : {known.name.english, known.name.korean}) {
            if (heading_key(each) == wanted) return known.kind;
        }
    }
    return std::nullopt;
}

std::vector<std::string> task_kind_names() {
    std::vector<std::string> out;
    for (const TaskKindName& known : kind_names()) out.push_back(known.name.english);
    for (const TaskKindName& known : kind_names()) out.push_back(known.name.korean);
    return out;
}

}  // namespace probity::detail

namespace probity {

std::vector<SheetColumn> columns_of(SheetKind kind) {
    std::vector<SheetColumn> out;
    for (const detail::ColumnRow& column : detail::rows_of(kind)) {
        const std::string key(column.field.key());
        out.push_back(
            {.id = key,
             .heading = {.korean = detail::korean_name(kind, column.field), .english = key},
             .needed = column.needed});
    }
    return out;
}

std::string column_named(SheetKind kind, std::string_view heading) {
    const auto field = detail::field_of(kind, heading);
    return field ? std::string(field->key()) : "";
}

std::vector<TaskKindName> task_kinds() { return detail::kind_names(); }

}  // namespace probity
