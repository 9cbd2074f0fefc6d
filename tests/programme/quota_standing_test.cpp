// How a quota of meetings stands, by the records of a programme.
#include <gtest/gtest.h>

#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace quota_standing_test {

using enum EventKind;

/// The office with a quota of meetings with a quorum, two a year.
ProgrammeParts with_a_quota() {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "meetings",
                     .title = words("Meetings"),
                     .of = "council",
                     .times = 2,
                     .counts = {.held = true, .quorate = true},
                     .begin = make_date(2026, 1, 1)}};
    return parts;
}

Verdict standing(const Programme& programme, int month, int day) {
    static const WorkCalendar korea = WorkCalendar::korea();
    return View(programme, make_date(2026, month, day), korea).quota("meetings");
}

TEST(QuotaStanding, HasTheLastDayOfNoticeThatTheCharterAsksFor) {
    ProgrammeParts parts = with_a_quota();
    const auto notice = [&](int days, bool clear) {
        parts.councils[0].charters[0].notice_days = days;
        parts.councils[0].charters[0].clear_notice = clear;
        const Verdict verdict = standing(Programme(parts), 3, 2);
        EXPECT_EQ(verdict.latest_feasible, make_date(2026, 12, 30));
        return verdict.latest_notice;
    };
    EXPECT_EQ(notice(7, true), make_date(2026, 12, 22));
    EXPECT_EQ(notice(7, false), make_date(2026, 12, 23));
    EXPECT_EQ(notice(0, false), make_date(2026, 12, 30));
}

TEST(QuotaStanding, SaysOfMeetingsThatWereHeldWhyTheyDoNotCount) {
    const Meeting planned{.year = 2026, .ordinal = 1, .date = make_date(2026, 3, 18)};
    Programme p = after(Programme(with_a_quota()), meeting_planned, "council/2026-1", Held(planned),
                        on(2, 2));
    p = after(p, meeting_noticed, "council/2026-1", {}, on(3, 2));
    const auto says_why = [](const Programme& programme, int day) {
        return standing(programme, 3, day).reason.english.find("2026-1 does not count.") !=
               std::string::npos;
    };
    // Its day has gone by, and nobody says that it was held.
    EXPECT_FALSE(says_why(p, 17));
    EXPECT_FALSE(says_why(p, 18));
    EXPECT_FALSE(says_why(p, 19));
    const Programme inquorate = after(p, meeting_held, "council/2026-1",
                                      Held(MeetingHeld{.present = {"mayor"}}), on(3, 18));
    EXPECT_FALSE(says_why(inquorate, 17));
    EXPECT_TRUE(says_why(inquorate, 18));
    const Programme quorate = after(p, meeting_held, "council/2026-1",
                                    Held(MeetingHeld{.present = {"mayor", "tax-head"}}), on(3, 18));
    EXPECT_FALSE(says_why(quorate, 18));
    EXPECT_EQ(standing(quorate, 3, 18).held, 1);
}

}  // namespace quota_standing_test
}  // namespace probity
