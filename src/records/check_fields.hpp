// Checks each field of a record by itself, and collects its ids and what it refers to.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "date/text.hpp"
#include "records/fields.hpp"
#include "records/refusal.hpp"

namespace probity::detail {

[[nodiscard]] inline std::string in_quotes(std::string_view text) {
    return "'" + printable(text) + "'";
}

/// Refuses what is no id: 1 to 64 of the characters A-Z a-z 0-9 - _ . with a letter or digit first.
void check_id(std::string_view place, std::string_view id);
/// Refuses a text that is too long, has control characters or is missing in one language.
void check_text(const std::string& place, const Text& text, bool required);
/// Refuses words, in one language, that are too long, empty or have control characters.
void check_words(std::string_view place, std::string_view words);
/// Refuses a version of the rules (records/rules.hpp) that is not known.
void check_rules(std::string_view place, int rules);

using Places = std::map<std::string, std::string, std::less<>>;

/// Where each id and each source stands, where each record refers to one, and what is wrong.
struct Index {
    Places ids;
    Places sources;
    struct Reference {
        std::string place;
        std::string id;
    };
    std::vector<Reference> to_sources;
    std::map<Target, std::vector<Reference>> to_records;
    DocumentFaults faults = {};
};

/// An archive (fields.hpp) that checks every field by itself and collects ids, references and faults.
class FieldChecker {
  public:
    FieldChecker(Index& index, std::string place) : index_(index), place_(std::move(place)) {}

    void id(const char* key, const std::string& value) { add(index_.ids, key, value); }
    void source_id(const char* key, const std::string& value) { add(index_.sources, key, value); }
    void source(const char* key, const std::string& value) {
        if (!value.empty()) index_.to_sources.push_back({at(key), value});
    }
    void reference(const char* key, const std::string& value, Target target) {
        if (!value.empty()) index_.to_records[target].push_back({at(key), value});
    }
    void references(const char* key, const std::vector<std::string>& values, Target target) {
        std::set<std::string_view> known;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::string place = at(key) + "/" + std::to_string(i);
            if (!known.insert(values[i]).second) {
                fault(place, in_quotes(values[i]) + " is named twice; each id is allowed once");
            }
            index_.to_records[target].push_back({place, values[i]});
        }
    }
    void words(const char* key, const std::string& value) {
        if (!value.empty()) attempt([&] { check_words(at(key), value); });
    }
    void word(const char* key, const std::string& value) {
        attempt([&] { check_id(at(key), value); });
    }

    void text(const char* key, const Text& value) {
        attempt([&] { check_text(at(key), value, true); });
    }
    void optional_text(const char* key, const Text& value) {
        attempt([&] { check_text(at(key), value, false); });
    }

    template <class T>
    void value(const char*, const T&) {}
    template <class T>
    void nullable(const char*, const std::optional<T>&) {}
    template <class T>
    void optional(const char*, const std::optional<T>&) {}

    template <class T>
    void usual(const char*, const T&, const T&) {}
    void flag(const char*, bool) {}

    void number(const char* key, const std::optional<double>& value, int least, int most) {
        if (value && !(*value >= least && *value <= most)) {
            fault(at(key), std::to_string(*value) + " is out of range: " + std::to_string(least) +
                               " to " + std::to_string(most) + " is allowed");
        }
    }
    void integer(const char* key, int value, int least, int most) {
        if (value < least || value > most) {
            fault(at(key), std::to_string(value) + " is out of range: " + std::to_string(least) +
                               " to " + std::to_string(most) + " is allowed");
        }
    }
    void optional_integer(const char* key, int value, int least, int most, int) {
        integer(key, value, least, most);
    }
    void optional_integer(const char* key, const std::optional<int>& value, int least, int most) {
        if (value) integer(key, *value, least, most);
    }

    template <class Record>
    void object(const char* key, const Record& record) {
        FieldChecker inner(index_, at(key));
        fields(inner, record);
    }
    template <class Record>
    void optional_object(const char* key, const std::optional<Record>& record) {
        if (record) object(key, *record);
    }
    void list(const char* key, const std::vector<Text>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            attempt([&] { check_text(at(key) + "/" + std::to_string(i), texts[i], true); });
        }
    }
    template <class Record>
    void list(const char* key, const std::vector<Record>& records) {
        for (std::size_t i = 0; i < records.size(); ++i) {
            FieldChecker inner(index_, at(key) + "/" + std::to_string(i));
            fields(inner, records[i]);
        }
    }

  private:
    [[nodiscard]] std::string at(std::string_view key) const {
        return place_ + "/" + std::string(key);
    }

    void add(Places& places, const char* key, const std::string& id) {
        if (!attempt([&] { check_id(at(key), id); })) return;
        const auto [first, is_new] = places.emplace(id, at(key));
        if (!is_new) {
            fault(at(key), "the id " + in_quotes(id) + " is already used at " + first->second +
                               "; each id is allowed once");
        }
    }

    template <class Work>
    bool attempt(Work work) {
        return index_.faults.attempt(work);
    }
    void fault(const std::string& place, const std::string& message) {
        attempt([&] { refuse(place, message); });
    }

    Index& index_;
    std::string place_;
};

}  // namespace probity::detail
