#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <utility>
#include <vector>

#include "probity/date/date_set.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace date_set_iterator_test {

// Held as bits, as sorted numbers, and empty.
DateSet week() { return DateSet::of(Interval::of_days(make_date(2026, 3, 16), 7)); }
DateSet ends_of_time() { return DateSet{first_date(), make_date(2026, 3, 18), last_date()}; }

class DateSetIterator : public testing::TestWithParam<DateSet> {};

TEST_P(DateSetIterator, HasRandomAccess) {
    const DateSet& set = GetParam();
    const auto size = static_cast<std::ptrdiff_t>(set.size());
    ASSERT_EQ(set.end() - set.begin(), size);
    for (std::ptrdiff_t i = 0; i < size; ++i) {
        const Date expected = set[static_cast<std::size_t>(i)];
        EXPECT_EQ(set.begin()[i], expected);
        EXPECT_EQ(*(set.begin() + i), expected);
        EXPECT_EQ(*(i + set.begin()), expected);
        EXPECT_EQ(*(set.end() - (size - i)), expected);
        EXPECT_LT(set.begin() + i, set.end());
        EXPECT_EQ(*std::ranges::lower_bound(set, expected), expected);
        EXPECT_TRUE(std::binary_search(set.begin(), set.end(), expected));
    }
}

TEST_P(DateSetIterator, WalksBackAsItWalksForth) {
    const DateSet& set = GetParam();
    std::vector<Date> forth;
    for (auto it = set.begin(); it != set.end(); it++) forth.push_back(*it);
    std::vector<Date> back;
    for (auto it = set.end(); it != set.begin();) back.push_back(*--it);
    EXPECT_TRUE(std::ranges::equal(forth, back | std::views::reverse));
    EXPECT_TRUE(std::ranges::equal(set | std::views::reverse, back));
    for (auto it = set.end(); it != set.begin();) {
        const auto after = it--;
        EXPECT_EQ(after - it, 1);
    }
}

TEST_P(DateSetIterator, BelongsToTheDatesAndNotToTheHandle) {
    DateSet set = GetParam();
    const std::vector<Date> expected(set.begin(), set.end());
    const auto begin = set.begin();
    const auto end = set.end();
    const DateSet taken = std::move(set);
    EXPECT_EQ(std::vector<Date>(begin, end), expected);
    set = DateSet{make_date(1999, 9, 9), make_date(1999, 9, 10)};
    EXPECT_EQ(std::vector<Date>(begin, end), expected);
    auto [first, last] = [&] {
        const DateSet temporary = DateSet::of_day_numbers(taken.day_numbers());
        return std::pair(temporary.begin(), temporary.end());
    }();
    EXPECT_EQ(std::vector<Date>(first, last), expected);
    if (!expected.empty()) {
        ++first;
        EXPECT_EQ(last - first, static_cast<std::ptrdiff_t>(expected.size()) - 1);
    }
}

INSTANTIATE_TEST_SUITE_P(, DateSetIterator, testing::Values(week(), ends_of_time(), DateSet()));

TEST(EmptyDateSetIterator, IsItsOwnEnd) {
    EXPECT_EQ(DateSet::Iterator(), DateSet::Iterator());
    EXPECT_EQ(DateSet().begin(), DateSet().end());
    static_assert(std::ranges::random_access_range<DateSet>);
    static_assert(std::ranges::sized_range<DateSet>);
}

}  // namespace date_set_iterator_test
}  // namespace probity
