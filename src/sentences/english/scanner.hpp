// Reads an English sentence about dates from its beginning: phrases, numbers, ordinals, weekdays,
// months.
//
//     Scanner s("The  Third WEDNESDAY");    // s.text is U"the third wednesday"
//     s.take(U"the");                       // true; reading stands behind it
//     s.ordinal();                          // 3
//     s.weekday();                          // 2
//
// Each reads what stands here, behind a blank or not, and passes it; if something else stands here,
// nothing is passed.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sentences/english/words.hpp"
#include "sentences/pattern.hpp"
#include "sentences/plan.hpp"
#include "sentences/scanner.hpp"

namespace probity::detail::english {

/// A description longer than this is not read; the longest of a rule is shorter.
inline constexpr std::size_t longest_description = 100'000;
/// A sentence that people write is not read if it is longer.
inline constexpr std::size_t longest_sentence = 6000;

/// "March" from U"march", a word of ASCII.
[[nodiscard]] std::string capitalized(std::u32string_view name);

class Scanner;
/// Reads on into a plan: whether it read something.
using Reader = bool (*)(Scanner&, SentencePlan&);

/// The text is in the usual form of its characters, in lower case, each run of white space a blank.
class Scanner final : public SentenceScanner {
  public:
    /// Throws RuleError if the text has more than `longest` characters.
    explicit Scanner(std::string_view given, std::size_t longest = longest_description);

    // ------------------------------------------------------------------ phrases

    /// Passes the first of the phrases that stands here as whole words.
    template <typename... Phrase>
        requires(std::convertible_to<Phrase, std::u32string_view> && ...)
    bool take(const Phrase&... phrases) {
        return (take_phrase(phrases) || ...);
    }
    bool take_any(Phrases phrases);
    /// The meaning of the first of the words that stands here; null if none does.
    template <typename Meaning, std::size_t n>
    const Meaning* take_word(const std::array<Word<Meaning>, n>& words) {
        for (const auto& word : words) {
            if (take_phrase(word.text)) return &word.means;
        }
        return nullptr;
    }
    /// The place of the first of the phrases that stands here among them.
    std::optional<std::int64_t> take_place(Phrases phrases);

    template <typename... Phrase>
    bool ahead(const Phrase&... phrases) {
        const std::size_t mark = at;
        const bool found = take(phrases...);
        at = mark;
        return found;
    }
    /// The pattern if it matches here and takes a character or more.
    std::optional<Match> match(const Pattern& pattern);

    /// Whether one of the ways to read on reads something, each tried from here.
    bool any_of(SentencePlan& plan, std::span<const Reader> ways);

    // ------------------------------------------------------------------ items

    /// A number in figures of at most ten places, or in words to ninety-nine.
    std::optional<std::int64_t> number();
    /// Monday, Mon, Mondays: 0 is Monday.
    std::optional<int> weekday();
    /// March, Mar: 3.
    std::optional<int> month();
    /// Third, 3rd; last is -1; third-last, third last, last but two, third to last are -3.
    std::optional<std::int64_t> ordinal();
    /// The number itself. Fails at a place unless it is a day of the month.
    int checked_day(std::int64_t day, std::size_t place) const;

    /// The words between the items of a list.
    bool separator();

    /// The items of a list. `item` reads what stands here: several, one or none, as a vector or an
    /// optional. With `either` they may be joined by "or", as what a day off may be.
    template <typename Item>
    auto listed(Item item, bool either = false) {
        auto found = several(item());
        while (!found.empty()) {
            const std::size_t mark = at;
            bool parted = separator();
            if (either) parted = take(U"or") || parted;
            const auto more = parted ? several(item()) : decltype(found)();
            if (more.empty()) {
                at = mark;
                break;
            }
            found.insert(found.end(), more.begin(), more.end());
        }
        return found;
    }

    // ------------------------------------------------------------------ messages

    [[nodiscard]] std::string such(const std::string& /*korean*/,
                                   const std::string& english) const override {
        return english;
    }
    [[nodiscard]] std::string such_days(const SentencePlan& plan) const override;

  private:
    template <typename Item>
    static std::vector<Item> several(std::vector<Item> items) {
        return items;
    }
    template <typename Item>
    static std::vector<Item> several(std::optional<Item> item) {
        return item ? std::vector<Item>{*item} : std::vector<Item>();
    }

    bool take_phrase(std::u32string_view phrase);
    /// Where what stands here begins: behind a blank.
    [[nodiscard]] std::size_t behind_blank() const;
    /// 1st, 22nd.
    std::optional<std::int64_t> figures();
    /// A number of at most ten places; fails at a place if it has more.
    std::int64_t value_of(std::u32string_view digits, std::size_t place) const;
    [[nodiscard]] std::size_t given_place(std::size_t place) const override;

    /// For each character of the text, and its end, its place in the sentence as given.
    std::vector<std::size_t> places_;
};

}  // namespace probity::detail::english
