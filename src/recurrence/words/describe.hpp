// The content of the sentence of a rule, before it is said in a language.
//
// RFC 5545 writes many a plan in several ways: every Monday may be a yearly, a weekly or a daily
// rule. A ToldRule is the rule in the form in which a person would tell it, its sets of numbers cut
// into runs, so that 11,12,...,17 can be told as "the 11th to the 17th".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/recurrence/rule.hpp"

namespace probity::detail {

/// The numbers from first to last, both included.
struct Run {
    int first;
    int last;

    [[nodiscard]] int size() const noexcept { return last - first + 1; }
};

/// A set of numbers as its runs in order, those counted from the end apart.
class Numbers {
  public:
    void insert(int number);

    [[nodiscard]] bool empty() const noexcept { return from_start_.empty() && from_end_.empty(); }
    /// Whether it holds one number.
    [[nodiscard]] bool single() const noexcept { return size() == 1; }
    [[nodiscard]] int size() const noexcept;
    /// Runs of numbers from 0 upwards, and of negative numbers.
    [[nodiscard]] const std::vector<Run>& from_start() const noexcept { return from_start_; }
    [[nodiscard]] const std::vector<Run>& from_end() const noexcept { return from_end_; }
    /// The whole set if it is one run.
    [[nodiscard]] std::optional<Run> only_run() const;

  private:
    std::vector<Run> from_start_;
    std::vector<Run> from_end_;
};

/// A set of weekdays: bit i (0 Monday to 6 Sunday).
using Weekdays = std::uint8_t;
inline constexpr Weekdays monday_to_friday = 0b0011111;
inline constexpr Weekdays saturday_and_sunday = 0b1100000;
inline constexpr Weekdays every_weekday = 0b1111111;

/// Bits 1 to 12.
inline constexpr std::uint16_t every_calendar_month = 0b1111111111110;

/// A rule as it is told.
struct ToldRule {
    explicit ToldRule(const Rule& rule);

    [[nodiscard]] bool has_months() const noexcept { return (months | leap_months) != 0; }
    [[nodiscard]] bool one_month() const noexcept;
    /// Whether every month of the Gregorian year is listed, which matters to ordinals: the first
    /// Monday of each.
    [[nodiscard]] bool all_months() const noexcept {
        return !lunar && months == every_calendar_month;
    }
    [[nodiscard]] bool has_ordinals() const noexcept { return ordinal_weekdays != 0; }
    [[nodiscard]] bool has_weekdays() const noexcept { return (weekdays | ordinal_weekdays) != 0; }
    /// Whether BYSETPOS can be told as "the last Monday", of days that the rule names: if it takes
    /// them from its start there is nothing to name.
    [[nodiscard]] bool chooses_named_days() const noexcept;
    /// Whether the weekdays have a name together: Monday, weekday, weekend day, day.
    [[nodiscard]] bool weekdays_have_a_name() const noexcept;

    Frequency frequency;
    /// The period in which BYSETPOS counts; the rule's own FREQ.
    Frequency counted_in;
    std::int32_t interval;
    bool lunar;
    /// Bit m (1 to 12) is set for month m.
    std::uint16_t months;
    std::uint16_t leap_months;
    /// Weekdays without an ordinal.
    Weekdays weekdays;
    Weekdays ordinal_weekdays;
    std::array<Numbers, 7> ordinals;
    Numbers week_numbers;
    Numbers year_days;
    Numbers month_days;
    Numbers positions;
    Numbers hours;
    Numbers minutes;
    Numbers seconds;
    /// Set where another beginning of the week than Monday can change the dates.
    std::optional<Weekday> week_start;
    /// SKIP for days and for leap months; omit if no date of the rule can be skipped.
    Skip day_skip;
    Skip month_skip;
    /// Whether the days that SKIP moves are all counted from the end, as -31 is.
    bool skips_from_end;
    std::optional<std::int32_t> count;
    std::optional<Date> until;

  private:
    void read_sets(const Rule& rule);
    void read_skip(const Rule& rule);
    void leave_out_what_says_nothing();
    void tell_in_the_usual_period();
    void tell_without_positions();
};

/// The sentence of a rule in a language.
[[nodiscard]] std::string english_sentence(const ToldRule& plan);
[[nodiscard]] std::string korean_sentence(const ToldRule& plan);

/// The items of a list. None is left out, however long it grows: a sentence is read back.
using Items = std::vector<std::string>;

/// Writes each run: alone(n) for a number, run(r) for three or more in a row.
template <class Alone, class Together>
void append_items(Items& items, const std::vector<Run>& runs, Alone alone, Together run) {
    for (const Run& r : runs) {
        if (r.size() >= 3) {
            items.push_back(run(r));
        } else {
            for (int n = r.first; n <= r.last; ++n) items.push_back(alone(n));
        }
    }
}

/// The numbers of the bits that are set.
[[nodiscard]] Numbers numbers_of_bits(std::uint64_t bits);

/// "09": two digits for the parts of a time of day.
[[nodiscard]] std::string two_digits(int number);

/// The times of day as a clock shows them, "09:00", "13:30"; empty if BYHOUR is missing or the
/// times are more than a reader would want listed.
[[nodiscard]] std::vector<std::string> clock_times(const ToldRule& plan);

/// Hours in a row, each with the same minute: "every hour from 09:00 to 17:00".
struct HourlyTimes {
    std::string first;
    std::string last;
};
[[nodiscard]] std::optional<HourlyTimes> hourly_times(const ToldRule& plan);

/// Whether BYSECOND says more than "on the full minute".
[[nodiscard]] bool tells_seconds(const ToldRule& plan);

}  // namespace probity::detail
