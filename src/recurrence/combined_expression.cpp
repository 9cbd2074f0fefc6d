#include "recurrence/combined_expression.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "date/hash.hpp"
#include "date/interruption.hpp"
#include "recurrence/bits_form.hpp"

namespace probity::detail {
namespace {

using Words = RankedBits::Words;

std::size_t days_in(DayRange window) noexcept {
    return window.begin < window.end ? static_cast<std::size_t>(window.end - window.begin) : 0;
}

/// The bits of a window from those of one that holds it.
Words cut(DrawnDays drawn, DayRange window) {
    if (drawn.window == window) return std::move(drawn.words);
    Words words = RankedBits::words_for(days_in(window));
    if (window.begin < window.end) {
        copy_bits(drawn.window.begin, days_in(drawn.window), drawn.words, window.begin, window.end,
                  words.data());
    }
    return words;
}

/// The window that holds two.
DayRange hull(DayRange a, DayRange b) noexcept {
    if (a.begin >= a.end) return b;
    if (b.begin >= b.end) return a;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

const CombinedExpression& as_combined(const Expression& expression) {
    return static_cast<const CombinedExpression&>(expression);
}

// Parts of an expression that is destroyed, which are let go one after another and not each within
// the destruction of the one before. Null while nothing is destroyed in this thread.
thread_local std::vector<ExpressionPointer>* released = nullptr;

}  // namespace

// --- What all combinations share ------------------------------------------------------------------

CombinedExpression::CombinedExpression(ExpressionPointer first, ExpressionPointer second,
                                       std::size_t own_hash)
    : parts_{std::move(first), std::move(second)}, hash_(own_hash), written_(1) {
    constexpr std::uint64_t most = std::uint64_t{1} << 62;
    for (const ExpressionPointer& part : parts()) {
        hash_ = hash_of(hash_, part->hash());
        written_ = std::min(most, written_ + part->written());
    }
}

CombinedExpression::~CombinedExpression() {
    if (is_small()) return;
    std::vector<ExpressionPointer> mine;
    const bool is_first = released == nullptr;
    if (is_first) released = &mine;
    for (ExpressionPointer& part : parts_) {
        if (part) released->push_back(std::move(part));
    }
    if (!is_first) return;
    while (!mine.empty()) {
        const ExpressionPointer next = std::move(mine.back());
        mine.pop_back();
    }
    released = nullptr;
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
    return parts_first(&CombinedExpression::range_,
                       [](const CombinedExpression& e) { return e.range_by_parts(); });
}

std::int64_t CombinedExpression::known_end() const {
    if (const std::int64_t* known = known_end_.peek()) return *known;
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
        // The second part is asked only where it decides: what is unknown of it may not matter.
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
        small_fill(begin, end, words);
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
    // From the rules up, each once. What no other part needs any more is handed on or let go.
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

std::vector<const ExpressionPointer*> in_order(const ExpressionPointer& whole) {
    std::vector<const ExpressionPointer*> order;
    std::unordered_set<const Expression*> placed;
    std::vector<const ExpressionPointer*> waiting{&whole};
    while (!waiting.empty()) {
        const ExpressionPointer* const next = waiting.back();
        const std::size_t size = waiting.size();
        if (!placed.contains(next->get())) {
            for (const ExpressionPointer& part : (*next)->parts()) {
                if (!placed.contains(part.get())) waiting.push_back(&part);
            }
            if (waiting.size() != size) {
                // The last is taken up first.
                const bool swap = waiting.size() == size + 2 &&
                                  (*waiting[size])->written() > (*waiting[size + 1])->written();
                if (swap) std::swap(waiting[size], waiting[size + 1]);
                continue;
            }
            placed.insert(next->get());
            order.push_back(next);
        }
        waiting.pop_back();
    }
    return order;
}

bool same(const Expression& a, const Expression& b) {
    using Pair = std::pair<const Expression*, const Expression*>;
    struct PairHash {
        std::size_t operator()(const Pair& pair) const noexcept {
            return hash_of(reinterpret_cast<std::uintptr_t>(pair.first),
                           reinterpret_cast<std::uintptr_t>(pair.second));
        }
    };
    std::unordered_set<Pair, PairHash> compared;
    std::vector<Pair> waiting{{&a, &b}};
    while (!waiting.empty()) {
        const auto [one, other] = waiting.back();
        waiting.pop_back();
        if (one == other) continue;
        if (!one->parts().empty()) {
            if (one->hash() != other->hash()) return false;
            if (!compared.insert({one, other}).second) continue;
        }
        if (!one->same_itself(*other)) return false;
        for (std::size_t p = 0; p < one->parts().size(); ++p) {
            waiting.emplace_back(one->parts()[p].get(), other->parts()[p].get());
        }
    }
    return true;
}

// --- Set operations -------------------------------------------------------------------------------

SetExpression::SetExpression(SetOperation operation, ExpressionPointer a, ExpressionPointer b)
    : CombinedExpression(std::move(a), std::move(b), hash_of(operation)), operation_(operation) {}

bool SetExpression::same_itself(const Expression& other) const {
    const auto* set = dynamic_cast<const SetExpression*>(&other);
    return set != nullptr && operation_ == set->operation_;
}

std::array<std::string, 3> SetExpression::words() const {
    constexpr std::array<const char*, 3> signs{" | ", " & ", " - "};
    return {"(", signs[static_cast<std::size_t>(operation_)], ")"};
}

bool SetExpression::small_contains(std::int64_t day) const {
    switch (operation_) {
        case SetOperation::unite:
            return first().contains(day) || second().contains(day);
        case SetOperation::intersect:
            return first().contains(day) && second().contains(day);
        default:
            return first().contains(day) && !second().contains(day);
    }
}

void SetExpression::small_fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    // The first goes into place: however many are combined one after another, there is one set of
    // words beside.
    first().fill(begin, end, words);
    Words other = RankedBits::words_for(static_cast<std::size_t>(end - begin));
    second().fill(begin, end, other.data());
    merge(words, other);
}

Words SetExpression::combined(DayRange window, DrawnDays a, const DrawnDays* b) const {
    Words words = cut(std::move(a), window);
    if (b->window == window) {
        merge(words.data(), b->words);
    } else {
        merge(words.data(), cut(*b, window));
    }
    return words;
}

void SetExpression::merge(std::uint64_t* words, const Words& other) const {
    for (std::size_t w = 0; w < other.size(); ++w) {
        switch (operation_) {
            case SetOperation::unite:
                words[w] |= other[w];
                break;
            case SetOperation::intersect:
                words[w] &= other[w];
                break;
            case SetOperation::subtract:
                words[w] &= ~other[w];
                break;
        }
    }
}

DayRange SetExpression::range_by_parts() const {
    const DayRange a = first().range();
    if (operation_ == SetOperation::subtract) return a;
    const DayRange b = second().range();
    if (operation_ == SetOperation::intersect) {
        return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
    }
    return hull(a, b);
}

std::int64_t SetExpression::known_end_by_parts() const {
    const std::int64_t end = std::min(first().known_end(), second().known_end());
    // Past the last possible date there is nothing to be known.
    return end < range().end ? end : no_later_day;
}

std::optional<bool> SetExpression::finite_by_first(bool a_is_finite) const {
    switch (operation_) {
        case SetOperation::unite:
            return a_is_finite ? std::nullopt : std::optional(false);
        case SetOperation::intersect:
            return a_is_finite ? std::optional(true) : std::nullopt;
        default:
            return a_is_finite;
    }
}

// --- Shift ----------------------------------------------------------------------------------------

ShiftExpression::ShiftExpression(ExpressionPointer base, std::int32_t days)
    : CombinedExpression(std::move(base), nullptr, hash_of(days, 's')),
      days_(days),
      taken_{std::max<std::int64_t>(first_day_number, std::int64_t{first_day_number} - days),
             std::min(no_later_day, no_later_day - days)} {}

bool ShiftExpression::same_itself(const Expression& other) const {
    const auto* shift = dynamic_cast<const ShiftExpression*>(&other);
    return shift != nullptr && days_ == shift->days_;
}

std::array<std::string, 3> ShiftExpression::words() const {
    return {"", "", ".shift(" + std::to_string(days_) + ")"};
}

std::int64_t ShiftExpression::moved(std::int64_t base_day) const noexcept {
    return base_day >= taken_.begin && base_day < taken_.end ? base_day + days_ : no_later_day;
}

// Dates of the base that would be moved to before the first date there is.
std::int64_t ShiftExpression::skipped() const {
    if (taken_.begin == first_day_number) return 0;
    return skipped_.get([this] { return first().rank(taken_.begin); });
}

bool ShiftExpression::small_contains(std::int64_t day) const {
    const std::int64_t base_day = day - days_;
    return base_day >= taken_.begin && base_day < taken_.end && first().contains(base_day);
}

std::int64_t ShiftExpression::rank(std::int64_t day) const {
    if (!is_small()) return CombinedExpression::rank(day);
    if (taken_.begin >= taken_.end) return 0;
    return first().rank(std::clamp(day - days_, taken_.begin, taken_.end)) - skipped();
}

std::int64_t ShiftExpression::select(std::int64_t k) const {
    if (!is_small()) return CombinedExpression::select(k);
    if (taken_.begin >= taken_.end) return no_later_day;
    return moved(first().select(k + skipped()));
}

std::int64_t ShiftExpression::next_from(std::int64_t day) const {
    if (!is_small()) return CombinedExpression::next_from(day);
    const std::int64_t from = std::max(day - days_, taken_.begin);
    return from < taken_.end ? moved(first().next_from(from)) : no_later_day;
}

std::int64_t ShiftExpression::last_before(std::int64_t day) const {
    if (!is_small()) return CombinedExpression::last_before(day);
    const std::int64_t last = first().last_before(std::min(day - days_, taken_.end));
    return last >= taken_.begin && last < taken_.end ? last + days_ : no_earlier_day;
}

std::size_t ShiftExpression::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                                  std::size_t room) const {
    if (!is_small()) return CombinedExpression::emit(begin, end, out, room);
    const DayRange from = window_of_parts({begin, end});
    if (from.begin >= from.end) return 0;
    const std::size_t n = first().emit(from.begin, from.end, out, room);
    for (std::size_t i = 0; i < n; ++i) out[i] += days_;
    return n;
}

DayRange ShiftExpression::window_of_parts(DayRange window) const {
    return {std::max(window.begin - days_, taken_.begin), std::min(window.end - days_, taken_.end)};
}

void ShiftExpression::small_fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    const DayRange from = window_of_parts({begin, end});
    if (from.begin >= from.end) return;
    const std::size_t size = days_in(from);
    Words drawn = RankedBits::words_for(size);
    first().fill(from.begin, from.end, drawn.data());
    or_bits(words, static_cast<std::size_t>(from.begin + days_ - begin), drawn.data(), size);
}

Words ShiftExpression::combined(DayRange window, DrawnDays base, const DrawnDays*) const {
    Words words = RankedBits::words_for(days_in(window));
    const DayRange from = window_of_parts(window);
    if (from.begin >= from.end) return words;
    copy_bits(base.window.begin + days_, days_in(base.window), base.words, from.begin + days_,
              from.end + days_, words.data());
    if (from.begin + days_ == window.begin) return words;
    Words moved = RankedBits::words_for(days_in(window));
    or_bits(moved.data(), static_cast<std::size_t>(from.begin + days_ - window.begin), words.data(),
            days_in(from));
    return moved;
}

DayRange ShiftExpression::range_by_parts() const {
    const DayRange base = first().range();
    return {std::max(base.begin, taken_.begin) + days_, std::min(base.end, taken_.end) + days_};
}

std::int64_t ShiftExpression::known_end_by_parts() const {
    const std::int64_t end = first().known_end();
    return end < taken_.end ? end + days_ : no_later_day;
}

// --- Days of spans --------------------------------------------------------------------------------

SpanDaysExpression::SpanDaysExpression(ExpressionPointer first_days, std::int32_t length)
    : CombinedExpression(std::move(first_days), nullptr, hash_of(length, 'd')), length_(length) {}

bool SpanDaysExpression::same_itself(const Expression& other) const {
    const auto* days = dynamic_cast<const SpanDaysExpression*>(&other);
    return days != nullptr && length_ == days->length_;
}

std::array<std::string, 3> SpanDaysExpression::words() const {
    return {"", "", ".days(" + std::to_string(length_) + ")"};
}

// A span that would go on past the last date there is, is none.
std::int64_t SpanDaysExpression::fitting_end() const noexcept { return no_later_day - length_ + 1; }

bool SpanDaysExpression::small_contains(std::int64_t day) const {
    // Whether a span that fits begins on the day, or so shortly before it that it lasts.
    const std::int64_t earliest = std::max<std::int64_t>(day - length_ + 1, first_day_number);
    const std::int64_t first_day = first().next_from(earliest);
    return first_day <= day && first_day < fitting_end();
}

// Spans that began before the first day may reach into it.
DayRange SpanDaysExpression::window_of_parts(DayRange window) const {
    const std::int64_t from = std::max<std::int64_t>(window.begin - length_ + 1, first_day_number);
    return {from, std::max(from, std::min(window.end, fitting_end()))};
}

void SpanDaysExpression::small_fill(std::int64_t begin, std::int64_t end,
                                    std::uint64_t* words) const {
    const DayRange from = window_of_parts({begin, end});
    Words days = RankedBits::words_for(static_cast<std::size_t>(end - from.begin));
    first().fill(from.begin, from.end, days.data());
    spread({begin, end}, std::move(days), words);
}

Words SpanDaysExpression::combined(DayRange window, DrawnDays first_days, const DrawnDays*) const {
    Words words = RankedBits::words_for(days_in(window));
    if (window.begin >= window.end) return words;
    const DayRange from = window_of_parts(window);
    Words days = cut(std::move(first_days), from);
    days.resize(RankedBits::words_for(static_cast<std::size_t>(window.end - from.begin)).size());
    spread(window, std::move(days), words.data());
    return words;
}

void SpanDaysExpression::spread(DayRange window, Words days, std::uint64_t* words) const {
    const std::int64_t from = window_of_parts(window).begin;
    const auto size = static_cast<std::size_t>(window.end - from);
    // Each round doubles how far every first day reaches, up to the length.
    for (std::int32_t reach = 1; reach < length_;) {
        const std::int32_t by = std::min(reach, length_ - reach);
        Words moved = days;
        const std::size_t room = size - std::min<std::size_t>(size, static_cast<std::size_t>(by));
        or_bits(moved.data(), static_cast<std::size_t>(by), days.data(), room);
        days = std::move(moved);
        reach += by;
    }
    copy_bits(from, size, days, window.begin, window.end, words);
}

DayRange SpanDaysExpression::range_by_parts() const {
    const DayRange first_days = first().range();
    if (first_days.begin >= first_days.end) return first_days;
    return {first_days.begin, std::min(first_days.end + length_ - 1, no_later_day)};
}

std::int64_t SpanDaysExpression::known_end_by_parts() const { return first().known_end(); }

}  // namespace probity::detail
