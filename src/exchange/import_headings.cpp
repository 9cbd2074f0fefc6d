#include "exchange/import_headings.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>

#include "exchange/import_cells.hpp"

namespace probity::detail {
namespace {

struct Heading {
    SheetField field;
    std::string_view name;
};

// The first name of a field is the one that is suggested for it, the second its Korean one; the others
// are those that offices use.
constexpr std::array task_headings{
    Heading{SheetField::id, "id"},
    Heading{SheetField::id, "과제번호"},
    Heading{SheetField::id, "번호"},
    Heading{SheetField::id, "과제ID"},
    Heading{SheetField::id, "과제코드"},
    Heading{SheetField::id, "관리번호"},
    Heading{SheetField::id, "task_id"},
    Heading{SheetField::id, "task_no"},
    Heading{SheetField::id, "task_number"},
    Heading{SheetField::kind, "kind"},
    Heading{SheetField::kind, "구분"},
    Heading{SheetField::kind, "과제구분"},
    Heading{SheetField::kind, "과제유형"},
    Heading{SheetField::title, "title"},
    Heading{SheetField::title, "과제명"},
    Heading{SheetField::title, "과제"},
    Heading{SheetField::title, "과제제목"},
    Heading{SheetField::title, "추진과제"},
    Heading{SheetField::title, "추진과제명"},
    Heading{SheetField::title, "세부과제"},
    Heading{SheetField::title, "세부과제명"},
    Heading{SheetField::title, "실천과제"},
    Heading{SheetField::title, "실천과제명"},
    Heading{SheetField::title, "task"},
    Heading{SheetField::title, "task_title"},
    Heading{SheetField::title, "task_name"},
    Heading{SheetField::title_en, "title_en"},
    Heading{SheetField::title_en, "영문명"},
    Heading{SheetField::title_en, "영문과제명"},
    Heading{SheetField::title_en, "과제영문명"},
    Heading{SheetField::owner, "owner"},
    Heading{SheetField::owner, "담당부서"},
    Heading{SheetField::owner, "담당부서명"},
    Heading{SheetField::owner, "담당과"},
    Heading{SheetField::owner, "추진부서"},
    Heading{SheetField::owner, "추진부서명"},
    Heading{SheetField::owner, "주관부서"},
    Heading{SheetField::owner, "주관부서명"},
    Heading{SheetField::owner, "소관부서"},
    Heading{SheetField::owner, "소관부서명"},
    Heading{SheetField::owner, "주무부서"},
    Heading{SheetField::owner, "시행부서"},
    Heading{SheetField::owner, "이행부서"},
    Heading{SheetField::owner, "소관과"},
    Heading{SheetField::owner, "주관과"},
    Heading{SheetField::owner, "추진과"},
    Heading{SheetField::owner, "부서"},
    Heading{SheetField::owner, "부서명"},
    Heading{SheetField::owner, "department"},
    Heading{SheetField::owner, "unit"},
    Heading{SheetField::owner, "owner_department"},
    Heading{SheetField::owner, "responsible_department"},
    Heading{SheetField::band, "band"},
    Heading{SheetField::band, "밴드"},
    Heading{SheetField::band, "밴드명"},
    Heading{SheetField::band, "소속밴드"},
    Heading{SheetField::risk_area, "risk_area"},
    Heading{SheetField::risk_area, "부패취약분야"},
    Heading{SheetField::risk_area, "취약분야"},
    Heading{SheetField::risk_area, "부패취약영역"},
    Heading{SheetField::due, "due"},
    Heading{SheetField::due, "기한"},
    Heading{SheetField::due, "완료기한"},
    Heading{SheetField::due, "추진기한"},
    Heading{SheetField::due, "이행기한"},
    Heading{SheetField::due, "처리기한"},
    Heading{SheetField::due, "제출기한"},
    Heading{SheetField::due, "마감기한"},
    Heading{SheetField::due, "마감"},
    Heading{SheetField::due, "마감일"},
    Heading{SheetField::due, "완료예정일"},
    Heading{SheetField::due, "완료예정"},
    Heading{SheetField::due, "완료목표일"},
    Heading{SheetField::due, "목표기한"},
    Heading{SheetField::due, "완료시한"},
    Heading{SheetField::due, "추진시한"},
    Heading{SheetField::due, "이행시한"},
    Heading{SheetField::due, "처리시한"},
    Heading{SheetField::due, "시한"},
    Heading{SheetField::due, "기일"},
    Heading{SheetField::due, "완료기일"},
    Heading{SheetField::due, "마감일자"},
    Heading{SheetField::due, "완료예정일자"},
    Heading{SheetField::due, "due_date"},
    Heading{SheetField::due, "deadline"},
    Heading{SheetField::weight, "weight"},
    Heading{SheetField::weight, "가중치"},
    Heading{SheetField::depends_on, "depends_on"},
    Heading{SheetField::depends_on, "선행과제"},
    Heading{SheetField::depends_on, "선행과제번호"},
    Heading{SheetField::indicators, "indicators"},
    Heading{SheetField::indicators, "지표"},
    Heading{SheetField::indicators, "평가지표"},
    Heading{SheetField::indicators, "관련지표"},
    Heading{SheetField::proposed, "proposed"},
    Heading{SheetField::proposed, "제안일"},
    Heading{SheetField::proposed, "제안일자"},
};
constexpr std::array band_headings{
    Heading{SheetField::id, "id"},
    Heading{SheetField::id, "밴드번호"},
    Heading{SheetField::id, "번호"},
    Heading{SheetField::id, "밴드ID"},
    Heading{SheetField::id, "밴드코드"},
    Heading{SheetField::id, "band_id"},
    Heading{SheetField::id, "band_no"},
    Heading{SheetField::id, "band_number"},
    Heading{SheetField::title, "title"},
    Heading{SheetField::title, "밴드명"},
    Heading{SheetField::title, "밴드"},
    Heading{SheetField::title, "밴드이름"},
    Heading{SheetField::title, "band"},
    Heading{SheetField::title, "band_title"},
    Heading{SheetField::title, "band_name"},
    Heading{SheetField::title_en, "title_en"},
    Heading{SheetField::title_en, "영문명"},
    Heading{SheetField::title_en, "밴드영문명"},
    Heading{SheetField::units, "units"},
    Heading{SheetField::units, "소속부서"},
    Heading{SheetField::units, "소속부서명"},
    Heading{SheetField::units, "부서"},
    Heading{SheetField::units, "부서명"},
    Heading{SheetField::units, "구성부서"},
    Heading{SheetField::units, "참여부서"},
    Heading{SheetField::units, "해당부서"},
    Heading{SheetField::units, "unit"},
    Heading{SheetField::units, "departments"},
    Heading{SheetField::units, "department"},
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

/// The fields by what their headings are compared by.
const std::map<std::string, SheetField>& fields_by_key(SheetKind sheet) {
    const auto made = [](SheetKind kind) {
        std::map<std::string, SheetField> out;
        for (const Heading& heading : headings_of(kind)) {
            out.emplace(heading_key(heading.name), heading.field);
        }
        return out;
    };
    static const std::map<std::string, SheetField> bands = made(SheetKind::bands);
    static const std::map<std::string, SheetField> tasks = made(SheetKind::tasks);
    return sheet == SheetKind::bands ? bands : tasks;
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
    return field == SheetField::id || (field == SheetField::title && sheet == SheetKind::tasks);
}

std::vector<std::string> heading_names(SheetKind sheet) {
    std::vector<std::string> out;
    for (const Heading& heading : headings_of(sheet)) out.emplace_back(heading.name);
    return out;
}

Text allowed_headings(SheetKind sheet) {
    std::string out;
    for (const SheetColumn& column : columns_of(sheet)) {
        out += (out.empty() ? "" : ", ") + column.id + "/" + column.heading.korean;
    }
    return {out, out};
}

std::string_view name_of(SheetKind sheet, SheetField field) {
    const auto headings = headings_of(sheet);
    return std::find_if(headings.begin(), headings.end(),
                        [&](const Heading& heading) { return heading.field == field; })
        ->name;
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
    return key == "proposed" || key == "제안";
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

}  // namespace probity::detail

namespace probity {

std::vector<SheetColumn> columns_of(SheetKind kind) {
    std::vector<SheetColumn> out;
    std::optional<detail::SheetField> last;
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
