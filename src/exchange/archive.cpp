#include "exchange/archive.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "records/walk.hpp"

namespace probity::detail {
namespace {

/// Reads the fields of one record. A field that cannot be read is a fault.
class Reader {
  public:
    Reader(StrictObject& object, const RecordDescription& description, void* out,
           DocumentFaults& faults)
        : object_(object), description_(description), out_(out), faults_(faults) {}

    void read() {
        for (const Field& field : description_.fields) {
            if (field.is_written()) read(field);
        }
    }

  private:
    void read(const Field& field) {
        const json* found = object_.find(field.key);
        if (found != nullptr) {
            faults_.attempt([&] { read(field, *found); });
        } else if (field.presence == Presence::required || field.presence == Presence::nullable) {
            faults_.add_unread(object_.missing(field.key), object_.at(field.key));
        }
    }

    void read(const Field& field, const json& found) {
        void* const member = field.in(out_);
        const std::string place = object_.at(field.key);
        switch (field.kind) {
            case FieldKind::id:
            case FieldKind::word:
                as<std::string>(member) = read_string(found, place);
                return;
            case FieldKind::words:
            case FieldKind::reference:
                read_optional_word(found, place, as<std::string>(member));
                return;
            case FieldKind::references:
                each(found, place, [&](const json& value, const std::string& here) {
                    as<std::vector<std::string>>(member).push_back(read_string(value, here));
                });
                return;
            case FieldKind::text:
                read_value(found, place, as<Text>(member));
                return;
            case FieldKind::texts:
                each(found, place, [&](const json& value, const std::string& here) {
                    read_value(value, here, as<std::vector<Text>>(member).emplace_back());
                });
                return;
            case FieldKind::integer: {
                const int number = read_integer(found, place, field.least, field.most);
                as<int>(field.ops->make(member)) = number;
                return;
            }
            case FieldKind::number: {
                const double number = read_number(found, place, field.least, field.most);
                as<double>(field.ops->make(member)) = number;
                return;
            }
            case FieldKind::value:
                read_single(field, found, place, member);
                return;
            case FieldKind::record:
                read_record(found, place, field.record(), field.ops->make(member), faults_);
                return;
            case FieldKind::records:
                each(found, place, [&](const json& value, const std::string& here) {
                    read_record(value, here, field.record(), field.ops->add(member), faults_);
                });
                return;
        }
    }

    template <class T>
    static T& as(void* value) {
        return *static_cast<T*>(value);
    }

    /// A value that cannot be read leaves the member as it is in a fresh record.
    void read_single(const Field& field, const json& found, const std::string& place,
                     void* member) {
        if (field.presence == Presence::nullable && found.is_null()) return;
        try {
            read_leaf(found, place, field, field.ops->make(member));
        } catch (const DocumentError&) {
            field.ops->assign(member, field.in(description_.fresh));
            throw;
        }
    }

    static void read_optional_word(const json& found, const std::string& place, std::string& out) {
        out = read_string(found, place);
        if (out.empty()) refuse(place, "it is empty; leave the key out, or name an id");
    }

    /// Does something with each element of a list.
    template <class Work>
    void each(const json& found, const std::string& place, Work work) {
        if (!found.is_array()) refuse(place, "a list is allowed here, and nothing else");
        for (std::size_t i = 0; i < found.size(); ++i) {
            faults_.attempt([&] { work(found[i], place + "/" + std::to_string(i)); });
        }
    }

    StrictObject& object_;
    const RecordDescription& description_;
    void* out_;
    DocumentFaults& faults_;
};

}  // namespace

void read_fields(StrictObject& object, const RecordDescription& description, void* out,
                 DocumentFaults& faults) {
    Reader(object, description, out, faults).read();
}

void read_record(const json& value, const std::string& place, const RecordDescription& description,
                 void* out, DocumentFaults& faults) {
    StrictObject object(value, place);
    read_fields(object, description, out, faults);
    object.finish(faults);
}

ordered_json field_json(const Field& field, const void* record) {
    const void* const member = field.in(record);
    ordered_json out;
    switch (field.kind) {
        case FieldKind::id:
        case FieldKind::word:
            out = member_as<std::string>(field, record);
            break;
        case FieldKind::words:
        case FieldKind::reference:
            if (const auto& word = member_as<std::string>(field, record); !word.empty()) out = word;
            break;
        case FieldKind::references: {
            const auto& ids = member_as<std::vector<std::string>>(field, record);
            if (!ids.empty()) out = ids;
            break;
        }
        case FieldKind::text: {
            const auto& text = member_as<Text>(field, record);
            if (field.presence == Presence::required || !text.empty()) out = written(text);
            break;
        }
        case FieldKind::texts:
            for (const Text& text : member_as<std::vector<Text>>(field, record)) {
                out.push_back(written(text));
            }
            break;
        case FieldKind::integer:
            if (const auto* held = field.ops->held(member)) out = *static_cast<const int*>(held);
            break;
        case FieldKind::number:
            if (const auto* held = field.ops->held(member)) {
                out = *static_cast<const double*>(held);
            }
            break;
        case FieldKind::value:
            if (const auto* held = field.ops->held(member)) out = written_leaf(field, held);
            break;
        case FieldKind::record:
            if (const auto* held = field.ops->held(member)) out = object_of(field.record(), held);
            break;
        case FieldKind::records: {
            const std::size_t count = field.ops->count(member);
            for (std::size_t i = 0; i < count; ++i) {
                out.push_back(object_of(field.record(), field.ops->item(member, i)));
            }
            break;
        }
    }
    return out;
}

void write_fields(ordered_json& object, const RecordDescription& description, const void* record) {
    for (const Field& field : description.fields) {
        if (!field.is_written()) continue;
        if (field.presence == Presence::usual &&
            field.ops->equal(field.in(record), field.in(description.fresh))) {
            continue;
        }
        ordered_json value = field_json(field, record);
        if (value.is_null() && field.presence != Presence::nullable) continue;
        object[field.key] = std::move(value);
    }
}

ordered_json object_of(const RecordDescription& description, const void* record) {
    ordered_json out = ordered_json::object();
    write_fields(out, description, record);
    return out;
}

}  // namespace probity::detail
