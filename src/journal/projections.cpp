#include "journal/projections.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "date/interruption.hpp"
#include "exchange/json/archive.hpp"
#include "records/description.hpp"

namespace probity::detail {
namespace {

/// A table of records: those of a list of the programme, or of a list that other records have.
struct Projection {
    std::string name;
    const RecordDescription* record;
    /// The columns that say to which record each belongs: "council", or "meeting_number" of one
    /// without an id.
    std::vector<std::string> owners;
};

bool is_list(const Field& field) { return field.kind == FieldKind::records && field.is_written(); }
bool is_nested(const Field& field) { return field.kind == FieldKind::record && field.is_written(); }

std::string owner_column(const RecordDescription& owner) {
    return std::string(owner.name) + (owner.id() != nullptr ? "" : "_number");
}

/// How often each key names a list, so that one that names several is told apart by its owner.
void count_lists(const RecordDescription& record, std::map<std::string, int>& lists) {
    for (const Field& field : record.fields) {
        if (is_list(field)) ++lists[field.key];
        if (is_list(field) || is_nested(field)) count_lists(field.record(), lists);
    }
}

const std::map<std::string, int>& lists_by_key() {
    static const std::map<std::string, int> lists = [] {
        std::map<std::string, int> out;
        count_lists(description_of<ProgrammeParts>(), out);
        return out;
    }();
    return lists;
}

std::string table_name(const RecordDescription& owner, const Field& field) {
    return lists_by_key().at(field.key) == 1 ? field.key
                                             : std::string(owner.name) + "_" + field.key;
}

void add_projections(const RecordDescription& record, const std::vector<std::string>& owners,
                     std::vector<Projection>& out) {
    for (const Field& field : record.fields) {
        if (is_nested(field)) add_projections(field.record(), owners, out);
        if (!is_list(field)) continue;
        const RecordDescription& held = field.record();
        out.push_back({table_name(record, field), &held, owners});
        std::vector<std::string> inner = owners;
        inner.push_back(owner_column(held));
        add_projections(held, inner, out);
    }
}

/// The tables of all lists, in the order of a document.
const std::vector<Projection>& projections() {
    static const std::vector<Projection> all = [] {
        std::vector<Projection> out;
        add_projections(description_of<ProgrammeParts>(), {}, out);
        return out;
    }();
    return all;
}

/// The columns of a field: one for each language of a text.
std::vector<std::string> columns_of(const Field& field) {
    const std::string key = field.key;
    if (field.kind == FieldKind::text) return {key + "_ko", key + "_en"};
    return {key};
}

/// Documents leave out what events say, such as the state of a task; a table has it.
bool is_column(const Field& field) { return field.kind != FieldKind::records; }

std::vector<std::string> columns_of(const Projection& projection) {
    std::vector<std::string> columns = projection.owners;
    for (const Field& field : projection.record->fields) {
        if (!is_column(field)) continue;
        for (std::string& column : columns_of(field)) columns.push_back(std::move(column));
    }
    return columns;
}

std::string sql_name(const std::string& name) { return "\"" + name + "\""; }

std::string joined(const std::vector<std::string>& names, const char* between) {
    std::string out;
    for (const std::string& name : names) out += (out.empty() ? "" : between) + name;
    return out;
}

void bind_value(Statement& insert, int parameter, const ordered_json& value) {
    if (value.is_null()) {
        insert.bind_null(parameter);
    } else if (value.is_boolean()) {
        insert.bind(parameter, std::int64_t{value.get<bool>()});
    } else if (value.is_number_integer()) {
        insert.bind(parameter, value.get<std::int64_t>());
    } else if (value.is_string()) {
        insert.bind(parameter, value.get_ref<const std::string&>());
    } else {
        // Numbers with a fraction, and lists and records in a record, as JSON has them.
        insert.bind(parameter, value.dump());
    }
}

ordered_json member(const ordered_json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? ordered_json() : *found;
}

/// Writes the records of a programme into their tables.
class Projector {
  public:
    explicit Projector(Database& database) : database_(database) {
        for (const Projection& projection : projections()) make(projection);
    }

    void write(const ProgrammeParts& parts) {
        write_lists(description_of<ProgrammeParts>(), &parts, {});
    }

  private:
    void make(const Projection& projection) {
        std::vector<std::string> columns = columns_of(projection);
        for (std::string& column : columns) column = sql_name(column);
        const std::string table = "temp." + sql_name(projection.name);
        database_.run(("DROP TABLE IF EXISTS " + table).c_str());
        database_.run(("CREATE TABLE " + table + " (" + joined(columns, ", ") + ")").c_str());
        inserts_.emplace(
            projection.name,
            database_.prepare("INSERT INTO " + table + " VALUES (" +
                              joined(std::vector<std::string>(columns.size(), "?"), ", ") + ")"));
    }

    void write_lists(const RecordDescription& description, const void* record,
                     const std::vector<std::string>& owners) {
        for (const Field& field : description.fields) {
            const void* held = field.is_written() ? field.in(record) : nullptr;
            if (is_nested(field)) {
                held = field.ops->held != nullptr ? field.ops->held(held) : held;
                if (held != nullptr) write_lists(field.record(), held, owners);
            } else if (is_list(field)) {
                Statement& insert = inserts_.at(table_name(description, field));
                for (std::size_t i = 0; i < field.ops->count(held); ++i) {
                    interruption_point();
                    write_record(insert, field.record(), field.ops->item(held, i), i, owners);
                }
            }
        }
    }

    void write_record(Statement& insert, const RecordDescription& description, const void* record,
                      std::size_t index, std::vector<std::string> owners) {
        int parameter = 0;
        for (const std::string& owner : owners) insert.bind(++parameter, owner);
        for (const Field& field : description.fields) {
            if (!is_column(field)) continue;
            const ordered_json value = field_json(field, record);
            if (field.kind == FieldKind::text) {
                bind_value(insert, ++parameter, value.is_object() ? member(value, "ko") : value);
                bind_value(insert, ++parameter, value.is_object() ? member(value, "en") : value);
            } else {
                bind_value(insert, ++parameter, value);
            }
        }
        insert.run();
        const std::string_view id = id_in(description, record);
        owners.push_back(id.empty() ? std::to_string(index + 1) : std::string(id));
        write_lists(description, record, owners);
    }

    Database& database_;
    std::map<std::string, Statement> inserts_;
};

}  // namespace

void project(Database& database, const Programme& programme) {
    Projector(database).write(programme.parts());
    database.run(
        "CREATE TEMP VIEW IF NOT EXISTS events AS "
        "SELECT number, effective, recorded, clock, actor, kind, subject, "
        "json_extract(json, '$.body') AS body, reason, corrects, rules "
        "FROM main.event WHERE number > 0");
}

std::string view_names() {
    std::vector<std::string> names = {"events"};
    for (const Projection& projection : projections()) names.push_back(projection.name);
    return joined(names, ", ");
}

}  // namespace probity::detail
