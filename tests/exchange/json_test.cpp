#include "probity/exchange/json.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "probity/exchange/examples.hpp"

namespace probity {
namespace json_test {

namespace fs = std::filesystem;

/// The shipped document with one piece replaced.
std::string songpa_with(const std::string& from, const std::string& to) {
    std::string text(examples::songpa_document());
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

DocumentError refusal_of(const std::string& text) {
    try {
        static_cast<void>(read_programme(text));
    } catch (const DocumentError& error) {
        return error;
    }
    ADD_FAILURE() << "taken: " << text.substr(0, 200);
    return DocumentError("", "taken");
}

void expect_refusal(const std::string& text, const std::string& place, const std::string& words) {
    const DocumentError error = refusal_of(text);
    EXPECT_EQ(error.place(), place) << error.what();
    EXPECT_NE(std::string(error.what()).find(words), std::string::npos) << error.what();
}

TEST(ShippedDocuments, AreCanonical) {
    EXPECT_EQ(write_programme(examples::songpa()), examples::songpa_document());
    EXPECT_EQ(write_programme(examples::yongsan()), examples::yongsan_document());
}

TEST(ReadAndWrite, GiveTheSameProgramme) {
    for (const Programme& programme : {examples::songpa(), examples::yongsan()}) {
        EXPECT_EQ(read_programme(write_programme(programme)), programme);
    }
}

/// Units, seats, a council's charter and members, and what is trained and assessed.
void fill_institution(ProgrammeParts& parts, const Text& text) {
    const Evidence file{"회의록.pdf", "application/pdf", std::string(64, 'a')};
    parts.illustrative = true;
    parts.institution.units = {
        {.id = "u-1", .title = text, .begin = make_date(2020, 1, 1), .source = "announcement"},
        {.id = "u-2",
         .kind = UnitKind::affiliated_institution,
         .title = text,
         .begin = make_date(2020, 1, 1),
         .end = make_date(2030, 1, 1)}};
    parts.institution.seats = {
        {.id = "s-1", .kind = SeatKind::head, .title = text},
        {.id = "s-2", .kind = SeatKind::department_head, .title = text, .unit = "u-1"}};
    Council& council = parts.councils[0];
    council.charters = {{.begin = make_date(2025, 6, 1),
                         .end = make_date(2026, 1, 1),
                         .quorum = Share{1, 2, true},
                         .decision = Share{2, 3},
                         .notice_days = 7,
                         .written_resolution = true,
                         .note = text,
                         .source = "announcement"},
                        {.begin = make_date(2026, 1, 1)}};
    council.cadences = {
        {.begin = make_date(2025, 1, 1),
         .cadence = TimesAYear{3, make_date(2025, 3, 1)},
         .source = "announcement",
         .note = text},
        {.begin = make_date(2026, 1, 1), .cadence = EveryMonths{4, make_date(2026, 1, 31)}},
        {.begin = make_date(2027, 1, 1),
         .cadence =
             ByRule{Rule::parse("FREQ=MONTHLY;INTERVAL=4;BYDAY=3WE"), make_date(2027, 1, 1)}},
        {.begin = make_date(2028, 1, 1),
         .cadence = ByWeek{WeekdayOfWeek{WE, 3, {3}}, make_date(2028, 1, 1)}},
        {.begin = make_date(2029, 1, 1), .cadence = OnDates{{make_date(2029, 5, 2)}}},
        {.begin = make_date(2030, 1, 1), .cadence = InEach{.weekday = WE, .observance = "w"}}};
    for (std::size_t i = 0; i + 1 < council.cadences.size(); ++i) {
        council.cadences[i].end = council.cadences[i + 1].begin;
    }
    parts.quotas.push_back({.id = "quota",
                            .title = text,
                            .subject = QuotaSubject::occurrences,
                            .of = "w",
                            .times = 2,
                            .per = QuotaPeriod::quarter,
                            .counts = {.regular = true, .held = false, .quorate = true},
                            .begin = make_date(2025, 1, 1),
                            .end = make_date(2026, 1, 1),
                            .source = "announcement",
                            .note = text});
    council.memberships = {{.seat = "s-1", .role = MemberRole::chair},
                           {.seat = "s-2",
                            .role = MemberRole::secretary,
                            .votes = false,
                            .begin = make_date(2025, 6, 1),
                            .end = make_date(2027, 1, 1)}};
    Meeting& meeting = council.meetings[1];
    meeting.state = MeetingState::minuted;
    meeting.noticed = make_date(2025, 7, 10);
    meeting.present = {"s-1"};
    meeting.quorum = Quorum{.eligible = 1, .present = 1, .required = 1};
    meeting.items = {{.id = "1",
                      .kind = ItemKind::decision,
                      .title = text,
                      .outcome = ItemOutcome::adopted,
                      .in_favour = 1,
                      .against = 0,
                      .abstained = 0}};
    meeting.minutes = file;
    parts.risk_areas[0].owners = {"u-1", "u-2"};
    parts.indicators = {{.id = "i", .year = 2025, .title = text, .source = "announcement"}};
    Task& task = parts.tasks.edit(1);
    task.owner = "u-1";
    task.band = "B";
    task.due = make_date(2025, 12, 1);
    task.weight = 3;
    task.depends_on = {"M-01"};
    task.indicators = {"i"};
    parts.year_goals = {{.id = "g", .year = 2026, .title = text, .grade = 1}};
    parts.duties = {{.id = "education",
                     .title = text,
                     .sessions = 2,
                     .minutes = 60,
                     .face_to_face_when_new = false,
                     .basis = text,
                     .begin = make_date(2020, 1, 1)}};
    parts.officials = {{.id = "o-1", .unit = "u-1", .appointed = make_date(2025, 7, 1)}};
    parts.attendances = {{.official = "o-1",
                          .duty = "education",
                          .date = make_date(2025, 9, 1),
                          .minutes = 50,
                          .face_to_face = true,
                          .activity = parts.activities[0].id}};
    parts.assessments = {{.year = 2024,
                          .grade = 3,
                          .perception = 81.25,
                          .effort = 79.5,
                          .deduction = 0.1,
                          .score = 80.45,
                          .published = make_date(2024, 12, 19),
                          .note = text}};
}

TEST(ReadAndWrite, LoseNothingOfAProgrammeThatUsesEveryField) {
    ProgrammeParts parts = examples::yongsan().parts();
    const Text text{"글 \"따옴표\" \\", "words \"quoted\" \\ / é"};
    parts.observances = {
        {.id = "w",
         .kind = ObservanceKind::week,
         .title = text,
         .rules = {{.begin = make_date(2020, 1, 1),
                    .end = make_date(2021, 1, 1),
                    .rule = NthWeek{-1, {3, 9}, WeekConvention(SA, 3)},
                    .source = "announcement",
                    .note = text},
                   {.begin = make_date(2021, 1, 1),
                    .rule = SpanRule{Rule::parse("FREQ=MONTHLY;BYDAY=2MO"), -2, 5}}},
         .records = {{.nominal = make_date(2020, 3, 21),
                      .observed = make_date(2020, 3, 25),
                      .days = 3,
                      .status = OccurrenceStatus::moved,
                      .on = make_date(2020, 3, 2),
                      .reason = text,
                      .evidence = {{"proof.pdf", "application/pdf", std::string(64, '0')}}}},
         .short_below = 2,
         .note = text},
        {.id = "d",
         .kind = ObservanceKind::day,
         .title = text,
         .rules = {{.begin = make_date(2020, 1, 1),
                    .rule = WeekdayOfWeek{FR, 2, {}, WeekConvention::cldr_kr()}}}}};
    parts.observances[0].records[0].nominal =
        parts.observances[0].occurrences(year_of(2020)).front().nominal->begin();
    parts.activities[0].observance = "w";
    parts.activities[0].dates = {{.date = make_date(2025, 1, 2), .note = text}};
    parts.activities[0].begin = make_date(2025, 1, 1);
    parts.activities[0].end = make_date(2026, 1, 1);
    parts.activities[0].note = text;
    parts.activities[0].category = ActivityCategory::culture;
    parts.councils[0].note = text;
    Meeting& meeting = parts.councils[0].meetings[1];
    meeting.begins = TimeOfDay::parse("15:20");
    meeting.ends = TimeOfDay::parse("16:00");
    meeting.units = {"u-1"};
    meeting.earlier_dates = {{.date = make_date(2025, 7, 24), .reason = text}};
    meeting.note = text;
    parts.banding = Banding{.title = text,
                            .inaugurated = make_date(2025, 1, 1),
                            .units = text,
                            .character = text,
                            .purposes = {text},
                            .bands = {{.id = "B", .title = text, .units = {"u-1", "u-2"}}},
                            .note = text,
                            .source = "announcement"};
    parts.tasks.edit(0).risk_area = "contracts";
    parts.tasks.edit(0).proposed = make_date(2025, 7, 25);
    fill_institution(parts, text);
    parts.occasions = {{.id = "e", .title = text, .date = make_date(2025, 1, 1), .note = text}};
    parts.declared = {{.what = CountedKind::tasks, .count = 6, .year = 2025, .note = text}};
    parts.prompted_by = text;
    const Programme programme(parts);
    const std::string written = write_programme(programme);
    EXPECT_EQ(read_programme(written), programme) << written;
    EXPECT_EQ(write_programme(read_programme(written)), written);
}

TEST(ReadAndWrite, TakeAnyOrderOfKeysAndSpacing) {
    EXPECT_EQ(read_programme(R"({"institution":{"head":{"name":{"en":"N","ko":"이름"},
        "post":{"en":"P","ko":"직"}},"name":{"en":"I","ko":"기관"}},"title":{"en":"T","ko":"제목"},
        "id":"x","format":"probity-programme/1"})")
                  .id(),
              "x");
}

TEST(Load, NamesTheFileThatIsNotThere) {
    try {
        static_cast<void>(load("/no/such/programme.json"));
        FAIL();
    } catch (const DocumentError& error) {
        EXPECT_NE(std::string(error.what()).find("'/no/such/programme.json'"), std::string::npos);
    }
    EXPECT_THROW(static_cast<void>(load(fs::temp_directory_path())), DocumentError);
}

TEST(BadDocument, TwoObservancesOfOneId) {
    expect_refusal(songpa_with("\"id\": \"integrity-day\"", "\"id\": \"integrity-week\""),
                   "/observances/1/id", "'integrity-week' is already used at /observances/0/id");
}

TEST(BadDocument, TheYear12026) {
    expect_refusal(songpa_with("\"2023-03-14\"", "\"12026-03-14\""),
                   "/observances/1/records/0/observed", "12026-03-14");
    expect_refusal(songpa_with("\"year\": 2023", "\"year\": 12026"), "/declared/0/year",
                   "1400 to 9999");
}

TEST(BadDocument, DateThatDoesNotExist) {
    expect_refusal(songpa_with("\"2023-03-14\"", "\"2023-02-31\""),
                   "/observances/1/records/0/observed", "2023-02-31");
}

TEST(BadDocument, BytesThatAreNotUtf8) {
    std::string text(examples::songpa_document());
    const std::size_t at = text.find("청렴주간");
    text[at + 1] = '\xff';
    const DocumentError error = refusal_of(text);
    EXPECT_NE(std::string(error.what()).find("byte " + std::to_string(at)), std::string::npos)
        << error.what();
}

TEST(BadDocument, KoreanOfCodePage949) {
    expect_refusal("{\"title\": \"\xc3\xbb\xb7\xc5\"}", "", "byte 13, \\xb7, is not UTF-8");
}

TEST(BadDocument, UnknownKeyWithTheNearestThatThereIs) {
    expect_refusal(songpa_with("\"observed\"", "\"obsreved\""), "/observances/1/records/0",
                   "the key 'observed' is missing");
    expect_refusal(songpa_with("\"sources\"", "\"source\""), "/source", "did you mean 'sources'?");
    expect_refusal(songpa_with("\"goals\"", "\"colour\""), "/colour", "keys allowed here are");
}

TEST(BadDocument, KeyThatStandsTwice) {
    expect_refusal(songpa_with("\"kind\": \"week\"", "\"kind\": \"week\", \"kind\": \"day\""),
                   "/observances/0/kind", "stands twice");
}

TEST(BadDocument, RuleThatCannotBeRead) {
    const std::string rule = R"({"week": 3, "convention": "ISO"})";
    const std::string place = "/observances/0/rules/0/rule";
    expect_refusal(songpa_with(rule, R"({"rrule": "FREQ=MONTHLY;BYDAY=9XX", "days": 7})"),
                   place + "/rrule", "9XX");
    expect_refusal(songpa_with(rule, R"({"week": 6, "convention": "ISO"})"), place + "/week",
                   "-5 to 5");
    expect_refusal(songpa_with(rule, R"({"week": 0, "convention": "ISO"})"), place + "/week",
                   "week 0");
    expect_refusal(songpa_with(rule, R"({"week": 3, "convention": "IOS"})"), place + "/convention",
                   "CLDR_KR");
    expect_refusal(songpa_with(rule, R"({"week": 3})"), place, "'convention' is missing");
    expect_refusal(songpa_with(rule, R"({"rrule": "FREQ=HOURLY", "days": 7})"), place, "");
    expect_refusal(songpa_with(rule, R"({"week": 3.5, "convention": "ISO"})"), place + "/week",
                   "whole number");
    expect_refusal(songpa_with(rule, R"({"week": 3, "months": [13], "convention": "ISO"})"),
                   place + "/months/0", "1 to 12");
    expect_refusal(songpa_with(rule, R"({"week": 18446744073709551615, "convention": "ISO"})"),
                   place + "/week", "out of range");
    expect_refusal(songpa_with(rule, "\"every third week\""), place, "an object is allowed");
}

TEST(BadDocument, TypesAndKindsThatAreNotAllowed) {
    expect_refusal(songpa_with("\"kind\": \"week\"", "\"kind\": \"month\""), "/observances/0/kind",
                   "'month' is not one of: week, day");
    expect_refusal(songpa_with("\"count\": 11", "\"count\": \"11\""), "/declared/0/count",
                   "the text '11'");
    expect_refusal(songpa_with("\"probity-programme/1\"", "\"probity-programme/2\""), "/format",
                   "probity-programme/1 is");
    expect_refusal("[]", "", "it is a list; an object is allowed");
    expect_refusal("3", "", "it is 3; an object is allowed");
}

std::vector<std::string> places_of(const DocumentError& error) {
    std::vector<std::string> places;
    for (const DocumentFault& fault : error.faults()) places.push_back(fault.place);
    return places;
}

/// A small document with some of its members.
std::string small(const std::string& members) {
    return R"({"format": "probity-programme/1", "id": "x", "title": {"ko": "x", "en": "x"}, "institution": {
        "name": {"ko": "x", "en": "x"}, "head": {"post": {"ko": "x", "en": "x"}, "name": {"ko": "x", "en": "x"}}, "units": [{"id": "u", "title": {"ko": "x", "en": "x"},
        "kind": "department"}]})" +
           members + "}";
}

TEST(BadDocument, EveryFaultIsNamedAtOnce) {
    EXPECT_NO_THROW(static_cast<void>(read_programme(small(""))));
    const DocumentError error = refusal_of(small(R"(, "tasks": [
        {"id": "T-1", "kind": "practice", "title": {"ko": "", "en": "x"}, "due": "2026-02-30"},
        {"id": "T-2", "kind": "practice_task", "title": {"ko": "x", "en": "x"}, "owner": "nobody",
         "weight": 0, "titel": 1},
        {"id": "T-3", "kind": "practice_task", "title": {"ko": "x", "en": "x"}, "owner": "none"}],
        "hystory": [])"));
    EXPECT_EQ(places_of(error),
              (std::vector<std::string>{"/tasks/0/kind", "/tasks/0/title/ko", "/tasks/0/due",
                                        "/tasks/1/weight", "/tasks/1/titel", "/hystory",
                                        "/tasks/1/owner", "/tasks/2/owner"}))
        << error.what();
    EXPECT_EQ(std::string(error.what()).substr(0, 9), "8 faults:");
    EXPECT_EQ(error.place(), "/tasks/0/kind");
}

TEST(BadDocument, AKeyThatIsUnknownOrMissingHidesNoOtherFault) {
    const std::string bad = R"("owner": "nobody", "band": "B", "source": "no")";
    const std::string kind = R"("kind": "practice_task", )";
    const DocumentError error =
        refusal_of(small(R"(, "extra": 1, "tasks": [{"id": "T-1", )" + bad +
                         R"(}, {"id": "T-2", "due_date": 3, )" + kind + bad + "}]"));
    EXPECT_EQ(places_of(error),
              (std::vector<std::string>{"/tasks/0", "/tasks/1/due_date", "/extra", "/tasks/0/owner",
                                        "/tasks/1/owner", "/tasks/0/source", "/tasks/1/source",
                                        "/tasks/0/band", "/tasks/1/band"}))
        << error.what();
}

TEST(BadDocument, AListThatIsMisspeltIsNotMissedElsewhere) {
    const std::string title = R"("kind": "practice_task", "title": {"ko": "x", "en": "x"})";
    const DocumentError error = refusal_of(
        small(R"(, "risk_arias": [], "tasks": [{"id": "T-1", "risk_area": "tax", "owner": "no", )" +
              title + "}]"));
    EXPECT_EQ(places_of(error), (std::vector<std::string>{"/risk_arias", "/tasks/0/owner"}))
        << error.what();
}

TEST(BadDocument, EventsAndRecordsAreNamedTogether) {
    const DocumentError error =
        refusal_of(small(R"(, "tasks": [{"id": "T-1", "kind": "practice_task", "owner": "no",
               "title": {"ko": "x", "en": "x"}}], "history": [3, 4])"));
    EXPECT_EQ(places_of(error),
              (std::vector<std::string>{"/history/0", "/history/1", "/tasks/0/owner"}))
        << error.what();
}

TEST(BadDocument, WhatIsSoundByItselfIsCheckedWhole) {
    const std::string title = R"("kind": "practice_task", "title": {"ko": "x", "en": "x"})";
    const DocumentError error = refusal_of(
        small(R"(, "tasks": [{"id": "T-1", "owner": "no", )" + title + R"(}, {"id": "T-1", )" +
              title + R"(}, {"id": "T 3", "band": "B", )" + title + "}]"));
    EXPECT_EQ(places_of(error), (std::vector<std::string>{"/tasks/1/id", "/tasks/2/id",
                                                          "/tasks/0/owner", "/tasks/2/band"}))
        << error.what();
}

TEST(BadDocument, AnIdThatCannotBeReadIsNotMissedElsewhere) {
    const std::string title = R"("kind": "practice_task", "title": {"ko": "x", "en": "x"})";
    const DocumentError error =
        refusal_of(small(R"(, "tasks": [{"id": 1, )" + title +
                         R"(}, {"id": "T-2", "depends_on": ["T-1"], )" + title + "}]"));
    EXPECT_EQ(places_of(error), std::vector<std::string>{"/tasks/0/id"}) << error.what();
}

TEST(BadDocument, OfVeryManyFaultsTheFirstAreKept) {
    std::string tasks;
    for (int i = 0; i < 1000; ++i) tasks += std::string(i == 0 ? "" : ",") + "7";
    const DocumentError error = refusal_of(small(R"(, "tasks": [)" + tasks + "]"));
    EXPECT_EQ(error.faults().size(), 100u);
    const std::string message = error.what();
    EXPECT_EQ(message.substr(0, 12), "1000 faults:");
    EXPECT_EQ(message.substr(message.rfind('\n') + 1), "... and 990 more");
}

TEST(BadDocument, TextThatIsNotJson) {
    expect_refusal("", "", "not JSON at line 1, column 1");
    expect_refusal("{\n  \"id\": oops}", "", "not JSON at line 2, column 9");
    expect_refusal("{} {}", "", "not JSON");
    expect_refusal("{\"a\": 1e999}", "", "not JSON");
    expect_refusal("{\"a\": \"\\ud800\"}", "", "not JSON");
}

TEST(BadDocument, NestedTooDeeplyOrTooLong) {
    expect_refusal(
        "{\"id\": " + std::string(100000, '['),
        "/id" +
            [] {
                std::string zeros;
                for (int i = 0; i < deepest_document - 1; ++i) zeros += "/0";
                return zeros;
            }(),
        "more than 32 deep");
    expect_refusal(std::string(longest_document + 1, ' '), "", "at most 16777216");
}

// Whatever is done to a document, it is taken whole or refused as a DocumentError.
TEST(CorruptedDocument, IsRefusedOrTakenButNeverHalfRead) {
    std::mt19937 random(20260318);
    const std::string original(examples::songpa_document());
    int refused = 0;
    for (int round = 0; round < 2000; ++round) {
        std::string text = original;
        const int changes = 1 + static_cast<int>(random() % 4);
        for (int i = 0; i < changes; ++i) {
            const std::size_t at = random() % text.size();
            switch (random() % 5) {
                case 0:
                    text[at] = static_cast<char>(random() % 256);
                    break;
                case 1:
                    text.erase(at, 1 + random() % 40);
                    break;
                case 2:
                    text.insert(at, text.substr(random() % text.size(), random() % 60));
                    break;
                case 3:
                    text.insert(at, 1, "{}[]\",:0-e\\"[random() % 11]);
                    break;
                default:
                    text.resize(at + 1);
            }
        }
        try {
            const Programme taken = read_programme(text);
            EXPECT_EQ(read_programme(write_programme(taken)), taken);
        } catch (const DocumentError&) {
            ++refused;
        }
    }
    EXPECT_GT(refused, 1000);
}

}  // namespace json_test
}  // namespace probity
