// Combinations whose parts are shared or nested deep: each part costs once, and no stack is needed.
#include <gtest/gtest.h>
#include <pthread.h>

#include <functional>
#include <string>
#include <vector>

#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/spans.hpp"
#include "samples.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {
namespace shared_parts_test {

const Date begin = make_date(2026, 1, 1);
const Date end = make_date(2031, 1, 1);

Recurrence mondays() { return recurrence("FREQ=WEEKLY;BYDAY=MO", "2026-01-01"); }

// Thirty combinations of the one before with itself: written out, two thousand million rules.
Recurrence doubled(Recurrence r, const std::function<Recurrence(const Recurrence&)>& twice) {
    for (int i = 0; i < 30; ++i) r = twice(r);
    return r;
}

// Runs with a stack of 256 KB, as some servers give to their threads.
void on_a_small_stack(std::function<void()> run) {
    pthread_attr_t attributes;
    ASSERT_EQ(pthread_attr_init(&attributes), 0);
    ASSERT_EQ(pthread_attr_setstacksize(&attributes, 256 * 1024), 0);
    pthread_t thread{};
    const auto start = [](void* given) -> void* {
        (*static_cast<std::function<void()>*>(given))();
        return nullptr;
    };
    ASSERT_EQ(pthread_create(&thread, &attributes, start, &run), 0);
    ASSERT_EQ(pthread_join(thread, nullptr), 0);
    pthread_attr_destroy(&attributes);
}

TEST(SharedParts, CostOnceHoweverOftenTheyStand) {
    const Recurrence a = mondays();
    const Recurrence r = doubled(a, [](const Recurrence& x) { return x | x; });
    EXPECT_EQ(r.between(begin, end), a.between(begin, end));
    EXPECT_EQ(r.count(begin, end), a.count(begin, end));
    EXPECT_EQ(r.next_after(begin), a.next_after(begin));
    EXPECT_EQ(r.last_before(end), a.last_before(end));
    EXPECT_EQ(r.nth(1000), a.nth(1000));
    EXPECT_TRUE(r.contains(make_date(2026, 1, 5)));
    EXPECT_FALSE(r.contains(make_date(2026, 1, 6)));
    EXPECT_FALSE(r.is_finite());
    EXPECT_TRUE(r.same_dates(a));
    EXPECT_EQ(*r.begin(), make_date(2026, 1, 5));

    const Recurrence again = doubled(mondays(), [](const Recurrence& x) { return x | x; });
    EXPECT_EQ(again, r);
    EXPECT_EQ(again.hash(), r.hash());
    EXPECT_NE(r, doubled(mondays(), [](const Recurrence& x) { return x & x; }));
    EXPECT_EQ(r.steps().size(), 31u);
    EXPECT_EQ(to_string(r), "<Recurrence of 2147483647 parts>");
}

TEST(SharedParts, ShiftedAgainstThemselves) {
    // Every Monday and the thirty days after it is every day from the first Monday on.
    const Recurrence every_day =
        doubled(mondays(), [](const Recurrence& x) { return x | x.shift(1); });
    EXPECT_TRUE(every_day.same_dates(recurrence("FREQ=DAILY", "2026-01-05")));
    EXPECT_TRUE(every_day.contains(make_date(2400, 7, 1)));
    const Recurrence none = doubled(mondays(), [](const Recurrence& x) { return x & x.shift(1); });
    EXPECT_EQ(none.next_after(begin), std::nullopt);
    const Recurrence days =
        doubled(mondays(), [](const Recurrence& x) { return x & Spans(x, 0, 2).days(); });
    EXPECT_TRUE(days.same_dates(mondays()));
}

TEST(SharedParts, UnionsTenThousandDeepOnASmallStack) {
    on_a_small_stack([] {
        constexpr int many = 10'000;
        const auto day = [](int i) {
            return Recurrence(Rule::parse("FREQ=DAILY;COUNT=1"), near(begin, i));
        };
        const auto expect_all = [&](const Recurrence& r) {
            EXPECT_EQ(r.between(begin, end).size(), 1826u);
            EXPECT_EQ(r.count(begin, end), 1826);
            EXPECT_TRUE(r.contains(near(begin, many - 1)));
            EXPECT_FALSE(r.contains(near(begin, many)));
            EXPECT_EQ(r.last_before(make_date(2400, 1, 1)), near(begin, many - 1));
            EXPECT_TRUE(r.is_finite());
            EXPECT_EQ(to_string(r), "<Recurrence of 19999 parts>");
            EXPECT_EQ(r.steps().size(), 19999u);
        };
        Recurrence left = day(0);
        Recurrence right = day(0);
        for (int i = 1; i < many; ++i) {
            left = left | day(i);
            right = day(i) | right;
        }
        expect_all(left);
        expect_all(right);
        EXPECT_TRUE(left.same_dates(right));
        EXPECT_NE(left, right);
        const Recurrence few = recurrence("FREQ=WEEKLY;BYDAY=MO;COUNT=9", "2026-01-01");
        Recurrence shifted = few;
        for (int i = 0; i < many; ++i) shifted = shifted.shift(i % 2 == 0 ? 1 : -1);
        EXPECT_TRUE(shifted.same_dates(few));
        EXPECT_EQ(shifted.nth(3), few.nth(3));
    });
}

// The dates of a combination with those of its parts by DateSet, in a window with room on both sides
// for what shifts and spans bring in.
struct Known {
    Recurrence recurrence;
    DateSet dates;
};

DateSet days_of_spans(const DateSet& first_days, int length) {
    DateSet days;
    for (int i = 0; i < length; ++i) days = days | first_days.shift(i);
    return days;
}

TEST(SharedParts, RandomCombinationsHaveTheDatesOfTheirParts) {
    RandomRules random(30'000);
    const Date outer_begin = make_date(1990, 1, 1);
    const Date outer_end = make_date(2070, 1, 1);
    for (int round = 0; round < 12; ++round) {
        std::vector<Known> known;
        for (int i = 0; i < 4; ++i) {
            const auto& rules = sample_rules();
            const auto size = static_cast<std::int64_t>(rules.size());
            const auto place = static_cast<std::size_t>(random.number(0, size - 1));
            const Recurrence r = recurrence(rules[place], "1985-03-01");
            known.push_back({r, r.between(outer_begin, outer_end)});
        }
        for (int i = 0; i < 24; ++i) {
            // Mostly of what was made last, so that parts are nested and shared.
            const auto pick = [&]() -> const Known& {
                const auto size = static_cast<std::int64_t>(known.size());
                const std::int64_t from = random.number(0, 3) == 0 ? 0 : size - 3;
                return known[static_cast<std::size_t>(random.number(from, size - 1))];
            };
            const Known a = pick();
            const Known b = pick();
            switch (random.number(0, 5)) {
                case 0:
                case 1:
                    known.push_back({a.recurrence | b.recurrence, a.dates | b.dates});
                    break;
                case 2:
                    known.push_back({a.recurrence & b.recurrence, a.dates & b.dates});
                    break;
                case 3:
                    known.push_back({a.recurrence - b.recurrence, a.dates - b.dates});
                    break;
                case 4: {
                    const auto days = static_cast<int>(random.number(-9, 9));
                    known.push_back({a.recurrence.shift(days), a.dates.shift(days)});
                    break;
                }
                default: {
                    const auto length = static_cast<int>(random.number(1, 3));
                    known.push_back(
                        {Spans(a.recurrence, 0, length).days(), days_of_spans(a.dates, length)});
                }
            }
        }
        for (const Known& each : known) {
            SCOPED_TRACE(to_string(each.recurrence));
            const DateSet expected = each.dates.between(begin, end);
            for (int i = 0; i < 20; ++i) {
                const Date date = random_date(random, begin, end);
                EXPECT_EQ(each.recurrence.contains(date), each.dates.contains(date));
            }
            ASSERT_EQ(each.recurrence.between(begin, end), expected);
            EXPECT_EQ(each.recurrence.count(begin, end),
                      static_cast<std::int64_t>(expected.size()));
            if (!expected.empty()) {
                EXPECT_EQ(each.recurrence.next_after(near(begin, -1)), expected[0]);
                EXPECT_EQ(each.recurrence.last_before(end), expected[expected.size() - 1]);
            }
            if (HasFailure()) return;
        }
    }
}

}  // namespace shared_parts_test
}  // namespace probity::testing
