// Which form computes a rule.

#include <array>
#include <bit>

#include "recurrence/forms/bits_form.hpp"
#include "recurrence/forms/filtered_form.hpp"
#include "recurrence/forms/form.hpp"
#include "recurrence/forms/parts.hpp"
#include "recurrence/forms/period_form.hpp"
#include "recurrence/forms/stride_form.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

using FormPointer = std::unique_ptr<const Form>;
using Words = BitsForm::Words;

// A rule on its way to a form: what several of the functions below need.
struct Compiling {
    const Rule& rule;
    DayNumber start;
    ImpliedParts implied;

    [[nodiscard]] bool limits_days() const {
        return rule.by_month() != 0 || !implied.month_days.empty();
    }
};

// Weekdays as days of a week that begins on `first`.
std::uint8_t week_from(std::uint8_t weekdays, int first) {
    return static_cast<std::uint8_t>(((weekdays | std::uint32_t{weekdays} << 7) >> first) & 0x7f);
}

FormPointer empty_form(DayNumber start) { return std::make_unique<StrideForm>(start, 1, 0); }

FormPointer year_form(const Compiling& c, std::uint16_t months, DayNumber start, int step) {
    return std::make_unique<PeriodForm<YearGrid>>(YearGrid(YearParts(c.rule, c.implied, months)),
                                                  start, step);
}

// --- Days -----------------------------------------------------------------------------------------

FormPointer daily_form(const Compiling& c) {
    const Rule::YearDays& positions = c.rule.by_set_pos();
    // A day's set has one date: it is the first and the last.
    if (!positions.empty() && !positions.contains(1) && !positions.contains(-1)) {
        return empty_form(c.start);
    }
    const StrideForm stride(c.start, c.rule.interval(), 1);
    if (!c.limits_days() && c.implied.weekdays == 0) return std::make_unique<StrideForm>(stride);
    FormPointer filter =
        c.limits_days() ? year_form(c, c.implied.months, c.start, 1)
                        : std::make_unique<StrideForm>(
                              c.start, 7, week_from(c.implied.weekdays, weekday_index(c.start)));
    if (c.rule.interval() == 1) return filter;
    return std::make_unique<FilteredForm>(c.start, std::move(filter), stride);
}

// --- Weeks ----------------------------------------------------------------------------------------

// The days that BYSETPOS leaves of each week, by the days that the week has.
std::array<std::uint8_t, 128> positions_in_week(const Rule::YearDays& positions) {
    const ShortPositions wanted(positions);
    std::array<std::uint8_t, 128> kept{};
    for (std::size_t week = 0; week < kept.size(); ++week) {
        kept[week] = static_cast<std::uint8_t>(wanted.keep(week));
    }
    return kept;
}

void keep_in_weeks(Words& words, std::size_t size, const std::array<std::uint8_t, 128>& kept) {
    for (std::size_t bit = 0; bit < size; bit += 7) {
        const std::size_t w = bit / word_bits;
        const int shift = static_cast<int>(bit % word_bits);
        std::uint64_t week = words[w] >> shift;
        const bool straddles = shift > word_bits - 7 && w + 1 < words.size();
        if (straddles) week |= words[w + 1] << (word_bits - shift);
        week &= 0x7f;
        if (week == 0) continue;
        const std::uint64_t drop = week ^ kept[week];
        words[w] &= ~(drop << shift);
        if (straddles) words[w + 1] &= ~(drop >> (word_bits - shift));
    }
}

FormPointer weekly_form(const Compiling& c) {
    const int week_start = c.rule.week_start().index();
    const DayNumber week = c.start - (weekday_index(c.start) - week_start + 7) % 7;
    std::uint8_t days = week_from(c.implied.weekdays, week_start);
    const std::int64_t period = std::int64_t{7} * c.rule.interval();
    const Rule::YearDays& positions = c.rule.by_set_pos();
    if (!c.limits_days()) {
        if (!positions.empty()) {
            days = static_cast<std::uint8_t>(ShortPositions(positions).keep(days));
        }
        return std::make_unique<StrideForm>(week, period, days);
    }
    auto filter = year_form(c, c.implied.months, week, 1);
    if (positions.empty()) {
        if (c.rule.interval() == 1) return filter;
        return std::make_unique<FilteredForm>(c.start, std::move(filter),
                                              StrideForm(week, period, days));
    }
    // Positions count in the whole week, the days before the start among them, so that the bits
    // begin with the start's week.
    auto weeks = std::make_shared<const StrideForm>(week, period, std::uint8_t{0x7f});
    std::shared_ptr<const Form> shared_filter = std::move(filter);
    return std::make_unique<BitsForm>(week, no_later_day,
                                      [weeks, shared_filter, kept = positions_in_week(positions)](
                                          std::int64_t begin, std::int64_t end, Words& words) {
                                          shared_filter->fill(begin, end, words.data());
                                          Words steps(words.size());
                                          weeks->fill(begin, end, steps.data());
                                          for (std::size_t w = 0; w < words.size(); ++w)
                                              words[w] &= steps[w];
                                          keep_in_weeks(
                                              words, static_cast<std::size_t>(end - begin), kept);
                                      });
}

// --- Months ---------------------------------------------------------------------------------------

// The months that INTERVAL visits, if it divides the year evenly.
std::uint16_t visited_months(int start_month, int interval) {
    std::uint32_t months = 0;
    for (int month = 1; month <= 12; ++month) {
        if ((month - start_month) % interval == 0) months |= 1u << month;
    }
    return static_cast<std::uint16_t>(months);
}

// Bits of a period whose bit 0 is day `origin`, clipped to [begin, end).
void draw(Words& words, std::int64_t begin, std::int64_t end, std::int64_t origin,
          std::uint64_t bits) {
    for (; bits != 0; bits &= bits - 1) {
        const std::int64_t day = origin + std::countr_zero(bits);
        if (day < begin || day >= end) continue;
        const auto i = static_cast<std::size_t>(day - begin);
        words[i / word_bits] |= std::uint64_t{1} << (i % word_bits);
    }
}

FormPointer leaving_months_form(const Compiling& c, const MonthParts& parts) {
    const int first = MonthGrid::locate(c.start).period;
    return std::make_unique<BitsForm>(
        c.start, no_later_day,
        [parts, first, step = c.rule.interval(), months = c.implied.months](
            std::int64_t begin, std::int64_t end, Words& words) {
            const int last = MonthGrid::locate(last_day_number).period;
            for (std::int64_t period = first; period <= last; period += step) {
                const auto p = static_cast<int>(period);
                const int month = p % 12 + 1;
                if ((months >> month & 1) == 0) continue;
                const DayNumber origin = day_number_of(p / 12, month, 1) - 1;
                const auto length_of = [](int m) { return days_in_month(m / 12, m % 12 + 1); };
                draw(words, begin, end, origin,
                     parts.days({length_of(p), weekday_index(origin + 1), length_of(p - 1),
                                 length_of(p + 1)}));
            }
        });
}

FormPointer monthly_form(const Compiling& c) {
    const int interval = c.rule.interval();
    const auto [start_year, start_month, start_day] = year_month_day(c.start);
    const MonthParts parts(c.rule, c.implied);
    // Beside the months that are visited SKIP moves days into ones that are not, which have no place
    // on the grid; and from the month before the start, which is not visited, onto the start itself.
    if (parts.can_leave_month() && (12 % interval != 0 || start_day == 1)) {
        return leaving_months_form(c, parts);
    }
    if (12 % interval == 0) {
        const auto months =
            static_cast<std::uint16_t>(c.implied.months & visited_months(start_month, interval));
        return year_form(c, months, c.start, 1);
    }
    return std::make_unique<PeriodForm<MonthGrid>>(MonthGrid(parts, c.implied.months), c.start,
                                                   interval);
}

// --- Years ----------------------------------------------------------------------------------------

FormPointer leaving_years_form(const Compiling& c, const YearParts& parts) {
    const int first = year_day(c.start).year;
    return std::make_unique<BitsForm>(
        c.start, no_later_day,
        [parts, first, step = c.rule.interval()](std::int64_t begin, std::int64_t end,
                                                 Words& words) {
            // The day that moves back into 9999 comes from the year after.
            for (std::int64_t year = first; year <= last_year + 1; year += step) {
                const auto y = static_cast<int>(year);
                const YearBits days = parts.days(is_leap(y), weekday_index(year_start(y)));
                for (std::size_t w = 0; w < days.size(); ++w) {
                    draw(words, begin, end,
                         year_start(y) - 1 + static_cast<std::int64_t>(w) * word_bits, days[w]);
                }
            }
        });
}

FormPointer yearly_form(const Compiling& c) {
    if (!c.rule.by_week_no().empty()) {
        return std::make_unique<PeriodForm<WeekYearGrid>>(WeekYearGrid(c.rule, c.implied), c.start,
                                                          c.rule.interval());
    }
    const YearParts parts(c.rule, c.implied, c.implied.months);
    if (parts.can_leave_year()) return leaving_years_form(c, parts);
    return year_form(c, c.implied.months, c.start, c.rule.interval());
}

}  // namespace

FormPointer make_form(const Rule& rule, DayNumber start) {
    if (rule.frequency() < Frequency::daily) {
        throw RuleError(sentence("rrule.dates_only", {{"rule", to_string(rule)}}), 0);
    }
    if (rule.scale() == Scale::dangi) return make_lunar_form(rule, start);
    const Compiling compiling{rule, start, implied_parts(rule, start)};
    switch (rule.frequency()) {
        case Frequency::daily:
            return daily_form(compiling);
        case Frequency::weekly:
            return weekly_form(compiling);
        case Frequency::monthly:
            return monthly_form(compiling);
        default:
            return yearly_form(compiling);
    }
}

}  // namespace probity::detail
