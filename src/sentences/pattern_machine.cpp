// Runs the instructions of a pattern over a text.
//
// The machine goes the first way at each fork and comes back to the others from a stack of its own.
// If that takes long it begins anew and notes each place with its instruction: one that failed
// there once fails again, so that each is tried once.

#include <algorithm>

#include "sentences/pattern_program.hpp"

namespace probity::detail {

class PatternProgram::Machine {
  public:
    Machine(const PatternProgram& program, std::u32string_view text, bool whole)
        : program_(program),
          text_(text),
          whole_(whole),
          places_(2 * program.groups_, Match::none) {}

    bool run(std::size_t at) {
        const auto first = try_from(0, at, whole_, false);
        if (first) return *first;
        std::fill(places_.begin(), places_.end(), Match::none);
        return *try_from(0, at, whole_, true);
    }

    std::vector<std::size_t> places() && { return std::move(places_); }

  private:
    /// A way to come back to, or a place that was noted before.
    struct Other {
        std::uint32_t instruction;
        std::size_t place;
        /// 0, or 1 more than the number of the place that is to be as it was.
        std::size_t restored;
    };

    /// Whether the instructions match from a place on; none if that is not known after many steps.
    std::optional<bool> try_from(std::uint32_t start, std::size_t from, bool whole, bool notes) {
        constexpr std::size_t many_steps = 10'000;
        const std::size_t places = text_.size() + 1;
        std::vector<bool> been(notes ? program_.instructions_.size() * places : 0);
        std::vector<Other> others{{start, from, 0}};
        std::size_t steps = 0;
        while (!others.empty()) {
            const Other next = others.back();
            others.pop_back();
            if (next.restored != 0) {
                places_[next.restored - 1] = next.place;
                continue;
            }
            std::uint32_t at = next.instruction;
            std::size_t place = next.place;
            while (true) {
                if (!notes && ++steps > many_steps) return std::nullopt;
                if (notes) {
                    std::vector<bool>::reference seen = been[at * places + place];
                    if (seen) break;
                    seen = true;
                }
                const Instruction& each = program_.instructions_[at];
                if (each.operation == Operation::match) {
                    if (!whole || place == text_.size()) return true;
                    break;
                }
                if (each.operation == Operation::split) {
                    others.push_back({each.b, place, 0});
                    at = each.a;
                } else if (each.operation == Operation::save) {
                    others.push_back({0, places_[each.a], each.a + 1});
                    places_[each.a] = place;
                    ++at;
                } else if (each.operation == Operation::jump) {
                    at = each.a;
                } else if (each.operation == Operation::look) {
                    if (!looks(at, place)) break;
                    at = each.a;
                } else if (passes(each, place)) {
                    ++at;
                } else {
                    break;
                }
            }
        }
        return false;
    }

    bool passes(const Instruction& each, std::size_t& place) const {
        if (each.operation == Operation::begin) return place == 0;
        if (each.operation == Operation::end) return place == text_.size();
        if (place >= text_.size()) return false;
        const char32_t c = text_[place];
        const bool is_meant = each.operation == Operation::any ? c != U'\n'
                              : each.operation == Operation::one_of
                                  ? program_.classes_[each.a].holds(c)
                                  : c == each.a;
        place += is_meant ? 1 : 0;
        return is_meant;
    }

    /// Whether what is looked at stands there as it is to.
    bool looks(std::uint32_t at, std::size_t place) {
        const Instruction& each = program_.instructions_[at];
        const std::size_t behind = each.b / behind_unit;
        bool found = false;
        if (behind <= place) {
            const std::vector<std::size_t> kept = places_;
            const auto first = try_from(at + 1, place - behind, false, false);
            found = first ? *first : *try_from(at + 1, place - behind, false, true);
            places_ = kept;
        }
        return found != ((each.b & negated) != 0);
    }

    const PatternProgram& program_;
    std::u32string_view text_;
    bool whole_;
    std::vector<std::size_t> places_;
};

bool PatternProgram::Class::holds(char32_t c) const {
    const bool found = std::any_of(ranges.begin(), ranges.end(), [&](const auto& range) {
        return range.first <= c && c <= range.second;
    });
    return found != is_negated;
}

std::optional<Match> PatternProgram::run(std::u32string_view text, std::size_t at,
                                         bool whole) const {
    Machine machine(*this, text, whole);
    if (!machine.run(at)) return std::nullopt;
    return Match(text, *this, std::move(machine).places());
}

}  // namespace probity::detail
