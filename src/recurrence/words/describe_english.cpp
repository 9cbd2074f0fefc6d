#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "date/names.hpp"
#include "recurrence/words/describe.hpp"
#include "recurrence/words/english_numbers.hpp"

namespace probity::detail {
namespace {

using namespace english;

constexpr std::array<std::string_view, 7> period_names{"second", "minute", "hour", "day",
                                                       "week",   "month",  "year"};

class EnglishSentence {
  public:
    explicit EnglishSentence(const ToldRule& plan) : plan_(plan) {}

    std::string text() {
        if (plan_.frequency <= Frequency::daily) {
            tell_days_or_less();
        } else if (plan_.frequency == Frequency::weekly) {
            tell_weeks();
        } else {
            tell_months_or_years();
        }
        return days_ + times() + limit_ + positions_left() + notes() + end();
    }

  private:
    std::string every() const {
        const std::string period =
            (plan_.lunar && plan_.frequency >= Frequency::monthly && !yearly_with_months()
                 ? "lunar "
                 : "") +
            std::string(period_names[static_cast<std::size_t>(plan_.frequency)]);
        if (plan_.interval == 1) return "every " + period;
        if (plan_.interval == 2 && plan_.frequency >= Frequency::daily) {
            return "every second " + period;
        }
        return "every " + std::to_string(plan_.interval) + " " + period + "s";
    }

    bool yearly_with_months() const {
        return plan_.frequency == Frequency::yearly && plan_.has_months();
    }

    // ---------------------------------------------------------------- the whole, by FREQ

    void tell_days_or_less() {
        days_ = every();
        Items conditions = day_conditions(true);
        if (conditions.empty()) {
            tell_months_as_limit();
            return;
        }
        if (plan_.has_months()) conditions.push_back("lies in " + months("or"));
        limit_ = std::string(", but only if ") +
                 (plan_.frequency == Frequency::daily ? "it " : "the day ") +
                 join(conditions, "and") + calendar();
    }

    void tell_weeks() {
        const bool usual = plan_.interval == 1 && plan_.positions.empty();
        if (plan_.weekdays == 0) {
            days_ = every();
        } else if (plan_.chooses_named_days()) {
            days_ = every() + " on " + chosen_day("");
        } else if (plan_.weekdays == monday_to_friday && usual) {
            days_ = "every weekday";
        } else {
            days_ = every() + on_weekdays();
        }
        tell_months_as_limit();
    }

    void tell_months_as_limit() {
        if (!plan_.has_months()) return;
        if (plan_.interval == 1 && plan_.positions.empty()) {
            days_ += in_months();
        } else {
            limit_ += ", only" + in_months();
        }
    }

    void tell_months_or_years() {
        const bool yearly = plan_.frequency == Frequency::yearly;
        const bool every_month = !yearly && plan_.interval == 1;
        if (every_month && chosen_day_needs_no_clause()) {
            days_ = "on " + chosen_day(" of " + every());
        } else if (every_month && only_month_days() && plan_.month_days.from_start().empty()) {
            days_ = "on " + month_days("and") + " of " + every();
        } else {
            days_ = every() + days_of_period();
        }
        if (!yearly && plan_.has_months()) limit_ += ", only" + in_months();
    }

    bool only_month_days() const {
        return !plan_.month_days.empty() && !plan_.has_weekdays() && plan_.year_days.empty() &&
               plan_.week_numbers.empty() && plan_.positions.empty();
    }

    // ---------------------------------------------------------------- days of a month or year

    std::string days_of_period() {
        if (plan_.chooses_named_days()) return " on " + chosen_day(chosen_from());
        const bool month_days_only = plan_.year_days.empty() && plan_.week_numbers.empty();
        const bool no_month_or_year_days = plan_.month_days.empty() && plan_.year_days.empty();
        if (no_month_or_year_days) {
            return plan_.week_numbers.empty() ? weekdays_of_period() : days_of_weeks();
        }
        if (plan_.has_ordinals()) return nth_weekdays_that();
        if (!plan_.has_weekdays()) {
            if (month_days_only) return (told_as_one_run() ? " from " : " on ") + dates();
            if (plan_.month_days.empty() && plan_.week_numbers.empty() && !plan_.has_months()) {
                return " on " + year_days("and");
            }
        } else if (month_days_only) {
            return " on " + weekdays_on_month_days();
        }
        return " on each " + days_in_months() + " that " + join(day_conditions(false), "and");
    }

    std::string weekdays_of_period() const {
        const bool yearly = plan_.frequency == Frequency::yearly;
        if (!plan_.has_weekdays()) return yearly ? in_each_month() : "";
        if (plan_.has_ordinals()) return " on " + nth_weekdays("each", "and") + of_months_or_year();
        return " on each " + days_in_months();
    }

    std::string days_of_weeks() {
        const std::string weeks = " in " + week_numbers("and");
        if (!plan_.has_weekdays()) {
            if (plan_.has_months()) limit_ += ", only" + in_months();
            return weeks;
        }
        if (!plan_.has_months()) return on_weekdays() + weeks;
        return " on each " + days_in_months() + " that lies in " + week_numbers("or");
    }

    std::string nth_weekdays_that() const {
        return " on " + nth_weekdays("each", "and") + of_months_or_year() + " if it " +
               join(day_conditions(false), "and");
    }

    bool told_as_one_run() const {
        const auto run = plan_.month_days.only_run();
        return run && run->first > 0 && run->size() >= 3;
    }

    // "18 March", "the 1st and 15th of March", "the 15th day of the 8th lunar month".
    std::string dates() const {
        if (plan_.frequency == Frequency::monthly) return month_days("and");
        if (!plan_.has_months()) return month_days("and") + " of each month";
        const Numbers month_set = numbers_of_bits(plan_.months);
        const bool one_date = plan_.month_days.single() && plan_.month_days.from_end().empty() &&
                              month_set.single() && plan_.leap_months == 0;
        if (one_date && !plan_.lunar) {
            return std::to_string(plan_.month_days.from_start().front().first) + " " +
                   months("and");
        }
        std::string text = month_days("and");
        if (plan_.lunar && plan_.month_days.from_end().empty()) {
            text += plan_.month_days.single() ? " day" : " days";
        }
        return text + " of " + months_after_of();
    }

    // "the 13th if it falls on a Friday", "the Wednesday that falls on the 14th to the 20th".
    std::string weekdays_on_month_days() const {
        if (plan_.month_days.single()) {
            return dates() + " if it falls on a " + named_weekdays("or");
        }
        const auto run = plan_.month_days.only_run();
        const bool one_a_month =
            numbers_of_bits(plan_.weekdays).single() && run && run->size() == 7;
        return (one_a_month ? "the " : "each ") + days_in_months() + " that " +
               falls_on_month_days();
    }

    // "Monday", "Monday and Friday", "weekday (Monday to Friday)", "day", after "each".
    std::string named_weekdays(std::string_view word) const {
        if (plan_.weekdays == monday_to_friday) return "weekday (Monday to Friday)";
        if (plan_.weekdays == every_weekday) return "day";
        Items names;
        for (int i = 0; i < 7; ++i) {
            if ((plan_.weekdays >> i & 1) != 0) names.emplace_back(name(i));
        }
        return join(names, word);
    }

    std::string days_in_months() const {
        return (plan_.weekdays == 0 ? "day" : named_weekdays("and")) +
               (plan_.frequency == Frequency::yearly ? in_months() : "");
    }

    // " on Monday, Wednesday and Friday", " from Tuesday to Thursday", of one week.
    std::string on_weekdays() const {
        const Numbers days = numbers_of_bits(plan_.weekdays);
        const auto run = days.only_run();
        if (run && run->size() >= 3) return " from " + name(run->first) + " to " + name(run->last);
        Items list;
        append_items(
            list, days.from_start(), [](int i) { return name(i); },
            [](const Run& r) { return name(r.first) + " to " + name(r.last); });
        return " on " + join(list, "and");
    }

    static std::string name(int weekday) { return english_weekday(weekday); }

    // "the third Wednesday", "each Monday and the first Friday".
    std::string nth_weekdays(std::string_view each, std::string_view word) const {
        Items items;
        for (int i = 0; i < 7; ++i) {
            if ((plan_.weekdays >> i & 1) != 0) items.push_back(std::string(each) + " " + name(i));
        }
        for (int i = 0; i < 7; ++i) {
            const Numbers& numbers = plan_.ordinals[static_cast<std::size_t>(i)];
            if (!numbers.empty()) items.push_back("the " + places(numbers, name(i)));
        }
        return join(items, word);
    }

    // "the 1st and 15th", "the 11th to the 17th", "the last day", "the 1st and the last day".
    std::string month_days(std::string_view word) const {
        if (!plan_.month_days.from_end().empty()) return days_to_the_end(plan_.month_days, word);
        return days_from_start(plan_.month_days, word, "");
    }

    // "the 100th day of the year", "the 1st and 200th days of the year".
    std::string year_days(std::string_view word) const {
        const Numbers& days = plan_.year_days;
        return (days.from_end().empty() ? days_from_start(days, word, "day")
                                        : days_to_the_end(days, word)) +
               " of the year";
    }

    // "week 20 of the year", "weeks 1 and 30 of the year", "the last week of the year".
    std::string week_numbers(std::string_view word) const {
        Items list;
        const Numbers& weeks = plan_.week_numbers;
        int from_start = 0;
        for (const Run& run : weeks.from_start()) from_start += run.size();
        append_items(
            list, weeks.from_start(), [](int n) { return std::to_string(n); },
            [](const Run& r) { return std::to_string(r.first) + " to " + std::to_string(r.last); });
        if (!list.empty()) {
            list.front().insert(0, from_start == 1 ? "week " : "weeks ");
        }
        append_items(
            list, weeks.from_end(), [](int n) { return "the " + from_end(n) + " week"; },
            [](const Run& run) { return run_from_end(run, "week"); });
        return join(list, word) + " of the year";
    }

    // ---------------------------------------------------------------- conditions and positions

    // "is a Monday or Friday", "falls on the 13th": what a day must be, each after "that" or "it".
    Items day_conditions(bool with_weekdays) const {
        Items conditions;
        if (with_weekdays && plan_.has_weekdays()) conditions.push_back(is_weekday());
        if (!plan_.month_days.empty()) conditions.push_back(falls_on_month_days());
        if (!plan_.year_days.empty()) conditions.push_back(is_year_day());
        if (!plan_.week_numbers.empty()) conditions.push_back("lies in " + week_numbers("or"));
        return conditions;
    }

    std::string is_weekday() const {
        if (!plan_.has_ordinals()) return "is a " + named_weekdays("or");
        return "is " + nth_weekdays("a", "or") + counted_in();
    }

    // The period in which an ordinal is counted, if no month named before it says so.
    std::string counted_in() const {
        if (plan_.frequency != Frequency::yearly || plan_.one_month()) return "";
        return plan_.has_months() ? " of its month" : " of the year";
    }

    std::string falls_on_month_days() const {
        return (is_last_few(plan_.month_days) ? "falls in " : "falls on ") + month_days("or") +
               (plan_.frequency == Frequency::yearly && !plan_.has_months() ? " of a month" : "");
    }

    std::string is_year_day() const {
        return (is_last_few(plan_.year_days) ? "falls in " : "is ") + year_days("or");
    }

    bool chosen_day_needs_no_clause() const {
        return plan_.chooses_named_days() && choice_conditions().empty();
    }

    Items choice_conditions() const { return day_conditions(!plan_.weekdays_have_a_name()); }

    // Where the days lie from which BYSETPOS chooses.
    std::string chosen_from() const {
        if (plan_.frequency != Frequency::yearly) return "";
        if (!plan_.has_months() || plan_.all_months()) {
            const bool says_year = !plan_.week_numbers.empty() || !plan_.year_days.empty();
            return says_year ? "" : " of the year";
        }
        if (plan_.one_month()) return " of " + months("and");
        if (plan_.counted_in == Frequency::yearly) return in_months() + " taken together";
        return range_of_months() ? " of each month" + in_months() : " in each of " + months("and");
    }

    // "the last weekday (Monday to Friday) of March", "the first day that falls on ...".
    std::string chosen_day(const std::string& from) const {
        const std::string text = "the " + positioned_day() + from;
        const Items conditions = choice_conditions();
        return conditions.empty() ? text : text + " that " + join(conditions, "and");
    }

    std::string positioned_day() const {
        if (!plan_.weekdays_have_a_name()) return places(plan_.positions, "day");
        switch (plan_.weekdays) {
            case monday_to_friday:
                return places(plan_.positions, "weekday", " (Monday to Friday)");
            case saturday_and_sunday:
                return places(plan_.positions, "weekend day");
            case every_weekday:
                return places(plan_.positions, "day");
            default:
                return places(plan_.positions, named_weekdays("or"));
        }
    }

    // BYSETPOS where the days come from the start, or the period is a day or less.
    std::string positions_left() const {
        if (plan_.positions.empty() || plan_.chooses_named_days()) return "";
        return ", keeping only the " + places(plan_.positions, "occurrence") + " of each " +
               std::string(period_names[static_cast<std::size_t>(plan_.counted_in)]);
    }

    // ---------------------------------------------------------------- months

    // Three months or more in a row, which a reader takes in as a season.
    std::optional<Run> range_of_months() const {
        const auto run = numbers_of_bits(plan_.months).only_run();
        if (plan_.lunar || !run || run->size() < 3) return std::nullopt;
        return run;
    }

    static std::string month_name(int month) { return english_month(month); }

    // "March and June", "the months June to August", "the 5th and leap 5th lunar months".
    std::string months(std::string_view word) const {
        if (plan_.lunar) return lunar_months(word);
        if (const auto run = range_of_months()) {
            return "the months " + month_name(run->first) + " to " + month_name(run->last);
        }
        Items names;
        for (int m = 1; m <= 12; ++m) {
            if ((plan_.months >> m & 1) != 0) names.push_back(month_name(m));
        }
        return join(names, word);
    }

    std::string lunar_months(std::string_view word) const {
        Items names;
        for (int m = 1; m <= 12; ++m) {
            if ((plan_.months >> m & 1) != 0) names.push_back(ordinal(m));
            if ((plan_.leap_months >> m & 1) != 0) names.push_back("leap " + ordinal(m));
        }
        const bool several = names.size() > 1 && word == "and";
        const auto run = numbers_of_bits(plan_.months).only_run();
        if (plan_.leap_months == 0 && run && run->size() >= 3) {
            names = {ordinal(run->first) + " to " + ordinal(run->last)};
        }
        return "the " + join(names, word) + (several ? " lunar months" : " lunar month");
    }

    // " in March", " from June to August".
    std::string in_months() const {
        if (!plan_.has_months() || plan_.all_months()) return "";
        if (const auto run = range_of_months()) {
            return " from " + month_name(run->first) + " to " + month_name(run->last);
        }
        return " in " + months("and");
    }

    // For a day of the start's number in each of them.
    std::string in_each_month() const {
        if (!plan_.has_months()) return "";
        return (plan_.all_months() || range_of_months() ? " in each month" : "") + in_months();
    }

    // "March and June", "each month from June to August", after "of".
    std::string months_after_of() const {
        return range_of_months() ? "each month" + in_months() : months("and");
    }

    std::string of_months_or_year() const {
        if (plan_.frequency != Frequency::yearly) return "";
        return " of " + (plan_.has_months() ? months_after_of() : "the year");
    }

    // Where months and days are counted by the lunar calendar and nothing else has said so.
    std::string calendar() const {
        const bool told = plan_.has_months() || plan_.frequency >= Frequency::monthly;
        const bool matters = !plan_.month_days.empty() || !plan_.year_days.empty();
        return plan_.lunar && matters && !told ? " by the lunar calendar" : "";
    }

    // ---------------------------------------------------------------- times, notes, the end

    std::string times() const {
        const Items clock = clock_times(plan_);
        if (!clock.empty()) return " at " + join(clock, "and");
        if (const auto hourly = hourly_times(plan_)) {
            return ", hourly from " + hourly->first + " to " + hourly->last;
        }
        const auto part = [](std::string_view unit, const Numbers& numbers) {
            return std::string(unit) + (numbers.single() ? " " : "s ") + plain_numbers(numbers);
        };
        std::string text;
        if (tells_seconds(plan_)) text = " at " + part("second", plan_.seconds);
        if (!plan_.minutes.empty()) {
            text += (text.empty() ? " at " : " of ") + part("minute", plan_.minutes);
        }
        if (!plan_.hours.empty()) {
            text += (text.empty() ? " in " : " of ") + part("hour", plan_.hours);
        }
        return text;
    }

    std::string notes() const {
        std::string text;
        const auto note = [&](const std::string& words) {
            text += (text.empty() ? "" : "; ") + words;
        };
        if (plan_.week_start) note("weeks start on " + name(plan_.week_start->index()));
        if (plan_.month_skip != Skip::omit) {
            const bool back = plan_.month_skip == Skip::backward;
            note(std::string("in years without that leap month, in the month ") +
                 (back ? "before it" : "after it"));
        }
        if (plan_.day_skip != Skip::omit) note(moved_day());
        return text.empty() ? "" : " (" + text + ")";
    }

    std::string moved_day() const {
        const std::string period = plan_.year_days.empty() ? "month" : "year";
        std::string text = "where that day is missing, moved ";
        if (plan_.day_skip == Skip::backward) {
            text += "back to the last day of the " + period;
            return plan_.skips_from_end ? text + " before" : text;
        }
        return text + "forward to the first day of the " + (plan_.skips_from_end ? "" : "next ") +
               period;
    }

    std::string end() const {
        if (plan_.until) {
            const auto [year, month, day] = year_month_day(day_number(*plan_.until));
            return ", until " + std::to_string(day) + " " + month_name(month) + " " +
                   std::to_string(year);
        }
        if (!plan_.count) return "";
        if (*plan_.count == 1) return ", once";
        if (*plan_.count == 2) return ", twice";
        return ", " + std::to_string(*plan_.count) + " times";
    }

    const ToldRule& plan_;
    // The parts that have been told: the days, and what limits them, which stands after the times.
    std::string days_;
    std::string limit_;
};

}  // namespace

std::string english_sentence(const ToldRule& plan) { return EnglishSentence(plan).text(); }

}  // namespace probity::detail
