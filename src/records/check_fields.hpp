// Checks each field of a record by itself, and collects its ids and what it refers to.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "date/text.hpp"
#include "records/description.hpp"
#include "records/refusal.hpp"

namespace probity::detail {

[[nodiscard]] inline std::string in_quotes(std::string_view text) {
    return "'" + printable(text) + "'";
}

/// Refuses what is no id (identifier.hpp).
void check_id(std::string_view place, std::string_view id);
/// Refuses a text that is too long, has control characters or is missing in every language.
void check_text(const std::string& place, const Text& text, bool required);
/// Refuses words, in one language, that are too long, empty or have control characters.
void check_words(std::string_view place, std::string_view words);
/// Refuses a version of the rules (records/rules.hpp) that is not known.
void check_rules(std::string_view place, int rules);

using Places = std::map<std::string, std::string, std::less<>>;

/// Where each id stands, where each record refers to one, and what is wrong.
struct Index {
    /// By the name of their kind, among which they are unique.
    std::map<std::string_view, Places> ids = {};
    struct Reference {
        std::string place;
        std::string id;
    };
    std::map<Target, std::vector<Reference>> to_records = {};
    DocumentFaults faults = {};
    /// Whether references are collected. Those of an event are checked when it is applied.
    bool with_references = true;
};

/// Checks every field of a record by itself, at `place`, and collects ids, references and faults.
void check_fields(Index& index, const std::string& place, const RecordDescription& description,
                  const void* record);
template <class Record>
void check_fields(Index& index, const std::string& place, const Record& record) {
    check_fields(index, place, description_of<Record>(), &record);
}

}  // namespace probity::detail
