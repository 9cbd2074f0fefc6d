#include "recurrence/combined_expression.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "date/hash.hpp"
#include "date/interruption.hpp"
#include "recurrence/forms/bits_form.hpp"
#include "recurrence/shared_parts.hpp"

namespace probity::detail {
namespace {

using Words = RankedBits::Words;

const CombinedExpression& as_combined(const Expression& expression) {
    return static_cast<const CombinedExpression&>(expression);
}

}  // namespace

Words cut(DrawnDays drawn, DayRange window) {
    if (drawn.window == window) return std::move(drawn.words);
    Words words = RankedBits::words_for(days_in(window));
    if (window.begin < window.end) {
        copy_bits(drawn.window.begin, days_in(drawn.window), drawn.words, window.begin, window.end,
                  words.data());
    }
    return words;
}

DayRange hull(DayRange a, DayRange b) noexcept {
    if (a.begin >= a.end) return b;
    if (b.begin >= b.end) return a;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

CombinedExpression::CombinedExpression(Operation operation, std::int32_t days,
                                       ExpressionPointer first, ExpressionPointer second)
    : operation_(operation),
      days_(days),
      parts_{std::move(first), std::move(second)},
      hash_(hash_of(operation, days)),
      written_(1) {
    constexpr std::uint64_t most = std::uint64_t{1} << 62;
    for (const ExpressionPointer& part : parts()) {
        hash_ = hash_of(hash_, part->hash());
        written_ = std::min(most, written_ + part->written());
    }
}

CombinedExpression::~CombinedExpression() {
    if (!is_small()) let_go(parts_);
}

bool CombinedExpression::same_itself(const Expression& other) const {
    const auto* combined = dynamic_cast<const CombinedExpression*>(&other);
    return combined != nullptr && operation_ == combined->operation_ && days_ == combined->days_;
}

std::array<std::string, 3> CombinedExpression::words() const {
    switch (operation_) {
        case Operation::unite:
            return {"(", " | ", ")"};
        case Operation::intersect:
            return {"(", " & ", ")"};
        case Operation::subtract:
            return {"(", " - ", ")"};
        case Operation::shift:
            return {"", "", ".shift(" + std::to_string(days_) + ")"};
        default:
            return {"", "", ".days(" + std::to_string(days_) + ")"};
    }
}

template <class T, class Make>
const T& CombinedExpression::parts_first(Lazy<T> CombinedExpression::*value, Make make) const {
    std::vector<const CombinedExpression*> waiting{this};
    while (!waiting.empty()) {
        const CombinedExpression& next = *waiting.back();
        const std::size_t size = waiting.size();
        if ((next.*value).peek() == nullptr) {
            for (const ExpressionPointer& part : next.parts()) {
                if (part->parts().empty()) continue;
                const CombinedExpression& inner = as_combined(*part);
                if ((inner.*value).peek() == nullptr) waiting.push_back(&inner);
            }
            if (waiting.size() != size) continue;
            (next.*value).get([&] { return make(next); });
        }
        waiting.pop_back();
    }
    return *(this->*value).peek();
}

DayRange CombinedExpression::range() const {
    if (const DayRange* known = range_.peek()) return *known;
    if (is_small()) return range_.get([this] { return range_by_parts(); });
    return parts_first(&CombinedExpression::range_,
                       [](const CombinedExpression& e) { return e.range_by_parts(); });
}

std::int64_t CombinedExpression::known_end() const {
    if (const std::int64_t* known = known_end_.peek()) return *known;
    if (is_small()) return known_end_.get([this] { return known_end_by_parts(); });
    static_cast<void>(range());  // which some ask for
    return parts_first(&CombinedExpression::known_end_,
                       [](const CombinedExpression& e) { return e.known_end_by_parts(); });
}

bool CombinedExpression::is_finite() const {
    std::unordered_map<const Expression*, bool> known;
    std::vector<const Expression*> waiting{this};
    while (!waiting.empty()) {
        const Expression& next = *waiting.back();
        const auto parts = next.parts();
        // The second part is asked only if it decides: what is unknown of it may not matter.
        std::optional<bool> finite;
        const Expression* asked = nullptr;
        if (parts.empty()) {
            finite = next.is_finite();
        } else if (const auto first = known.find(parts[0].get()); first == known.end()) {
            asked = parts[0].get();
        } else if (finite = as_combined(next).finite_by_first(first->second); !finite) {
            const auto second = known.find(parts[1].get());
            if (second == known.end()) {
                asked = parts[1].get();
            } else {
                finite = second->second;
            }
        }
        if (asked != nullptr) {
            waiting.push_back(asked);
        } else {
            known[&next] = *finite;
            waiting.pop_back();
        }
    }
    return known[this];
}

std::string CombinedExpression::text() const {
    constexpr std::uint64_t most = 1000;
    if (written_ > most) return "<Recurrence of " + std::to_string(written_) + " parts>";
    // Still to be written, in reverse: words, or an expression.
    struct Piece {
        const Expression* expression;
        std::string words;
    };
    std::vector<Piece> waiting;
    waiting.push_back({this, {}});
    std::string text;
    while (!waiting.empty()) {
        const Piece next = std::move(waiting.back());
        waiting.pop_back();
        if (next.expression == nullptr) {
            text += next.words;
            continue;
        }
        const auto parts = next.expression->parts();
        if (parts.empty()) {
            text += next.expression->text();
            continue;
        }
        const auto [before, between, after] = as_combined(*next.expression).words();
        text += before;
        waiting.push_back({nullptr, after});
        if (parts.size() == 2) {
            waiting.push_back({parts[1].get(), {}});
            waiting.push_back({nullptr, between});
        }
        waiting.push_back({parts[0].get(), {}});
    }
    return text;
}

// --- Bits -----------------------------------------------------------------------------------------

const RankedBits& CombinedExpression::bits() const {
    return bits_.get([this] {
        const DayRange range = this->range();
        const std::int64_t end = std::min(range.end, known_end());
        if (range.begin >= end) return RankedBits();
        const auto size = static_cast<std::size_t>(end - range.begin);
        Words words = RankedBits::words_for(size);
        fill(range.begin, end, words.data());
        return RankedBits(static_cast<DayNumber>(range.begin), size, std::move(words));
    });
}

bool CombinedExpression::contains(std::int64_t day) const {
    if (const RankedBits* bits = drawn()) return bits->contains(day);
    if (is_small()) return small_contains(day);
    std::uint64_t word = 0;
    fill(day, day + 1, &word);
    return word != 0;
}

std::int64_t CombinedExpression::rank(std::int64_t day) const { return bits().rank(day); }

std::int64_t CombinedExpression::select(std::int64_t k) const {
    const RankedBits& set = bits();
    return k < set.total() ? set.select(static_cast<std::uint32_t>(k)) : no_later_day;
}

std::int64_t CombinedExpression::next_from(std::int64_t day) const {
    const RankedBits& set = bits();
    const std::int64_t next = set.next_from(day);
    return next < set.origin() + static_cast<std::int64_t>(set.size()) ? next : no_later_day;
}

std::int64_t CombinedExpression::last_before(std::int64_t day) const {
    const RankedBits& set = bits();
    const std::int64_t last = set.last_before(day);
    return last >= set.origin() && set.total() != 0 ? last : no_earlier_day;
}

std::size_t CombinedExpression::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                                     std::size_t room) const {
    // Of many parts a few years are drawn alone.
    constexpr std::int64_t few_years = 32 * 366;
    if (is_small() || drawn() != nullptr || end - begin > few_years) {
        return emit_bits(bits(), begin, end, out, room);
    }
    const std::int64_t from = std::max(begin, range().begin);
    const std::int64_t to = std::min({end, range().end, known_end()});
    if (from >= to) return 0;
    const auto size = static_cast<std::size_t>(to - from);
    Words words = RankedBits::words_for(size);
    fill(from, to, words.data());
    return emit_bits(RankedBits(static_cast<DayNumber>(from), size, std::move(words)), from, to,
                     out, room);
}

void CombinedExpression::fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    if (begin >= end) return;
    if (is_small()) {
        small_fill({begin, end}, words);
    } else {
        draw({begin, end}, words);
    }
}

void CombinedExpression::draw(DayRange window, std::uint64_t* words) const {
    const ExpressionPointer whole(ExpressionPointer(), this);  // owns nothing
    const std::vector<const ExpressionPointer*> order = in_order(whole);
    struct Part {
        std::array<std::size_t, 2> parts{};
        std::size_t uses = 0;
        DayRange needed{0, 0};
        DrawnDays drawn;
    };
    std::vector<Part> drawing(order.size());
    std::unordered_map<const Expression*, std::size_t> place;
    for (std::size_t i = 0; i < order.size(); ++i) {
        place.emplace(order[i]->get(), i);
        const auto parts = (*order[i])->parts();
        for (std::size_t p = 0; p < parts.size(); ++p) {
            drawing[i].parts[p] = place.at(parts[p].get());
            ++drawing[drawing[i].parts[p]].uses;
        }
    }
    // From the whole down: of each part the window that holds all that is asked of it.
    drawing.back().needed = window;
    for (std::size_t i = order.size(); i-- > 0;) {
        const Expression& expression = **order[i];
        if (expression.parts().empty() || days_in(drawing[i].needed) == 0) continue;
        const DayRange needed = as_combined(expression).window_of_parts(drawing[i].needed);
        for (std::size_t p = 0; p < expression.parts().size(); ++p) {
            Part& part = drawing[drawing[i].parts[p]];
            part.needed = hull(part.needed, needed);
        }
    }
    // From the rules up, each once. Dates that no other part needs any more are handed on or let
    // go.
    for (std::size_t i = 0; i < order.size(); ++i) {
        interruption_point();
        const Expression& expression = **order[i];
        Part& part = drawing[i];
        part.drawn.window = part.needed;
        if (expression.parts().empty()) {
            part.drawn.words = RankedBits::words_for(days_in(part.needed));
            if (days_in(part.needed) != 0) {
                expression.fill(part.needed.begin, part.needed.end, part.drawn.words.data());
            }
            continue;
        }
        Part& first = drawing[part.parts[0]];
        Part* const second = expression.parts().size() == 2 ? &drawing[part.parts[1]] : nullptr;
        DrawnDays given = --first.uses == 0 ? std::move(first.drawn) : first.drawn;
        part.drawn.words = as_combined(expression)
                               .combined(part.needed, std::move(given),
                                         second == nullptr ? nullptr : &second->drawn);
        if (second != nullptr && --second->uses == 0) second->drawn.words = {};
    }
    or_bits(words, 0, drawing.back().drawn.words.data(), days_in(window));
}

}  // namespace probity::detail
