#include "records/check_fields.hpp"

#include <algorithm>

#include "records/characters.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {
namespace {

constexpr std::size_t longest_id = 64;
// In characters.
constexpr std::size_t longest_text = 4000;
bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > longest_id || !is_letter_or_digit(text.front())) return false;
    for (const char c : text) {
        if (!is_letter_or_digit(c) && c != '-' && c != '_' && c != '.') return false;
    }
    return true;
}

/// What is wrong with a piece of text; empty where nothing is.
std::string fault_of(std::string_view text) {
    // A text has as many bytes as characters, or more.
    const std::size_t length = text.size() <= longest_text ? text.size() : characters_in(text);
    if (length > longest_text) {
        return "a text of " + std::to_string(length) + " characters: at most " +
               std::to_string(longest_text) + " are allowed";
    }
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte < 0x7f) {
            ++i;
            continue;
        }
        const std::size_t bytes = utf8_length(text.substr(i));
        if (bytes == 0) return "byte " + std::to_string(i) + " of the text is not UTF-8";
        if (byte < 0x20 || byte == 0x7f) {
            return "the text " + in_quotes(text) + " has a control character at byte " +
                   std::to_string(i) + "; none is allowed";
        }
        i += bytes;
    }
    return "";
}

}  // namespace

void check_id(std::string_view place, std::string_view id) {
    if (is_id(id)) return;
    refuse(std::string(place),
           in_quotes(id) + " is no id: an id is 1 to " + std::to_string(longest_id) +
               " of the characters A-Z a-z 0-9 - _ . and begins with a letter or digit");
}

void check_text(const std::string& place, const Text& text, bool required) {
    if (text.empty() && !required) return;
    for (const auto& [key, words] : {std::pair{"/ko", &text.korean}, {"/en", &text.english}}) {
        if (words->empty()) {
            refuse(place + key, "the text is empty: it is needed in both languages");
        }
        const std::string fault = fault_of(*words);
        if (!fault.empty()) refuse(place + key, fault);
    }
}

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 12;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        out += (out.empty() ? "" : ", ") + names[i];
    }
    if (names.size() > most) out += ", ... (" + std::to_string(names.size()) + ")";
    return out.empty() ? "none" : out;
}

void check_words(std::string_view place, std::string_view words) {
    const std::string fault = words.empty() ? "the text is empty" : fault_of(words);
    if (!fault.empty()) refuse(std::string(place), fault);
}

void check_rules(std::string_view place, int rules) {
    if (rules >= 1 && rules <= current_rules) return;
    refuse(std::string(place), "rules " + std::to_string(rules) + " are not known here: 1 to " +
                                   std::to_string(current_rules) +
                                   " are. A later version of probity writes later ones");
}

}  // namespace probity::detail
