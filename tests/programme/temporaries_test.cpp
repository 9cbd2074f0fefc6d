// Every getter that gives a reference is asked of a temporary here, and its answer is read when the
// temporary is gone: the address sanitizer would see a read of what is no more. test_headers.py holds
// this file to the headers, so that no getter is left out.
#include <gtest/gtest.h>

#include <algorithm>
#include <ranges>
#include <string>
#include <vector>

#include "probity/exchange/examples.hpp"
#include "probity/exchange/import.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/portfolio.hpp"
#include "probity/programme/view.hpp"
#include "probity/recurrence/every.hpp"
#include "probity/recurrence/spans.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace temporaries_test {

const Date start = make_date(2026, 1, 1);

Programme songpa() { return examples::songpa_illustrative(); }
Programme yongsan() { return examples::yongsan(); }
WorkCalendar korea() { return WorkCalendar::korea(make_date(2026, 11, 1)); }
View view() { return View(songpa(), make_date(2026, 8, 14), korea()); }
Agenda agenda() { return songpa().calendar(2026, korea()); }
Rule rule() {
    return Rule::parse("FREQ=YEARLY;BYWEEKNO=20;BYYEARDAY=140;BYMONTHDAY=20;BYDAY=MO;BYSETPOS=1");
}

TEST(Temporaries, PipeIntoViews) {
    std::vector<Date> first_three;
    for (const Date& date : third_week(start).anchors() | std::views::take(3)) {
        first_three.push_back(date);
    }
    EXPECT_EQ(first_three, (std::vector{make_date(2026, 1, 15), make_date(2026, 2, 19),
                                        make_date(2026, 3, 19)}));
    std::vector<Date> mondays;
    for (const Date& date : third_week(start).first_days() | std::views::take(2)) {
        mondays.push_back(date);
    }
    EXPECT_EQ(mondays, (std::vector{make_date(2026, 1, 12), make_date(2026, 2, 16)}));
    std::vector<Date> days;
    for (const Date& date :
         Recurrence(Rule::parse("FREQ=DAILY"), start).between(start, make_date(2026, 2, 1)) |
             std::views::drop(29)) {
        days.push_back(date);
    }
    EXPECT_EQ(days, (std::vector{make_date(2026, 1, 30), make_date(2026, 1, 31)}));
    const auto weekly = [] { return Recurrence(Rule::parse("FREQ=WEEKLY;BYDAY=SU"), start); };
    for (const auto& [nominal, adjusted] :
         korea().roll(weekly(), RollConvention::preceding) | std::views::take(3)) {
        EXPECT_LT(adjusted, nominal);
    }
    for (const Date& date : (weekly().shift(1) | weekly()) | std::views::take(3)) {
        EXPECT_GT(date, start);
    }
    for (const Date& date : korea().working_days(start, make_date(2026, 2, 1)) |
                                std::views::reverse | std::views::take(2)) {
        EXPECT_GT(date, make_date(2026, 1, 28));
    }
}

TEST(Temporaries, GiveIteratorsThatLive) {
    static_assert(std::ranges::borrowed_range<Recurrence> && std::ranges::borrowed_range<DateSet>);
    const auto found = std::ranges::find(third_week(start).anchors(), make_date(2026, 3, 19));
    EXPECT_EQ(*found, make_date(2026, 3, 19));
    const auto last = std::ranges::max_element(DateSet{start, make_date(2027, 5, 6)});
    EXPECT_EQ(*last, make_date(2027, 5, 6));
}

TEST(Temporaries, OfRecurrencesGiveByValue) {
    EXPECT_EQ(third_week(start).anchors().rule()->by_day(TH).size(), 1u);
    EXPECT_FALSE((third_week(start).days()).rule().has_value());
    EXPECT_TRUE(rule().by_week_no().contains(20));
    EXPECT_TRUE(rule().by_year_day().contains(140));
    EXPECT_TRUE(rule().by_month_day().contains(20));
    EXPECT_TRUE(rule().by_set_pos().contains(1));
    const auto& thirds = Rule::parse("FREQ=MONTHLY;BYDAY=3WE").by_day(WE);
    EXPECT_TRUE(thirds.contains(3));
    const RuleParts& parts = (every::every_month / every::Wednesday[3]).parts();
    EXPECT_EQ(parts.by_day.size(), 1u);
}

TEST(Temporaries, OfWorkCalendarsGiveByValue) {
    const Interval& horizon = korea().horizon();
    EXPECT_TRUE(horizon.contains(start));
    const std::optional<Date>& verified = korea().verified_from();
    EXPECT_LT(verified, start);
    const std::optional<Date>& known = korea().as_known_on();
    EXPECT_EQ(known, make_date(2026, 11, 1));
    const std::string& name =
        Holiday(korea().holidays(start, make_date(2026, 1, 2)).front()).name.in(Language::korean);
    EXPECT_FALSE(name.empty());
    const std::string& english =
        Holiday{.date = start, .name = {"새해", "New Year"}}.name.in(Language::english);
    EXPECT_EQ(english, "New Year");
    const std::string& passed =
        PassedDay{.date = start, .name = "새해", .name_en = "New Year"}.name_in(Language::english);
    EXPECT_EQ(passed, "New Year");
    const std::string& basis =
        Holiday{.date = start, .basis = {"제2조"}}.basis.in(Language::korean);
    EXPECT_EQ(basis, "제2조");
}

TEST(Temporaries, OfAgendasGiveByValue) {
    for (const AgendaEntry& entry : agenda().entries()) EXPECT_FALSE(entry.id.empty());
    for (const UndatedEntry& entry : yongsan().calendar(2026, korea()).undated()) {
        EXPECT_FALSE(entry.id.empty());
    }
    const AgendaEntry& first = agenda()[0];
    EXPECT_FALSE(first.id.empty());
    const Interval& window = agenda().window();
    EXPECT_EQ(window, year_of(2026));
    const Plan& plan = agenda().plan();
    EXPECT_EQ(plan.id, "songpa-illustrative");
    const WorkCalendar& workdays = agenda().workdays();
    EXPECT_TRUE(workdays.is_holiday(start));
    const std::string& title = Text{"청렴", "Integrity"}.in(Language::korean);
    EXPECT_EQ(title, "청렴");
}

TEST(Temporaries, OfProgrammesGiveByValue) {
    EXPECT_EQ(songpa().parts().id, "songpa-illustrative");
    EXPECT_EQ(songpa().founding().id, "songpa-illustrative");
    const History& history = songpa().history();
    EXPECT_GT(history.size(), 0u);
    const History::Row& row = songpa().history().row(0);
    EXPECT_EQ(songpa().history().name(row.subject).empty(), false);
    const EventBody& body = songpa().history().body(0);
    EXPECT_GE(body.index(), 0u);
    const std::string& id = songpa().id();
    EXPECT_EQ(id, "songpa-illustrative");
    const Text& title = songpa().title();
    EXPECT_FALSE(title.empty());
    const Institution& institution = songpa().institution();
    EXPECT_FALSE(institution.units.empty());
    std::size_t seen = 0;
    for (const Observance& each : songpa().observances()) seen += each.id.size();
    for (const Activity& each : songpa().activities()) seen += each.id.size();
    for (const Council& each : yongsan().councils()) seen += each.id.size();
    for (const RiskArea& each : yongsan().risk_areas()) seen += each.id.size();
    for (const Task& each : songpa().tasks()) seen += each.id.size();
    const Task& first = songpa().tasks().front();
    const Task& last = songpa().tasks().back();
    EXPECT_LT(first.id, last.id);
    EXPECT_EQ(songpa().tasks()[0], first);
    for (const Quota& each : songpa().quotas()) seen += each.id.size();
    for (const DeclaredCount& each : songpa().declared()) seen += to_string(each.what).size();
    EXPECT_GT(seen, 0u);
    const Observance& week = songpa().observance("integrity-week");
    EXPECT_EQ(week.id, "integrity-week");
    const Council& council = yongsan().council("integrity-council");
    EXPECT_EQ(council.id, "integrity-council");
    const Task& task = songpa().task("T-07");
    EXPECT_EQ(task.id, "T-07");
    const Quota& quota = songpa().quota("integrity-weeks");
    EXPECT_EQ(quota.id, "integrity-weeks");
    const std::optional<Date>& then = songpa().as_of(make_date(2026, 8, 14)).stands_on();
    EXPECT_EQ(then, make_date(2026, 8, 14));
    EXPECT_EQ(yongsan().council("integrity-council").meeting(2025, MeetingKind::regular, 2)->date,
              make_date(2025, 7, 25));
    EXPECT_EQ(songpa().council("band-council").charter_on(make_date(2026, 8, 14))->notice_days, 7);
}

TEST(Temporaries, OfViewsGiveByValue) {
    std::size_t tasks = 0;
    for (const Task& task : view().programme().tasks()) tasks += task.id.empty() ? 0 : 1;
    EXPECT_EQ(tasks, 39u);
    const Date& on = view().on();
    EXPECT_EQ(on, make_date(2026, 8, 14));
    const WorkCalendar& workdays = view().workdays();
    EXPECT_TRUE(workdays.is_holiday(start));
    for (const DutyShortfall& each : view().duty("education").shortfall()) {
        EXPECT_FALSE(each.official.empty());
    }
    const RecordPatch patch(Unit{.title = {"가", "a"}}, {"title"});
    for (const std::string& each : RecordPatch(patch).fields()) EXPECT_EQ(each, "title");
    for (const Programme& each : Portfolio({songpa(), yongsan()}).programmes()) {
        EXPECT_FALSE(each.id().empty());
    }
}

TEST(Temporaries, OfErrorsGiveByValue) {
    const std::string& place = DocumentError("it is no id", "/observances/1/id").place();
    EXPECT_EQ(place, "/observances/1/id");
    for (const DocumentFault& each : DocumentError("it is no id", "/id").faults()) {
        EXPECT_EQ(each.place, "/id");
    }
    const auto refused = [] {
        return TransitionError(Text{"no", "no"}, "proposed", "verified", "it is open");
    };
    const std::string& state = refused().state();
    const std::string& wanted = refused().wanted();
    const std::string& unmet = refused().unmet();
    EXPECT_EQ(state + wanted + unmet, "proposedverifiedit is open");
    for (const RowError& each : ImportErrors({RowError{.row = 3}}).rows()) EXPECT_EQ(each.row, 3);
}

}  // namespace temporaries_test
}  // namespace probity
