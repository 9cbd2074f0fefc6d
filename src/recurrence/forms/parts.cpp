#include "recurrence/forms/parts.hpp"

#include <algorithm>
#include <bit>

#include "date/ranked_bits.hpp"

namespace probity::detail {
namespace {

constexpr std::uint16_t all_months = 0x1ffe;  // bits 1 to 12

// Bit i + 1 of a day i of the month, so that bit 0 is the day before the first.
constexpr std::uint64_t month_mask(int length) noexcept {
    return ((std::uint64_t{1} << length) - 1) << 1;
}

// Every seventh bit, from bit 0: 64 bits of them.
constexpr std::uint64_t every_seventh = 0x8102040810204081u;

// Bit i of the result is set where bit (i % 7) of `week` is, i in [0, 62].
constexpr std::uint64_t repeat_week(std::uint64_t week) noexcept { return week * every_seventh; }

// Weekdays as days of a week that begins on `first`: bit (weekday - first) mod 7.
constexpr std::uint64_t rotate_week(std::uint8_t weekdays, int first) noexcept {
    return ((weekdays | std::uint32_t{weekdays} << 7) >> first) & 0x7f;
}

// Day of the n-th such weekday in a period whose first day is a `first_weekday`, from 0; the caller
// checks that it lies in the period.
constexpr int nth_in_period(int weekday, int n, int length, int first_weekday) noexcept {
    const int first = (weekday - first_weekday + 7) % 7;
    if (n > 0) return first + 7 * (n - 1);
    const int last = first + (length - 1 - first) / 7 * 7;
    return last + 7 * (n + 1);
}

// Calls visit(weekday, n) for each ordinal of BYDAY.
template <class Visitor>
void for_each_ordinal(const Rule& rule, Visitor visit) {
    for (std::uint32_t rest = rule.ordinal_weekdays(); rest != 0; rest &= rest - 1) {
        const int weekday = std::countr_zero(rest);
        rule.by_day(Weekday::from_index(weekday)).for_each_ascending([&](int n) {
            visit(weekday, n);
        });
    }
}

}  // namespace

ImpliedParts implied_parts(const Rule& rule, DayNumber start) {
    const auto [year, month, day] = year_month_day(start);
    const auto start_weekday = static_cast<std::uint8_t>(1u << weekday_index(start));
    ImpliedParts parts{rule.by_month() != 0 ? rule.by_month() : all_months, rule.by_month_day(),
                       rule.by_weekday()};
    const bool no_day =
        rule.by_month_day().empty() && rule.by_year_day().empty() && !rule.has_by_day();
    if (!no_day) return parts;
    switch (rule.frequency()) {
        case Frequency::yearly:
            if (!rule.by_week_no().empty()) {
                parts.weekdays = start_weekday;
                break;
            }
            parts.month_days.insert(day);
            if (rule.by_month() == 0) parts.months = static_cast<std::uint16_t>(1u << month);
            break;
        case Frequency::monthly:
            parts.month_days.insert(day);
            break;
        case Frequency::weekly:
            parts.weekdays = start_weekday;
            break;
        default:
            break;
    }
    return parts;
}

bool counts_in_month(const Rule& rule) {
    return rule.frequency() == Frequency::monthly || rule.by_month() != 0 ||
           rule.by_leap_month() != 0;
}

Skip skip_of_days(const Rule& rule) {
    if (rule.frequency() < Frequency::monthly || !rule.by_week_no().empty()) return Skip::omit;
    const bool named_twice =
        !rule.by_year_day().empty() &&
        (rule.by_month() != 0 || rule.by_leap_month() != 0 || !rule.by_month_day().empty());
    return named_twice ? Skip::omit : rule.skip();
}

ShortPositions::ShortPositions(const Rule::YearDays& positions) {
    positions.for_each_ascending([this](int position) {
        const int k = (position > 0 ? position : -position) - 1;
        if (k >= word_bits) return;
        (position > 0 ? from_first_ : from_last_) |= std::uint64_t{1} << k;
    });
}

std::uint64_t ShortPositions::keep(std::uint64_t set) const noexcept {
    std::uint64_t kept = 0;
    std::uint64_t rest = set;
    for (std::uint64_t wanted = from_first_; wanted != 0 && rest != 0; wanted >>= 1) {
        const std::uint64_t first = rest & (~rest + 1);
        if ((wanted & 1) != 0) kept |= first;
        rest ^= first;
    }
    rest = set;
    for (std::uint64_t wanted = from_last_; wanted != 0 && rest != 0; wanted >>= 1) {
        const std::uint64_t last = std::bit_floor(rest);
        if ((wanted & 1) != 0) kept |= last;
        rest ^= last;
    }
    return kept;
}

// --- Months ---------------------------------------------------------------------------------------

MonthParts::MonthParts(const Rule& rule, const ImpliedParts& implied)
    : has_month_days_(!implied.month_days.empty()),
      has_weekdays_(implied.weekdays != 0 ||
                    (rule.ordinal_weekdays() != 0 && counts_in_month(rule))),
      skip_(skip_of_days(rule)),
      weekdays_(implied.weekdays) {
    implied.month_days.for_each_ascending([&](int n) {
        if (n > 0) {
            from_start_ |= 1u << n;
        } else {
            from_end_ |= 1u << (32 + n);
        }
    });
    const bool has_late_day = from_start_ >> 29 != 0;
    const bool has_early_day = (from_end_ & 0xfu) != 0;  // -29 and before
    can_leave_month_ =
        (skip_ == Skip::forward && has_late_day) || (skip_ == Skip::backward && has_early_day);
    // Ordinals of the year are the year's matter, beside plain weekdays too: BYDAY is their union.
    if (counts_in_month(rule)) {
        add_ordinals(rule);
    } else if (rule.ordinal_weekdays() != 0) {
        has_weekdays_ = false;
    }
    if (rule.frequency() == Frequency::monthly && !rule.by_set_pos().empty()) {
        positions_ = ShortPositions(rule.by_set_pos());
        has_positions_ = true;
    }
}

void MonthParts::add_ordinals(const Rule& rule) {
    ordinal_weekdays_ = rule.ordinal_weekdays();
    for_each_ordinal(rule, [this](int weekday, int n) {
        constexpr int most = 5;
        if (n > most || n < -most) return;
        const auto i = static_cast<std::size_t>(weekday);
        auto& bits = n > 0 ? from_first_[i] : from_last_[i];
        bits = static_cast<std::uint8_t>(bits | 1u << ((n > 0 ? n : -n) - 1));
    });
}

std::uint64_t MonthParts::month_day_bits(int length) const {
    const std::uint64_t inside = month_mask(length);
    // -1, bit 31, comes to lie on the last day.
    const int missing = 31 - length;
    const std::uint64_t from_end = std::uint64_t{from_end_} >> missing;
    std::uint64_t days = (from_start_ | from_end) & inside;
    if (skip_ == Skip::omit) return days;
    const bool after = (from_start_ & ~inside) != 0;
    const bool before = (from_end_ & ((2u << missing) - 1)) != 0;
    if (skip_ == Skip::backward) {
        if (after) days |= std::uint64_t{1} << length;
        if (before) days |= 1;
    } else {
        if (after) days |= std::uint64_t{1} << (length + 1);
        if (before) days |= 2;
    }
    return days;
}

std::uint64_t MonthParts::weekday_bits(const MonthShape& month) const {
    // The week that the pattern repeats begins on the day before the first.
    const int day_before = (month.first_weekday + 6) % 7;
    const int day_after = (month.first_weekday + month.length) % 7;
    std::uint64_t days = repeat_week(rotate_week(weekdays_, day_before));
    const std::uint64_t inside = month_mask(month.length);
    for (std::uint32_t rest = ordinal_weekdays_; rest != 0; rest &= rest - 1) {
        const int weekday = std::countr_zero(rest);
        const auto i = static_cast<std::size_t>(weekday);
        const int first = (weekday - month.first_weekday + 7) % 7;  // days after the first
        const int last = first + (month.length - 1 - first) / 7 * 7;
        for (std::uint32_t nth = from_first_[i]; nth != 0; nth &= nth - 1) {
            days |= (std::uint64_t{2} << (first + 7 * std::countr_zero(nth))) & inside;
        }
        for (std::uint32_t nth = from_last_[i]; nth != 0; nth &= nth - 1) {
            const int day = last - 7 * std::countr_zero(nth);
            if (day >= 0) days |= std::uint64_t{2} << day;
        }
        // A day moved out of the month is counted in the month in which it lies: as the last of its
        // weekday there, or as the first.
        const auto has = [](std::uint8_t bits, int n) { return (bits >> (n - 1) & 1) != 0; };
        const auto weeks = [](int length) { return (length + 6) / 7; };
        if (weekday == day_before &&
            (has(from_last_[i], 1) || has(from_first_[i], weeks(month.length_before)))) {
            days |= 1;
        }
        if (weekday == day_after &&
            (has(from_first_[i], 1) || has(from_last_[i], weeks(month.length_after)))) {
            days |= std::uint64_t{2} << month.length;
        }
    }
    return days;
}

std::uint64_t MonthParts::days(const MonthShape& month) const {
    std::uint64_t days = has_month_days_ ? month_day_bits(month.length) : month_mask(month.length);
    if (has_weekdays_) days &= weekday_bits(month);
    if (has_positions_) days = positions_.keep(days);
    return days;
}

// --- Years ----------------------------------------------------------------------------------------

YearParts::YearParts(const Rule& rule, const ImpliedParts& implied, std::uint16_t months)
    : month_parts_(rule, implied),
      months_(months),
      has_year_days_(!rule.by_year_day().empty()),
      goes_by_months_(!has_year_days_ || rule.by_month() != 0 || !implied.month_days.empty()),
      has_year_weekdays_(rule.ordinal_weekdays() != 0 ? !counts_in_month(rule)
                                                      : !goes_by_months_ && implied.weekdays != 0),
      skip_(skip_of_days(rule)),
      weekdays_(implied.weekdays),
      year_days_(rule.by_year_day()) {
    if (has_year_weekdays_) {
        for_each_ordinal(rule, [this](int weekday, int n) {
            ordinals_.push_back({static_cast<std::int8_t>(weekday), static_cast<std::int8_t>(n)});
        });
    }
    if (rule.frequency() == Frequency::yearly && rule.by_week_no().empty() &&
        !rule.by_set_pos().empty()) {
        positions_ = rule.by_set_pos();
        has_positions_ = true;
    }
}

void or_into_year(YearBits& year, std::uint64_t bits, int position) {
    const auto word = static_cast<std::size_t>(position / word_bits);
    const int shift = position % word_bits;
    year[word] |= bits << shift;
    if (shift != 0 && word + 1 < year.size()) year[word + 1] |= bits >> (word_bits - shift);
}

YearBits YearParts::year_day_bits(int length) const {
    YearBits days{};
    year_days_.for_each_ascending([&](int n) {
        const int day = n > 0 ? n : length + 1 + n;
        if (day >= 1 && day <= length) {
            or_into_year(days, 1, day);
        } else if (skip_ == Skip::backward) {
            or_into_year(days, 1, n > 0 ? length : 0);
        } else if (skip_ == Skip::forward) {
            or_into_year(days, 1, n > 0 ? length + 1 : 1);
        }
    });
    return days;
}

YearBits YearParts::year_weekday_bits(int length, int first_weekday) const {
    YearBits days{};
    const std::uint64_t week = rotate_week(weekdays_, (first_weekday + 6) % 7);
    // 63 bits at a time are whole weeks.
    for (int day = 0; day <= length + 1; day += 63) {
        or_into_year(days, repeat_week(week) & ~(std::uint64_t{1} << 63), day);
    }
    for (const Ordinal ordinal : ordinals_) {
        const int day = nth_in_period(ordinal.weekday, ordinal.n, length, first_weekday);
        if (day >= 0 && day < length) or_into_year(days, 1, day + 1);
        // A day moved out of the year is counted in the year in which it lies: as the 53rd and last
        // of its weekday, or as the first, the 53rd from the end.
        const auto is_outermost = [&](int n) { return ordinal.n == n || ordinal.n == -53 * n; };
        if (ordinal.weekday == (first_weekday + 6) % 7 && is_outermost(-1)) days[0] |= 1;
        if (ordinal.weekday == (first_weekday + length) % 7 && is_outermost(1)) {
            or_into_year(days, 1, length + 1);
        }
    }
    return days;
}

YearBits YearParts::days(bool leap, int first_weekday) const {
    YearBits days{};
    const auto keep = [&days](const YearBits& admitted) {
        for (std::size_t w = 0; w < days.size(); ++w) days[w] &= admitted[w];
    };
    const auto& before = days_before_month[leap ? 1 : 0];
    const int length = before.back();
    if (goes_by_months_) {
        for (std::uint32_t rest = months_; rest != 0; rest &= rest - 1) {
            const int month = std::countr_zero(rest);
            const int first = before[static_cast<std::size_t>(month - 1)];
            const auto length_of = [&](int m) {
                return m < 1 || m > 12 ? 31
                                       : before[static_cast<std::size_t>(m)] -
                                             before[static_cast<std::size_t>(m - 1)];
            };
            const MonthShape shape{length_of(month), (first_weekday + first) % 7,
                                   length_of(month - 1), length_of(month + 1)};
            or_into_year(days, month_parts_.days(shape), first);
        }
        if (has_year_days_) keep(year_day_bits(length));
    } else {
        // BYYEARDAY without months: SKIP may take its days out of the year, and so out of every
        // month.
        days = year_day_bits(length);
    }
    if (has_year_weekdays_) keep(year_weekday_bits(length, first_weekday));
    if (has_positions_) keep_positions(days, positions_);
    return days;
}

void keep_positions(YearBits& set, const Rule::YearDays& positions) {
    std::array<int, 7> before{};  // how many bits are set before each word
    for (std::size_t w = 0; w < set.size(); ++w) before[w + 1] = before[w] + std::popcount(set[w]);
    const int n = before[6];
    YearBits kept{};
    positions.for_each_ascending([&](int position) {
        const int k = position > 0 ? position - 1 : n + position;
        if (k < 0 || k >= n) return;
        std::size_t w = 0;
        while (before[w + 1] <= k) ++w;
        kept[w] |= std::uint64_t{1} << select_in_word(set[w], static_cast<unsigned>(k - before[w]));
    });
    set = kept;
}

}  // namespace probity::detail
