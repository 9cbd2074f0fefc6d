// Recurrence::contains for arrays of days.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "answers.hpp"
#include "probity/date/error.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace recurrence_array_test {

TEST(RecurrenceArray, AnswersAsForOneDateAtATime) {
    RandomRules random(16);
    const std::int64_t not_a_time = std::numeric_limits<std::int64_t>::min();
    for (const std::string& text : sample_rules()) {
        const Recurrence r(Rule::parse(text), make_date(2026, 1, 31), {make_date(1999, 9, 9)},
                           {make_date(2026, 2, 28)});
        // Few and many; near each other, over all the range, and out of it.
        for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{3000}}) {
            for (const int spread : {0, 1, 2}) {
                std::vector<std::int64_t> days(size);
                for (std::int64_t& d : days) {
                    d = spread == 0 ? random.number(20000, 22000)
                                    : random.number(first_day_number - 10, last_day_number + 10);
                    if (spread == 2 && random.number(0, 3) == 0) {
                        const std::array<std::int64_t, 8> odd{
                            not_a_time,
                            not_a_time + 1,
                            std::numeric_limits<std::int64_t>::max(),
                            first_day_number - 1,
                            first_day_number,
                            last_day_number,
                            last_day_number + 1,
                            std::int64_t{1} << 32};
                        d = odd[static_cast<std::size_t>(random.number(0, 7))];
                    }
                }
                expect_same_membership(r, days);
            }
        }
    }
}

TEST(RecurrenceArray, DaysFarFromTheFirstOnes) {
    const Recurrence r = recurrence("FREQ=MONTHLY;BYDAY=3WE", "1400-01-01");
    std::vector<std::int64_t> days;
    for (std::int64_t d = 20000; d < 22000; ++d) days.push_back(d);
    for (std::int64_t d = first_day_number; d <= last_day_number; d += 997) days.push_back(d);
    expect_same_membership(r, days);
    std::reverse(days.begin(), days.end());
    expect_same_membership(r, days);
    expect_same_membership(r, std::vector<std::int64_t>(3000, std::int64_t{1} << 40));
}

TEST(RecurrenceArray, RoomForAllAnswers) {
    const Recurrence r = recurrence("FREQ=DAILY", "2026-01-01");
    const std::vector<std::int64_t> days(3, 0);
    std::array<bool, 2> answers{};
    EXPECT_ERROR(r.contains(days, answers), ProbityError);
}

TEST(RecurrenceArray, KoreanDaysBeyondTheHorizonAreUnknown) {
    const Recurrence r =
        recurrence("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", "2000-01-01");
    for (const std::size_t size : {std::size_t{4}, std::size_t{500}}) {
        std::vector<std::int64_t> days(size, day_number(make_date(2026, 2, 17)));
        const auto answers = std::make_unique<bool[]>(size);
        r.contains(days, std::span(answers.get(), size));
        EXPECT_TRUE(answers[size - 1]);
        days.back() = day_number(make_date(2102, 1, 1));
        EXPECT_ERROR(r.contains(days, std::span(answers.get(), size)), HorizonError);
        // No calendar has these days.
        days.back() = std::numeric_limits<std::int64_t>::min();
        r.contains(days, std::span(answers.get(), size));
        EXPECT_FALSE(answers[size - 1]);
    }
}

}  // namespace recurrence_array_test
}  // namespace probity::testing
