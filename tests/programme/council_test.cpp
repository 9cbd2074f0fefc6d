#include "probity/programme/council.hpp"

#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"

namespace probity {
namespace {

std::vector<std::string> english_titles(const std::vector<UndatedEntry>& entries) {
    std::vector<std::string> titles;
    for (const UndatedEntry& entry : entries) titles.push_back(entry.title.english);
    return titles;
}

using Titles = std::vector<std::string>;

const Programme& yongsan() {
    static const Programme programme = examples::yongsan();
    return programme;
}

const Council& yongsan_council() { return yongsan().council("integrity-council"); }

TEST(YongsanCouncil, MeetsThreeTimesAYear) {
    EXPECT_EQ(prescribed_meetings(yongsan().quotas(), yongsan_council(), 2026), 3);
    EXPECT_EQ(english_titles(undated_meetings(yongsan_council(), 2026, yongsan().quotas(), {})),
              (Titles{"Integrity Council: Regular meeting 1 of 3, no date recorded",
                      "Integrity Council: Regular meeting 2 of 3, no date recorded",
                      "Integrity Council: Regular meeting 3 of 3, no date recorded"}));
}

TEST(YongsanCouncil, HadItsSecondMeetingOf2025OnTheTwentyFifthOfJuly) {
    const Meeting* second = yongsan_council().meeting(2025, MeetingKind::regular, 2);
    ASSERT_NE(second, nullptr);
    EXPECT_EQ(second->date, make_date(2025, 7, 25));
    EXPECT_EQ(weekday_of(*second->date), FR);
    EXPECT_EQ(second->presiding.english, "Mayor");
    EXPECT_FALSE(second->inference.empty());
}

TEST(YongsanCouncil, HadItsFirstMeetingOf2025OnADateThatIsNotKnown) {
    const Meeting* first = yongsan_council().meeting(2025, MeetingKind::regular, 1);
    ASSERT_NE(first, nullptr);
    EXPECT_EQ(first->state, MeetingState::held);
    EXPECT_FALSE(first->date);
    EXPECT_EQ(english_titles(undated_meetings(yongsan_council(), 2025, yongsan().quotas(), {})),
              (Titles{"Integrity Council: Regular meeting 1 of 3, held, date unknown",
                      "Integrity Council: Regular meeting 3 of 3, no date recorded"}));
}

TEST(YongsanCouncil, HasNoMeetingsBeforeItWasEstablished) {
    EXPECT_EQ(to_string(yongsan_council().established.value()), "2025-06");
    EXPECT_TRUE(undated_meetings(yongsan_council(), 2024, yongsan().quotas(), {}).empty());
}

TEST(MovedMeeting, KeepsItsFirstDateAndCountsTheMoves) {
    Council council{.id = "council", .name = {"협의체", "Council"}};
    council.meetings = {
        {.year = 2026,
         .ordinal = 1,
         .date = make_date(2026, 9, 29),
         .earlier_dates = {{.date = make_date(2026, 9, 21)},
                           {.date = make_date(2026, 9, 28),
                            .reason = {"임시공휴일", "temporary public holiday"}}}}};
    const auto entries = dated_meetings(council, {}, {});
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].begin(), make_date(2026, 9, 29));
    EXPECT_EQ(entries[0].nominal, make_date(2026, 9, 21));
    EXPECT_EQ(entries[0].changes, 2);
    EXPECT_EQ(entries[0].reason.english, "temporary public holiday");
    EXPECT_EQ(entries[0].period, "2026-1");
}

}  // namespace
}  // namespace probity
