#include "recurrence/words/english_numbers.hpp"

#include <array>

namespace probity::detail::english {

std::string ordinal(int n) {
    const int tens = n % 100;
    const bool teen = tens >= 11 && tens <= 13;
    const std::string_view ending = teen          ? "th"
                                    : n % 10 == 1 ? "st"
                                    : n % 10 == 2 ? "nd"
                                    : n % 10 == 3 ? "rd"
                                                  : "th";
    return std::to_string(n) + std::string(ending);
}

std::string ordinal_word(int n) {
    constexpr std::array<std::string_view, 10> words{"first", "second", "third",   "fourth",
                                                     "fifth", "sixth",  "seventh", "eighth",
                                                     "ninth", "tenth"};
    if (n <= 10) return std::string(words[static_cast<std::size_t>(n - 1)]);
    return ordinal(n);
}

std::string from_end(int n) { return n == -1 ? "last" : ordinal_word(-n) + "-last"; }

std::string place(int n) { return n > 0 ? ordinal_word(n) : from_end(n); }

std::string join(const Items& items, std::string_view word) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " " + std::string(word) + " " : ", ";
        text += items[i];
    }
    return text;
}

std::string places(const Numbers& numbers, std::string_view noun, std::string_view explanation) {
    Items list;
    const auto together = [](const Run& run) {
        return place(run.first) + " to " + place(run.last);
    };
    append_items(list, numbers.from_start(), place, together);
    append_items(list, numbers.from_end(), place, together);
    return join(list, "and").append(" ").append(noun).append(explanation);
}

std::string plain_numbers(const Numbers& numbers) {
    Items list;
    append_items(
        list, numbers.from_start(), [](int n) { return std::to_string(n); },
        [](const Run& run) {
            return std::to_string(run.first) + " to " + std::to_string(run.last);
        });
    return join(list, "and");
}

bool is_last_few(const Numbers& numbers) {
    const auto run = numbers.only_run();
    return run && run->last == -1 && run->size() >= 2;
}

std::string days_from_start(const Numbers& days, std::string_view word, std::string_view noun) {
    Items list;
    append_items(list, days.from_start(), ordinal, [&](const Run& run) {
        const bool alone = days.only_run().has_value();
        return ordinal(run.first) + (alone ? " to the " : " to ") + ordinal(run.last);
    });
    const bool plural = word == "and" && !days.single();
    std::string text = "the " + join(list, word);
    if (!noun.empty()) text.append(" ").append(noun).append(plural ? "s" : "");
    return text;
}

std::string days_to_the_end(const Numbers& days, std::string_view word) {
    if (is_last_few(days)) return run_from_end(*days.only_run(), "day");
    Items list;
    append_items(
        list, days.from_start(), [](int n) { return "the " + ordinal(n); },
        [](const Run& run) { return "the " + ordinal(run.first) + " to " + ordinal(run.last); });
    append_items(
        list, days.from_end(), [](int n) { return "the " + from_end(n) + " day"; },
        [](const Run& run) { return run_from_end(run, "day"); });
    return join(list, word);
}

std::string run_from_end(const Run& run, const std::string& noun) {
    if (run.last == -1) return "the last " + std::to_string(run.size()) + " " + noun + "s";
    return "the " + from_end(run.first) + " to " + from_end(run.last) + " " + noun;
}

}  // namespace probity::detail::english
