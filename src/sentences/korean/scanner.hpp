// The words of a Korean sentence about dates: numbers, ordinals, weekdays, months.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sentences/pattern.hpp"
#include "sentences/plan.hpp"
#include "sentences/scanner.hpp"

namespace probity::detail::korean {

using Word = std::u32string_view;
using Words = std::span<const Word>;

/// Words for a working day.
inline constexpr std::array<Word, 5> working_words{U"근무일", U"영업일", U"업무일", U"집무일",
                                                   U"워킹데이"};
/// Between the items of a list, and between the ends of a range.
inline constexpr std::array<Word, 9> separators{U"그리고", U"이나", U"과", U"와",  U"및",
                                                U"·",      U",",    U"/",  U"하고"};
inline constexpr std::array<Word, 4> range_signs{U"부터", U"에서", U"~", U"-"};

/// A word that was taken; false if none was.
struct Taken {
    Word word = {};

    explicit operator bool() const noexcept { return !word.empty(); }
    friend bool operator==(const Taken& taken, Word other) { return taken.word == other; }
};

/// A word with what it stands for.
template <class Value>
struct Meaning {
    Word word;
    Value value;
};

/// Reads a sentence from its beginning, white space left out: officials set it as they like.
class Scanner : public SentenceScanner {
  public:
    /// Throws RuleError for a sentence that is too long or has a number that a blank cuts in two.
    explicit Scanner(std::string_view given);

    /// Where a word begins, because a blank stood before it.
    [[nodiscard]] bool begins_word(std::size_t place) const { return words_.contains(place); }
    /// Where the word that stands here ends, at the next blank.
    [[nodiscard]] std::size_t end_of_word() const;

    /// Whether the months or days that were read last run from one to another.
    bool ranged = false;
    /// The weekdays read last, if they are one run.
    std::optional<WeekdayRun> run_of_weekdays = std::nullopt;

    [[nodiscard]] std::string such(const std::string& korean,
                                   const std::string& english) const override;
    [[nodiscard]] std::string such_days(const SentencePlan& plan) const override;

    // Words --------------------------------------------------------------------------------------

    [[nodiscard]] bool ahead_of(Words words) const;
    template <class... Given>
    [[nodiscard]] bool ahead(Given... words) const {
        const std::array<Word, sizeof...(Given)> all{Word(words)...};
        return ahead_of(all);
    }
    [[nodiscard]] bool figure_ahead() const;

    /// The first of the words that stands here, which is passed; else none.
    Taken take_of(Words words);
    template <class... Given>
    Taken take(Given... words) {
        const std::array<Word, sizeof...(Given)> all{Word(words)...};
        return take_of(all);
    }
    /// The meaning of the first of the words that stands here, which is passed; else null.
    template <class Value, std::size_t size>
    const Value* take_meaning(const std::array<Meaning<Value>, size>& meanings) {
        for (const auto& [word, value] : meanings) {
            if (take(word)) return &value;
        }
        return nullptr;
    }
    /// The text that matches here, which is passed. It looks into the text, which must not change
    /// meanwhile.
    std::optional<Match> take_match(const Pattern& pattern);

    /// The text from here, up to the end of its brackets, as it was given; at most 30 letters.
    [[nodiscard]] std::string rest() const;
    /// The text from one place to another.
    [[nodiscard]] std::u32string_view between(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::string shown(std::size_t begin, std::size_t end) const;
    /// Leaves out the last character.
    void drop_last() { text.pop_back(); }
    /// Goes back a sign that parts what stands in brackets, and opens them anew there.
    void open_bracket_before();
    /// Passes a bracket that closes with the sentence.
    void open_to_the_end();

    /// A number in figures, or one of 한, 두, 세, ..., of at most nine places.
    std::optional<Said> number();
    bool separator() { return bool(take_of(separators)); }
    bool range_sign() { return bool(take_of(range_signs)); }
    /// 10일, 2주, 1주일, 한 달, 3개월, 5근무일, 보름.
    std::optional<Duration> duration();

    // Lists --------------------------------------------------------------------------------------

    /// 셋째, 세 번째, 3번째, 3째, 제3; 마지막 is -1, 끝에서 둘째 is -2.
    std::optional<Said> ordinal();
    /// 첫째·셋째, 둘째와 넷째, 첫째~넷째, 끝에서 셋째~둘째; empty if none stands here.
    std::vector<Said> ordinals();
    /// 월요일, 월·수·금요일, 화~목요일, 월~금; 월 alone if `loose`; or none.
    std::vector<int> weekdays(bool loose);
    /// 3월, 3·6·9월, 6~8월, 3월부터 11월까지, 5월·윤5월; 홀수 달, 짝수 달.
    std::vector<NamedMonth> months();
    /// 15일, 1일과 15일, 1·15일, 11~17일.
    std::vector<Said> month_days();

  protected:
    [[nodiscard]] std::size_t given_place(std::size_t place) const override;

  private:
    [[nodiscard]] std::size_t given_of_normal(std::size_t place) const;
    /// `kind` is the sentence for a number out of range.
    std::vector<NamedMonth> numbered(const Pattern& pattern, Said most, std::string_view kind);

    std::u32string normal_;
    std::vector<std::size_t> given_places_;
    std::vector<std::size_t> places_;
    std::set<std::size_t> words_;
};

/// The figures in a text, as numbers.
[[nodiscard]] std::vector<Said> figures_in(std::u32string_view text);

}  // namespace probity::detail::korean
