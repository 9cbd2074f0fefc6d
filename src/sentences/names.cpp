#include "sentences/names.hpp"

namespace probity::detail {

std::string_view name_of(Frequency frequency) noexcept {
    switch (frequency) {
        case Frequency::secondly:
            return "SECONDLY";
        case Frequency::minutely:
            return "MINUTELY";
        case Frequency::hourly:
            return "HOURLY";
        case Frequency::daily:
            return "DAILY";
        case Frequency::weekly:
            return "WEEKLY";
        case Frequency::monthly:
            return "MONTHLY";
        case Frequency::yearly:
            break;
    }
    return "YEARLY";
}

std::string times_in_english(Said n) {
    return n == 1 ? "once" : n == 2 ? "twice" : std::to_string(n) + " times";
}

Text noted(const Text& title, const Text& note) {
    return {title.korean + "(" + note.korean + ")", title.english + " (" + note.english + ")"};
}

std::string joined(const std::vector<std::string>& items, std::string_view between) {
    std::string out;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) out += between;
        out += items[i];
    }
    return out;
}

std::string listed(const std::vector<Said>& numbers) {
    std::string out;
    for (const Said n : numbers) {
        if (!out.empty()) out += ',';
        out += std::to_string(n);
    }
    return out;
}

std::string with_first(std::string text, std::string_view word, std::string_view other) {
    const std::size_t at = text.find(word);
    if (at != std::string::npos) text.replace(at, word.size(), other);
    return text;
}

std::string with_each(std::string text, std::string_view word, std::string_view other) {
    for (std::size_t at = text.find(word); at != std::string::npos;
         at = text.find(word, at + other.size())) {
        text.replace(at, word.size(), other);
    }
    return text;
}

}  // namespace probity::detail
