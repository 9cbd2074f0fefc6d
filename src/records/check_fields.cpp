#include "records/check_fields.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "records/characters.hpp"
#include "records/check_parts.hpp"
#include "records/identifier.hpp"
#include "records/walk.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

// In characters.
constexpr std::size_t longest_text = 4000;
/// The fault of a piece of text, in words; empty if it has none.
Text fault_of(std::string_view text) {
    // A text has as many bytes as characters, or more.
    const std::size_t length = text.size() <= longest_text ? text.size() : characters_in(text);
    if (length > longest_text) {
        return sentence("record.text_too_long", {{"length", length}, {"most", longest_text}});
    }
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte < 0x7f) {
            ++i;
            continue;
        }
        const std::size_t bytes = utf8_length(text.substr(i));
        if (bytes == 0) return sentence("record.text_not_utf8", {{"byte", i}});
        if (byte < 0x20 || byte == 0x7f) {
            return sentence("record.text_control", {{"text", printable(text)}, {"byte", i}});
        }
        i += bytes;
    }
    return {};
}

/// Checks the fields of one record.
class FieldChecker {
  public:
    FieldChecker(Index& index, std::string place, const RecordDescription& description,
                 const void* record)
        : index_(index), place_(std::move(place)), description_(description), record_(record) {}

    void check() {
        for (const Field& field : description_.fields) {
            if (field.is_written()) check(field);
        }
    }

  private:
    void check(const Field& field) {
        switch (field.kind) {
            case FieldKind::id:
                return add_id(field);
            case FieldKind::word:
                check_word(field);
                return;
            case FieldKind::words:
                if (!word(field).empty()) attempt([&] { check_words(at(field), word(field)); });
                return;
            case FieldKind::text:
                attempt([&] {
                    check_text(at(field), member_as<Text>(field, record_),
                               field.presence == Presence::required);
                });
                return;
            case FieldKind::texts:
                return check_texts(field);
            case FieldKind::reference:
                if (!word(field).empty()) refer(field, word(field));
                return;
            case FieldKind::references:
                return check_references(field);
            case FieldKind::integer:
                if (const auto* held = field.ops->held(field.in(record_))) {
                    check_bounds(field, *static_cast<const int*>(held));
                } else {
                    check_presence(field);
                }
                return;
            case FieldKind::number:
                if (const auto* held = field.ops->held(field.in(record_))) {
                    check_bounds(field, *static_cast<const double*>(held));
                }
                return;
            case FieldKind::value:
                return check_value(field);
            case FieldKind::record:
                if (field.presence == Presence::usual && is_fresh(field)) return;
                if (const auto* held = field.ops->held(field.in(record_))) {
                    check_fields(index_, at(field), field.record(), held);
                }
                return;
            case FieldKind::records:
                return check_records(field);
        }
    }

    [[nodiscard]] const std::string& word(const Field& field) const {
        return member_as<std::string>(field, record_);
    }
    [[nodiscard]] bool is_fresh(const Field& field) const {
        return field.ops->equal(field.in(record_), field.in(description_.fresh));
    }
    [[nodiscard]] std::string at(const Field& field) const { return place_ + "/" + field.key; }
    [[nodiscard]] std::string at(const Field& field, std::size_t i) const {
        return at(field) + "/" + std::to_string(i);
    }

    bool check_word(const Field& field) {
        return is_identifier(word(field)) || attempt([&] { check_id(at(field), word(field)); });
    }

    void add_id(const Field& field) {
        const std::string& id = word(field);
        if (!check_word(field)) return;
        const auto [first, is_new] = index_.ids[description_.name].emplace(id, at(field));
        if (!is_new) {
            fault(at(field),
                  sentence("record.id_used", {{"id", printable(id)},
                                              {"place", first->second},
                                              {"what", record_in_refusals(description_.name)}}));
        }
    }

    void refer(const Field& field, const std::string& id,
               std::optional<std::size_t> i = std::nullopt) {
        if (!index_.with_references) return;
        index_.to_records[field.target_in(record_)].push_back({i ? at(field, *i) : at(field), id});
    }

    void check_references(const Field& field) {
        const auto& ids = member_as<std::vector<std::string>>(field, record_);
        std::set<std::string_view> known;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (!known.insert(ids[i]).second) {
                fault(at(field, i), sentence("record.named_twice", {{"id", printable(ids[i])}}));
            }
            refer(field, ids[i], i);
        }
    }

    void check_texts(const Field& field) {
        const auto& texts = member_as<std::vector<Text>>(field, record_);
        for (std::size_t i = 0; i < texts.size(); ++i) {
            attempt([&] { check_text(at(field, i), texts[i], true); });
        }
    }

    void check_records(const Field& field) {
        const void* list = field.in(record_);
        const std::size_t count = field.ops->count(list);
        for (std::size_t i = 0; i < count; ++i) {
            check_fields(index_, at(field, i), field.record(), field.ops->item(list, i));
        }
    }

    /// Refuses a value that is needed and was not given.
    void check_presence(const Field& field) {
        if (field.presence == Presence::required) fault(at(field), sentence("record.needed"));
    }

    void check_value(const Field& field) {
        const void* held = field.ops->held(field.in(record_));
        if (held == nullptr) return check_presence(field);
        if (field.leaf == Leaf::date && static_cast<const Date*>(held)->is_special()) {
            fault(at(field), sentence("record.date_needed"));
        }
        if (field.leaf == Leaf::counted) {
            attempt([&] { check_id(at(field), to_string(*static_cast<const Counted*>(held))); });
        }
    }

    template <class Number>
    void check_bounds(const Field& field, Number number) {
        if (number >= field.least && number <= field.most) return;
        fault(at(field), sentence("record.out_of_range", {{"number", std::to_string(number)},
                                                          {"least", field.least},
                                                          {"most", field.most}}));
    }

    template <class Work>
    bool attempt(Work work) {
        return index_.faults.attempt(work);
    }
    void fault(const std::string& place, const Text& message) {
        attempt([&] { refuse(place, message); });
    }

    Index& index_;
    std::string place_;
    const RecordDescription& description_;
    const void* record_;
};

}  // namespace

void check_fields(Index& index, const std::string& place, const RecordDescription& description,
                  const void* record) {
    FieldChecker(index, place, description, record).check();
}

void check_id(std::string_view place, std::string_view id) {
    if (is_identifier(id)) return;
    refuse(std::string(place),
           sentence("record.no_id", {{"id", printable(id)}, {"longest", longest_id}}));
}

void check_text(const std::string& place, const Text& text, bool required) {
    if (text.empty() && !required) return;
    if (text.empty()) refuse(place, sentence("record.text_needed"));
    for (const Language language : languages) {
        const Text fault = fault_of(text.given(language));
        if (fault.empty()) continue;
        refuse(text.plain ? place : place + "/" + std::string(code(language)), fault);
    }
}

Text listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 12;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        out += (out.empty() ? "" : ", ") + names[i];
    }
    if (names.size() > most) out += ", ... (" + std::to_string(names.size()) + ")";
    return out.empty() ? sentence("none") : Text::in_any_language(out);
}

void check_words(std::string_view place, std::string_view words) {
    const Text fault = words.empty() ? sentence("record.text_empty") : fault_of(words);
    if (!fault.empty()) refuse(std::string(place), fault);
}

void check_rules(std::string_view place, int rules) {
    if (rules >= 1 && rules <= current_rules) return;
    refuse(std::string(place),
           sentence("record.rules_unknown", {{"rules", rules}, {"most", current_rules}}));
}

}  // namespace probity::detail
