#include "probity/exchange/import.hpp"

#include <algorithm>
#include <map>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "exchange/import_bands.hpp"
#include "exchange/import_headings.hpp"
#include "exchange/import_names.hpp"
#include "exchange/task_order.hpp"
#include "history/fold.hpp"
#include "programme/characters.hpp"
#include "programme/check_fields.hpp"
#include "programme/check_parts.hpp"

namespace probity {
namespace detail {
namespace {

/// Where each id of the programme, or of the tables read so far, stands.
using Taken = std::map<std::string, Text, std::less<>>;

/// The ids that a task, or a band, cannot have: those of tasks, or those of all other records.
Taken taken_ids(const Programme& programme, SheetKind kind) {
    const Text known{"프로그램에 이미 있는 번호입니다", "is an id of the programme already"};
    Taken out;
    if (kind == SheetKind::tasks) {
        for (const Task& task : programme.tasks()) out.emplace(task.id, known);
        return out;
    }
    ProgrammeParts parts = programme.parts();
    parts.tasks.clear();
    Index index;
    FieldChecker checker(index, "");
    fields(checker, parts);
    for (const auto& [id, place] : index.ids) out.emplace(id, known);
    return out;
}

/// Reads the tables of one import, and gathers what is wrong with them.
class Importer {
  public:
    Importer(const Programme& programme, const std::vector<Sheet>& sheets, const Act& act,
             const std::vector<std::string>& ignored);

    Import read(Language language);

  private:
    void read_ids(const Table& table);
    void read_id(const Table& table, const SheetRow& row);
    void read_bands(const Table& table);
    void read_tasks(const Table& table);
    void check_partition(const Table& table);
    void check_count(const Table& table);
    void check_former_bands(const Table& table);
    void check_order();
    void check_proposed(const Task& task, const Table& table, const SheetRow& row);

    [[nodiscard]] bool is_readable(const Table& table, const SheetRow& row);
    [[nodiscard]] Text title_of(const Table& table, const SheetRow& row);
    [[nodiscard]] std::string text_of(const Table& table, const SheetRow& row, Field field);
    [[nodiscard]] std::string one_of(Names& names, const Table& table, const SheetRow& row,
                                     Field field);
    [[nodiscard]] std::vector<std::string> list_of(Names& names, const Table& table,
                                                   const SheetRow& row, Field field);
    [[nodiscard]] std::optional<Date> date_of(const Table& table, const SheetRow& row, Field field);
    [[nodiscard]] TaskKind kind_of(const Table& table, const SheetRow& row);
    [[nodiscard]] int weight_of(const Table& table, const SheetRow& row);
    [[nodiscard]] Event event(EventKind kind, std::string subject, EventBody body,
                              const Date& on) const;
    [[nodiscard]] std::vector<Event> events();

    const Programme& programme_;
    const Act& act_;
    Faults faults_;
    std::vector<ImportNotice> notices_;
    std::vector<Table> tables_;
    std::vector<BandRows> band_rows_;
    Taken taken_tasks_, taken_bands_;
    std::set<std::pair<SheetKind, int>> unreadable_;

    Names units_{{"기관에 없는 부서입니다", "is no unit of the institution"}};
    Names band_names_{{"없는 밴드입니다", "is no band"}};
    Names areas_{{"없는 부패취약분야입니다", "is no risk area of the programme"}};
    Names task_names_{{"없는 과제입니다", "is no task"}};
    Names indicators_{{"없는 지표입니다", "is no indicator of the programme"}};

    bool has_bands_ = false;
    bool all_units_known_ = true;
    std::vector<Band> bands_;
    std::vector<CellPlace> band_places_;
    /// Where each unit of each band stands.
    std::vector<std::vector<CellPlace>> unit_places_;
    std::vector<Task> tasks_;
    std::vector<std::pair<const Table*, const SheetRow*>> task_rows_;
    TaskOrder order_;
};

Importer::Importer(const Programme& programme, const std::vector<Sheet>& sheets, const Act& act,
                   const std::vector<std::string>& ignored)
    : programme_(programme),
      act_(act),
      taken_tasks_(taken_ids(programme, SheetKind::tasks)),
      taken_bands_(taken_ids(programme, SheetKind::bands)) {
    const ProgrammeParts& parts = programme.parts();
    for (const Unit& unit : parts.institution.units) {
        // A unit that is closed may have left its title to another.
        if (unit.end && *unit.end <= act.on) {
            units_.add_closed(unit.id, unit.title, *unit.end);
        } else {
            units_.add(unit.id, is_in_force(unit, act.on) ? unit.title : Text{});
        }
    }
    for (const RiskArea& area : parts.risk_areas) areas_.add(area.id, area.title);
    for (const Indicator& indicator : parts.indicators) indicators_.add(indicator.id);
    for (const Task& task : parts.tasks) task_names_.add(task.id);
    for (const Sheet& sheet : sheets) {
        for (const Table& other : tables_) {
            if (other.sheet().kind == sheet.kind) {
                throw ProbityError("two tables of " + std::string(to_string(sheet.kind)) +
                                   "; an import has at most one of bands and one of tasks");
            }
        }
        for (const RowError& fault : sheet.faults) {
            faults_.add(fault);
            unreadable_.emplace(sheet.kind, fault.row);
        }
        has_bands_ = has_bands_ || sheet.kind == SheetKind::bands;
        tables_.emplace_back(sheet, ignored, faults_, notices_);
    }
    for (const Band& band : programme.bands()) {
        if (has_bands_) {
            taken_bands_.erase(band.id);
        } else {
            band_names_.add(band.id, band.title);
        }
    }
}

Import Importer::read(Language language) {
    for (const Table& table : tables_) {
        if (table.sheet().kind == SheetKind::bands) read_ids(table);
    }
    for (const Table& table : tables_) {
        if (table.sheet().kind == SheetKind::tasks) read_ids(table);
    }
    for (const Table& table : tables_) {
        if (table.sheet().kind == SheetKind::bands) read_bands(table);
    }
    for (const Table& table : tables_) {
        if (table.sheet().kind == SheetKind::tasks) read_tasks(table);
    }
    if (!faults_.empty()) throw ImportErrors(faults_.take(), language);
    Import out{.events = events(),
               .bands = bands_.size(),
               .tasks = tasks_.size(),
               .notices = std::move(notices_)};
    static_cast<void>(programme_.apply(out.events));
    return out;
}

// All ids come before the rows, which may name each other in any order; those of bad rows too, so
// that one mistake is one fault.
void Importer::read_ids(const Table& table) {
    if (table.sheet().kind == SheetKind::bands) {
        band_rows_ = rows_of_bands(table);
        for (const BandRows& rows : band_rows_) read_id(table, *rows.front());
        return;
    }
    for (const SheetRow* row : table.rows()) read_id(table, *row);
}

void Importer::read_id(const Table& table, const SheetRow& row) {
    const bool bands = table.sheet().kind == SheetKind::bands;
    const std::string id = table.plain_cell(row, Field::id);
    const CellPlace place = table.place(row, Field::id);
    if (id.empty()) {
        if (table.has(Field::id) && !table.is_too_long(row)) {
            faults_.add(place, "", {"빈 칸입니다", "the cell is empty"},
                        {"번호, 예: " + std::string(bands ? "B-01" : "T-01"),
                         "an id such as " + std::string(bands ? "B-01" : "T-01")});
        }
        return;
    }
    try {
        check_id("", id);
    } catch (const DocumentError&) {
        faults_.add(place, table.cell(row, Field::id), {"번호로 쓸 수 없습니다", "is no id"},
                    {"영문자나 숫자로 시작하는 A-Z a-z 0-9 - _ . 1~64자",
                     "1 to 64 of the characters A-Z a-z 0-9 - _ . with a letter or digit first"});
        return;
    }
    const std::string at = std::to_string(row.number);
    const auto [first, is_new] =
        (bands ? taken_bands_ : taken_tasks_)
            .emplace(id, bands ? Text{"밴드 " + at + "행에 이미 있는 번호입니다",
                                      "stands in row " + at + " of the bands already"}
                               : Text{"과제 " + at + "행에 이미 있는 번호입니다",
                                      "stands in row " + at + " of the tasks already"});
    if (!is_new) faults_.add(place, id, first->second, {"번호마다 한 번", "each id once"});
    if (bands) {
        band_names_.add(id, {table.cell(row, Field::title), table.cell(row, Field::title_en)});
    } else {
        task_names_.add(id);
    }
}

bool Importer::is_readable(const Table& table, const SheetRow& row) {
    if (unreadable_.contains({table.sheet().kind, row.number})) return false;
    if (!table.is_too_long(row)) return true;
    const std::string cells = std::to_string(row.cells.size());
    const std::string columns = std::to_string(table.sheet().headings.size());
    faults_.add(
        {.sheet = table.sheet().kind, .row = row.number}, "",
        {"셀이 " + cells + "개입니다",
         "the row has " + cells + (row.cells.size() == 1 ? " cell" : " cells")},
        {"열 제목과 같은 " + columns + "개까지", "at most " + columns + ", as there are headings"});
    return false;
}

std::string Importer::text_of(const Table& table, const SheetRow& row, Field field) {
    std::string text = table.cell(row, field);
    try {
        if (!text.empty()) check_words("", text);
    } catch (const DocumentError&) {
        const std::size_t length = characters_in(text);
        faults_.add(table.place(row, field), text.substr(0, 200),
                    {"쓸 수 없는 글입니다(" + std::to_string(length) + "자)",
                     "is no text to be taken (" + std::to_string(length) + " characters)"},
                    {"제어 문자 없는 UTF-8 4000자까지",
                     "at most 4000 characters of UTF-8 without control characters"});
        return "";
    }
    return text;
}

Text Importer::title_of(const Table& table, const SheetRow& row) {
    const std::string korean = text_of(table, row, Field::title);
    const std::string english = text_of(table, row, Field::title_en);
    return {korean.empty() ? english : korean, english.empty() ? korean : english};
}

std::string Importer::one_of(Names& names, const Table& table, const SheetRow& row, Field field) {
    const std::string name = table.cell(row, field);
    if (name.empty() || (says_none(name) && !names.knows(name))) return "";
    return names.find(name, table.place(row, field), faults_);
}

std::vector<std::string> Importer::list_of(Names& names, const Table& table, const SheetRow& row,
                                           Field field) {
    std::vector<std::string> out;
    std::set<std::string> known;
    const CellPlace place = table.place(row, field);
    const std::string whole = table.cell(row, field);
    if (says_none(whole) && !names.knows(whole)) return out;
    for (const std::string& name : names.entries(table.raw(row, field))) {
        std::string id = names.find(name, place, faults_);
        if (id.empty()) {
            all_units_known_ = false;
        } else if (!known.insert(id).second) {
            faults_.add(place, name, {"두 번 적혀 있습니다", "is named twice"},
                        {"각각 한 번", "each once"});
        } else {
            out.push_back(std::move(id));
        }
    }
    return out;
}

std::optional<Date> Importer::date_of(const Table& table, const SheetRow& row, Field field) {
    const std::string text = table.cell(row, field);
    if (text.empty() || says_none(text)) return std::nullopt;
    return day_of(text, table.place(row, field), faults_);
}

TaskKind Importer::kind_of(const Table& table, const SheetRow& row) {
    const std::string name = table.cell(row, Field::kind);
    if (name.empty()) return TaskKind::practice_task;
    if (const auto kind = task_kind_of(name)) return *kind;
    const std::vector<std::string> names = task_kind_names();
    faults_.add(table.place(row, Field::kind), name, {"없는 과제 구분입니다", "is no kind of task"},
                allowed_names(names), names);
    return TaskKind::practice_task;
}

int Importer::weight_of(const Table& table, const SheetRow& row) {
    const std::string text = table.cell(row, Field::weight);
    const auto number = digits(plain(text));
    if (text.empty() || says_none(text)) return 1;
    if (number && *number >= 1 && *number <= most_weight) return *number;
    const std::string most = std::to_string(most_weight);
    faults_.add(table.place(row, Field::weight), text, {"가중치가 아닙니다", "is no weight"},
                {"1부터 " + most + "까지의 정수", "a whole number from 1 to " + most});
    return 1;
}

void Importer::read_bands(const Table& table) {
    if (!programme_.parts().banding) {
        faults_.add(table.head(), "",
                    {"이 기관에는 밴드 구성이 없습니다",
                     "the institution has no banding, which its document declares"});
    }
    for (const BandRows& rows : band_rows_) {
        const SheetRow& first = *rows.front();
        Band band{.id = table.plain_cell(first, Field::id), .title = title_of(table, first)};
        unit_places_.emplace_back();
        for (const SheetRow* row : rows) {
            if (!is_readable(table, *row)) {
                all_units_known_ = false;
                continue;
            }
            for (std::string& unit : list_of(units_, table, *row, Field::units)) {
                band.units.push_back(std::move(unit));
                unit_places_.back().push_back(table.place(*row, Field::units));
            }
        }
        bands_.push_back(std::move(band));
        band_places_.push_back(table.place(first, Field::units));
    }
    check_partition(table);
    check_count(table);
    check_former_bands(table);
}

void Importer::check_partition(const Table& table) {
    std::map<std::string, const Band*> placed;
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        for (std::size_t k = 0; k < bands_[i].units.size(); ++k) {
            const std::string& unit = bands_[i].units[k];
            const auto [first, is_new] = placed.emplace(unit, &bands_[i]);
            if (is_new) continue;
            const std::string other = first->second->id;
            faults_.add(unit_places_[i][k], unit,
                        {"밴드 '" + other + "'에 이미 있는 부서입니다",
                         "is in the band '" + other + "' already"},
                        {"부서마다 밴드 하나", "each unit in one band"});
        }
    }
    // Where no units are named they are not published; where some could not be read it is not known
    // which are missing.
    if (placed.empty() || !all_units_known_) return;
    std::vector<std::string> missing;
    std::set<std::string> in_force;
    for (const Unit& unit : programme_.parts().institution.units) {
        if (!is_in_force(unit, act_.on)) continue;
        in_force.insert(unit.id);
        if (!placed.contains(unit.id)) missing.push_back(unit.id);
    }
    if (!missing.empty()) {
        faults_.add(table.head(), listed(missing),
                    {"어느 밴드에도 없는 부서입니다", "is in no band"},
                    {"모든 부서가 밴드 하나에", "every unit in one band"});
    }
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        const auto& units = bands_[i].units;
        if (std::none_of(units.begin(), units.end(),
                         [&](const std::string& unit) { return in_force.contains(unit); })) {
            faults_.add(band_places_[i], "", {"부서가 없는 밴드입니다", "the band has no unit"},
                        {"부서 하나 이상", "at least one unit"});
        }
    }
}

void Importer::check_count(const Table& table) {
    const auto declared = declared_bands(programme_.parts(), act_.on);
    if (!declared || static_cast<std::size_t>(*declared) == band_rows_.size()) return;
    const std::string found = std::to_string(band_rows_.size());
    const std::string wanted = std::to_string(*declared);
    faults_.add(table.head(), "", {"밴드가 " + found + "개입니다", "there are " + found + " bands"},
                {"공표된 " + wanted + "개", wanted + ", as many as were declared"});
}

void Importer::check_former_bands(const Table& table) {
    for (const Task& task : programme_.tasks()) {
        if (task.band.empty() || band_names_.has(task.band)) continue;
        faults_.add(table.head(), task.band,
                    {"표에 없지만 과제 '" + task.id + "'이(가) 속한 밴드입니다",
                     "is the band of the task '" + task.id + "' and not in the table"},
                    {"과제가 속한 모든 밴드", "every band that has tasks"});
    }
}

void Importer::read_tasks(const Table& table) {
    for (const SheetRow* row : table.rows()) {
        interruption_point();
        if (!is_readable(table, *row)) continue;
        Task task{.id = table.plain_cell(*row, Field::id)};
        task.kind = kind_of(table, *row);
        task.title = title_of(table, *row);
        task.proposed = date_of(table, *row, Field::proposed).value_or(act_.on);
        task.owner = one_of(units_, table, *row, Field::owner);
        task.band = one_of(band_names_, table, *row, Field::band);
        task.risk_area = one_of(areas_, table, *row, Field::risk_area);
        task.due = date_of(table, *row, Field::due);
        task.weight = weight_of(table, *row);
        task.depends_on = list_of(task_names_, table, *row, Field::depends_on);
        task.indicators = list_of(indicators_, table, *row, Field::indicators);
        if (table.has(Field::title) && table.cell(*row, Field::title).empty() &&
            table.cell(*row, Field::title_en).empty()) {
            faults_.add(table.place(*row, Field::title), "", {"빈 칸입니다", "the cell is empty"},
                        {"과제명", "the title of the task"});
        }
        tasks_.push_back(std::move(task));
        task_rows_.emplace_back(&table, row);
    }
    check_order();
}

void Importer::check_order() {
    order_ = order_of(tasks_);
    for (const std::vector<std::size_t>& cycle : order_.cycles) {
        std::string named;
        for (const std::size_t place : cycle) {
            named += (named.empty() ? "" : " -> ") + tasks_[place].id;
        }
        const auto first = *std::min_element(cycle.begin(), cycle.end());
        const auto [table, row] = task_rows_[first];
        faults_.add(
            table->place(*row, Field::depends_on), table->cell(*row, Field::depends_on),
            {"과제들이 서로를 기다립니다: " + named, "makes tasks wait for each other: " + named},
            {"돌고 돌지 않는 선행과제", "dependencies without a cycle"});
    }
    std::map<std::string_view, Date> proposed;
    for (const Task& task : programme_.tasks()) {
        if (task.proposed) proposed.emplace(task.id, *task.proposed);
    }
    for (const Task& task : tasks_) proposed.emplace(task.id, *task.proposed);
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const auto [table, row] = task_rows_[i];
        for (const std::string& needed : tasks_[i].depends_on) {
            const auto found = proposed.find(needed);
            if (found == proposed.end() || found->second <= *tasks_[i].proposed) continue;
            const std::string day = to_string(found->second);
            faults_.add(
                table->place(*row, Field::depends_on), needed,
                {"더 나중인 " + day + "에 제안된 과제입니다", "is proposed only later, on " + day},
                {to_string(*tasks_[i].proposed) + "까지 제안된 과제",
                 "tasks proposed by " + to_string(*tasks_[i].proposed)});
        }
        check_proposed(tasks_[i], *table, *row);
    }
}

// Bands of the same import are there from the day of the import.
void Importer::check_proposed(const Task& task, const Table& table, const SheetRow& row) {
    if (!has_bands_ || task.band.empty() || *task.proposed >= act_.on) return;
    const auto former = programme_.bands();
    if (std::any_of(former.begin(), former.end(),
                    [&](const Band& band) { return band.id == task.band; })) {
        return;
    }
    const std::string day = to_string(act_.on);
    faults_.add(table.place(row, Field::proposed), to_string(*task.proposed),
                {"밴드 '" + task.band + "'이(가) 생기기 전입니다",
                 "is before its band '" + task.band + "' is there"},
                {day + "부터", "from " + day + " on"});
}

Event Importer::event(EventKind kind, std::string subject, EventBody body, const Date& on) const {
    return {.effective = on,
            .recorded = act_.recorded,
            .actor = act_.by,
            .kind = kind,
            .subject = std::move(subject),
            .body = std::move(body),
            .reason = act_.reason,
            .corrects = 0};
}

std::vector<Event> Importer::events() {
    std::vector<Event> out;
    if (has_bands_) {
        out.push_back(event(EventKind::bands_parted, "bands", Held(BandsParted{bands_}), act_.on));
    }
    for (const std::size_t place : order_.places) {
        const Task& task = tasks_[place];
        out.push_back(event(EventKind::task_proposed, task.id, Held(task), *task.proposed));
    }
    return out;
}

}  // namespace
}  // namespace detail

Import import_rows(const Programme& programme, const std::vector<Sheet>& sheets, const Act& act,
                   Language language, const std::vector<std::string>& ignored) {
    return detail::Importer(programme, sheets, act, ignored).read(language);
}

}  // namespace probity
