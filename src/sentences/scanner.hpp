// A sentence that is being read, in any language: where reading stands, and where a fault is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "probity/text/text.hpp"
#include "sentences/plan.hpp"

namespace probity::detail {

/// Reads a sentence from its beginning, in the form that its language gives it. Places are counted in
/// code points.
class SentenceScanner {
  public:
    /// Throws RuleError for bytes that are no UTF-8, and for more than `longest` characters.
    SentenceScanner(std::string_view given, std::size_t longest, std::string_view language);
    SentenceScanner(const SentenceScanner&) = delete;
    SentenceScanner& operator=(const SentenceScanner&) = delete;
    virtual ~SentenceScanner() = default;

    /// The sentence as it was given.
    [[nodiscard]] const std::u32string& given() const noexcept { return given_; }
    /// The same in the form in which it is read, and how far it is.
    std::u32string text = {};
    std::size_t at = 0;

    [[nodiscard]] bool done() const { return at >= text.size(); }
    /// The text that was not read yet.
    [[nodiscard]] std::u32string_view rest_of_text() const {
        return std::u32string_view(text).substr(at < text.size() ? at : text.size());
    }
    /// Whether a word stands at a place, in whatever is there.
    [[nodiscard]] bool stands_at(std::u32string_view word, std::size_t place) const {
        return place <= text.size() && std::u32string_view(text).substr(place).starts_with(word);
    }

    /// Throws RuleError with a position in the sentence as it was given; without a place, where reading
    /// stands.
    [[noreturn]] void fail(const Text& message,
                           std::optional<std::size_t> place = std::nullopt) const;

    /// Goes back to where something else may stand: nothing was read.
    bool back(std::size_t mark) {
        at = mark;
        return false;
    }

    /// An example for a message, in the language of the sentence.
    [[nodiscard]] virtual std::string such(const std::string& korean,
                                           const std::string& english) const = 0;

    /// Examples of the days that the sentence, as far as it goes, still lacks.
    [[nodiscard]] virtual std::string such_days(const SentencePlan& plan) const = 0;

  protected:
    /// Where a place of the text that is read stands in the sentence as it was given.
    [[nodiscard]] virtual std::size_t given_place(std::size_t place) const = 0;

    [[noreturn]] void refuse(const Text& message, std::size_t position) const;

  private:
    std::u32string given_;
};

}  // namespace probity::detail
