#include "probity/programme/programme.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "probity/exchange/examples.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"
#include "probity/programme/commands.hpp"

namespace probity {
namespace programme_test {

const WorkCalendar& korea() {
    static const WorkCalendar calendar = WorkCalendar::korea();
    return calendar;
}

std::vector<std::string> first_days(const Agenda& agenda) {
    std::vector<std::string> days;
    for (const AgendaEntry& entry : agenda) days.push_back(to_string(entry.begin()));
    return days;
}

using Days = std::vector<std::string>;

TEST(Songpa2026, HasTwelveIntegrityWeeks) {
    EXPECT_EQ(
        first_days(examples::songpa().calendar(2026, korea()).select(EntryKind::week)),
        (Days{"2026-01-12", "2026-02-16", "2026-03-16", "2026-04-13", "2026-05-18", "2026-06-15",
              "2026-07-13", "2026-08-17", "2026-09-14", "2026-10-12", "2026-11-16", "2026-12-14"}));
}

TEST(Songpa2026, HasAShortWeekInFebruary) {
    const AgendaEntry february =
        examples::songpa().calendar(2026, korea()).select(EntryKind::week)[1];
    EXPECT_TRUE(february.is_short);
    EXPECT_EQ(february.working_days, 2);
}

TEST(Songpa2026, HasItsDayOnWednesdayTheEighteenthOfMarch) {
    const Agenda days = examples::songpa().calendar(2026, korea()).select(EntryKind::day);
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].begin(), make_date(2026, 3, 18));
    EXPECT_EQ(weekday_of(days[0].begin()), WE);
    EXPECT_EQ(days[0].title.korean, "청렴데이");
}

TEST(Songpa2023, ObservedItsDayBeforeTheRule) {
    const Agenda days = examples::songpa().calendar(2023, korea()).select(EntryKind::day);
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].begin(), make_date(2023, 3, 14));
    EXPECT_EQ(weekday_of(days[0].begin()), TU);
    EXPECT_FALSE(days[0].nominal);
    EXPECT_FALSE(days[0].reason.empty());
    EXPECT_EQ(days[0].source.english, "Announcement of Songpa-gu, 2023-03-15");
}

TEST(Songpa2023, InauguratedItsBandsAndBroadcastInJune) {
    const Agenda agenda = examples::songpa().calendar(2023, korea());
    EXPECT_EQ(first_days(agenda.select(EntryKind::event)), (Days{"2023-03-02"}));
    bool broadcast = false;
    for (const AgendaEntry& entry : agenda.on(make_date(2023, 6, 13))) {
        if (entry.id != "morning-broadcast") continue;
        broadcast = true;
        EXPECT_TRUE(entry.has_own_days);
        EXPECT_EQ(entry.days.days(), 1);
    }
    EXPECT_TRUE(broadcast);
}

TEST(Songpa2024, HeldItsDayOnTheTwentiethOfMarch) {
    const Agenda days = examples::songpa().calendar(2024, korea()).select(EntryKind::day);
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].begin(), make_date(2024, 3, 20));
    EXPECT_EQ(days[0].nominal, make_date(2024, 3, 20));
    EXPECT_EQ(days[0].changes, 0);
}

TEST(Songpa2022, HadNoProgramme) {
    EXPECT_TRUE(examples::songpa().calendar(2022, korea()).empty());
}

TEST(Songpa, RecordsAsManyBandsAndTasksAsItDeclared) {
    const Programme songpa = examples::songpa();
    EXPECT_EQ(songpa.bands().size(), 11u);
    EXPECT_EQ(songpa.tasks().size(), 39u);
    for (const DeclaredCount& declared : songpa.declared()) {
        if (declared.year != 2023) continue;
        EXPECT_EQ(declared.count, declared.what == CountedKind::bands ? 11 : 39);
    }
    EXPECT_TRUE(songpa.task("T-07").title.empty());
    EXPECT_EQ(songpa.parts().not_published.size(), 3u);
    EXPECT_EQ(songpa.institution().head.name.english, "Seo Gang-seok");
}

TEST(Yongsan, HasFourRiskAreasAndSixMeasuresOfUnknownArea) {
    const Programme yongsan = examples::yongsan();
    EXPECT_EQ(yongsan.risk_areas().size(), 4u);
    ASSERT_EQ(yongsan.tasks().size(), 6u);
    for (const Task& task : yongsan.tasks()) {
        EXPECT_EQ(task.kind, TaskKind::improvement_measure);
        EXPECT_TRUE(task.risk_area.empty());
    }
    EXPECT_EQ(yongsan.activities().size(), 8u);
}

TEST(Yongsan2025, HasOneMeetingWithADate) {
    const Agenda agenda = examples::yongsan().calendar(2025, korea());
    EXPECT_EQ(first_days(agenda.select(EntryKind::meeting)), (Days{"2025-07-25"}));
    EXPECT_EQ(agenda.select(EntryKind::meeting).undated().size(), 2u);
    EXPECT_EQ(agenda.select(EntryKind::activity).undated().size(), 8u);
}

TEST(Programme, NamesTheIdsThatThereAre) {
    try {
        static_cast<void>(examples::songpa().observance("integrity-month"));
        FAIL();
    } catch (const ProbityError& error) {
        EXPECT_EQ(std::string(error.what()),
                  "there is no observance 'integrity-month'; the programme has integrity-week, "
                  "integrity-day");
    }
}

TEST(Programme, OfAYearBeyondTheDatesIsRefused) {
    EXPECT_THROW(static_cast<void>(examples::songpa().calendar(12026, korea())), DateError);
    EXPECT_THROW(static_cast<void>(examples::songpa().calendar(2150, korea())), HorizonError);
}

TEST(Ids, AreUniqueAmongTheirKindAlone) {
    ProgrammeParts parts = examples::songpa().parts();
    parts.tasks.edit(0).id = "integrity-week";
    parts.occasions.push_back(
        {.id = parts.id, .title = {"행사", "Event"}, .date = make_date(2026, 3, 2)});
    const Programme programme(parts);
    EXPECT_EQ(programme.task("integrity-week").id, programme.observance("integrity-week").id);
    EXPECT_EQ(programme.parts().occasions.back().id, programme.id());
}

TEST(Occasion, IsInTheCalendarWithAllThatIsSaidOfIt) {
    ProgrammeParts parts = examples::songpa().parts();
    const std::string source = parts.sources.front().id;
    parts.occasions = {{.id = "fair",
                        .title = {"박람회", "Fair"},
                        .date = make_date(2026, 5, 1),
                        .note = {"시청 광장", "on the square"},
                        .source = source}};
    const Agenda fairs = Programme(parts).calendar(2026).select(EntryKind::event);
    ASSERT_EQ(fairs.size(), 1u);
    EXPECT_EQ(fairs[0].id, "fair");
    EXPECT_EQ(fairs[0].days, Interval::of_days(make_date(2026, 5, 1), 1));
    EXPECT_EQ(fairs[0].title.english, "Fair");
    EXPECT_EQ(fairs[0].note.english, "on the square");
    EXPECT_FALSE(fairs[0].source.empty());
}

TEST(UidName, IsThatOfTheFirstRecordOfAnId) {
    ProgrammeParts parts = examples::songpa().parts();
    parts.occasions.push_back(
        {.id = "integrity-day", .title = {"행사", "Event"}, .date = make_date(2026, 3, 2)});
    const Plan plan = Programme(parts).plan();
    EXPECT_EQ(plan.uid_name(EntryKind::day, "integrity-day"), "integrity-day");
    EXPECT_EQ(plan.uid_name(EntryKind::event, "integrity-day"), "event:integrity-day");
    EXPECT_EQ(plan.uid_name(EntryKind::week, "integrity-week"), "integrity-week");
}

TEST(UidName, StaysWhatItIsWhenAnotherKindComesLater) {
    const Act act{.on = make_date(2026, 3, 18), .by = "감사담당관"};
    const Text title{"청소", "Clean-up"};
    Programme programme = examples::songpa();
    programme = programme.apply(record(programme, EventKind::activity_added, "clean",
                                       Held(Activity{.id = "clean", .title = title}), act));
    EXPECT_EQ(programme.plan().uid_name(EntryKind::activity, "clean"), "clean");
    programme = programme.apply(record(programme, EventKind::observance_added, "clean",
                                       Held(Observance{.id = "clean", .title = title}), act));
    const Plan plan = programme.plan();
    EXPECT_EQ(plan.uid_name(EntryKind::activity, "clean"), "clean");
    EXPECT_EQ(plan.uid_name(EntryKind::week, "clean"), "observance:clean");
    EXPECT_EQ(plan.uid_name(EntryKind::day, "clean"), "observance:clean");
}

TEST(UidName, StaysWhatItIsWhenARecordIsCorrected) {
    const Text title{"청소", "Clean-up"};
    const auto cleaning = [&](const Text& note) {
        return Held(Activity{.id = "clean", .title = title, .note = note});
    };
    Act act{.on = make_date(2026, 3, 18), .by = "감사담당관"};
    Programme programme = examples::songpa();
    const auto first = static_cast<int>(programme.history().size()) + 1;
    programme =
        programme.apply(record(programme, EventKind::activity_added, "clean", cleaning({}), act));
    programme = programme.apply(record(programme, EventKind::observance_added, "clean",
                                       Held(Observance{.id = "clean", .title = title}), act));
    act.corrects = first;
    programme = programme.apply(
        record(programme, EventKind::activity_added, "clean", cleaning({"봄", "in spring"}), act));
    EXPECT_EQ(programme.plan().uid_name(EntryKind::activity, "clean"), "clean");
    EXPECT_EQ(programme.plan().uid_name(EntryKind::day, "clean"), "observance:clean");
}

TEST(UidName, IsFreeAgainAfterItsRecordIsGone) {
    const Act act{.on = make_date(2026, 3, 18), .by = "감사담당관", .reason = "오기"};
    const Occasion fair{.id = "fair", .title = {"행사", "Fair"}, .date = make_date(2026, 5, 1)};
    const Activity stand{.id = "fair", .title = {"부스", "Stand"}};
    const auto with_a_stand = [&](const Programme& programme) {
        return programme.apply(add(programme, stand, act))
            .plan()
            .uid_name(EntryKind::activity, "fair");
    };
    Programme programme = examples::songpa();
    programme = programme.apply(add(programme, fair, act));
    EXPECT_EQ(with_a_stand(programme), "activity:fair");
    const auto number = static_cast<int>(programme.history().size());
    EXPECT_EQ(with_a_stand(programme.apply(end<Occasion>(programme, "fair", act))), "fair");
    EXPECT_EQ(with_a_stand(programme.apply(annul(programme, number, act))), "fair");
}

// A programme that is changed in code is held to the same consistency as a document.
struct Fault {
    const char* name;
    std::function<void(ProgrammeParts&)> make;
    const char* place;
    const char* words;
};

class InconsistentProgramme : public testing::TestWithParam<Fault> {};

TEST_P(InconsistentProgramme, IsRefusedWithThePlace) {
    ProgrammeParts parts = examples::songpa().parts();
    GetParam().make(parts);
    try {
        const Programme refused(std::move(parts));
        FAIL() << "taken: " << GetParam().name;
    } catch (const DocumentError& error) {
        EXPECT_EQ(error.place(), GetParam().place) << error.what();
        EXPECT_NE(std::string(error.what()).find(GetParam().words), std::string::npos)
            << error.what();
    }
}

INSTANTIATE_TEST_SUITE_P(
    Programme, InconsistentProgramme,
    testing::Values(
        Fault{"DuplicateId", [](auto& p) { p.observances[1].id = "integrity-week"; },
              "/observances/1/id",
              "already used at /observances/0/id; each observance has its own"},
        Fault{"BadId", [](auto& p) { p.id = "송 파"; }, "/id", "letters, digits and - _ ."},
        Fault{"UnknownSource", [](auto& p) { p.tasks.edit(3).source = "rumour"; },
              "/tasks/3/source",
              "no source 'rumour'; the document has announcement, press-broadcast"},
        Fault{"UnknownObservance", [](auto& p) { p.activities[0].observance = "day"; },
              "/activities/0/observance", "no observance 'day'"},
        Fault{"NominalNotOfTheRule",
              [](auto& p) { p.observances[1].records[1].nominal = make_date(2024, 3, 21); },
              "/observances/1/records/1/nominal", "2024-03-20, 2025-03-19"},
        Fault{"NominalBeforeTheRule",
              [](auto& p) { p.observances[1].records[0].nominal = make_date(2023, 3, 15); },
              "/observances/1/records/0/nominal", "no rule in force gives 2023-03-15"},
        Fault{"WeekAsDay", [](auto& p) { p.observances[0].kind = ObservanceKind::day; },
              "/observances/0/rules/0/rule", "7 day(s) at a time"},
        Fault{"SixthWeek", [](auto& p) { p.observances[0].rules[0].rule = NthWeek{6}; },
              "/observances/0/rules/0/rule", "weeks are 1 to 5"},
        Fault{"LunarRuleBeforeItsCalendar",
              [](auto& p) {
                  p.observances[1].rules[0] = {
                      .begin = make_date(1500, 1, 1),
                      .rule = SpanRule{
                          Rule::parse("RSCALE=DANGI;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1"), 0, 1}};
              },
              "/observances/1/rules/0/rule", "1900"},
        Fault{"OverlappingRules",
              [](auto& p) { p.observances[0].rules.push_back(p.observances[0].rules[0]); },
              "/observances/0/rules/1/begin", "only one rule is in force"},
        Fault{"RuleThatEndsBeforeItBegins",
              [](auto& p) { p.observances[0].rules[0].end = make_date(2023, 3, 1); },
              "/observances/0/rules/0/end", "is not after the begin"},
        Fault{"NoLanguage", [](auto& p) { p.title = {}; }, "/title",
              "needed in one language at least"},
        Fault{"LineBreak", [](auto& p) { p.title.english += "\r\nX:"; }, "/title/en",
              "control character"},
        Fault{"NotUtf8", [](auto& p) { p.title.english = "a\xff"; }, "/title/en",
              "byte 1 of the text is not UTF-8"},
        Fault{"TooLong", [](auto& p) { p.title.english.assign(5000, 'a'); }, "/title/en",
              "a text of 5000 characters: at most 4000"},
        Fault{"TooManyRules",
              [](auto& p) { p.observances[0].rules.resize(101, p.observances[0].rules[0]); },
              "/observances/0/rules", "101 rules; at most 100"},
        Fault{"TooManyRecords",
              [](auto& p) { p.observances[1].records.resize(2001, p.observances[1].records[0]); },
              "/observances/1/records", "2001 records; at most 2000"},
        Fault{"CountOutOfRange", [](auto& p) { p.declared[0].count = -1; }, "/declared/0/count",
              "0 to 1000000"}),
    [](const auto& each) { return each.param.name; });

TEST(Programme, CountsTheLengthOfATextInCharacters) {
    ProgrammeParts parts = examples::songpa().parts();
    parts.title.korean.clear();
    for (int i = 0; i < 4000; ++i) parts.title.korean += "청";
    EXPECT_EQ(Programme{parts}.title().korean.size(), 12000u);
    parts.title.korean += "렴";
    EXPECT_THROW(Programme{parts}, DocumentError);
}

TEST(InconsistentCouncil, HasAnOrdinalTwiceOrAGap) {
    ProgrammeParts twice = examples::yongsan().parts();
    twice.councils[0].meetings[1].ordinal = 1;
    EXPECT_THROW(Programme{twice}, DocumentError);
    ProgrammeParts gap = examples::yongsan().parts();
    gap.councils[0].meetings[1].ordinal = 3;
    EXPECT_THROW(Programme{gap}, DocumentError);
    ProgrammeParts hours = examples::yongsan().parts();
    hours.councils[0].meetings[1].begins = TimeOfDay::parse("15:00");
    const Meeting meeting = Programme{hours}.councils()[0].meetings[1];
    EXPECT_EQ(meeting.begins, TimeOfDay(15, 0));
    EXPECT_FALSE(meeting.ends.has_value());
    hours.councils[0].meetings[1].ends = TimeOfDay::parse("14:00");
    EXPECT_THROW(Programme{hours}, DocumentError);
}

}  // namespace programme_test
}  // namespace probity
