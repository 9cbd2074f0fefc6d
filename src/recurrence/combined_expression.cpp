#include <algorithm>
#include <array>
#include <utility>

#include "date/hash.hpp"
#include "recurrence/bits_form.hpp"
#include "recurrence/expression.hpp"

namespace probity::detail {

// --- Bits -----------------------------------------------------------------------------------------

const RankedBits& BitsExpression::bits() const {
    return bits_.get([this] {
        const DayRange range = this->range();
        const std::int64_t end = std::min(range.end, known_end());
        if (range.begin >= end) return RankedBits();
        const auto size = static_cast<std::size_t>(end - range.begin);
        RankedBits::Words words = RankedBits::words_for(size);
        fill(range.begin, end, words.data());
        return RankedBits(static_cast<DayNumber>(range.begin), size, std::move(words));
    });
}

std::int64_t BitsExpression::rank(std::int64_t day) const { return bits().rank(day); }

std::int64_t BitsExpression::select(std::int64_t k) const {
    const RankedBits& set = bits();
    return k < set.total() ? set.select(static_cast<std::uint32_t>(k)) : no_later_day;
}

std::int64_t BitsExpression::next_from(std::int64_t day) const {
    const RankedBits& set = bits();
    const std::int64_t next = set.next_from(day);
    return next < set.origin() + static_cast<std::int64_t>(set.size()) ? next : no_later_day;
}

std::int64_t BitsExpression::last_before(std::int64_t day) const {
    const RankedBits& set = bits();
    const std::int64_t last = set.last_before(day);
    return last >= set.origin() && set.total() != 0 ? last : no_earlier_day;
}

std::size_t BitsExpression::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                                 std::size_t room) const {
    return emit_bits(bits(), begin, end, out, room);
}

// --- Set operations -------------------------------------------------------------------------------

SetExpression::SetExpression(SetOperation operation, ExpressionPointer a, ExpressionPointer b)
    : operation_(operation),
      a_(std::move(a)),
      b_(std::move(b)),
      hash_(hash_of(a_->hash(), b_->hash(), operation)),
      depth_(std::max(a_->depth(), b_->depth()) + 1) {
    // Questions go down through the parts, a call for each.
    constexpr std::size_t deepest = 5000;
    if (depth_ > deepest) {
        throw ProbityError("a combination nested more than " + std::to_string(deepest) +
                           " deep: combine the parts in pairs, and the pairs in turn");
    }
}

bool SetExpression::contains(std::int64_t day) const {
    switch (operation_) {
        case SetOperation::unite:
            return a_->contains(day) || b_->contains(day);
        case SetOperation::intersect:
            return a_->contains(day) && b_->contains(day);
        default:
            return a_->contains(day) && !b_->contains(day);
    }
}

void SetExpression::fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    if (begin >= end) return;
    // a goes first: however many are combined one after another, there is one set of words beside.
    a_->fill(begin, end, words);
    RankedBits::Words other = RankedBits::words_for(static_cast<std::size_t>(end - begin));
    b_->fill(begin, end, other.data());
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

DayRange SetExpression::range() const {
    return range_.get([this] { return make_range(); });
}

DayRange SetExpression::make_range() const {
    const DayRange a = a_->range();
    if (operation_ == SetOperation::subtract) return a;
    const DayRange b = b_->range();
    if (operation_ == SetOperation::intersect) {
        return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
    }
    if (a.begin >= a.end) return b;
    if (b.begin >= b.end) return a;
    return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

std::int64_t SetExpression::known_end() const {
    return known_end_.get([this] {
        const std::int64_t end = std::min(a_->known_end(), b_->known_end());
        // Past the last possible date there is nothing to be known.
        return end < range().end ? end : no_later_day;
    });
}

bool SetExpression::is_finite() const {
    switch (operation_) {
        case SetOperation::unite:
            return a_->is_finite() && b_->is_finite();
        case SetOperation::intersect:
            return a_->is_finite() || b_->is_finite();
        default:
            return a_->is_finite();
    }
}

bool SetExpression::equals(const Expression& other) const {
    const auto* same = dynamic_cast<const SetExpression*>(&other);
    return same != nullptr && operation_ == same->operation_ && a_->equals(*same->a_) &&
           b_->equals(*same->b_);
}

std::string SetExpression::text() const {
    constexpr std::array<std::string_view, 3> signs{" | ", " & ", " - "};
    return "(" + a_->text() + std::string(signs[static_cast<std::size_t>(operation_)]) +
           b_->text() + ")";
}

// --- Shift ----------------------------------------------------------------------------------------

ShiftExpression::ShiftExpression(ExpressionPointer base, std::int32_t days)
    : base_(std::move(base)),
      days_(days),
      taken_{std::max<std::int64_t>(first_day_number, std::int64_t{first_day_number} - days),
             std::min(no_later_day, no_later_day - days)} {}

std::int64_t ShiftExpression::moved(std::int64_t base_day) const noexcept {
    return base_day >= taken_.begin && base_day < taken_.end ? base_day + days_ : no_later_day;
}

// Dates of the base that would be moved to before the first date there is.
std::int64_t ShiftExpression::skipped() const {
    if (taken_.begin == first_day_number) return 0;
    return skipped_.get([this] { return base_->rank(taken_.begin); });
}

bool ShiftExpression::contains(std::int64_t day) const {
    const std::int64_t base_day = day - days_;
    return base_day >= taken_.begin && base_day < taken_.end && base_->contains(base_day);
}

std::int64_t ShiftExpression::rank(std::int64_t day) const {
    if (taken_.begin >= taken_.end) return 0;
    return base_->rank(std::clamp(day - days_, taken_.begin, taken_.end)) - skipped();
}

std::int64_t ShiftExpression::select(std::int64_t k) const {
    if (taken_.begin >= taken_.end) return no_later_day;
    return moved(base_->select(k + skipped()));
}

std::int64_t ShiftExpression::next_from(std::int64_t day) const {
    const std::int64_t from = std::max(day - days_, taken_.begin);
    return from < taken_.end ? moved(base_->next_from(from)) : no_later_day;
}

std::int64_t ShiftExpression::last_before(std::int64_t day) const {
    const std::int64_t last = base_->last_before(std::min(day - days_, taken_.end));
    return last >= taken_.begin && last < taken_.end ? last + days_ : no_earlier_day;
}

std::size_t ShiftExpression::emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                                  std::size_t room) const {
    const std::int64_t from = std::max(begin - days_, taken_.begin);
    const std::int64_t to = std::min(end - days_, taken_.end);
    if (from >= to) return 0;
    const std::size_t n = base_->emit(from, to, out, room);
    for (std::size_t i = 0; i < n; ++i) out[i] += days_;
    return n;
}

void ShiftExpression::fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    const std::int64_t from = std::max(begin - days_, taken_.begin);
    const std::int64_t to = std::min(end - days_, taken_.end);
    if (from >= to) return;
    const auto size = static_cast<std::size_t>(to - from);
    RankedBits::Words drawn = RankedBits::words_for(size);
    base_->fill(from, to, drawn.data());
    or_bits(words, static_cast<std::size_t>(from + days_ - begin), drawn.data(), size);
}

DayRange ShiftExpression::range() const {
    const DayRange base = base_->range();
    return {std::max(base.begin, taken_.begin) + days_, std::min(base.end, taken_.end) + days_};
}

std::int64_t ShiftExpression::known_end() const {
    const std::int64_t end = base_->known_end();
    return end < taken_.end ? end + days_ : no_later_day;
}

bool ShiftExpression::equals(const Expression& other) const {
    const auto* same = dynamic_cast<const ShiftExpression*>(&other);
    return same != nullptr && days_ == same->days_ && base_->equals(*same->base_);
}

std::size_t ShiftExpression::hash() const {
    return hash_of(base_->hash(), static_cast<std::uint32_t>(days_));
}

std::string ShiftExpression::text() const {
    return base_->text() + ".shift(" + std::to_string(days_) + ")";
}

// --- Days of spans --------------------------------------------------------------------------------

SpanDaysExpression::SpanDaysExpression(ExpressionPointer first_days, std::int32_t length)
    : first_days_(std::move(first_days)), length_(length) {}

// A span that would go on past the last date there is, is none.
std::int64_t SpanDaysExpression::fitting_end() const noexcept { return no_later_day - length_ + 1; }

bool SpanDaysExpression::contains(std::int64_t day) const {
    if (const RankedBits* bits = drawn()) return bits->contains(day);
    // Whether a span that fits begins on the day, or so shortly before it that it lasts.
    const std::int64_t earliest = std::max<std::int64_t>(day - length_ + 1, first_day_number);
    const std::int64_t first_day = first_days_->next_from(earliest);
    return first_day <= day && first_day < fitting_end();
}

void SpanDaysExpression::fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const {
    if (begin >= end) return;
    // Spans that began before the first day may reach into it.
    const std::int64_t from = std::max<std::int64_t>(begin - length_ + 1, first_day_number);
    const auto size = static_cast<std::size_t>(end - from);
    RankedBits::Words days = RankedBits::words_for(size);
    first_days_->fill(from, std::max(from, std::min(end, fitting_end())), days.data());
    // Each round doubles how far every first day reaches, up to the length.
    for (std::int32_t reach = 1; reach < length_;) {
        const std::int32_t by = std::min(reach, length_ - reach);
        RankedBits::Words moved = days;
        const std::size_t room = size - std::min<std::size_t>(size, static_cast<std::size_t>(by));
        or_bits(moved.data(), static_cast<std::size_t>(by), days.data(), room);
        days = std::move(moved);
        reach += by;
    }
    const RankedBits all(static_cast<DayNumber>(from), size, std::move(days));
    copy_bits(all, begin, end, words);
}

DayRange SpanDaysExpression::range() const {
    const DayRange first = first_days_->range();
    if (first.begin >= first.end) return first;
    return {first.begin, std::min(first.end + length_ - 1, no_later_day)};
}

bool SpanDaysExpression::equals(const Expression& other) const {
    const auto* same = dynamic_cast<const SpanDaysExpression*>(&other);
    return same != nullptr && length_ == same->length_ && first_days_->equals(*same->first_days_);
}

std::size_t SpanDaysExpression::hash() const {
    return hash_of(first_days_->hash(), static_cast<std::uint32_t>(length_), 'd');
}

std::string SpanDaysExpression::text() const {
    return first_days_->text() + ".days(" + std::to_string(length_) + ")";
}

}  // namespace probity::detail
