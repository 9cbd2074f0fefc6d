// A recurrence rule: the value that RFC 5545 writes as RRULE.
//
//     Rule rule = Rule::parse("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE");
//     to_string(rule);                       // "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"
//     rule.describe(Language::english);      // "every year on the third Wednesday of March"
//     rule.describe(Language::korean);       // "매년 3월 셋째 수요일"
//
// A rule has no start and gives no dates by itself; a Recurrence (recurrence.hpp) joins it to the
// date from which it counts.
//
// A rule is a value: parsing what it prints gives it back, and two rules that list the same parts
// in another order are equal. RFC 7529's RSCALE (GREGORIAN, DANGI) and SKIP are parts like others.
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/recurrence/number_set.hpp"
#include "probity/text/language.hpp"

namespace probity {

/// FREQ: the period in which a rule's other parts are read.
enum class Frequency : std::uint8_t { secondly, minutely, hourly, daily, weekly, monthly, yearly };

/// RSCALE: the calendar in which a rule is read (RFC 7529 section 4.1). DANGI is the Korean
/// lunisolar calendar.
enum class Scale : std::uint8_t { gregorian, dangi };

/// SKIP: what becomes of a date that its month or year does not have (RFC 7529 section 4.1).
enum class Skip : std::uint8_t { omit, backward, forward };

/// The parts of a rule in plain numbers, for building one in code.
///
///     Rule third_wednesday{{.frequency = Frequency::monthly, .by_day = {WE(3)}}};
struct RuleParts {
    Frequency frequency = Frequency::yearly;
    std::int64_t interval = 1;
    std::optional<std::int64_t> count = std::nullopt;
    std::optional<Date> until = std::nullopt;
    /// Months 1 to 12.
    std::vector<int> by_month = {};
    /// Leap months of the lunisolar calendar, 1 to 12: 5 is written 5L.
    std::vector<int> by_leap_month = {};
    std::vector<int> by_week_no = {};
    std::vector<int> by_year_day = {};
    std::vector<int> by_month_day = {};
    /// Weekdays without an ordinal: every Monday.
    std::vector<Weekday> by_weekday = {};
    /// Weekdays with one: the third Wednesday.
    std::vector<NthWeekday> by_day = {};
    std::vector<int> by_hour = {};
    std::vector<int> by_minute = {};
    std::vector<int> by_second = {};
    std::vector<int> by_set_pos = {};
    Weekday week_start = MO;
    std::optional<Scale> scale = std::nullopt;
    Skip skip = Skip::omit;
};

/// A recurrence rule of RFC 5545 section 3.3.10, extended by RFC 7529.
class Rule {
  public:
    /// The longest year of the calendars in use, of the Korean lunisolar one, has 385 days or fewer.
    using YearDays = NumberSet<385>;
    using MonthDays = NumberSet<31>;
    using WeekNumbers = NumberSet<53>;

    /// "FREQ=YEARLY".
    Rule();
    /// Throws RuleError if RFC 5545 or RFC 7529 does not allow the parts together.
    explicit Rule(const RuleParts& parts);

    /// Reads the value of an RRULE property, in any case and order of parts. Throws RuleError with
    /// the position of the fault: a part that is unknown or comes twice, a number out of range,
    /// COUNT with UNTIL, BYSETPOS alone, or a part that FREQ does not allow.
    ///
    /// UNTIL may be a date or a date-time; a rule of dates takes its date as written.
    [[nodiscard]] static Rule parse(std::string_view text);

    [[nodiscard]] Frequency frequency() const noexcept { return frequency_; }
    /// 1 to 2147483647.
    [[nodiscard]] std::int32_t interval() const noexcept { return interval_; }
    [[nodiscard]] std::optional<std::int32_t> count() const noexcept;
    /// The last date that the rule may give: UNTIL, or its date if it is a date-time.
    [[nodiscard]] std::optional<Date> until() const;
    /// The time of day of UNTIL if it is a date-time, as written: "T145959", "T145959Z". Empty
    /// without one. Kept and printed; dates do not depend on it.
    [[nodiscard]] std::string until_time() const;
    [[nodiscard]] Weekday week_start() const noexcept { return week_start_; }
    /// The calendar named by RSCALE, if it is named.
    [[nodiscard]] std::optional<Scale> scale() const noexcept;
    [[nodiscard]] Skip skip() const noexcept { return skip_; }

    /// Bit m (1 to 12) is set for month m.
    [[nodiscard]] std::uint16_t by_month() const noexcept { return by_month_; }
    /// Bit m (1 to 12) is set for the leap month after month m.
    [[nodiscard]] std::uint16_t by_leap_month() const noexcept { return by_leap_month_; }
    [[nodiscard]] const WeekNumbers& by_week_no() const& noexcept { return by_week_no_; }
    [[nodiscard]] WeekNumbers by_week_no() && { return std::as_const(*this).by_week_no(); }
    [[nodiscard]] const YearDays& by_year_day() const& noexcept { return by_year_day_; }
    [[nodiscard]] YearDays by_year_day() && { return std::as_const(*this).by_year_day(); }
    [[nodiscard]] const MonthDays& by_month_day() const& noexcept { return by_month_day_; }
    [[nodiscard]] MonthDays by_month_day() && { return std::as_const(*this).by_month_day(); }
    /// Bit i (0 Monday to 6 Sunday) is set for a weekday listed without an ordinal.
    [[nodiscard]] std::uint8_t by_weekday() const noexcept { return by_weekday_; }
    /// The ordinals listed for a weekday: {3} for BYDAY=3WE.
    [[nodiscard]] const WeekNumbers& by_day(Weekday weekday) const& noexcept {
        return by_day_[static_cast<std::size_t>(weekday.index())];
    }
    [[nodiscard]] WeekNumbers by_day(Weekday weekday) && {
        return std::as_const(*this).by_day(weekday);
    }
    /// Bit i (0 Monday to 6 Sunday) is set for a weekday listed with an ordinal.
    [[nodiscard]] std::uint8_t ordinal_weekdays() const noexcept { return ordinal_weekdays_; }
    /// Whether there is a BYDAY part, with or without ordinals.
    [[nodiscard]] bool has_by_day() const noexcept {
        return (by_weekday_ | ordinal_weekdays_) != 0;
    }
    [[nodiscard]] const YearDays& by_set_pos() const& noexcept { return by_set_pos_; }
    [[nodiscard]] YearDays by_set_pos() && { return std::as_const(*this).by_set_pos(); }
    /// Bit h is set for hour h of BYHOUR. Times of day are kept and printed; a recurrence of dates
    /// ignores them, as RFC 5545 section 3.3.10 demands where DTSTART is a date.
    [[nodiscard]] std::uint32_t by_hour() const noexcept { return by_hour_; }
    [[nodiscard]] std::uint64_t by_minute() const noexcept { return by_minute_; }
    [[nodiscard]] std::uint64_t by_second() const noexcept { return by_second_; }

    /// The same rule with another end.
    [[nodiscard]] Rule with_until(const Date& until) const;
    [[nodiscard]] Rule with_count(std::int64_t count) const;
    [[nodiscard]] Rule without_end() const;

    /// The rule as a sentence: "every year on the third Wednesday of March".
    [[nodiscard]] std::string describe(Language language = Language::english) const;

    [[nodiscard]] std::size_t hash() const noexcept;

    friend bool operator==(const Rule&, const Rule&) noexcept = default;

  private:
    friend class RuleParser;

    Frequency frequency_ = Frequency::yearly;
    Skip skip_ = Skip::omit;
    bool names_scale_ = false;
    Scale scale_ = Scale::gregorian;
    Weekday week_start_ = MO;
    std::uint8_t by_weekday_ = 0;
    std::uint8_t ordinal_weekdays_ = 0;
    std::uint16_t by_month_ = 0;
    std::uint16_t by_leap_month_ = 0;
    std::int32_t interval_ = 1;
    std::int32_t count_ = 0;                 // 0: no COUNT
    DayNumber until_ = last_day_number + 1;  // past the last date: no UNTIL
    std::int32_t until_time_ = -1;           // hhmmss as a number; -1: UNTIL is a date
    bool until_is_utc_ = false;
    std::uint32_t by_hour_ = 0;
    std::uint64_t by_minute_ = 0;
    std::uint64_t by_second_ = 0;
    MonthDays by_month_day_;
    WeekNumbers by_week_no_;
    std::array<WeekNumbers, 7> by_day_;
    YearDays by_year_day_;
    YearDays by_set_pos_;
};

/// The rule's canonical text: RSCALE first where named, then FREQ, UNTIL or COUNT, INTERVAL, the
/// BYxxx parts in the order in which RFC 5545 applies them, WKST, SKIP. Parts at their default
/// value are left out, but RSCALE if it is named.
[[nodiscard]] std::string to_string(const Rule& rule);
std::ostream& operator<<(std::ostream& out, const Rule& rule);

static_assert(std::regular<Rule>);

}  // namespace probity
