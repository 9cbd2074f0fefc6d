// Rules written as one says them, in namespace probity::every.
//
//     using namespace probity::every;
//     Rule meeting = every_month / Wednesday[3];               // FREQ=MONTHLY;BYDAY=3WE
//     Rule the_day = every_year / March / Wednesday[3];        // FREQ=YEARLY;BYMONTH=3;BYDAY=3WE
//     Rule report = every_year / February / last_day;          // FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1
//     Rule stand_up = every_week / Monday / Thursday;          // FREQ=WEEKLY;BYDAY=MO,TH
//     Rule cleaning = every_month(2) / day[15];                // FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15
//     SpanRule integrity_week = every_month / week[3];         // ISO weeks; week(3, convention) for others
//
//     Recurrence meetings(meeting, make_date(2026, 1, 1));
//     Spans weeks(integrity_week, make_date(2026, 1, 1));
//
// Each slash adds one thing. The rule itself decides what a part means with a frequency: every_week
// / Wednesday[3] throws RuleError, since only months and years count weekdays.
#pragma once

#include <concepts>
#include <cstdint>
#include <utility>

#include "probity/date/week_of_month.hpp"
#include "probity/date/weekday.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/recurrence/spans.hpp"

namespace probity::every {

/// A month of the year.
struct Month {
    int number;
};

/// A day of the month: day[15], day[-1] the last.
struct DayOfMonth {
    int number;
};

/// A week of the month under a convention: week[3].
struct WeekNumber {
    int number;
    WeekConvention convention;
};

/// A frequency, before anything else is said: every_month, every_month(2).
class Every {
  public:
    explicit constexpr Every(Frequency frequency, std::int64_t interval = 1)
        : frequency_(frequency), interval_(interval) {}

    /// Every n-th period: every_month(2).
    [[nodiscard]] constexpr Every operator()(std::int64_t interval) const {
        return Every(frequency_, interval);
    }
    [[nodiscard]] RuleParts parts() const {
        return RuleParts{.frequency = frequency_, .interval = interval_};
    }

  private:
    Frequency frequency_;
    std::int64_t interval_;
};

/// A rule on its way: it is a Rule wherever one is wanted.
class Phrase {
  public:
    explicit Phrase(RuleParts parts) : parts_(std::move(parts)) {}

    /// Throws RuleError if the parts may not stand together.
    operator Rule() const { return Rule(parts_); }  // NOLINT: nothing is lost
    [[nodiscard]] const RuleParts& parts() const& noexcept { return parts_; }
    [[nodiscard]] RuleParts parts() && { return std::as_const(*this).parts(); }

    friend Phrase operator/(Phrase phrase, Month month) {
        phrase.parts_.by_month.push_back(month.number);
        return phrase;
    }
    friend Phrase operator/(Phrase phrase, DayOfMonth day) {
        phrase.parts_.by_month_day.push_back(day.number);
        return phrase;
    }
    friend Phrase operator/(Phrase phrase, Weekday weekday) {
        phrase.parts_.by_weekday.push_back(weekday);
        return phrase;
    }
    friend Phrase operator/(Phrase phrase, NthWeekday which) {
        phrase.parts_.by_day.push_back(which);
        return phrase;
    }
    friend SpanRule operator/(const Phrase& phrase, WeekNumber week) {
        SpanRule weeks = nth_week_rule(week.number, week.convention);
        RuleParts parts = phrase.parts_;
        parts.by_day.push_back(week.convention.anchor()(week.number));
        weeks.anchors = Rule(parts);
        return weeks;
    }

  private:
    RuleParts parts_;
};

/// The parts that a slash may add.
template <class T>
concept Part = std::same_as<T, Month> || std::same_as<T, DayOfMonth> || std::same_as<T, Weekday> ||
               std::same_as<T, NthWeekday> || std::same_as<T, WeekNumber>;

[[nodiscard]] auto operator/(Every every, Part auto part) { return Phrase(every.parts()) / part; }

/// day[15].
struct DayMaker {
    [[nodiscard]] constexpr DayOfMonth operator[](int number) const { return {number}; }
};

/// week[3], or week(3, convention).
struct WeekMaker {
    [[nodiscard]] constexpr WeekNumber operator[](int number) const {
        return {number, WeekConvention::iso()};
    }
    [[nodiscard]] constexpr WeekNumber operator()(int number, WeekConvention convention) const {
        return {number, convention};
    }
};

inline constexpr Every every_day{Frequency::daily};
inline constexpr Every every_week{Frequency::weekly};
inline constexpr Every every_month{Frequency::monthly};
inline constexpr Every every_year{Frequency::yearly};

inline constexpr DayMaker day{};
inline constexpr DayOfMonth last_day{-1};
inline constexpr WeekMaker week{};

inline constexpr Weekday Monday = MO;
inline constexpr Weekday Tuesday = TU;
inline constexpr Weekday Wednesday = WE;
inline constexpr Weekday Thursday = TH;
inline constexpr Weekday Friday = FR;
inline constexpr Weekday Saturday = SA;
inline constexpr Weekday Sunday = SU;

inline constexpr Month January{1};
inline constexpr Month February{2};
inline constexpr Month March{3};
inline constexpr Month April{4};
inline constexpr Month May{5};
inline constexpr Month June{6};
inline constexpr Month July{7};
inline constexpr Month August{8};
inline constexpr Month September{9};
inline constexpr Month October{10};
inline constexpr Month November{11};
inline constexpr Month December{12};

}  // namespace probity::every
