// Getters asked of a temporary, whose answer outlives it. The sanitizers find a reference that dangles.
#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "probity/workdays/deadline.hpp"
#include "probity/workdays/notice.hpp"
#include "tests/workdays/dates.hpp"

namespace temporaries_test {

using namespace probity;
using probity_tests::day;

Deadline two_weeks() {
    return deadline(WorkCalendar::korea(), day("2026-03-04"), LegalPeriod::days(14));
}

TEST(WorkdaysTemporaries, GiveByValue) {
    auto&& text = two_weeks().describe(Language::english);
    static_assert(std::is_same_v<decltype(text), std::string&&>);
    EXPECT_EQ(text.substr(0, 23), "14 days from 2026-03-04");

    auto&& clause = two_weeks().clause_in(Language::english);
    static_assert(std::is_same_v<decltype(clause), std::string&&>);
    EXPECT_EQ(clause.substr(0, 9), "Civil Act");

    const auto week = [] { return notice_by(WorkCalendar::korea(), day("2026-03-10"), 7); };
    auto&& notice = week().describe(Language::english);
    static_assert(std::is_same_v<decltype(notice), std::string&&>);
    EXPECT_EQ(notice, week().text_en);
}

}  // namespace temporaries_test
