// The parts of a sentence, before anyone decides which rule it means; of sentences in either
// language.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/time_of_day.hpp"
#include "probity/date/week_of_month.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/sentences/reading.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity::detail {

/// A number that a sentence says.
using Said = std::int64_t;

/// FREQ and INTERVAL: 매년, every other week.
struct Head {
    Frequency frequency = Frequency::yearly;
    Said interval = 1;

    friend bool operator==(const Head&, const Head&) = default;
};

/// A month of the year, of the lunisolar calendar perhaps a leap month.
struct NamedMonth {
    int month = 1;
    bool is_leap = false;

    friend auto operator<=>(const NamedMonth&, const NamedMonth&) = default;
};

/// The n-th weekday of a month or year; the weekday as 0 Monday to 6 Sunday.
struct NthDay {
    Said n = 1;
    int weekday = 0;

    friend bool operator==(const NthDay&, const NthDay&) = default;
};

/// A run of weekdays, from the first to the last.
struct WeekdayRun {
    int first = 0;
    int last = 6;

    [[nodiscard]] int days() const { return (last - first + 7) % 7 + 1; }
    friend bool operator==(const WeekdayRun&, const WeekdayRun&) = default;
};

enum class LengthUnit : std::uint8_t { day, week, month, working_day };

/// A length of time: 10일, two weeks.
struct Duration {
    Said number = 0;
    LengthUnit unit = LengthUnit::day;

    friend bool operator==(const Duration&, const Duration&) = default;
};

/// A period in which something is to happen so many times; `none` is that of the heads.
enum class TimesPeriod : std::uint8_t { none, day, week, month, quarter, half_year, year };

/// How often in a period: 연 3회; `at` is where the sentence says so.
struct Times {
    Said number = 1;
    TimesPeriod period = TimesPeriod::none;
    std::size_t at = 0;

    friend bool operator==(const Times&, const Times&) = default;
};

/// The days before and after what is named that are meant: 추석 전 2주간.
struct DaysAround {
    Said before = 0;
    Said after = 0;

    friend bool operator==(const DaysAround&, const DaysAround&) = default;
};

inline constexpr std::array every_day{0, 1, 2, 3, 4, 5, 6};
inline constexpr std::array monday_to_friday{0, 1, 2, 3, 4};

/// Whether the weekdays are those of `run`.
[[nodiscard]] bool are(const std::vector<int>& weekdays, std::initializer_list<int> run);
[[nodiscard]] inline bool are_monday_to_friday(const std::vector<int>& weekdays) {
    return are(weekdays, {0, 1, 2, 3, 4});
}

/// The parts of a sentence.
struct SentencePlan {
    /// The longer before the shorter: 매년 3월 매주 수요일.
    std::vector<Head> heads = {};
    bool lunar = false;
    std::vector<NamedMonth> months = {};
    /// Months in a quarter (3) or half (6), the first months of those that are meant, and whether a
    /// month of them was named.
    int block = 0;
    std::vector<int> block_starts = {};
    bool month_of_block = false;
    /// 연중: ordinals count in the year. 전체에서: positions count in all months taken together.
    bool in_year = false;
    bool together = false;
    std::vector<int> weekdays = {};
    std::vector<NthDay> ordinals = {};
    std::vector<Said> month_days = {};
    std::vector<Said> year_days = {};
    std::vector<Said> week_numbers = {};
    std::vector<Said> positions = {};
    /// Weeks of the month, with their weekdays; without any, whole weeks.
    std::vector<Said> weeks = {};
    /// 있는 주: whole weeks that contain what the sentence names, or these weekdays of them.
    bool containing = false;
    std::vector<int> part_days = {};
    std::optional<WeekdayRun> part_run = std::nullopt;
    /// Working days of the month, counted; 0 for each.
    std::optional<Said> working = std::nullopt;
    /// Monday to Friday by the sentence's own words, (월~금요일).
    bool by_name = false;
    /// Where a day off goes: following or preceding.
    std::optional<RollConvention> roll = std::nullopt;
    std::optional<int> week_start = std::nullopt;
    Skip skip = Skip::omit;
    std::optional<Said> count = std::nullopt;
    std::optional<Date> until = std::nullopt;
    std::optional<TimeOfDay> time = std::nullopt;
    std::optional<TimeOfDay> ends = std::nullopt;
    std::optional<Times> times = std::nullopt;
    /// Whether that number is the least ("이상") or the most ("이내") that is meant.
    bool at_least = false;
    bool at_most = false;
    /// 매주 was said: plain weekdays are those of every week.
    bool each_week = false;
    /// 다음 달: the month after those that are named, or after the quarter.
    bool next_month = false;
    /// 3월부터 5월까지: the months run from the first to the last, in this order.
    std::optional<std::pair<int, int>> month_run = std::nullopt;
    /// 한 달간: the whole of the months.
    bool whole_months = false;
    /// 분기 종료 후 10일 이내: how long after the period.
    std::optional<Duration> after_period = std::nullopt;
    /// 설, 추석: days with a name, of those in feasts.hpp.
    std::vector<std::u32string_view> feasts = {};
    /// Days by which what is named is moved: 추석 3일 전, 설 전날.
    Said shift = 0;
    /// Working days by which it is moved: 추석 3근무일 전.
    Said working_shift = 0;
    /// With the day itself if both sides are meant.
    std::optional<DaysAround> around = std::nullopt;
    /// 설 연휴: the holidays around it.
    bool holidays_around = false;
    /// 셋째 주 월요일부터 금요일까지.
    std::optional<WeekdayRun> week_run = std::nullopt;
    /// 셋째 주 첫날 (0), 마지막 날 (6): a day of the week, whatever weekday it begins on.
    std::optional<int> week_edge = std::nullopt;
    /// How long it lasts from the day on, or until which day: at most one plan.
    std::optional<Duration> lasts = std::nullopt;
    std::vector<SentencePlan> to = {};
    /// 까지, 이내: the law may move the day.
    bool deadline = false;
    /// 제외: months, other days, and days off that are left out.
    std::vector<int> months_out = {};
    std::vector<SentencePlan> out = {};
    std::vector<DayOff> omits = {};
    /// The days that 공휴일이면 moves, and their new place.
    std::vector<DayOff> moves = {};
    MovedTo to_what = MovedTo::working_day;
    /// 2026. 4. 1.부터.
    std::optional<Date> begins = std::nullopt;
    /// 주 기준 CLDR_KR: the convention by which weeks are counted, if the sentence names it.
    std::optional<WeekConvention> convention = std::nullopt;
    CountedIn within = CountedIn::month;
    /// Further days of the same sentence that no one rule gives: 6월 30일과 12월 31일.
    std::vector<SentencePlan> others = {};
    /// Further days are in the periods of the first, which may be named behind them.
    bool of_same_periods = false;
    /// Further days leave out what the first do.
    bool is_beside = false;
    /// Every third Wednesday, of sentences in English, which may be one in three.
    std::optional<NthDay> every_nth = std::nullopt;

    /// A plan of further days in the same periods.
    [[nodiscard]] SentencePlan beside() const;

    /// Adds further days: to the lists of this plan if one rule has both, else beside them.
    void join(SentencePlan other);

    /// Gives further days the periods that the sentence names, once all of it is read.
    void share();

    [[nodiscard]] bool has_days() const;

    /// Whether the last head has a frequency.
    [[nodiscard]] bool last_head_is(Frequency frequency) const {
        return !heads.empty() && heads.back().frequency == frequency;
    }

  private:
    [[nodiscard]] std::uint32_t kinds() const;
    void part_edges();
};

/// Adds the kinds of days off that are not among these yet.
void add_kinds(std::vector<DayOff>& kinds, const std::vector<DayOff>& more);

}  // namespace probity::detail
