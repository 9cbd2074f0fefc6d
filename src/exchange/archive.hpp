// Records read from JSON objects and written as such, field by field (records/fields.hpp).
#pragma once

#include <concepts>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "exchange/json_leaves.hpp"
#include "records/fields.hpp"
#include "records/refusal.hpp"

namespace probity::detail {

template <class Record>
void read_object(const json& value, const std::string& place, Record& out, DocumentFaults& faults);

/// An archive (records/fields.hpp) that reads a record from an object. A field that cannot be read
/// is a fault, and the others are read all the same.
class Reader {
  public:
    Reader(StrictObject& object, DocumentFaults& faults) : object_(object), faults_(faults) {}

    void id(const char* key, std::string& out) { word(key, out); }
    void source_id(const char* key, std::string& out) { word(key, out); }
    void word(const char* key, std::string& out) {
        needed(key, [&](const json& found) { out = read_string(found, object_.at(key)); });
    }
    void source(const char* key, std::string& out) { optional_word(key, out); }
    void reference(const char* key, std::string& out, Target) { optional_word(key, out); }
    void references(const char* key, std::vector<std::string>& out, Target) {
        each(key, [&](const json& value, const std::string& place) {
            out.push_back(read_string(value, place));
        });
    }
    void words(const char* key, std::string& out) { optional_word(key, out); }

    void text(const char* key, Text& out) { value(key, out); }
    void optional_text(const char* key, Text& out) {
        present(key, [&](const json& found) { read_value(found, object_.at(key), out); });
    }

    template <class T>
    void value(const char* key, T& out) {
        needed(key, [&](const json& found) { read_value(found, object_.at(key), out); });
    }
    template <class T>
    void nullable(const char* key, std::optional<T>& out) {
        needed(key, [&](const json& found) {
            if (!found.is_null()) read_optional(found, key, out);
        });
    }
    template <class T>
    void optional(const char* key, std::optional<T>& out) {
        present(key, [&](const json& found) { read_optional(found, key, out); });
    }

    template <class T>
    void usual(const char* key, T& out, const T& usual) {
        out = usual;
        present(key, [&](const json& found) { read_value(found, object_.at(key), out); });
    }
    void flag(const char* key, bool& out) { usual(key, out, false); }

    void number(const char* key, std::optional<double>& out, int least, int most) {
        present(key,
                [&](const json& found) { out = read_number(found, object_.at(key), least, most); });
    }
    void integer(const char* key, int& out, int least, int most) {
        needed(key,
               [&](const json& found) { out = read_integer(found, object_.at(key), least, most); });
    }
    void optional_integer(const char* key, int& out, int least, int most, int usual) {
        out = usual;
        present(key, [&](const json& found) {
            out = read_integer(found, object_.at(key), least, most);
        });
    }
    void optional_integer(const char* key, std::optional<int>& out, int least, int most) {
        present(key, [&](const json& found) {
            out = read_integer(found, object_.at(key), least, most);
        });
    }

    template <class Record>
    void object(const char* key, Record& out) {
        needed(key, [&](const json& found) { read_object(found, object_.at(key), out, faults_); });
    }
    template <class Record>
    void optional_object(const char* key, std::optional<Record>& out) {
        present(key, [&](const json& found) {
            read_object(found, object_.at(key), out.emplace(), faults_);
        });
    }
    template <class Element>
    void list(const char* key, std::vector<Element>& out) {
        each(key, [&](const json& value, const std::string& place) {
            if constexpr (std::same_as<Element, Text>) {
                read_value(value, place, out.emplace_back());
            } else {
                read_object(value, place, out.emplace_back(), faults_);
            }
        });
    }

  private:
    /// Does something with the value of a key, which may not be left out.
    template <class Work>
    void needed(const char* key, Work work) {
        const json* found = object_.find(key);
        if (found == nullptr) {
            faults_.add_unread(object_.missing(key), object_.at(key));
        } else {
            faults_.attempt([&] { work(*found); });
        }
    }

    /// Does something with the value of a key, which may be left out.
    template <class Work>
    void present(const char* key, Work work) {
        const json* found = object_.find(key);
        if (found != nullptr) faults_.attempt([&] { work(*found); });
    }

    /// Does something with each element of a list, which may be left out.
    template <class Work>
    void each(const char* key, Work work) {
        present(key, [&](const json& found) {
            if (!found.is_array()) {
                refuse(object_.at(key), "a list is allowed here, and nothing else");
            }
            for (std::size_t i = 0; i < found.size(); ++i) {
                faults_.attempt([&] { work(found[i], object_.at(key) + "/" + std::to_string(i)); });
            }
        });
    }

    void optional_word(const char* key, std::string& out) {
        present(key, [&](const json& found) {
            out = read_string(found, object_.at(key));
            if (out.empty()) {
                refuse(object_.at(key), "it is empty; leave the key out, or name an id");
            }
        });
    }

    template <class T>
    void read_optional(const json& value, const char* key, std::optional<T>& out) {
        T read{};
        read_value(value, object_.at(key), read);
        out = std::move(read);
    }

    StrictObject& object_;
    DocumentFaults& faults_;
};

/// An archive (records/fields.hpp) that writes a record as an object.
class Writer {
  public:
    explicit Writer(ordered_json& object) : object_(object) {}

    void id(const char* key, const std::string& value) { object_[key] = value; }
    void source_id(const char* key, const std::string& value) { object_[key] = value; }
    void word(const char* key, const std::string& value) { object_[key] = value; }
    void source(const char* key, const std::string& value) {
        if (!value.empty()) object_[key] = value;
    }
    void reference(const char* key, const std::string& value, Target) { source(key, value); }
    void references(const char* key, const std::vector<std::string>& values, Target) {
        if (!values.empty()) object_[key] = values;
    }
    void words(const char* key, const std::string& value) { source(key, value); }

    void text(const char* key, const Text& value) { object_[key] = written(value); }
    void optional_text(const char* key, const Text& value) {
        if (!value.empty()) text(key, value);
    }

    template <class T>
    void value(const char* key, const T& value) {
        object_[key] = written(value);
    }
    template <class T>
    void nullable(const char* key, const std::optional<T>& value) {
        object_[key] = value ? written(*value) : ordered_json(nullptr);
    }
    template <class T>
    void optional(const char* key, const std::optional<T>& value) {
        if (value) object_[key] = written(*value);
    }

    template <class T>
    void usual(const char* key, const T& value, const T& usual) {
        if (value != usual) object_[key] = written(value);
    }
    void flag(const char* key, bool value) { usual(key, value, false); }
    void number(const char* key, const std::optional<double>& value, int, int) {
        if (value) object_[key] = *value;
    }
    void integer(const char* key, int value, int, int) { object_[key] = value; }
    void optional_integer(const char* key, int value, int, int, int usual) {
        if (value != usual) object_[key] = value;
    }
    void optional_integer(const char* key, const std::optional<int>& value, int, int) {
        if (value) object_[key] = *value;
    }

    template <class Record>
    void object(const char* key, const Record& record) {
        object_[key] = object_of(record);
    }
    template <class Record>
    void optional_object(const char* key, const std::optional<Record>& record) {
        if (record) object(key, *record);
    }
    template <class Element>
    void list(const char* key, const std::vector<Element>& elements) {
        if (elements.empty()) return;
        ordered_json& out = object_[key] = ordered_json::array();
        for (const Element& element : elements) {
            if constexpr (std::same_as<Element, Text>) {
                out.push_back(written(element));
            } else {
                out.push_back(object_of(element));
            }
        }
    }

  private:
    template <class Record>
    static ordered_json object_of(const Record& record) {
        ordered_json out = ordered_json::object();
        Writer writer(out);
        fields(writer, record);
        return out;
    }

    ordered_json& object_;
};

/// A record read from an object, which holds nothing else; faults are added to the others. Throws
/// DocumentError if the value is no object.
template <class Record>
void read_object(const json& value, const std::string& place, Record& out, DocumentFaults& faults) {
    StrictObject object(value, place);
    Reader reader(object, faults);
    fields(reader, out);
    object.finish(faults);
}

/// The same by itself. Throws DocumentError with every fault.
template <class Record>
void read_object(const json& value, const std::string& place, Record& out) {
    DocumentFaults faults;
    read_object(value, place, out, faults);
    faults.raise();
}

/// The object of a record.
template <class Record>
[[nodiscard]] ordered_json object_of(const Record& record) {
    ordered_json out = ordered_json::object();
    Writer writer(out);
    fields(writer, record);
    return out;
}

}  // namespace probity::detail
