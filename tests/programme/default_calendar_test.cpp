// Questions that name no work calendar are asked with Korea's.
#include <gtest/gtest.h>

#include "probity/exchange/examples.hpp"
#include "probity/programme/impact.hpp"
#include "probity/programme/portfolio.hpp"
#include "probity/programme/propose_meetings.hpp"
#include "probity/programme/view.hpp"
#include "tests/history/office.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace default_calendar_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

/// Korea's with a day off more, so that another calendar gives another answer.
WorkCalendar with_day_off(const Date& date) { return korea().with_holiday(date, "a day off"); }

TEST(DefaultCalendar, OfAViewIsKoreas) {
    const Date off = make_date(2026, 3, 17);
    const View view(examples::yongsan(), make_date(2026, 3, 2));
    EXPECT_TRUE(view.workdays().is_working_day(off));
    EXPECT_FALSE(view.workdays().is_working_day(make_date(2026, 3, 1)));
    EXPECT_FALSE(View(examples::yongsan(), make_date(2026, 3, 2), with_day_off(off))
                     .workdays()
                     .is_working_day(off));
}

TEST(DefaultCalendar, OfAReasonIsKoreas) {
    const Date off = make_date(2026, 3, 17);
    const Programme songpa = examples::songpa();
    EXPECT_EQ(why(songpa, off), why(songpa, off, korea()));
    EXPECT_NE(why(songpa, off), why(songpa, off, with_day_off(off)));
}

TEST(DefaultCalendar, OfProposedMeetingsIsKoreas) {
    const Programme yongsan = examples::yongsan();
    const auto dates = [](const std::vector<Proposal>& proposals) {
        std::vector<Date> out;
        for (const Proposal& each : proposals) out.push_back(each.date);
        return out;
    };
    const auto found = dates(propose_meetings(yongsan, "integrity-council", 2026));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found, dates(propose_meetings(yongsan, "integrity-council", 2026, korea())));
    EXPECT_NE(found, dates(propose_meetings(yongsan, "integrity-council", 2026,
                                            with_day_off(found.front()))));
}

TEST(DefaultCalendar, OfAnAgendaIsKoreas) {
    const auto working_days = [](const std::optional<WorkCalendar>& workdays) {
        const Agenda agenda = examples::songpa().calendar(2026, workdays);
        return agenda.select(EntryKind::week)[1].working_days;
    };
    // Of the days from Monday, 16 February 2026, three are those of the lunar New Year.
    EXPECT_EQ(working_days(std::nullopt), 2);
    EXPECT_EQ(working_days(korea()), 2);
    EXPECT_EQ(working_days(with_day_off(make_date(2026, 2, 19))), 1);
}

TEST(DefaultCalendar, OfAPortfolioIsKoreas) {
    // Due on Sunday, 1 March 2026, and so on Tuesday: Monday is the substitute of a public holiday.
    ProgrammeParts parts = office_parts();
    parts.tasks.push_back({.id = "T-1", .title = words("T-1"), .due = make_date(2026, 3, 1)});
    const Portfolio offices({Programme(parts)});
    const auto overdue = [&](const std::optional<WorkCalendar>& workdays, int day) {
        return offices.progress(make_date(2026, 3, day), workdays).front().overdue;
    };
    EXPECT_EQ(overdue(std::nullopt, 3), 0);
    EXPECT_EQ(overdue(std::nullopt, 4), 1);
    EXPECT_EQ(overdue(with_day_off(make_date(2026, 3, 3)), 4), 0);
}

}  // namespace default_calendar_test
}  // namespace probity
