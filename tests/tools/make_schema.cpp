// Makes the JSON schema of programmes from the descriptions of their records.
//
//     make_schema tests/tools/schema_types.json > src/exchange/programme.schema.json
//     make_schema tests/tools/schema_types.json --check src/exchange/programme.schema.json
//
// The types of single values, and that of an event, stand in schema_types.json as they are: they are no
// records. An object or list stands on one line if that has at most 100 characters.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "exchange/json/leaves.hpp"
#include "records/description.hpp"

namespace {

using namespace probity::detail;

ordered_json reference_to(const std::string& definition) {
    return {{"$ref", "#/$defs/" + definition}};
}

std::string type_of(Leaf leaf) {
    switch (leaf) {
        case Leaf::date:
            return "date";
        case Leaf::partial_date:
            return "partial_date";
        case Leaf::time:
            return "time";
        case Leaf::instant:
            return "instant";
        case Leaf::share:
            return "share";
        case Leaf::counted:
            return "word";
        case Leaf::cadence:
            return "cadence";
        case Leaf::rule:
            return "rule";
        case Leaf::truth:
        case Leaf::name:
        case Leaf::quota_subject:
        case Leaf::quota_period:
        case Leaf::none:
            break;
    }
    throw std::logic_error("this type has no definition of its own");
}

ordered_json type_of_value(const Field& field) {
    if (field.leaf == Leaf::truth) return {{"type", "boolean"}};
    if (!field.names.empty()) {
        ordered_json names = ordered_json::array();
        for (const std::string_view name : field.names) names.push_back(name);
        return {{"enum", names}};
    }
    ordered_json type = reference_to(type_of(field.leaf));
    if (field.presence != Presence::nullable) return type;
    return {{"anyOf", {type, {{"type", "null"}}}}};
}

ordered_json list_of(const Field& field, const ordered_json& item) {
    ordered_json out{{"type", "array"}};
    if (field.most != 0) out["maxItems"] = field.most;
    out["items"] = item;
    return out;
}

ordered_json type_of_field(const Field& field) {
    switch (field.kind) {
        case FieldKind::id:
            return reference_to("id");
        case FieldKind::word:
            return reference_to("word");
        case FieldKind::words:
            if (field.pattern == nullptr) return reference_to("words");
            return {{"type", "string"}, {"pattern", field.pattern}};
        case FieldKind::text:
            return reference_to("text");
        case FieldKind::texts:
            return list_of(field, reference_to("text"));
        case FieldKind::reference:
            return reference_to("reference");
        case FieldKind::references:
            return reference_to("references");
        case FieldKind::integer:
        case FieldKind::number:
            return {{"type", field.kind == FieldKind::integer ? "integer" : "number"},
                    {"minimum", field.least},
                    {"maximum", field.most}};
        case FieldKind::value:
            return type_of_value(field);
        case FieldKind::record:
            return reference_to(field.record().name);
        case FieldKind::records:
            return list_of(field, reference_to(field.record().name));
    }
    throw std::logic_error("a field of no kind");
}

/// What a field is if it is left out.
ordered_json usual_value(const Field& field, const RecordDescription& description) {
    const void* const held = field.ops->held(field.in(description.fresh));
    if (field.kind == FieldKind::integer) return *static_cast<const int*>(held);
    return written_leaf(field, held);
}

ordered_json properties_of(const RecordDescription& description) {
    ordered_json properties = ordered_json::object();
    for (const Field& field : description.fields) {
        if (!field.is_written()) continue;
        ordered_json& property = properties[field.key] = {{"description", field.sentence}};
        if (field.presence == Presence::usual && field.kind != FieldKind::record) {
            property["default"] = usual_value(field, description);
        }
        property.update(type_of_field(field));
    }
    return properties;
}

ordered_json required_of(const RecordDescription& description) {
    ordered_json required = ordered_json::array();
    for (const Field& field : description.fields) {
        if (field.presence == Presence::required || field.presence == Presence::nullable ||
            field.is_expected) {
            required.push_back(field.key);
        }
    }
    return required;
}

ordered_json object_schema(const RecordDescription& description) {
    ordered_json out{{"type", "object"}, {"description", description.sentence}};
    out["properties"] = properties_of(description);
    const ordered_json required = required_of(description);
    if (!required.empty()) out["required"] = required;
    out["additionalProperties"] = false;
    return out;
}

/// Adds the records that a record holds, and those in them, in the order in which they are met.
void define_held(ordered_json& definitions, const RecordDescription& description) {
    for (const Field& field : description.fields) {
        if (!field.is_written() || field.record == nullptr) continue;
        const RecordDescription& held = field.record();
        if (definitions.contains(held.name)) continue;
        definitions[held.name] = object_schema(held);
        define_held(definitions, held);
    }
}

ordered_json schema(const ordered_json& types) {
    const RecordDescription& programme = description_of<probity::ProgrammeParts>();
    ordered_json out = types.at("head");
    ordered_json& properties = out["properties"] = types.at("first");
    properties.update(properties_of(programme));
    properties.update(types.at("last"));
    ordered_json& required = out["required"] = {"format"};
    for (const ordered_json& key : required_of(programme)) required.push_back(key);
    out["additionalProperties"] = false;
    ordered_json& definitions = out["$defs"] = types.at("types");
    definitions["rules"]["maximum"] = probity::current_rules;
    define_held(definitions, programme);
    definitions["event"] = types.at("event");
    return out;
}

/// The JSON of a value that begins `indent` spaces in, behind `before` characters of its line.
std::string laid_out(const ordered_json& value, std::size_t indent, std::size_t before) {
    constexpr std::size_t longest_line = 100;
    // "{"a": [1, 2]}": a blank behind each colon and comma.
    std::string line;
    if (value.is_object() || value.is_array()) {
        for (const auto& [key, item] : value.items()) {
            line += line.empty() ? "" : ", ";
            if (value.is_object()) line += ordered_json(key).dump() + ": ";
            line += laid_out(item, 0, std::string::npos);
        }
        line = value.is_object() ? "{" + line + "}" : "[" + line + "]";
    } else {
        line = value.dump();
    }
    const bool fits = before == std::string::npos || indent + before + line.size() < longest_line;
    if (fits || !(value.is_object() || value.is_array()) || value.empty()) return line;

    const std::string margin(indent + 2, ' ');
    std::string out = value.is_object() ? "{\n" : "[\n";
    bool first = true;
    for (const auto& [key, item] : value.items()) {
        out += (first ? "" : ",\n") + margin;
        first = false;
        const std::string label = value.is_object() ? ordered_json(key).dump() + ": " : "";
        out += label + laid_out(item, indent + 2, label.size());
    }
    return out + "\n" + std::string(indent, ' ') + (value.is_object() ? "}" : "]");
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) try {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    const bool checks = arguments.size() == 3 && arguments[1] == "--check";
    if (arguments.size() != 1 && !checks) {
        std::cerr << "usage: make_schema TYPES [--check FILE]\n";
        return 2;
    }
    const ordered_json types = ordered_json::parse(content_of(arguments[0]));
    const std::string made = laid_out(schema(types), 0, 0) + "\n";
    if (!checks) {
        std::cout << made;
        return 0;
    }
    const std::string found = content_of(arguments[2]);
    if (found == made) return 0;
    const auto [a, b] = std::mismatch(found.begin(), found.end(), made.begin(), made.end());
    std::cout << arguments[2] << " is not what the descriptions give from line "
              << 1 + std::count(found.begin(), a, '\n')
              << " on; make it anew with make_schema (CONTRIBUTING.md)\n";
    return 1;
} catch (const std::exception& error) {
    std::cerr << "make_schema: " << error.what() << '\n';
    return 2;
}
