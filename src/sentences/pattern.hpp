// Patterns of text, in the usual notation of regular expressions, over code points.
//
//     const Pattern clock(U"([0-9]{1,2}):([0-9]{2})(?![0-9])");
//     const auto found = clock.match(U"14:05", 0);
//     (*found)[1];                                         // U"14"
//
// The notation has literals, classes ([가-힣], [^()]), `.` (no line feed), groups, (?:...), named groups
// (?P<name>...), |, the quantifiers * + ? {m} {m,n} with a lazy ? behind, ^ and $ for the ends of the
// text, (?=...) (?!...), and (?<=...) (?<!...) of one length. Of several ways the leftmost is taken.
//
// A match needs time in proportion to the text, the pattern and, at worst, their product: no text makes
// it run away. It does not recurse over the text.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace probity::detail {

class PatternProgram;

/// A place where a pattern matches. It looks into the text, which must outlive it.
class Match {
  public:
    [[nodiscard]] std::size_t begin(std::size_t group = 0) const { return places_[2 * group]; }
    [[nodiscard]] std::size_t end(std::size_t group = 0) const { return places_[2 * group + 1]; }
    /// Whether a group took part.
    [[nodiscard]] bool has(std::size_t group) const { return begin(group) != none; }
    [[nodiscard]] bool has(std::string_view name) const { return has(number_of(name)); }
    /// The text that a group took; empty if it took no part.
    [[nodiscard]] std::u32string_view operator[](std::size_t group) const {
        return has(group) ? text_.substr(begin(group), end(group) - begin(group))
                          : std::u32string_view();
    }
    [[nodiscard]] std::u32string_view operator[](std::string_view name) const {
        return (*this)[number_of(name)];
    }

  private:
    friend class PatternProgram;
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    Match(std::u32string_view text, const PatternProgram& program, std::vector<std::size_t> places)
        : text_(text), program_(&program), places_(std::move(places)) {}
    [[nodiscard]] std::size_t number_of(std::string_view name) const;

    std::u32string_view text_;
    const PatternProgram* program_;
    std::vector<std::size_t> places_;
};

/// A pattern. It is made when it is first used, and may stand at namespace scope.
class Pattern {
  public:
    /// Of a literal, which stays.
    explicit constexpr Pattern(std::u32string_view source) : source_(source) {}
    /// Of a text that a function puts together when it is first needed.
    explicit constexpr Pattern(std::u32string (*source)()) : make_source_(source) {}
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;
    ~Pattern();

    /// The match that begins at a place.
    [[nodiscard]] std::optional<Match> match(std::u32string_view text, std::size_t at = 0) const;
    /// The first match that begins at a place or behind it.
    [[nodiscard]] std::optional<Match> search(std::u32string_view text, std::size_t at = 0) const;
    /// The match of the whole text.
    [[nodiscard]] std::optional<Match> full_match(std::u32string_view text) const;
    /// All matches, none of which begins before the one before it ends.
    [[nodiscard]] std::vector<Match> all(std::u32string_view text) const;

  private:
    [[nodiscard]] const PatternProgram& program() const;

    std::u32string_view source_ = {};
    std::u32string (*make_source_)() = nullptr;
    mutable std::once_flag once_ = {};
    mutable std::shared_ptr<const PatternProgram> program_ = nullptr;
};

/// "a|b|c" of words, the longer before the shorter, as it stands in a pattern.
[[nodiscard]] std::u32string any_of(std::vector<std::u32string_view> words);

}  // namespace probity::detail
