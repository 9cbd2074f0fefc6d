// All that a recurrence answers, held to the set of its dates.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "samples.hpp"
#include "tests/print_date.hpp"

namespace probity::testing {

// The last days of which a Korean rule of any kind knows.
inline const Date korean_end = make_date(2100, 12, 1);

inline bool is_korean(const std::string& rule) { return rule.find("DANGI") != std::string::npos; }

inline RandomRule random_rule(RandomRules& random) {
    return random.number(0, 9) == 0 ? random.next_korean() : random.next();
}

// What a set says in a window, asked of the recurrence in every way.
inline void expect_answers_of(const Recurrence& r, const DateSet& expected, const Date& begin,
                              const Date& end, RandomRules& random, const std::string& about) {
    SCOPED_TRACE(about);
    ASSERT_EQ(r.between(begin, end), expected);
    const std::vector<Date> dates = dates_in(expected);
    EXPECT_EQ(r.count(begin, end), static_cast<std::int64_t>(dates.size()));
    const std::int64_t before = r.count(first_date(), begin);
    for (int i = 0; i < 6 && !dates.empty(); ++i) {
        const auto k = random.number(0, static_cast<std::int64_t>(dates.size()) - 1);
        EXPECT_EQ(r.nth(before + k), dates[static_cast<std::size_t>(k)]) << "nth " << before + k;
    }
    for (int i = 0; i < 8; ++i) {
        Date date = random_date(random, begin, near(end, -1));
        if (i % 2 == 0 && !dates.empty()) {
            date = dates[static_cast<std::size_t>(
                random.number(0, static_cast<std::int64_t>(dates.size()) - 1))];
        }
        EXPECT_EQ(r.contains(date), expected.contains(date)) << to_string(date);
        if (const auto next = expected.next_after(date)) {
            EXPECT_EQ(r.next_after(date), next) << "after " << to_string(date);
        }
        if (const auto last = expected.last_before(date)) {
            EXPECT_EQ(r.last_before(date), last) << "before " << to_string(date);
        }
        const Date to = random_date(random, date, end);
        EXPECT_EQ(r.count(date, to), static_cast<std::int64_t>(expected.count(date, to)));
    }
}

// The answers of an array of days, held to those of each day.
inline void expect_same_membership(const Recurrence& r, const std::vector<std::int64_t>& days) {
    const auto answers = std::make_unique<bool[]>(days.size());
    r.contains(days, std::span(answers.get(), days.size()));
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool exists = days[i] >= first_day_number && days[i] <= last_day_number;
        ASSERT_EQ(answers[i], exists && r.contains(date_of(days[i]))) << r << ", day " << days[i];
    }
}

}  // namespace probity::testing
