#include "probity/date/date_set.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <utility>

#include "date/hash.hpp"
#include "date/interruption.hpp"
#include "date/ranked_bits.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::RankedBits;
using Sorted = std::vector<DayNumber>;

// Ranked bits take 12 bytes for 64 days, a sorted list 4 bytes a date: bits are the smaller where
// the days spanned are fewer than 21 for each date.
bool bits_are_smaller(std::int64_t span, std::size_t dates) {
    return span < 21 * static_cast<std::int64_t>(dates);
}

void set_bit(RankedBits::Words& words, std::size_t i) {
    words[i / detail::word_bits] |= std::uint64_t{1} << (i % detail::word_bits);
}

/// Of days from a first to a last one, in any order.
RankedBits bits_of(const std::vector<DayNumber>& days, DayNumber first, DayNumber last) {
    const auto size = static_cast<std::size_t>(last - first) + 1;
    RankedBits::Words words = RankedBits::words_for(size);
    detail::in_runs(days.size(), [&](std::size_t at, std::size_t count) {
        for (std::size_t i = at; i < at + count; ++i) {
            set_bit(words, static_cast<std::size_t>(days[i] - first));
        }
        return count;
    });
    return RankedBits(first, size, std::move(words));
}

/// The first and the last of days in any order, at least one.
std::pair<DayNumber, DayNumber> ends_of(const std::vector<DayNumber>& days) {
    DayNumber first = days.front();
    DayNumber last = days.front();
    detail::in_runs(days.size(), [&](std::size_t at, std::size_t count) {
        for (std::size_t i = at; i < at + count; ++i) {
            first = std::min(first, days[i]);
            last = std::max(last, days[i]);
        }
        return count;
    });
    return {first, last};
}

// Without the words that hold none of its days, if they are many.
RankedBits trimmed(RankedBits bits, std::int64_t first, std::int64_t last) {
    const auto from = static_cast<std::size_t>(first - bits.origin()) / detail::word_bits;
    const auto to = static_cast<std::size_t>(last - bits.origin()) / detail::word_bits + 1;
    if (to - from == bits.words().size()) return bits;
    const auto words = bits.words().begin();
    return RankedBits(
        bits.origin() + static_cast<DayNumber>(from * detail::word_bits),
        std::min((to - from) * detail::word_bits, bits.size() - from * detail::word_bits),
        RankedBits::Words(words + static_cast<std::ptrdiff_t>(from),
                          words + static_cast<std::ptrdiff_t>(to)));
}

std::int64_t end_number(const std::optional<Date>& end) {
    return end ? day_number(*end) : std::int64_t{last_day_number} + 1;
}

void require_range(std::int64_t first, std::int64_t last) {
    static_cast<void>(date_of(first));
    static_cast<void>(date_of(last));
}

}  // namespace

DateSet::DateSet() = default;

DateSet::DateSet(std::span<const Date> dates) {
    Sorted days;
    days.reserve(dates.size());
    for (const Date& date : dates) days.push_back(day_number(date));
    *this = of_day_numbers(std::move(days));
}

DateSet::DateSet(std::initializer_list<Date> dates)
    : DateSet(std::span<const Date>(dates.begin(), dates.size())) {}

DateSet DateSet::of(const Interval& interval) {
    const auto size = static_cast<std::size_t>(interval.days());
    RankedBits::Words words = RankedBits::words_for(size);
    std::fill(words.begin(), words.end(), ~std::uint64_t{0});
    if (size % detail::word_bits != 0) {
        words.back() = (std::uint64_t{1} << (size % detail::word_bits)) - 1;
    }
    return of_bits(RankedBits(day_number(interval.begin()), size, std::move(words)));
}

DateSet DateSet::of_day_numbers(std::vector<DayNumber> days) {
    if (days.empty()) return {};
    const auto [first, last] = ends_of(days);
    require_range(first, last);
    // Among many days a bit for each is less work than to sort them, and fewer are soon sorted.
    if (bits_are_smaller(std::int64_t{last} - first + 1, days.size())) {
        return of_bits(bits_of(days, first, last));
    }
    if (!std::is_sorted(days.begin(), days.end())) std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return of_sorted(std::move(days));
}

DateSet DateSet::of_sorted(Sorted days) {
    DateSet set;
    if (days.empty()) return set;
    if (bits_are_smaller(std::int64_t{days.back()} - days.front() + 1, days.size())) {
        set.bits_ = std::make_shared<const RankedBits>(bits_of(days, days.front(), days.back()));
    } else {
        set.sorted_ = std::make_shared<const Sorted>(std::move(days));
    }
    return set;
}

DateSet DateSet::of_bits(RankedBits bits) {
    DateSet set;
    if (bits.total() == 0) return set;
    const std::int64_t first = bits.next_from(bits.origin());
    const std::int64_t last = bits.last_before(bits.origin() + std::int64_t(bits.size()));
    if (bits_are_smaller(last - first + 1, bits.total())) {
        set.bits_ = std::make_shared<const RankedBits>(trimmed(std::move(bits), first, last));
        return set;
    }
    Sorted days;
    days.reserve(bits.total());
    bits.for_each(first, last + 1, [&](DayNumber day) { days.push_back(day); });
    set.sorted_ = std::make_shared<const Sorted>(std::move(days));
    return set;
}

std::size_t DateSet::size() const noexcept {
    if (bits_) return bits_->total();
    return sorted_ ? sorted_->size() : 0;
}

std::span<const DayNumber> DateSet::flat_day_numbers() const& noexcept {
    return sorted_ ? std::span<const DayNumber>(*sorted_) : std::span<const DayNumber>();
}

std::size_t DateSet::memory() const noexcept {
    if (bits_) return bits_->memory();
    return sorted_ ? sorted_->capacity() * sizeof(DayNumber) : 0;
}

bool DateSet::contains(const Date& date) const {
    const DayNumber day = day_number(date);
    if (bits_) return bits_->contains(day);
    return sorted_ && std::binary_search(sorted_->begin(), sorted_->end(), day);
}

Date DateSet::operator[](std::size_t i) const {
    if (i >= size()) {
        throw ProbityError(detail::sentence("date.set_index", {{"number", i}, {"size", size()}}));
    }
    return detail::unchecked_date(bits_ ? bits_->select(static_cast<std::uint32_t>(i))
                                        : (*sorted_)[i]);
}

DateSet DateSet::slice(std::size_t i, std::size_t j) const {
    j = std::min(j, size());
    if (i >= j) return {};
    if (j == size()) return between((*this)[i]);
    return between((*this)[i], (*this)[j]);
}

std::size_t DateSet::count(const Date& begin, const std::optional<Date>& end) const {
    const std::int64_t from = day_number(begin);
    const std::int64_t to = end_number(end);
    if (from >= to) return 0;
    if (bits_) return bits_->rank(to) - bits_->rank(from);
    if (!sorted_) return 0;
    const auto first = std::lower_bound(sorted_->begin(), sorted_->end(), from);
    return static_cast<std::size_t>(std::lower_bound(first, sorted_->end(), to) - first);
}

std::optional<Date> DateSet::next_after(const Date& date) const {
    const DayNumber day = day_number(date);
    if (bits_) {
        const std::int64_t next = bits_->next_from(std::int64_t{day} + 1);
        if (next >= bits_->origin() + std::int64_t(bits_->size())) return std::nullopt;
        return detail::unchecked_date(next);
    }
    if (!sorted_) return std::nullopt;
    const auto next = std::upper_bound(sorted_->begin(), sorted_->end(), day);
    if (next == sorted_->end()) return std::nullopt;
    return detail::unchecked_date(*next);
}

std::optional<Date> DateSet::last_before(const Date& date) const {
    const DayNumber day = day_number(date);
    if (bits_) {
        const std::int64_t last = bits_->last_before(day);
        if (last < bits_->origin()) return std::nullopt;
        return detail::unchecked_date(last);
    }
    if (!sorted_) return std::nullopt;
    const auto next = std::lower_bound(sorted_->begin(), sorted_->end(), day);
    if (next == sorted_->begin()) return std::nullopt;
    return detail::unchecked_date(*std::prev(next));
}

DateSet DateSet::between(const Date& begin, const std::optional<Date>& end) const {
    const std::int64_t from = day_number(begin);
    const std::int64_t to = end_number(end);
    Sorted days;
    days.reserve(count(begin, end));
    if (bits_) {
        bits_->for_each(from, to, [&](DayNumber day) { days.push_back(day); });
    } else if (sorted_ && from < to) {
        const auto first = std::lower_bound(sorted_->begin(), sorted_->end(), from);
        days.assign(first, std::lower_bound(first, sorted_->end(), to));
    }
    return of_sorted(std::move(days));
}

DateSet DateSet::shift(std::int64_t days) const {
    if (empty()) return {};
    const Date first = add_days((*this)[0], days);
    static_cast<void>(add_days((*this)[size() - 1], days));
    const auto by = static_cast<DayNumber>(days);
    DateSet moved;
    if (bits_) {
        // The set's own first day and the origin of its bits may differ.
        const DayNumber lead = day_number((*this)[0]) - bits_->origin();
        moved.bits_ = std::make_shared<const RankedBits>(day_number(first) - lead, bits_->size(),
                                                         bits_->words());
    } else {
        Sorted sorted = *sorted_;
        for (DayNumber& day : sorted) day += by;
        moved.sorted_ = std::make_shared<const Sorted>(std::move(sorted));
    }
    return moved;
}

std::vector<DayNumber> DateSet::day_numbers() const {
    if (sorted_) return *sorted_;
    Sorted days;
    if (bits_) {
        days.reserve(bits_->total());
        bits_->for_each(bits_->origin(), bits_->origin() + std::int64_t(bits_->size()),
                        [&](DayNumber day) { days.push_back(day); });
    }
    return days;
}

void DateSet::write(std::span<std::int64_t> out) const {
    if (out.size() < size()) {
        throw ProbityError(
            detail::sentence("date.set_room", {{"room", out.size()}, {"size", size()}}));
    }
    std::int64_t* next = out.data();
    if (sorted_) {
        for (const DayNumber day : *sorted_) *next++ = day;
    } else if (bits_) {
        bits_->for_each(bits_->origin(), bits_->origin() + std::int64_t(bits_->size()),
                        [&](DayNumber day) { *next++ = day; });
    }
}

DateSet::Iterator DateSet::begin() const { return Iterator(*this, 0); }
DateSet::Iterator DateSet::end() const { return Iterator(*this, size()); }

void DateSet::Iterator::move_to(std::size_t index) {
    index_ = index;
    if (index < set_.size()) {
        day_ = set_.bits_ ? set_.bits_->select(static_cast<std::uint32_t>(index))
                          : (*set_.sorted_)[index];
    }
}

DateSet::Iterator& DateSet::Iterator::operator++() {
    ++index_;
    if (set_.bits_) {
        day_ = static_cast<DayNumber>(set_.bits_->next_from(std::int64_t{day_} + 1));
    } else if (index_ < set_.sorted_->size()) {
        day_ = (*set_.sorted_)[index_];
    }
    return *this;
}

DateSet::Iterator& DateSet::Iterator::operator--() { return *this += -1; }

DateSet::Iterator& DateSet::Iterator::operator+=(difference_type n) {
    move_to(static_cast<std::size_t>(static_cast<difference_type>(index_) + n));
    return *this;
}

std::size_t DateSet::hash() const noexcept {
    // Over the day numbers: the same for either representation.
    detail::Hash hash;
    const auto mix = [&](DayNumber day) { hash.mix(static_cast<std::uint32_t>(day)); };
    if (sorted_) {
        for (const DayNumber day : *sorted_) mix(day);
    } else if (bits_) {
        bits_->for_each(bits_->origin(), bits_->origin() + std::int64_t(bits_->size()), mix);
    }
    return hash.value();
}

namespace {

// Both sets as bits over one range of days, so that an operation on sets is one on words.
template <class Operation>
RankedBits combine(const RankedBits& a, const RankedBits& b, Operation operation) {
    const DayNumber origin = std::min(a.origin(), b.origin());
    const std::int64_t end =
        std::max(a.origin() + std::int64_t(a.size()), b.origin() + std::int64_t(b.size()));
    const auto size = static_cast<std::size_t>(end - origin);
    RankedBits::Words words = RankedBits::words_for(size);
    RankedBits::Words other = RankedBits::words_for(size);
    detail::or_bits(words.data(), static_cast<std::size_t>(a.origin() - origin), a.words().data(),
                    a.size());
    detail::or_bits(other.data(), static_cast<std::size_t>(b.origin() - origin), b.words().data(),
                    b.size());
    for (std::size_t w = 0; w < words.size(); ++w) words[w] = operation(words[w], other[w]);
    return RankedBits(origin, size, std::move(words));
}

template <class Words, class Merge>
DateSet combine(const DateSet& a, const DateSet& b, const std::shared_ptr<const RankedBits>& a_bits,
                const std::shared_ptr<const RankedBits>& b_bits, Words on_words, Merge merge,
                DateSet (*of_bits)(RankedBits), DateSet (*of_sorted)(Sorted)) {
    if (a_bits && b_bits) return of_bits(combine(*a_bits, *b_bits, on_words));
    const Sorted left = a.day_numbers();
    const Sorted right = b.day_numbers();
    Sorted result;
    merge(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(result));
    return of_sorted(std::move(result));
}

}  // namespace

DateSet operator|(const DateSet& a, const DateSet& b) {
    return combine(
        a, b, a.bits_, b.bits_, [](std::uint64_t x, std::uint64_t y) { return x | y; },
        [](auto... range) { std::set_union(range...); }, &DateSet::of_bits, &DateSet::of_sorted);
}

DateSet operator&(const DateSet& a, const DateSet& b) {
    return combine(
        a, b, a.bits_, b.bits_, [](std::uint64_t x, std::uint64_t y) { return x & y; },
        [](auto... range) { std::set_intersection(range...); }, &DateSet::of_bits,
        &DateSet::of_sorted);
}

DateSet operator-(const DateSet& a, const DateSet& b) {
    return combine(
        a, b, a.bits_, b.bits_, [](std::uint64_t x, std::uint64_t y) { return x & ~y; },
        [](auto... range) { std::set_difference(range...); }, &DateSet::of_bits,
        &DateSet::of_sorted);
}

DateSet operator^(const DateSet& a, const DateSet& b) {
    return combine(
        a, b, a.bits_, b.bits_, [](std::uint64_t x, std::uint64_t y) { return x ^ y; },
        [](auto... range) { std::set_symmetric_difference(range...); }, &DateSet::of_bits,
        &DateSet::of_sorted);
}

bool operator==(const DateSet& a, const DateSet& b) {
    if (a.size() != b.size()) return false;
    return std::equal(a.begin(), a.end(), b.begin());
}

std::string to_string(const DateSet& set) {
    constexpr std::size_t shown_whole = 10;
    constexpr std::size_t shown_of_long = 3;
    const std::size_t n = set.size();
    std::string out = "{";
    const auto append = [&](std::size_t i) {
        if (out.size() > 1) out += ", ";
        out += to_string(set[i]);
    };
    if (n <= shown_whole) {
        for (std::size_t i = 0; i < n; ++i) append(i);
        return out + "}";
    }
    for (std::size_t i = 0; i < shown_of_long; ++i) append(i);
    out += ", ...";
    for (std::size_t i = n - shown_of_long; i < n; ++i) append(i);
    return out + "} (" + std::to_string(n) + " dates)";
}

std::ostream& operator<<(std::ostream& out, const DateSet& set) { return out << to_string(set); }

}  // namespace probity
