// Long loops over dates ask now and then whether they are to go on.
#include <numeric>
#include <vector>

#include "probity/date/date_set.hpp"
#include "tests/interrupted.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace interruption_test {

using Part = std::pair<std::size_t, std::size_t>;

TEST(InRuns, GoesOverEveryItemOnceAndAsksBetween) {
    const Interrupting only_asked(-1);
    std::vector<Part> runs;
    const std::size_t done = detail::in_runs(100'000, [&](std::size_t first, std::size_t count) {
        runs.emplace_back(first, count);
        return count;
    });
    EXPECT_EQ(done, 100'000u);
    EXPECT_EQ(Interrupting::asked(), static_cast<int>(runs.size()));
    std::size_t next = 0;
    for (const auto& [first, count] : runs) {
        EXPECT_EQ(first, next);
        next += count;
    }
    EXPECT_EQ(next, 100'000u);
    EXPECT_GT(runs.size(), 2u);
}

TEST(InRuns, EndsWithTheFirstRunThatIsNotDoneInFull) {
    int runs = 0;
    const std::size_t done = detail::in_runs(100'000, [&](std::size_t first, std::size_t count) {
        ++runs;
        return std::min(count, 40'000 - first);
    });
    EXPECT_EQ(done, 40'000u);
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(detail::in_runs(0, [](std::size_t, std::size_t) { return std::size_t{1}; }), 0u);
}

TEST(InterruptionPoint, AsksAtEveryFewThousandthItem) {
    const Interrupting only_asked(-1);
    for (std::size_t i = 0; i < 10'000; ++i) detail::interruption_point(i);
    EXPECT_EQ(Interrupting::asked(), 3);
}

/// Many days of ten years, each several times and in no order.
std::vector<DayNumber> many_days() {
    std::vector<DayNumber> days(200'000);
    DayNumber day = 0;
    for (DayNumber& each : days) each = 20'000 + (day = (day + 1'777) % 3'650);
    return days;
}

TEST(DateSetOf, ManyDayNumbersCanBeInterrupted) {
    const std::vector<DayNumber> days = many_days();
    expect_interruptible([&] { return DateSet::of_day_numbers(days); });
}

TEST(DateSetOf, ManyDayNumbersIsTheSameAsOfEachOnceInOrder) {
    std::vector<DayNumber> each(3'650);
    std::iota(each.begin(), each.end(), 20'000);
    const DateSet set = DateSet::of_day_numbers(many_days());
    EXPECT_EQ(set, DateSet::of_day_numbers(each));
    EXPECT_EQ(set.day_numbers(), each);
    // Far apart, and twice.
    const std::vector<DayNumber> far{40'000, -100'000, 40'000, 0};
    EXPECT_EQ(DateSet::of_day_numbers(far).day_numbers(),
              (std::vector<DayNumber>{-100'000, 0, 40'000}));
    EXPECT_THROW(static_cast<void>(DateSet::of_day_numbers({0, first_day_number - 1, 5})),
                 DateError);
}

}  // namespace interruption_test
}  // namespace probity
