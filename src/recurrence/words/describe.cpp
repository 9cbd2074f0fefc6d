#include "recurrence/words/describe.hpp"

#include <bit>

namespace probity {

std::string Rule::describe(Language language) const {
    const detail::ToldRule plan(*this);
    return language == Language::korean ? detail::korean_sentence(plan)
                                        : detail::english_sentence(plan);
}

namespace detail {
namespace {

template <int Bound>
Numbers numbers_of(const NumberSet<Bound>& set) {
    Numbers numbers;
    set.for_each_ascending([&](int number) { numbers.insert(number); });
    return numbers;
}

bool reaches_beyond(const Numbers& numbers, int bound) {
    return (!numbers.from_start().empty() && numbers.from_start().back().last > bound) ||
           (!numbers.from_end().empty() && numbers.from_end().front().first < -bound);
}

int size_of(const std::vector<Run>& runs) {
    int size = 0;
    for (const Run& run : runs) size += run.size();
    return size;
}

}  // namespace

// Numbers arrive in ascending order.
void Numbers::insert(int number) {
    std::vector<Run>& runs = number < 0 ? from_end_ : from_start_;
    if (!runs.empty() && runs.back().last == number - 1) {
        runs.back().last = number;
    } else {
        runs.push_back({number, number});
    }
}

int Numbers::size() const noexcept { return size_of(from_start_) + size_of(from_end_); }

std::optional<Run> Numbers::only_run() const {
    if (from_start_.size() + from_end_.size() != 1) return std::nullopt;
    return from_start_.empty() ? from_end_.front() : from_start_.front();
}

Numbers numbers_of_bits(std::uint64_t bits) {
    Numbers numbers;
    for (; bits != 0; bits &= bits - 1) numbers.insert(std::countr_zero(bits));
    return numbers;
}

ToldRule::ToldRule(const Rule& rule)
    : frequency(rule.frequency()),
      counted_in(rule.frequency()),
      interval(rule.interval()),
      lunar(rule.scale() == Scale::dangi),
      months(rule.by_month()),
      leap_months(rule.by_leap_month()),
      weekdays(rule.by_weekday()),
      // A weekday listed both ways is every such weekday.
      ordinal_weekdays(static_cast<Weekdays>(rule.ordinal_weekdays() & ~rule.by_weekday())),
      day_skip(Skip::omit),
      month_skip(Skip::omit),
      skips_from_end(false),
      count(rule.count()),
      until(rule.until()) {
    read_sets(rule);
    read_skip(rule);
    leave_out_what_says_nothing();
    tell_in_the_usual_period();
}

void ToldRule::read_sets(const Rule& rule) {
    for (int i = 0; i < 7; ++i) {
        if ((ordinal_weekdays >> i & 1) == 0) continue;
        ordinals[static_cast<std::size_t>(i)] = numbers_of(rule.by_day(Weekday::from_index(i)));
    }
    week_numbers = numbers_of(rule.by_week_no());
    year_days = numbers_of(rule.by_year_day());
    month_days = numbers_of(rule.by_month_day());
    positions = numbers_of(rule.by_set_pos());
    hours = numbers_of_bits(rule.by_hour());
    minutes = numbers_of_bits(rule.by_minute());
    seconds = numbers_of_bits(rule.by_second());

    const bool weeks_matter =
        !week_numbers.empty() ||
        (frequency == Frequency::weekly && has_weekdays() && (interval > 1 || !positions.empty()));
    if (weeks_matter && rule.week_start() != MO) week_start = rule.week_start();
}

// RFC 7529 section 4.1 skips dates that a part names and the calendar does not have. Where two
// parts must both hold for a day, or a part only limits, nothing is named that does not exist.
void ToldRule::read_skip(const Rule& rule) {
    if (frequency == Frequency::yearly && leap_months != 0) month_skip = rule.skip();
    if (frequency < Frequency::monthly || !week_numbers.empty()) return;

    const int shortest_month = lunar ? 29 : 28;
    const int shortest_year = lunar ? 353 : 365;
    const Numbers* named = nullptr;
    int shortest = 0;
    if (!month_days.empty() && year_days.empty()) {
        named = &month_days;
        shortest = shortest_month;
    } else if (!year_days.empty() && month_days.empty() && !has_months()) {
        named = &year_days;
        shortest = shortest_year;
    } else if (!has_weekdays() && month_days.empty() && year_days.empty()) {
        day_skip = rule.skip();  // the day of the start, which may be a 31st
    }
    if (named == nullptr || !reaches_beyond(*named, shortest)) return;
    day_skip = rule.skip();
    skips_from_end = named->from_start().empty() || named->from_start().back().last <= shortest;
}

void ToldRule::leave_out_what_says_nothing() {
    const bool days_are_limited = !month_days.empty() || !year_days.empty();
    const bool names_days = days_are_limited || !week_numbers.empty() || has_weekdays();
    if (all_months() && (frequency != Frequency::yearly || (names_days && !has_ordinals()))) {
        months = 0;
    }
    if (weekdays == every_weekday && (days_are_limited || frequency <= Frequency::daily)) {
        weekdays = 0;
    }
}

// Only for INTERVAL=1: every second year is not every twenty-fourth month.
void ToldRule::tell_in_the_usual_period() {
    if (interval != 1) return;
    if (positions.empty() && week_numbers.empty() && year_days.empty()) tell_without_positions();
    if (frequency == Frequency::monthly && has_months()) frequency = Frequency::yearly;
}

void ToldRule::tell_without_positions() {
    if (frequency == Frequency::yearly && all_months()) {
        months = 0;
        frequency = Frequency::monthly;
    }
    if (!month_days.empty()) {
        const bool in_every_month = !has_months() && !has_ordinals();
        if (frequency == Frequency::daily || (frequency == Frequency::yearly && in_every_month)) {
            frequency = Frequency::monthly;
        }
        return;
    }
    if (frequency < Frequency::daily || !has_weekdays() || has_ordinals()) return;
    if (weekdays == every_weekday) {
        weekdays = 0;
        frequency = Frequency::daily;
    } else if (!has_months() || frequency == Frequency::daily) {
        frequency = Frequency::weekly;
    }
}

bool ToldRule::one_month() const noexcept {
    return std::popcount(months) + std::popcount(leap_months) == 1;
}

bool ToldRule::chooses_named_days() const noexcept {
    if (positions.empty() || counted_in < Frequency::weekly) return false;
    return has_weekdays() || !month_days.empty() || !year_days.empty();
}

bool ToldRule::weekdays_have_a_name() const noexcept {
    return !has_ordinals() && (std::has_single_bit(weekdays) || weekdays == monday_to_friday ||
                               weekdays == saturday_and_sunday || weekdays == every_weekday);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

bool tells_seconds(const ToldRule& plan) {
    if (plan.seconds.empty()) return false;
    const auto run = plan.seconds.only_run();
    const bool full_minute = run && run->first == 0 && run->last == 0;
    return !full_minute || (plan.hours.empty() && plan.minutes.empty());
}

namespace {

std::string clock_time(int hour, int minute, const ToldRule& plan) {
    std::string text = two_digits(hour) + ":" + two_digits(minute);
    if (tells_seconds(plan)) text += ":" + two_digits(plan.seconds.from_start().front().first);
    return text;
}

std::vector<int> listed(const Numbers& numbers) {
    std::vector<int> list;
    for (const Run& run : numbers.from_start()) {
        for (int n = run.first; n <= run.last; ++n) list.push_back(n);
    }
    return list;
}

bool has_clock_times(const ToldRule& plan) {
    return plan.frequency >= Frequency::daily && !plan.hours.empty() && plan.seconds.size() <= 1;
}

}  // namespace

// An hour without a minute is taken as the full hour, as it is where the start has no time of day.
std::vector<std::string> clock_times(const ToldRule& plan) {
    constexpr std::size_t most_times = 6;
    if (!has_clock_times(plan)) return {};
    const std::vector<int> hours = listed(plan.hours);
    std::vector<int> minutes = listed(plan.minutes);
    if (minutes.empty()) minutes = {0};
    if (hours.size() * minutes.size() > most_times) return {};
    std::vector<std::string> times;
    for (const int hour : hours) {
        for (const int minute : minutes) times.push_back(clock_time(hour, minute, plan));
    }
    return times;
}

std::optional<HourlyTimes> hourly_times(const ToldRule& plan) {
    const auto run = plan.hours.only_run();
    if (!has_clock_times(plan) || !run || run->size() < 3 || plan.minutes.size() > 1) {
        return std::nullopt;
    }
    const int minute = plan.minutes.empty() ? 0 : plan.minutes.from_start().front().first;
    return HourlyTimes{clock_time(run->first, minute, plan), clock_time(run->last, minute, plan)};
}

}  // namespace detail
}  // namespace probity
