// A calendar's arithmetic on arrays can be interrupted, whatever is asked and by whichever loop.
#include <array>
#include <memory>
#include <vector>

#include "probity/workdays/work_calendar.hpp"
#include "tests/interrupted.hpp"

namespace probity {
namespace array_interruption_test {

/// So many that answers are looked up in a table, and so few that they are counted.
class OverArrays : public testing::TestWithParam<std::size_t> {
  protected:
    OverArrays() : days(GetParam()), later(days.size()), ns(days.size()) {
        const auto first = std::int64_t{day_number(make_date(2026, 1, 1))};
        for (std::size_t i = 0; i < days.size(); ++i) {
            days[i] = first + static_cast<std::int64_t>(i % 300);
            later[i] = days[i] + static_cast<std::int64_t>(i % 50);
            ns[i] = static_cast<std::int64_t>(i % 7) - 3;
        }
    }

    template <class Ask>
    std::vector<std::int64_t> numbers(Ask ask) const {
        std::vector<std::int64_t> answers(days.size());
        ask(answers);
        return answers;
    }

    template <class Ask>
    std::vector<bool> flags(Ask ask) const {
        const auto answers = std::make_unique<bool[]>(days.size());
        ask(std::span<bool>(answers.get(), days.size()));
        return std::vector<bool>(answers.get(), answers.get() + days.size());
    }

    const WorkCalendar korea = WorkCalendar::korea();
    std::vector<std::int64_t> days;
    std::vector<std::int64_t> later;
    std::vector<std::int64_t> ns;
};

TEST_P(OverArrays, TestsOfDaysCanBeInterrupted) {
    expect_interruptible(
        [&] { return flags([&](auto answers) { korea.is_working_day(days, answers); }); });
    expect_interruptible(
        [&] { return flags([&](auto answers) { korea.is_holiday(days, answers); }); });
}

TEST_P(OverArrays, RollingCanBeInterrupted) {
    for (const RollConvention how :
         {RollConvention::following, RollConvention::modified_following, RollConvention::preceding,
          RollConvention::modified_preceding, RollConvention::nearest, RollConvention::none}) {
        expect_interruptible(
            [&] { return numbers([&](auto& answers) { korea.roll(days, how, answers); }); });
    }
}

TEST_P(OverArrays, AddingAndCountingCanBeInterrupted) {
    expect_interruptible(
        [&] { return numbers([&](auto& answers) { korea.add(days, 5, answers); }); });
    expect_interruptible(
        [&] { return numbers([&](auto& answers) { korea.add(days, ns, answers); }); });
    expect_interruptible(
        [&] { return numbers([&](auto& answers) { korea.count(days, later, answers); }); });
}

TEST_P(OverArrays, AWrongElementIsNamedByItsPlaceInTheWholeArray) {
    days[70'000] = std::int64_t{day_number(make_date(2200, 1, 1))};
    try {
        static_cast<void>(numbers([&](auto& answers) { korea.add(days, 5, answers); }));
        FAIL() << "it was taken";
    } catch (const HorizonError& error) {
        EXPECT_NE(std::string(error.what()).find("element 70000"), std::string::npos);
    }
}

INSTANTIATE_TEST_SUITE_P(Counted, OverArrays, testing::Values(100'000));
INSTANTIATE_TEST_SUITE_P(LookedUp, OverArrays, testing::Values(700'000));

}  // namespace array_interruption_test
}  // namespace probity
