// What a document is checked for: ids, references, periods of validity, rules one after another.
#include <gtest/gtest.h>

#include "tests/expect_error.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace check_test {

TEST(Id, HasUpTo64Characters) {
    ProgrammeParts parts = office_parts();
    for (const std::string& id : {std::string(64, 'a'), std::string("7"), std::string("A-b_c.9")}) {
        parts.risk_areas[0].id = id;
        EXPECT_EQ(Programme(parts).risk_areas()[0].id, id);
    }
    parts.risk_areas[0].id = std::string(65, 'a');
    EXPECT_ERROR(Programme(parts), DocumentError);
    for (const std::string id : {"", "-a", "a b"}) {
        parts.risk_areas[0].id = id;
        EXPECT_MESSAGE(Programme(parts), DocumentError,
                       "/risk_areas/0/id: '" + id +
                           "' is no id: an id is 1 to 64 letters, digits and - _ . and begins with "
                           "a letter or digit; letters are written composed, as Unicode's form "
                           "NFC has them");
    }
}

TEST(CheckedRecords, HaveIdsOfComposedLetters) {
    ProgrammeParts parts = office_parts();
    for (const std::string id : {"감사과", "제1과", "監査", "été", "отдел-1", "a.b_c-d"}) {
        parts.risk_areas[0].id = id;
        EXPECT_NO_THROW(Programme{parts}) << id;
    }
    // Jamo and accents that combine, full-width letters, ideographs that are others' doubles, blanks.
    for (const std::string id : {"\u1100\u1161", "e\u0301", "\uff21", "\uf900", "감사\u3000과",
                                 "가\u200b", "-가", "\xea\xb0"}) {
        parts.risk_areas[0].id = id;
        EXPECT_THROW(Programme{parts}, DocumentError) << id;
    }
    std::string longest;
    for (int i = 0; i < 64; ++i) longest += "가";
    parts.risk_areas[0].id = longest;
    EXPECT_NO_THROW(Programme{parts});
    parts.risk_areas[0].id = longest + "가";
    EXPECT_THROW(Programme{parts}, DocumentError);
}

TEST(CheckedRecords, HaveTheDaysAndYearsThatTheyNeed) {
    const auto refusal = [](auto change) {
        ProgrammeParts parts = office_parts();
        parts.duties = {{.id = "d", .title = words("Duty")}};
        parts.officials = {{.id = "o"}};
        change(parts);
        try {
            static_cast<void>(Programme(parts));
        } catch (const DocumentError& error) {
            return std::string(error.what());
        }
        return std::string("taken");
    };
    const std::string day = ": the date is needed, and not given";
    const std::string value = ": it is needed, and not given";
    EXPECT_EQ(refusal([](ProgrammeParts& parts) {
                  parts.occasions = {{.id = "x", .title = words("X")}};
              }),
              "/occasions/0/date" + day);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) {
                  parts.activities = {{.id = "x", .title = words("X"), .dates = {{}}}};
              }),
              "/activities/0/dates/0/date" + day);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) {
                  parts.attendances = {{.official = "o", .duty = "d"}};
              }),
              "/attendances/0/date" + day);
    EXPECT_EQ(
        refusal([](ProgrammeParts& parts) { parts.councils[0].charters = {{.notice_days = 7}}; }),
        "/councils/0/charters/0/begin" + value);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) { parts.councils[0].meetings = {{}}; }),
              "/councils/0/meetings/0/year" + value);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) {
                  parts.observances = {{.id = "x", .title = words("X"), .rules = {{}}}};
              }),
              "/observances/0/rules/0/begin" + value);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) {
                  parts.quotas = {{.id = "x", .title = words("X"), .of = "council"}};
              }),
              "/quotas/0/begin" + value);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) { parts.assessments = {{}}; }),
              "/assessments/0/year" + value);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) {
                  parts.year_goals = {{.id = "x", .title = words("X")}};
              }),
              "/year_goals/0/year" + value);
    EXPECT_EQ(refusal([](ProgrammeParts& parts) {
                  parts.indicators = {{.id = "x", .title = words("X")}};
              }),
              "/indicators/0/year" + value);
}

TEST(Events, NameTheirDay) {
    const Programme office(office_parts());
    EXPECT_MESSAGE(
        record(office, EventKind::goal_set, "g",
               Held(YearGoal{.id = "g", .year = 2026, .title = words("G")}), {.by = "team"}),
        ProbityError, "event 1 names no day from which it is true");
}

ProgrammeParts with_rules(std::vector<RuleVersion> rules) {
    ProgrammeParts parts = office_parts();
    parts.observances = {{.id = "week",
                          .kind = ObservanceKind::week,
                          .title = words("Week"),
                          .rules = std::move(rules)}};
    return parts;
}

RuleVersion third_week_from(const Date& begin, std::optional<Date> end = std::nullopt) {
    return {.begin = begin, .end = end, .rule = NthWeek{3}};
}

TEST(RulesOfADocument, AreInForceOneAtATime) {
    const Date first = make_date(2024, 1, 1);
    const Date second = make_date(2025, 1, 1);
    EXPECT_NO_THROW(static_cast<void>(
        Programme(with_rules({third_week_from(first, second), third_week_from(second)}))));
    EXPECT_MESSAGE(
        Programme(
            with_rules({third_week_from(first, add_days(second, 1)), third_week_from(second)})),
        DocumentError,
        "/observances/0/rules/1/begin: 2025-01-01 is before the end of the rule before it "
        "(2025-01-02); only one rule is in force on a day");
    EXPECT_MESSAGE(
        Programme(with_rules({third_week_from(first), third_week_from(second)})), DocumentError,
        "/observances/0/rules/1/begin: 2025-01-01 is before the end of the rule before it "
        "(it has none); only one rule is in force on a day");
    EXPECT_MESSAGE(Programme(with_rules({third_week_from(first, first)})), DocumentError,
                   "/observances/0/rules/0/end: 2024-01-01 is not after the begin, "
                   "2024-01-01; the end is the first day on which it is no longer in force");
}

TEST(PeriodOfADocument, EndsAfterItBegins) {
    ProgrammeParts parts = office_parts();
    const auto refusal = [](const std::string& place) {
        return place +
               "/end: 2026-05-01 is not after the begin, 2026-05-01; the end is the first "
               "day on which it is no longer in force";
    };
    const Date day = make_date(2026, 5, 1);
    parts.banding.reset();
    parts.institution.units[0].begin = day;
    parts.institution.units[0].end = add_days(day, 1);
    EXPECT_NO_THROW(static_cast<void>(Programme(parts)));
    parts.institution.units[0].end = day;
    EXPECT_MESSAGE(Programme(parts), DocumentError, refusal("/institution/units/0"));
    parts = office_parts();
    parts.officials = {{.id = "o-1", .begin = day, .end = day}};
    EXPECT_MESSAGE(Programme(parts), DocumentError, refusal("/officials/0"));
    parts = office_parts();
    parts.councils[0].memberships[1].begin = day;
    parts.councils[0].memberships[1].end = day;
    EXPECT_MESSAGE(Programme(parts), DocumentError, refusal("/councils/0/memberships/1"));
}

TEST(CheckedRecords, SayInOneLanguageAtLeastWhatTheySay) {
    ProgrammeParts parts = office_parts();
    for (const Text& title : {Text{"계약", ""}, Text{"", "Contracts"}}) {
        parts.risk_areas[0].title = title;
        EXPECT_EQ(Programme(parts).risk_areas()[0].title, title);
    }
    parts.risk_areas[0].title = {};
    EXPECT_MESSAGE(Programme(parts), DocumentError,
                   "/risk_areas/0/title: the text is empty: it is needed in one language at least");
}

TEST(QuotaOfADocument, NamesWhatItCounts) {
    ProgrammeParts parts = office_parts();
    parts.quotas = {{.id = "q", .title = words("Q"), .begin = make_date(2026, 1, 1)}};
    EXPECT_MESSAGE(Programme(parts), DocumentError,
                   "/quotas/0/of: it names no council or observance to count");
    parts.quotas[0].of = "council";
    EXPECT_NO_THROW(Programme{parts});
}

TEST(RulesOfProgrammes, AreThoseThatAreKnown) {
    ProgrammeParts parts = office_parts();
    for (const int rules : {1, current_rules}) {
        parts.rules = rules;
        EXPECT_NO_THROW(Programme{parts});
    }
    for (const int rules : {0, current_rules + 1}) {
        parts.rules = rules;
        EXPECT_MESSAGE(Programme(parts), DocumentError,
                       "/rules: rules " + std::to_string(rules) + " are not known here: 1 to " +
                           std::to_string(current_rules) +
                           " are. A later version of probity writes later ones");
    }
}

TEST(EvidenceOfADocument, HasTheNameOfItsFile) {
    ProgrammeParts parts = office_parts();
    parts.councils[0].meetings = {{.year = 2026,
                                   .state = MeetingState::minuted,
                                   .date = make_date(2026, 1, 20),
                                   .minutes = a_file()}};
    EXPECT_NO_THROW(Programme{parts});
    parts.councils[0].meetings[0].minutes->name = "";
    EXPECT_MESSAGE(Programme(parts), DocumentError,
                   "/councils/0/meetings/0/minutes/name: evidence needs the name of its file");
}

}  // namespace check_test
}  // namespace probity
