// The program of a pattern: instructions, which a machine runs over a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sentences/pattern.hpp"

namespace probity::detail {

/// The instructions of a pattern.
class PatternProgram {
  public:
    explicit PatternProgram(std::u32string_view source);

    /// The match that begins at a place, and with `whole` ends with the text.
    [[nodiscard]] std::optional<Match> run(std::u32string_view text, std::size_t at,
                                           bool whole) const;

    /// The number of a named group; 0 if there is none.
    [[nodiscard]] std::size_t group(std::string_view name) const;

  private:
    friend class PatternCompiler;
    class Machine;

    enum class Operation : std::uint8_t {
        /// Passes the character `a`, one that is no line feed, or one of the class `a`.
        character,
        any,
        one_of,
        /// Goes on at `a`, and at `b` if that fails.
        split,
        jump,
        /// Notes the place as the `a`-th.
        save,
        begin,
        end,
        /// Goes on at `a` if what stands between here and there matches; `b` says how.
        look,
        /// The end of the pattern, or of what is looked at.
        match
    };
    struct Instruction {
        Operation operation = Operation::match;
        std::uint32_t a = 0;
        std::uint32_t b = 0;
    };
    struct Class {
        bool is_negated = false;
        std::vector<std::pair<char32_t, char32_t>> ranges = {};

        [[nodiscard]] bool holds(char32_t c) const;
    };
    /// `b` of look: whether it must not match, and how many characters before it begins.
    static constexpr std::uint32_t negated = 1;
    static constexpr std::uint32_t behind_unit = 2;

    std::vector<Instruction> instructions_;
    std::vector<Class> classes_;
    std::vector<std::pair<std::string, std::size_t>> names_;
    std::size_t groups_ = 1;
};

}  // namespace probity::detail
