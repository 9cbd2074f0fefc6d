#include "exchange/json/archive.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "exchange/json/document_languages.hpp"
#include "exchange/json_append.hpp"
#include "records/walk.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// Reads the fields of one record. A field that cannot be read is a fault.
class RecordReader {
  public:
    RecordReader(StrictObject& object, const RecordDescription& description, void* out,
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
        if (out.empty()) refuse(place, sentence("json.empty_word"));
    }

    /// Does something with each element of a list.
    template <class Work>
    void each(const json& found, const std::string& place, Work work) {
        if (!found.is_array()) refuse(place, sentence("json.no_list"));
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
    RecordReader(object, description, out, faults).read();
}

void read_record(const json& value, const std::string& place, const RecordDescription& description,
                 void* out, DocumentFaults& faults) {
    StrictObject object(value, place);
    read_fields(object, description, out, faults);
    object.finish(faults);
}

// Writing ------------------------------------------------------------------------------------------

namespace {

/// A value of a document that is being made.
class DocumentPlace {
  public:
    explicit DocumentPlace(ordered_json& out) : out_(out) {}

    template <class Value>
    void put(const Value& value) const {
        out_ = value;
    }
    void put(const Text& text) const { out_ = json_of(text); }
    void put_leaf(const Field& field, const void* value) const {
        out_ = written_leaf(field, value);
    }
    void put_record(const RecordDescription& description, const void* record) const {
        out_ = object_of(description, record);
    }
    /// `put_item(place, i)` writes each of the items.
    template <class PutItem>
    void put_list(std::size_t count, PutItem put_item) const {
        out_ = ordered_json::array();
        for (std::size_t i = 0; i < count; ++i) put_item(DocumentPlace(out_.emplace_back()), i);
    }

  private:
    ordered_json& out_;
};

/// The end of a text of JSON.
class TextPlace {
  public:
    explicit TextPlace(std::string& out) : out_(out) {}

    void put(const std::string& words) const { append_string(out_, words); }
    void put(int number) const { append_integer(out_, number); }
    void put(double number) const { out_ += ordered_json(number).dump(); }
    void put(const Text& text) const {
        if (text.plain) {
            put(text.in(Language::korean));
            return;
        }
        char before = '{';
        for (const Language language : document_languages) {
            const std::string& words = text.given(language);
            if (words.empty()) continue;
            out_ += before;
            append_string(out_, code(language));
            out_ += ':';
            append_string(out_, words);
            before = ',';
        }
        if (before == '{') out_ += before;
        out_ += '}';
    }
    void put_leaf(const Field& field, const void* value) const { append_leaf(out_, field, value); }
    void put_record(const RecordDescription& description, const void* record) const {
        append_object(out_, description, record);
    }
    template <class PutItem>
    void put_list(std::size_t count, PutItem put_item) const {
        for (std::size_t i = 0; i < count; ++i) {
            out_ += i == 0 ? '[' : ',';
            put_item(*this, i);
        }
        out_ += ']';
    }

  private:
    std::string& out_;
};

/// Writes a list; false if it is empty.
template <class Place, class PutItem>
bool put_items(const Place& place, std::size_t count, PutItem put_item) {
    if (count > 0) place.put_list(count, put_item);
    return count > 0;
}

/// Writes the value of a field of a record; false, and nothing, if it is left out or stated to be
/// absent.
template <class Place>
bool put_field(const Place& place, const Field& field, const void* record) {
    const void* const member = field.in(record);
    const auto put_held = [&](auto put) {
        const void* const held = field.ops->held(member);
        if (held != nullptr) put(held);
        return held != nullptr;
    };
    switch (field.kind) {
        case FieldKind::id:
        case FieldKind::word:
            place.put(member_as<std::string>(field, record));
            return true;
        case FieldKind::words:
        case FieldKind::reference: {
            const auto& word = member_as<std::string>(field, record);
            if (!word.empty()) place.put(word);
            return !word.empty();
        }
        case FieldKind::references: {
            const auto& ids = member_as<std::vector<std::string>>(field, record);
            return put_items(place, ids.size(),
                             [&](const Place& item, std::size_t i) { item.put(ids[i]); });
        }
        case FieldKind::text: {
            const auto& text = member_as<Text>(field, record);
            const bool is_said = field.presence == Presence::required || !text.empty();
            if (is_said) place.put(text);
            return is_said;
        }
        case FieldKind::texts: {
            const auto& texts = member_as<std::vector<Text>>(field, record);
            return put_items(place, texts.size(),
                             [&](const Place& item, std::size_t i) { item.put(texts[i]); });
        }
        case FieldKind::integer:
            return put_held([&](const void* held) { place.put(*static_cast<const int*>(held)); });
        case FieldKind::number:
            return put_held(
                [&](const void* held) { place.put(*static_cast<const double*>(held)); });
        case FieldKind::value:
            return put_held([&](const void* held) { place.put_leaf(field, held); });
        case FieldKind::record:
            return put_held([&](const void* held) { place.put_record(field.record(), held); });
        case FieldKind::records:
            return put_items(place, field.ops->count(member),
                             [&](const Place& item, std::size_t i) {
                                 item.put_record(field.record(), field.ops->item(member, i));
                             });
    }
    return false;
}

/// Whether a document has no such key, whatever the value.
bool is_left_out(const Field& field, const RecordDescription& description, const void* record) {
    return !field.is_written() || (field.presence == Presence::usual &&
                                   field.ops->equal(field.in(record), field.in(description.fresh)));
}

}  // namespace

ordered_json field_json(const Field& field, const void* record) {
    ordered_json out;
    put_field(DocumentPlace(out), field, record);
    return out;
}

void write_fields(ordered_json& object, const RecordDescription& description, const void* record) {
    for (const Field& field : description.fields) {
        if (is_left_out(field, description, record)) continue;
        ordered_json value = field_json(field, record);
        if (value.is_null() && field.presence != Presence::nullable) continue;
        object[field.key] = std::move(value);
    }
}

void append_object(std::string& out, const RecordDescription& description, const void* record) {
    char before = '{';
    for (const Field& field : description.fields) {
        if (is_left_out(field, description, record)) continue;
        const std::size_t size = out.size();
        out += before;
        out += '"';
        out += field.key;
        out += "\":";
        if (!put_field(TextPlace(out), field, record)) {
            if (field.presence != Presence::nullable) {
                out.resize(size);
                continue;
            }
            out += "null";
        }
        before = ',';
    }
    if (before == '{') out += '{';
    out += '}';
}

ordered_json object_of(const RecordDescription& description, const void* record) {
    ordered_json out = ordered_json::object();
    write_fields(out, description, record);
    return out;
}

}  // namespace probity::detail
