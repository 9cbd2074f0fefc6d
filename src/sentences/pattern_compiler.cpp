// From the notation of a pattern to its instructions.

#include <algorithm>
#include <stdexcept>

#include "sentences/code_points.hpp"
#include "sentences/pattern_program.hpp"

namespace probity::detail {

/// Reads a pattern. A pattern that it refuses is a fault of this library.
class PatternCompiler {
  public:
    PatternCompiler(std::u32string_view source, PatternProgram& program)
        : source_(source), program_(program) {}

    void compile() {
        emit({Operation::save, 0});
        alternatives();
        if (at_ < source_.size()) fail("a bracket closes that was not opened");
        emit({Operation::save, 1});
        emit({Operation::match});
    }

  private:
    using Operation = PatternProgram::Operation;
    using Instruction = PatternProgram::Instruction;

    [[noreturn]] void fail(const char* why) const {
        throw std::logic_error("the pattern '" + utf8(source_) + "' at " + std::to_string(at_) +
                               ": " + why);
    }

    std::uint32_t here() const { return static_cast<std::uint32_t>(program_.instructions_.size()); }
    void emit(Instruction instruction) { program_.instructions_.push_back(instruction); }

    bool take(std::u32string_view text) {
        if (source_.substr(at_, text.size()) != text) return false;
        at_ += text.size();
        return true;
    }

    /// Puts an instruction before those from a place on, whose targets move with them.
    void insert(std::uint32_t place, Instruction instruction) {
        auto& all = program_.instructions_;
        for (std::uint32_t i = place; i < all.size(); ++i) shift(all[i], 1);
        all.insert(all.begin() + place, instruction);
    }
    static void shift(Instruction& instruction, std::uint32_t by) {
        const Operation operation = instruction.operation;
        if (operation == Operation::split) instruction.b += by;
        if (operation == Operation::split || operation == Operation::jump ||
            operation == Operation::look) {
            instruction.a += by;
        }
    }

    // a|b|c
    void alternatives() {
        const std::uint32_t start = here();
        sequence();
        if (!take(U"|")) return;
        insert(start, {Operation::split, start + 1, 0});
        const std::uint32_t jump = here();
        emit({Operation::jump, 0});
        program_.instructions_[start].b = here();
        alternatives();
        program_.instructions_[jump].a = here();
    }

    void sequence() {
        while (at_ < source_.size() && source_[at_] != U'|' && source_[at_] != U')') item();
    }

    void item() {
        const std::uint32_t start = here();
        if (!atom()) return;
        std::size_t least = 1;
        std::size_t most = 1;
        if (take(U"*")) {
            least = 0, most = unbounded;
        } else if (take(U"+")) {
            most = unbounded;
        } else if (take(U"?")) {
            least = 0;
        } else if (take(U"{")) {
            least = figure();
            most = take(U",") ? (source_[at_] == U'}' ? unbounded : figure()) : least;
            if (!take(U"}")) fail("a quantifier does not end");
        } else {
            return;
        }
        repeat(start, least, most, take(U"?"));
    }

    std::size_t figure() {
        const std::size_t begin = at_;
        while (at_ < source_.size() && is_figure(source_[at_])) ++at_;
        if (at_ == begin) fail("a number is meant");
        return static_cast<std::size_t>(number_of(source_.substr(begin, at_ - begin)));
    }

    /// Repeats the instructions from `start` on, so many times.
    void repeat(std::uint32_t start, std::size_t least, std::size_t most, bool lazy) {
        auto& all = program_.instructions_;
        const std::vector<Instruction> once(all.begin() + start, all.end());
        all.resize(start);
        const auto copy = [&] {
            const std::uint32_t by = here() - start;
            for (Instruction each : once) {
                shift(each, by);
                emit(each);
            }
        };
        const auto fork = [&](std::uint32_t at, std::uint32_t on, std::uint32_t past) {
            all[at] = {Operation::split, lazy ? past : on, lazy ? on : past};
        };
        for (std::size_t i = 0; i < least; ++i) copy();
        if (most == unbounded) {
            const std::uint32_t split = here();
            emit({});
            copy();
            emit({Operation::jump, split});
            fork(split, split + 1, here());
            return;
        }
        std::vector<std::uint32_t> splits;
        for (std::size_t i = least; i < most; ++i) {
            splits.push_back(here());
            emit({});
            copy();
        }
        for (const std::uint32_t split : splits) fork(split, split + 1, here());
    }

    /// One thing that may be repeated; false for what stands between characters.
    bool atom() {
        if (take(U"(?:")) return group_end();
        for (const auto& [mark, is_behind, is_negated] :
             {Look{U"(?=", false, false}, Look{U"(?!", false, true}, Look{U"(?<=", true, false},
              Look{U"(?<!", true, true}}) {
            if (take(mark)) return look(is_behind, is_negated);
        }
        if (take(U"(?P<")) {
            const std::size_t end = source_.find(U'>', at_);
            program_.names_.emplace_back(utf8(source_.substr(at_, end - at_)), program_.groups_);
            at_ = end + 1;
            return group();
        }
        if (take(U"(")) return group();
        if (take(U"^")) {
            emit({Operation::begin});
            return false;
        }
        if (take(U"$")) {
            emit({Operation::end});
            return false;
        }
        if (take(U".")) {
            emit({Operation::any});
        } else if (take(U"[")) {
            one_of();
        } else {
            take(U"\\");
            if (at_ >= source_.size()) fail("a character is meant");
            emit({Operation::character, static_cast<std::uint32_t>(source_[at_++])});
        }
        return true;
    }

    struct Look {
        std::u32string_view mark;
        bool is_behind;
        bool is_negated;
    };

    bool group_end() {
        alternatives();
        if (!take(U")")) fail("a bracket does not close");
        return true;
    }

    bool group() {
        const auto number = static_cast<std::uint32_t>(program_.groups_++);
        emit({Operation::save, 2 * number});
        group_end();
        emit({Operation::save, 2 * number + 1});
        return true;
    }

    bool look(bool is_behind, bool is_negated) {
        const std::uint32_t start = here();
        emit({});
        group_end();
        emit({Operation::match});
        const std::uint32_t behind = is_behind ? width(start + 1, here() - 1) : 0;
        program_.instructions_[start] = {
            Operation::look, here(),
            behind * PatternProgram::behind_unit + (is_negated ? PatternProgram::negated : 0)};
        return false;
    }

    /// How many characters the instructions [from, to) take, along the first way.
    std::uint32_t width(std::uint32_t from, std::uint32_t to) const {
        std::uint32_t found = 0;
        for (std::uint32_t i = from; i < to;) {
            const Instruction& each = program_.instructions_[i];
            switch (each.operation) {
                case Operation::character:
                case Operation::any:
                case Operation::one_of:
                    ++found;
                    ++i;
                    break;
                case Operation::split:
                case Operation::jump:
                case Operation::look:
                    i = each.a;
                    break;
                default:
                    ++i;
            }
        }
        return found;
    }

    void one_of() {
        PatternProgram::Class found{.is_negated = take(U"^")};
        while (at_ < source_.size() && source_[at_] != U']') {
            const char32_t first = class_character();
            char32_t last = first;
            if (at_ + 1 < source_.size() && source_[at_] == U'-' && source_[at_ + 1] != U']') {
                ++at_;
                last = class_character();
            }
            found.ranges.emplace_back(first, last);
        }
        if (!take(U"]")) fail("a class does not end");
        emit({Operation::one_of, static_cast<std::uint32_t>(program_.classes_.size())});
        program_.classes_.push_back(std::move(found));
    }

    char32_t class_character() {
        take(U"\\");
        return source_[at_++];
    }

    static constexpr std::size_t unbounded = static_cast<std::size_t>(-1);

    std::u32string_view source_;
    PatternProgram& program_;
    std::size_t at_ = 0;
};

PatternProgram::PatternProgram(std::u32string_view source) {
    PatternCompiler(source, *this).compile();
}

std::size_t PatternProgram::group(std::string_view name) const {
    const auto found = std::find_if(names_.begin(), names_.end(),
                                    [&](const auto& each) { return each.first == name; });
    return found == names_.end() ? 0 : found->second;
}

}  // namespace probity::detail
