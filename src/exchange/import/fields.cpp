// Single fields of a row, each as a record has it.
#include <stdexcept>

#include "date/text.hpp"
#include "exchange/import/cells.hpp"
#include "exchange/import/importer.hpp"
#include "records/characters.hpp"
#include "records/check_fields.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

std::string Importer::readable_cell(const SheetTable& table, const SheetRow& row,
                                    SheetField field) const {
    return is_readable(table, row, field) ? table.cell(row, field) : "";
}

std::string Importer::text_of(const SheetTable& table, const SheetRow& row, SheetField field) {
    std::string text = readable_cell(table, row, field);
    try {
        if (!text.empty()) check_words("", text);
    } catch (const DocumentError&) {
        const std::size_t length = characters_in(text);
        faults_.add(table.place(row, field), text.substr(0, 200),
                    sentence("import.no_text", {{"length", length}}), sentence("import.a_text"));
        return "";
    }
    return text;
}

Text Importer::title_of(const SheetTable& table, const SheetRow& row) {
    const std::string korean = text_of(table, row, SheetField::title);
    const std::string english = text_of(table, row, SheetField::title_en);
    if (english.empty()) return Text::in_any_language(korean);
    return {.korean = korean, .english = english};
}

std::string Importer::one_of(Names& names, const SheetTable& table, const SheetRow& row,
                             SheetField field) {
    const std::string name = readable_cell(table, row, field);
    if (name.empty() || (says_none(name) && !names.knows(name))) return "";
    return names.find(name, table.place(row, field), faults_);
}

std::vector<std::string> Importer::list_of(Names& names, const SheetTable& table,
                                           const SheetRow& row, SheetField field) {
    std::vector<std::string> out;
    std::set<std::string> known;
    const CellPlace place = table.place(row, field);
    if (!is_readable(table, row, field)) {
        all_units_known_ = false;
        return out;
    }
    const std::string whole = table.cell(row, field);
    if (says_none(whole) && !names.knows(whole)) return out;
    for (const std::string& name : names.entries(table.raw(row, field))) {
        std::string id = names.find(name, place, faults_);
        if (id.empty()) {
            all_units_known_ = false;
        } else if (!known.insert(id).second) {
            faults_.add(place, name, sentence("import.named_twice"), sentence("import.named_once"));
        } else {
            out.push_back(std::move(id));
        }
    }
    return out;
}

std::optional<Date> Importer::date_of(const SheetTable& table, const SheetRow& row,
                                      SheetField field) {
    const std::string text = readable_cell(table, row, field);
    if (text.empty() || says_none(text)) return std::nullopt;
    return day_of(text, table.place(row, field), faults_);
}

Names& Importer::names_of(Target target) {
    switch (target) {
        case Target::unit:
            return units_;
        case Target::band:
            return band_names_;
        case Target::risk_area:
            return areas_;
        case Target::task:
            return task_names_;
        case Target::indicator:
            return indicators_;
        default:
            throw std::logic_error("tables name no records of this list");
    }
}

void Importer::read_field(const Field& field, void* record, const SheetTable& table,
                          const SheetRow& row) {
    const SheetField column(field.key);
    void* const member = field.in(record);
    if (field.kind == FieldKind::reference) {
        *static_cast<std::string*>(member) =
            one_of(names_of(field.target.value()), table, row, column);
    } else if (field.kind == FieldKind::references) {
        *static_cast<std::vector<std::string>*>(member) =
            list_of(names_of(field.target.value()), table, row, column);
    } else if (field.kind == FieldKind::words) {
        *static_cast<std::string*>(member) = text_of(table, row, column);
    } else if (field.kind == FieldKind::text) {
        const std::string words = text_of(table, row, column);
        *static_cast<Text*>(member) = {words, words};
    } else if (field.leaf == Leaf::date) {
        const std::optional<Date> date = date_of(table, row, column);
        if (date) *static_cast<Date*>(field.ops->make(member)) = *date;
    } else if (column == SheetField::weight) {
        *static_cast<int*>(member) = weight_of(table, row);
    } else {
        throw std::logic_error(std::string(field.key) + " is read from no table");
    }
}

TaskKind Importer::kind_of(const SheetTable& table, const SheetRow& row) {
    const std::string name = readable_cell(table, row, SheetField::kind);
    if (name.empty()) return TaskKind::practice_task;
    if (const auto kind = task_kind_of(name)) return *kind;
    const std::vector<std::string> names = task_kind_names();
    faults_.add(table.place(row, SheetField::kind), name, sentence("import.no_kind"),
                allowed_names(names), names);
    return TaskKind::practice_task;
}

int Importer::weight_of(const SheetTable& table, const SheetRow& row) {
    const std::string text = readable_cell(table, row, SheetField::weight);
    const auto number = digits(plain(text));
    if (text.empty() || says_none(text)) return 1;
    if (number && *number >= 1 && *number <= most_weight) return *number;
    faults_.add(table.place(row, SheetField::weight), text, sentence("import.no_weight"),
                sentence("import.a_weight", {{"most", most_weight}}));
    return 1;
}

}  // namespace probity::detail
