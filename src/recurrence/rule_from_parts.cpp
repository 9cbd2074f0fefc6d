// Parts of a rule that are given in code.
#include <string>
#include <vector>

#include "recurrence/rule_parser.hpp"

#include "text/sentence.hpp"

namespace probity {
namespace {

[[noreturn]] void refuse_number(Part part, std::int64_t number, const Text& allowed) {
    throw RuleError(
        detail::sentence("rrule.value",
                         {{"part", name_of(part)}, {"value", number}, {"allowed", allowed}}),
        0);
}

template <int Bound>
void insert_all(Part part, const std::vector<int>& numbers, NumberSet<Bound>& set) {
    for (const int number : numbers) {
        if (number == 0 || number < -Bound || number > Bound) {
            refuse_number(part, number, signed_range_text(Bound));
        }
        set.insert(number);
    }
}

template <class Bits>
void set_all(Part part, const std::vector<int>& numbers, int low, int high, Bits& bits) {
    for (const int number : numbers) {
        if (number < low || number > high) refuse_number(part, number, range_text(low, high));
        bits = static_cast<Bits>(bits | Bits{1} << number);
    }
}

}  // namespace

std::int32_t checked_number(Part part, std::int64_t number) {
    if (number < 1 || number > largest_number) {
        refuse_number(part, number, range_text(1, largest_number));
    }
    return static_cast<std::int32_t>(number);
}

void RuleParser::add_parts(const RuleParts& parts) {
    mark(Part::frequency, 0);
    rule_.frequency_ = parts.frequency;
    rule_.interval_ = checked_number(Part::interval, parts.interval);
    if (parts.count) {
        mark(Part::count, 0);
        rule_.count_ = checked_number(Part::count, *parts.count);
    }
    if (parts.until) {
        mark(Part::until, 0);
        rule_.until_ = day_number(*parts.until);
    }
    set_all(Part::by_month, parts.by_month, 1, 12, rule_.by_month_);
    set_all(Part::by_month, parts.by_leap_month, 1, 12, rule_.by_leap_month_);
    insert_all(Part::by_week_no, parts.by_week_no, rule_.by_week_no_);
    insert_all(Part::by_year_day, parts.by_year_day, rule_.by_year_day_);
    insert_all(Part::by_month_day, parts.by_month_day, rule_.by_month_day_);
    for (const Weekday weekday : parts.by_weekday) add_weekday(weekday);
    for (const NthWeekday which : parts.by_day) add_nth_weekday(which.weekday(), which.n());
    set_all(Part::by_hour, parts.by_hour, 0, 23, rule_.by_hour_);
    set_all(Part::by_minute, parts.by_minute, 0, 59, rule_.by_minute_);
    set_all(Part::by_second, parts.by_second, 0, 60, rule_.by_second_);
    insert_all(Part::by_set_pos, parts.by_set_pos, rule_.by_set_pos_);
    rule_.week_start_ = parts.week_start;
    rule_.names_scale_ = parts.scale.has_value();
    rule_.scale_ = parts.scale.value_or(Scale::gregorian);
    rule_.skip_ = parts.skip;
    if (parts.skip != Skip::omit) mark(Part::skip, 0);
}

}  // namespace probity
