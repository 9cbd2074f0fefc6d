// Rule::describe: two rules that are told by the same sentence have the same dates.
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "probity/recurrence/rule.hpp"
#include "reference.hpp"

namespace probity::testing {
namespace describe_alike_test {

using std::chrono::sys_days;

// Over rules that mix the parts in every way: where two are told by the same sentence, they must
// give the same dates. The dates are the reference's, which shares no code with the sentences.
class ToldAlike {
  public:
    explicit ToldAlike(std::vector<sys_days> starts) : starts_(std::move(starts)) {}

    void add(const std::string& text) {
        const Rule rule = Rule::parse(text);
        ++rules_;
        compare(english_, rule.describe(Language::english), text);
        compare(korean_, rule.describe(Language::korean), text);
    }

    std::size_t rules() const { return rules_; }
    std::size_t repeated() const { return 2 * rules_ - english_.size() - korean_.size(); }

  private:
    using Dates = std::vector<std::vector<sys_days>>;
    // The first rule that a sentence was told of.
    using Told = std::map<std::string, std::string>;

    void compare(Told& told, const std::string& sentence, const std::string& rule) {
        const auto [first, is_new] = told.try_emplace(sentence, rule);
        if (is_new) return;
        EXPECT_TRUE(dates_of(first->second) == dates_of(rule))
            << sentence << "\n  " << first->second << "\n  " << rule;
    }

    const Dates& dates_of(const std::string& rule) {
        Dates& dates = known_[rule];
        if (!dates.empty()) return dates;
        for (const sys_days start : starts_) {
            dates.push_back(
                reference_dates(rule, start, start, start + std::chrono::days(5 * 366)));
        }
        return dates;
    }

    std::vector<sys_days> starts_;
    std::size_t rules_ = 0;
    Told english_;
    Told korean_;
    std::map<std::string, Dates> known_;
};

sys_days day(int year, unsigned month, unsigned day_of_month) {
    return std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day_of_month);
}

using Choices = std::vector<std::string>;

// Every way to take one choice from each list, behind a beginning.
template <class Visitor>
void for_each_mix(const std::string& text, const std::vector<Choices>& parts, Visitor visit,
                  std::size_t part = 0) {
    if (part == parts.size()) return visit(text);
    for (const std::string& choice : parts[part]) {
        for_each_mix(text + choice, parts, visit, part + 1);
    }
}

const std::string every_month = ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12";
const std::string every_weekday = ";BYDAY=MO,TU,WE,TH,FR,SA,SU";

TEST(Describe, RulesToldAlikeHaveTheSameDates) {
    ToldAlike told({day(2026, 3, 18), day(2027, 12, 6)});
    const auto add = [&](const std::string& text) {
        // RFC 5545 has BYSETPOS only beside another BYxxx part.
        const std::size_t last_part = text.rfind(";BY");
        if (last_part == std::string::npos || last_part != text.find(";BY") ||
            !text.substr(last_part).starts_with(";BYSETPOS")) {
            told.add(text);
        }
    };
    const Choices intervals{"", ";INTERVAL=2"};
    const Choices months{"", ";BYMONTH=3", ";BYMONTH=3,6", every_month};
    const Choices month_days{"", ";BYMONTHDAY=13", ";BYMONTHDAY=8,9,10,11,12,13,14",
                             ";BYMONTHDAY=13,-1"};
    const Choices weekdays{
        "", ";BYDAY=MO", ";BYDAY=MO,FR", ";BYDAY=MO,TU,WE,TH,FR", ";BYDAY=SA,SU", every_weekday};
    Choices any_weekdays = weekdays;
    any_weekdays.insert(any_weekdays.end(), {";BYDAY=1MO", ";BYDAY=2MO,FR", ";BYDAY=-1FR,FR"});
    const Choices positions{"", ";BYSETPOS=1", ";BYSETPOS=-1,2"};
    const Choices week_starts{"", ";WKST=SU"};

    for_each_mix("FREQ=DAILY", {intervals, months, month_days, weekdays, positions}, add);
    for_each_mix("FREQ=WEEKLY", {intervals, months, weekdays, positions, week_starts}, add);
    for_each_mix("FREQ=MONTHLY", {intervals, months, month_days, any_weekdays, positions}, add);
    for_each_mix("FREQ=YEARLY", {intervals, months, month_days, any_weekdays, positions}, add);
    for_each_mix("FREQ=YEARLY;BYYEARDAY=60,100",
                 {intervals, months, month_days, any_weekdays, positions}, add);
    for_each_mix("FREQ=YEARLY;BYWEEKNO=11,-1",
                 {intervals, months, month_days, weekdays, positions, week_starts}, add);
    EXPECT_GT(told.rules(), 3000u);
    EXPECT_GT(told.repeated(), 300u);  // otherwise nothing has been compared
}

TEST(Describe, RulesWithSkipToldAlikeHaveTheSameDates) {
    ToldAlike told({day(2024, 2, 29), day(2027, 12, 31)});
    for_each_mix("RSCALE=GREGORIAN",
                 {{";FREQ=DAILY", ";FREQ=WEEKLY", ";FREQ=MONTHLY", ";FREQ=YEARLY"},
                  {"", ";INTERVAL=2"},
                  {"", ";BYMONTH=2", every_month},
                  {"", ";BYDAY=MO"},
                  {"", ";SKIP=BACKWARD", ";SKIP=FORWARD"}},
                 [&](const std::string& text) { told.add(text); });
    for_each_mix("RSCALE=GREGORIAN",
                 {{";FREQ=MONTHLY", ";FREQ=YEARLY"},
                  {"", ";INTERVAL=2"},
                  {"", ";BYMONTH=2", every_month},
                  {"", ";BYDAY=MO"},
                  {";BYMONTHDAY=15", ";BYMONTHDAY=31", ";BYMONTHDAY=-31", ";BYMONTHDAY=28,-28"},
                  {"", ";SKIP=BACKWARD", ";SKIP=FORWARD"}},
                 [&](const std::string& text) { told.add(text); });
    for_each_mix("RSCALE=GREGORIAN;FREQ=YEARLY",
                 {{"", ";INTERVAL=2"},
                  {";BYYEARDAY=366", ";BYYEARDAY=-366", ";BYYEARDAY=365", ";BYWEEKNO=53"},
                  {"", ";BYMONTH=12"},
                  {"", ";BYMONTHDAY=31"},
                  {"", ";BYDAY=MO"},
                  {"", ";SKIP=BACKWARD", ";SKIP=FORWARD"}},
                 [&](const std::string& text) { told.add(text); });
    EXPECT_GT(told.repeated(), 100u);
}

TEST(Describe, LunarRulesToldAlikeHaveTheSameDates) {
    ToldAlike told({day(2025, 7, 25), day(2026, 2, 17)});  // the first of leap month 6; Seollal
    for_each_mix("RSCALE=DANGI",
                 {{";FREQ=DAILY", ";FREQ=MONTHLY", ";FREQ=YEARLY"},
                  {"", ";INTERVAL=2"},
                  {"", ";BYMONTH=6", ";BYMONTH=6L", ";BYMONTH=6,6L", every_month},
                  {"", ";BYMONTHDAY=1", ";BYMONTHDAY=30"},
                  {"", ";BYDAY=SA"},
                  {"", ";SKIP=BACKWARD", ";SKIP=FORWARD"}},
                 [&](const std::string& text) { told.add(text); });
    EXPECT_GT(told.repeated(), 100u);
}

}  // namespace describe_alike_test
}  // namespace probity::testing
