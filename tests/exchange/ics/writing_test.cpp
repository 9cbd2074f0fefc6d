#include "probity/exchange/icalendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "probity/exchange/examples.hpp"

namespace probity {
namespace writing_test {

using Event = std::map<std::string, std::string>;

/// The lines of a file, unfolded.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (std::size_t end; (end = text.find("\r\n", start)) != std::string::npos; start = end + 2) {
        const std::string line = text.substr(start, end - start);
        if (!line.empty() && line[0] == ' ') {
            lines.back() += line.substr(1);
        } else {
            lines.push_back(line);
        }
    }
    EXPECT_EQ(start, text.size()) << "the last line has no CRLF";
    return lines;
}

/// The events of a file, each as its lines by name with parameters.
std::vector<Event> events_of(const std::string& text) {
    std::vector<Event> events;
    bool inside = false;
    for (const std::string& line : lines_of(text)) {
        if (line == "BEGIN:VEVENT") {
            events.emplace_back();
            inside = true;
        } else if (line == "END:VEVENT") {
            inside = false;
        } else if (inside) {
            const std::size_t colon = line.find(':');
            EXPECT_TRUE(events.back().emplace(line.substr(0, colon), line.substr(colon + 1)).second)
                << line;
        }
    }
    return events;
}

Event event_of(const std::vector<Event>& events, const std::string& uid) {
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const Event& e) { return e.at("UID") == uid; });
    if (found == events.end()) throw std::out_of_range(uid);
    return *found;
}

Agenda songpa(int year) { return examples::songpa().calendar(year, WorkCalendar::korea()); }

/// A plan with one observance, for what the shipped programmes do not have.
Plan plan_of(std::vector<Observance> observances) {
    return {.id = "office",
            .title = {"청렴 달력", "Integrity calendar"},
            .observances = std::move(observances),
            .recorded = to_sys_days(make_date(2026, 1, 1))};
}

Observance observance_of(std::string id, const ObservanceRule& rule) {
    Observance observance{.id = std::move(id), .kind = ObservanceKind::day};
    observance.title = {"청렴데이", "Integrity Day"};
    observance.rules = {{.begin = make_date(2025, 1, 1), .rule = rule}};
    if (spans(rule, make_date(2025, 1, 1)).length() > 1) observance.kind = ObservanceKind::week;
    return observance;
}

SpanRule dates(const char* rule) { return {Rule::parse(rule), 0, 1}; }

Agenda agenda_of(Plan plan, int year = 2026) {
    return Agenda(std::move(plan), WorkCalendar::korea(), year_of(year));
}

TEST(SongpaFile, HasOneEventAWeekForThreeYears) {
    const IcsFile file = write_ics(songpa(2026));
    const auto events = events_of(file.text);
    EXPECT_EQ(events.size(), 37u);  // 36 weeks, and the days as one rule
    EXPECT_EQ(file.report.events, 37);
    const Event week = event_of(events, "integrity-week-2026-03@songpa.probity");
    EXPECT_EQ(week.at("DTSTART;VALUE=DATE"), "20260316");
    EXPECT_EQ(week.at("DTEND;VALUE=DATE"), "20260323");
    EXPECT_EQ(week.at("SUMMARY"), "Integrity Week");
    EXPECT_EQ(week.at("SEQUENCE"), "0");
    EXPECT_EQ(week.at("TRANSP"), "TRANSPARENT");
    const Event day = event_of(events, "integrity-day@songpa.probity");
    EXPECT_EQ(day.at("DTSTART;VALUE=DATE"), "20240320");
    EXPECT_EQ(day.at("DTEND;VALUE=DATE"), "20240321");
    EXPECT_EQ(day.at("RRULE"), "FREQ=YEARLY;BYMONTH=3;BYDAY=3WE");
}

TEST(SongpaFile, HasNoRuleThatOutlookWouldSkip) {
    const IcsFile file = write_ics(songpa(2026));
    // The third Wednesday of March has a template, the third week has none.
    EXPECT_EQ(file.text.find("RRULE"), file.text.rfind("RRULE"));
    EXPECT_EQ(file.text.find("RDATE"), std::string::npos);
    ASSERT_EQ(file.report.rules.size(), 1u);
    EXPECT_EQ(file.report.rules[0].id, "integrity-day");
    ASSERT_EQ(file.report.singles.size(), 1u);
    EXPECT_EQ(file.report.singles[0].id, "integrity-week");
    EXPECT_EQ(file.report.singles[0].events, 36);
    EXPECT_NE(file.report.singles[0].reason.english.find("Outlook has no template"),
              std::string::npos);
}

TEST(SongpaFile, HasTheDayOf2023ThatNoRuleGave) {
    const auto events = events_of(write_ics(songpa(2023)).text);
    EXPECT_EQ(event_of(events, "integrity-day-2023@songpa.probity").at("DTSTART;VALUE=DATE"),
              "20230314");
    EXPECT_EQ(event_of(events, "band-inauguration@songpa.probity").at("DTSTART;VALUE=DATE"),
              "20230302");
    EXPECT_EQ(
        event_of(events, "morning-broadcast-2023-06-13@songpa.probity").at("DTSTART;VALUE=DATE"),
        "20230613");
}

TEST(SongpaFile, ForcedToRulesSaysThemInOneRuleEach) {
    const IcsFile file = write_ics(songpa(2026), {.recurring = IcsRecurring::rule});
    const auto events = events_of(file.text);
    ASSERT_EQ(events.size(), 2u);
    const Event week = event_of(events, "integrity-week@songpa.probity");
    EXPECT_EQ(week.at("DTSTART;VALUE=DATE"), "20230313");
    EXPECT_EQ(Rule::parse(week.at("RRULE")),
              Rule::parse("FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=12,13,14,15,16,17,18"));
    EXPECT_EQ(file.report.rules.size(), 2u);
    EXPECT_TRUE(file.report.singles.empty());
}

TEST(SongpaFile, IsTheSameInEveryRunAndMarchesWithItsStamp) {
    EXPECT_EQ(write_ics(songpa(2026)).text, write_ics(songpa(2026)).text);
    const auto stamp = to_sys_days(make_date(2026, 5, 4)) + std::chrono::hours(9);
    for (const Event& event : events_of(write_ics(songpa(2026), {.stamp = stamp}).text)) {
        EXPECT_EQ(event.at("DTSTAMP"), "20260504T090000Z");
    }
    for (const Event& event : events_of(write_ics(songpa(2026)).text)) {
        EXPECT_EQ(event.at("DTSTAMP"), "20261121T000000Z");
    }
}

TEST(SongpaFile, IsInKoreanWhereAsked) {
    const IcsFile file = write_ics(songpa(2026), {.language = Language::korean});
    const auto lines = lines_of(file.text);
    EXPECT_NE(std::find(lines.begin(), lines.end(), "X-WR-CALNAME:송파구 청렴 프로그램"),
              lines.end());
    const Event week = event_of(events_of(file.text), "integrity-week-2026-02@songpa.probity");
    EXPECT_EQ(week.at("SUMMARY"), "청렴주간");
    EXPECT_EQ(
        week.at("DESCRIPTION").rfind("매월 셋째 주\\n근무일 2일 (짧은 주)\\n- 청렴 캠페인", 0), 0u)
        << week.at("DESCRIPTION");
}

TEST(SongpaFile, KeepsToTheYearsAsked) {
    const IcsFile file = write_ics(songpa(2026), {.years = std::pair{2026, 2026}});
    EXPECT_EQ(events_of(file.text).size(), 13u);
    EXPECT_THROW(static_cast<void>(write_ics(songpa(2026), {.years = std::pair{2027, 2026}})),
                 DateError);
    EXPECT_THROW(static_cast<void>(write_ics(songpa(2026), {.years = std::pair{2026, 12026}})),
                 DateError);
}

TEST(SongpaFile, OfSelectedKindsHasNoOthers) {
    EXPECT_EQ(write_ics(songpa(2026).select(EntryKind::day)).report.events, 1);
    const IcsFile activities = write_ics(songpa(2026).select(EntryKind::activity));
    EXPECT_EQ(activities.report.events, 36 * 4);
}

TEST(YongsanFile, HasTheCouncilsMeeting) {
    const Agenda agenda = examples::yongsan().calendar(2026, WorkCalendar::korea());
    const IcsFile file = write_ics(agenda);
    const auto events = events_of(file.text);
    ASSERT_EQ(events.size(), 1u);
    const Event meeting = event_of(events, "integrity-council-2025-2@yongsan.probity");
    EXPECT_EQ(meeting.at("DTSTART;VALUE=DATE"), "20250725");
    EXPECT_EQ(meeting.at("LOCATION"), "Smart conference room");
    EXPECT_NE(meeting.at("DESCRIPTION").find("Inferred: "), std::string::npos);
    const auto lines = lines_of(file.text);
    EXPECT_TRUE(std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
        return line.rfind("X-WR-CALDESC:Without a date: Integrity Council: Regular meeting 1 of 3",
                          0) == 0;
    }));
}

TEST(CalendarFile, HasTheLinesThatSubscribersNeed) {
    const std::string text = write_ics(songpa(2026)).text;
    EXPECT_EQ(text.rfind("BEGIN:VCALENDAR\r\n", 0), 0u);  // and no byte-order mark
    const auto lines = lines_of(text);
    const std::set<std::string> found(lines.begin(), lines.end());
    for (const char* line :
         {"VERSION:2.0", "PRODID:-//probity//integrity calendars//EN", "METHOD:PUBLISH",
          "NAME:Songpa-gu integrity programme", "X-WR-CALNAME:Songpa-gu integrity programme",
          "REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D", "END:VCALENDAR"}) {
        EXPECT_TRUE(found.contains(line)) << line;
    }
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'),
              std::count(text.begin(), text.end(), '\r'));
}

TEST(CalendarFile, HasNoUidTwiceAmongSingleEvents) {
    for (const int year : {2023, 2024, 2026}) {
        std::set<std::string> uids;
        for (const Event& event : events_of(write_ics(songpa(year)).text)) {
            EXPECT_TRUE(uids.insert(event.at("UID")).second) << event.at("UID");
        }
    }
}

TEST(CalendarFile, NeedsAStamp) {
    Plan plan = plan_of({observance_of("day", dates("FREQ=DAILY"))});
    plan.recorded = std::nullopt;
    EXPECT_THROW(static_cast<void>(write_ics(agenda_of(plan))), ProbityError);
}

TEST(CalendarFile, WithoutEventsIsStillACalendar) {
    const IcsFile file = write_ics(agenda_of(plan_of({})));
    EXPECT_EQ(file.report.events, 0);
    EXPECT_NE(file.text.find("BEGIN:VTIMEZONE"), std::string::npos);
}

TEST(OutlookRule, IsWrittenAsOneEvent) {
    const IcsFile file =
        write_ics(agenda_of(plan_of({observance_of("day", dates("FREQ=MONTHLY;BYDAY=-1TH"))})));
    const auto events = events_of(file.text);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].at("RRULE"), "FREQ=MONTHLY;BYDAY=-1TH");
    EXPECT_EQ(events[0].at("DTSTART;VALUE=DATE"), "20250130");
    ASSERT_EQ(file.report.rules.size(), 1u);
    EXPECT_EQ(file.report.rules[0].events, 1);
}

TEST(OutlookRule, OfFullWeeksTakesSevenDaysEach) {
    const auto events =
        events_of(write_ics(agenda_of(plan_of({observance_of(
                                "week", NthWeek{3, {}, WeekConvention::full_weeks()})})))
                      .text);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].at("RRULE"), "FREQ=MONTHLY;BYDAY=3MO");
    EXPECT_EQ(events[0].at("DTSTART;VALUE=DATE"), "20250120");
    EXPECT_EQ(events[0].at("DTEND;VALUE=DATE"), "20250127");
}

TEST(OutlookRule, EndsWithItsVersion) {
    Observance observance = observance_of("day", dates("FREQ=MONTHLY;BYDAY=3WE"));
    observance.rules[0].end = make_date(2026, 3, 18);
    observance.rules.push_back(
        {.begin = make_date(2026, 3, 18), .rule = dates("FREQ=MONTHLY;BYDAY=2TU;COUNT=4")});
    const auto events = events_of(write_ics(agenda_of(plan_of({observance}))).text);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(event_of(events, "day@office.probity").at("RRULE"),
              "FREQ=MONTHLY;UNTIL=20260218;BYDAY=3WE");
    EXPECT_EQ(event_of(events, "day-rule-2@office.probity").at("RRULE"),
              "FREQ=MONTHLY;UNTIL=20260714;BYDAY=2TU");
}

TEST(OutlookRule, OfADayInAWeekEndsWithItsDayAndNotItsAnchor) {
    // Wednesday 18 March 2026 lies in the week of Thursday the 19th.
    const auto rule_until = [](const Date& end) {
        Observance day = observance_of("day", WeekdayOfWeek{WE, 3, {3}});
        day.rules[0].end = end;
        const IcsFile file =
            write_ics(agenda_of(plan_of({day})), {.recurring = IcsRecurring::rule});
        return event_of(events_of(file.text), "day@office.probity").at("RRULE");
    };
    EXPECT_EQ(rule_until(make_date(2026, 3, 18)).substr(0, 26), "FREQ=YEARLY;UNTIL=20250319");
    EXPECT_EQ(rule_until(make_date(2026, 3, 19)).substr(0, 26), "FREQ=YEARLY;UNTIL=20260318");
    EXPECT_EQ(rule_until(make_date(2026, 3, 20)).substr(0, 26), "FREQ=YEARLY;UNTIL=20260318");
}

TEST(OutlookRule, IsDescribedWithWhatIsHeldInEachOccurrence) {
    Plan plan = plan_of({observance_of("day", dates("FREQ=MONTHLY;BYDAY=3WE"))});
    plan.activities = {{.id = "pledge", .title = {"서약", "Pledge"}, .observance = "day"},
                       {.id = "quiz",
                        .title = {"퀴즈", "Quiz"},
                        .observance = "day",
                        .end = make_date(2026, 7, 1)},
                       {.id = "play",
                        .title = {"연극", "Play"},
                        .observance = "day",
                        .dates = {{.date = make_date(2026, 3, 18)}}},
                       {.id = "fair", .title = {"박람회", "Fair"}}};
    const auto events = events_of(write_ics(agenda_of(plan)).text);
    const std::string description = event_of(events, "day@office.probity").at("DESCRIPTION");
    // What ended, or has a date, is not in each; a paragraph begins with a capital.
    EXPECT_EQ(description, "Every month on the third Wednesday\\n- Pledge");
}

TEST(MovedSingle, KeepsItsUidAndCountsTheChange) {
    Observance week = observance_of("week", NthWeek{3});
    const auto before = events_of(write_ics(agenda_of(plan_of({week}))).text);
    week.records = {{.nominal = make_date(2026, 2, 16),
                     .observed = make_date(2026, 2, 9),
                     .reason = {"설 연휴", "Seollal"}}};
    const auto after = events_of(write_ics(agenda_of(plan_of({week}))).text);
    ASSERT_EQ(before.size(), after.size());
    const Event moved = event_of(after, "week-2026-02@office.probity");
    EXPECT_EQ(event_of(before, "week-2026-02@office.probity").at("SEQUENCE"), "0");
    EXPECT_EQ(moved.at("SEQUENCE"), "1");
    EXPECT_EQ(moved.at("DTSTART;VALUE=DATE"), "20260209");
    EXPECT_EQ(moved.at("DTEND;VALUE=DATE"), "20260216");
    EXPECT_EQ(moved.at("DESCRIPTION").rfind("Seollal\\nMoved from 2026-02-16", 0), 0u);
    int changed = 0;
    for (const Event& event : after) {
        changed += event == event_of(before, event.at("UID")) ? 0 : 1;
    }
    EXPECT_EQ(changed, 1);
}

TEST(MovedOutOfARule, IsWrittenFromWhateverYearAndVersion) {
    // The agenda's window is 2025 to 2027.
    Observance day = observance_of("day", dates("FREQ=MONTHLY;BYDAY=3WE"));
    day.rules[0].end = make_date(2030, 1, 1);
    day.rules.push_back({.begin = make_date(2030, 1, 1), .rule = dates("FREQ=MONTHLY;BYDAY=2TU")});
    day.records = {{.nominal = make_date(2029, 12, 19), .observed = make_date(2030, 1, 2)},
                   {.nominal = make_date(2030, 1, 8), .observed = make_date(2030, 1, 9)},
                   {.nominal = make_date(2030, 1, 8), .observed = make_date(2030, 1, 10)}};
    const IcsFile file = write_ics(agenda_of(plan_of({day})));
    const auto events = events_of(file.text);
    ASSERT_EQ(events.size(), 4u);
    EXPECT_EQ(event_of(events, "day@office.probity").at("EXDATE;VALUE=DATE"), "20291219");
    EXPECT_EQ(event_of(events, "day-2029-12@office.probity").at("DTSTART;VALUE=DATE"), "20300102");
    EXPECT_EQ(event_of(events, "day-rule-2@office.probity").at("EXDATE;VALUE=DATE"), "20300108");
    // Each change counts, of an occurrence that moved twice both.
    EXPECT_EQ(event_of(events, "day@office.probity").at("SEQUENCE"), "1");
    EXPECT_EQ(event_of(events, "day-rule-2@office.probity").at("SEQUENCE"), "2");
    const Event twice = event_of(events, "day-2030-01@office.probity");
    EXPECT_EQ(twice.at("DTSTART;VALUE=DATE"), "20300110");
    EXPECT_EQ(twice.at("SEQUENCE"), "2");
}

TEST(TwoSeriesOnOneDate, MoveApart) {
    // The third Wednesday of March 2026 belongs to both series; only the monthly one is moved.
    Observance monthly = observance_of("monthly", dates("FREQ=MONTHLY;BYDAY=3WE"));
    const Observance yearly = observance_of("yearly", dates("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE"));
    monthly.records = {{.nominal = make_date(2026, 3, 18), .observed = make_date(2026, 3, 19)}};
    const IcsFile file = write_ics(agenda_of(plan_of({monthly, yearly})));
    const auto events = events_of(file.text);
    ASSERT_EQ(events.size(), 3u);
    const Event series = event_of(events, "monthly@office.probity");
    EXPECT_EQ(series.at("EXDATE;VALUE=DATE"), "20260318");
    EXPECT_EQ(series.at("SEQUENCE"), "1");
    const Event moved = event_of(events, "monthly-2026-03@office.probity");
    EXPECT_EQ(moved.at("DTSTART;VALUE=DATE"), "20260319");
    EXPECT_EQ(moved.at("SEQUENCE"), "1");
    const Event other = event_of(events, "yearly@office.probity");
    EXPECT_FALSE(other.contains("EXDATE;VALUE=DATE"));
    EXPECT_EQ(other.at("SEQUENCE"), "0");
    EXPECT_EQ(file.report.rules[0].events, 2);
}

TEST(TwoOccurrencesOfOnePeriod, TellEachActivityOnce) {
    Plan plan = plan_of({observance_of("day", dates("FREQ=MONTHLY;BYMONTHDAY=10,20"))});
    plan.activities = {{.id = "talk", .title = {"강의", "A talk"}, .observance = "day"}};
    const auto events = events_of(write_ics(agenda_of(plan)).text);
    ASSERT_EQ(events.size(), 72u);
    for (const Event& event : events) {
        const std::string& told = event.at("DESCRIPTION");
        const std::size_t first = told.find("- A talk");
        ASSERT_NE(first, std::string::npos) << told;
        EXPECT_EQ(told.find("- A talk", first + 1), std::string::npos) << told;
    }
}

TEST(MovedInARule, IsWrittenHoweverLongAgo) {
    Observance monthly = observance_of("monthly", dates("FREQ=MONTHLY;BYDAY=3WE"));
    monthly.rules[0].begin = make_date(2010, 1, 1);
    monthly.records = {{.nominal = make_date(2011, 3, 16), .observed = make_date(2011, 3, 17)}};
    const auto events = events_of(write_ics(agenda_of(plan_of({monthly}))).text);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].at("EXDATE;VALUE=DATE"), "20110316");
    EXPECT_EQ(events[1].at("DTSTART;VALUE=DATE"), "20110317");
}

TEST(TimedMeeting, HasItsZone) {
    ProgrammeParts parts = examples::yongsan().parts();
    parts.councils[0].meetings[1].begins = TimeOfDay::parse("15:20");
    parts.councils[0].meetings[1].ends = TimeOfDay::parse("16:30");
    const IcsFile file = write_ics(Programme(parts).calendar(2025, WorkCalendar::korea()));
    const auto events = events_of(file.text);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0].at("DTSTART;TZID=Asia/Seoul"), "20250725T152000");
    EXPECT_EQ(events[0].at("DTEND;TZID=Asia/Seoul"), "20250725T163000");
    EXPECT_EQ(events[0].at("TRANSP"), "OPAQUE");
    EXPECT_NE(file.text.find("BEGIN:VTIMEZONE\r\nTZID:Asia/Seoul\r\n"), std::string::npos);
}

TEST(Injection, OfLinesByATitleIsNotPossible) {
    Plan plan = plan_of({observance_of("day", dates("FREQ=MONTHLY;BYDAY=3WE"))});
    plan.observances[0].title.english = "A\r\nEND:VEVENT\r\nBEGIN:VALARM";
    plan.title.english = "N\nX-EVIL:1";
    EXPECT_EQ(events_of(write_ics(agenda_of(plan)).text).size(), 1u);
    for (const std::string& line : lines_of(write_ics(agenda_of(plan)).text)) {
        EXPECT_NE(line, "X-EVIL:1");
        EXPECT_NE(line, "BEGIN:VALARM");
    }
}

TEST(LastYearOfAll, EndsWithTheCalendar) {
    const Plan plan =
        plan_of({observance_of("week", dates("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=29"))});
    Plan long_week = plan;
    std::get<SpanRule>(long_week.observances[0].rules[0].rule).days = 3;
    long_week.observances[0].kind = ObservanceKind::week;
    const Agenda agenda(long_week, WorkCalendar::korea(), year_of(2026));
    const IcsFile file = write_ics(agenda, {.recurring = IcsRecurring::rule});
    EXPECT_EQ(events_of(file.text).size(), 1u);
    long_week.observances[0].rules[0].rule =
        SpanRule{Rule::parse("FREQ=YEARLY;BYYEARDAY=363;BYMONTH=12"), 0, 3};
    const Agenda irregular(long_week, WorkCalendar::korea(), year_of(2026));
    const auto last = events_of(write_ics(irregular, {.years = std::pair{9999, 9999}}).text);
    ASSERT_EQ(last.size(), 1u);
    EXPECT_EQ(last[0].at("DTSTART;VALUE=DATE"), "99991229");
    EXPECT_EQ(last[0].at("DURATION"), "P3D");
}

TEST(SaveIcs, WritesTheTextAndGivesTheReport) {
    const auto path = std::filesystem::temp_directory_path() /
                      ("probity-" + std::to_string(std::random_device()()) + ".ics");
    const IcsReport report = save_ics(songpa(2026), path);
    std::ifstream in(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::filesystem::remove(path);
    EXPECT_EQ(text, write_ics(songpa(2026)).text);
    EXPECT_EQ(report, write_ics(songpa(2026)).report);
}

}  // namespace writing_test
}  // namespace probity
