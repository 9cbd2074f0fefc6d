#include "probity/exchange/overlay.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "probity/exchange/json.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace overlay_test {

using namespace probity;

const std::string two_days = R"({
  "$schema": "urn:probity:schema:overlay:1",
  "holidays": [
    {"date": "2026-12-28", "name": "임시공휴일", "name_en": "Temporary public holiday",
     "kind": "temporary", "decided_on": "2026-12-08", "basis": "국무회의 의결 2026. 12. 8."},
    {"date": "2027-01-04", "name": "임시공휴일"}
  ]
})";

/// Where the fault of a document is, and what is said of it.
std::string place_of_fault(const std::string& text) {
    try {
        static_cast<void>(read_overlay(text));
    } catch (const DocumentError& error) {
        EXPECT_FALSE(std::string(error.what()).empty());
        return error.place();
    }
    return "no fault";
}

std::string one_holiday(const std::string& members) {
    return R"({"holidays": [{)" + members + "}]}";
}

TEST(Overlay, ListsAnnouncedDays) {
    const std::vector<Holiday> days = read_overlay(two_days);
    ASSERT_EQ(days.size(), 2u);
    EXPECT_EQ(days[0], (Holiday{.date = make_date(2026, 12, 28),
                                .name = {"임시공휴일", "Temporary public holiday"},
                                .kind = HolidayKind::temporary,
                                .basis = {"국무회의 의결 2026. 12. 8."},
                                .decided_on = make_date(2026, 12, 8)}));
    EXPECT_EQ(days[1].kind, HolidayKind::temporary);
    EXPECT_FALSE(days[1].decided_on.has_value());
}

TEST(Overlay, ClosesItsDays) {
    const WorkCalendar kr = WorkCalendar::korea();
    const WorkCalendar with = kr.with_holidays(read_overlay(two_days));
    EXPECT_EQ(kr.add(make_date(2026, 12, 24), 1), make_date(2026, 12, 28));
    EXPECT_EQ(with.add(make_date(2026, 12, 24), 1), make_date(2026, 12, 29));
    EXPECT_EQ(with.explain(make_date(2026, 12, 28), Language::korean),
              "2026년 12월 28일(월)은 공휴일입니다: 임시공휴일 - 국무회의 의결 2026. 12. 8.");
}

TEST(Overlay, TakenTwiceOrAlreadyReleasedChangesNothing) {
    const WorkCalendar once = WorkCalendar::korea().with_holidays(read_overlay(two_days));
    EXPECT_EQ(once.with_holidays(read_overlay(two_days)), once);
    const std::string released = one_holiday(R"("date": "2025-01-27", "name": "임시공휴일")");
    EXPECT_EQ(WorkCalendar::korea().with_holidays(read_overlay(released)), WorkCalendar::korea());
}

TEST(Overlay, FaultsAreNamedByPlace) {
    EXPECT_EQ(place_of_fault("[]"), "");
    EXPECT_EQ(place_of_fault("{}"), "");
    EXPECT_EQ(place_of_fault(R"({"holidays": {}})"), "/holidays");
    EXPECT_EQ(place_of_fault(R"({"holidays": [], "holyday": []})"), "/holyday");
    EXPECT_EQ(place_of_fault(R"({"holidays": [3]})"), "/holidays/0");
    EXPECT_EQ(place_of_fault(one_holiday(R"("name": "x")")), "/holidays/0");
    EXPECT_EQ(place_of_fault(one_holiday(R"("date": "2026-02-31", "name": "x")")),
              "/holidays/0/date");
    EXPECT_EQ(place_of_fault(one_holiday(R"("date": 20260228, "name": "x")")), "/holidays/0/date");
    EXPECT_EQ(place_of_fault(one_holiday(R"("date": "2026-02-28", "name": "")")),
              "/holidays/0/name");
    EXPECT_EQ(place_of_fault(one_holiday(R"("date": "2026-02-28", "name": "a\nb")")),
              "/holidays/0/name");
    EXPECT_EQ(place_of_fault(one_holiday(R"("date": "2026-02-28", "name": "x", "kind": "feast")")),
              "/holidays/0/kind");
    EXPECT_EQ(place_of_fault(
                  one_holiday(R"("date": "2026-02-28", "name": "x", "decided_on": "2026-03-01")")),
              "/holidays/0/decided_on");
    EXPECT_EQ(place_of_fault(one_holiday(R"("date": "2026-02-28", "name": "x", "nmae": "y")")),
              "/holidays/0/nmae");
    EXPECT_EQ(place_of_fault(one_holiday("\"date\": \"2026-02-28\", \"name\": \"" +
                                         std::string(501, 'x') + "\"")),
              "/holidays/0/name");
}

TEST(Overlay, MayBeDecidedOnTheDayItself) {
    const auto decided = [](const std::string& day) {
        return one_holiday(R"("date": "2026-12-28", "name": "x", "decided_on": ")" + day + '"');
    };
    EXPECT_EQ(read_overlay(decided("2026-12-28")).at(0).decided_on, make_date(2026, 12, 28));
    EXPECT_EQ(place_of_fault(decided("2026-12-29")), "/holidays/0/decided_on");
}

TEST(Overlay, NamesHaveNoControlCharacters) {
    for (const char* control : {"\\u007f", "\\u0000", "\\u001f", "\\n"}) {
        const std::string name = "\"name\": \"x" + std::string(control) + "\"";
        EXPECT_EQ(place_of_fault(one_holiday(R"("date": "2026-12-28", )" + name)),
                  "/holidays/0/name")
            << control;
    }
}

TEST(Overlay, EveryFaultIsNamed) {
    try {
        static_cast<void>(read_overlay(
            R"({"holidays": [{"date": "2026-02-31", "nane": "x"}, {"date": "2026-12-28", "name": "",
                "kind": "?"}, 3]})"));
        ADD_FAILURE() << "taken";
    } catch (const DocumentError& error) {
        std::vector<std::string> places;
        for (const DocumentFault& fault : error.faults()) places.push_back(fault.place);
        EXPECT_EQ(places, (std::vector<std::string>{"/holidays/0/date", "/holidays/0",
                                                    "/holidays/0/nane", "/holidays/1/name",
                                                    "/holidays/1/kind", "/holidays/2"}));
        EXPECT_EQ(std::string(error.what()).substr(0, 9), "6 faults:");
    }
}

TEST(Overlay, ADayListedTwiceIsAFault) {
    const std::string twice = R"({"holidays": [{"date": "2026-12-28", "name": "x"},
                                               {"date": "2026-12-28", "name": "x"}]})";
    EXPECT_MESSAGE(read_overlay(twice), DocumentError,
                   "/holidays/1: 2026-12-28 x stands at /holidays/0 already; each is listed once");
}

TEST(Overlay, AnyBytesAreReadOrRefused) {
    EXPECT_ERROR(read_overlay(""), DocumentError);
    EXPECT_ERROR(read_overlay("\xff\xfe"), DocumentError);
    EXPECT_ERROR(read_overlay(one_holiday("\"date\": \"2026-02-28\", \"name\": \"\xc0\x80\"")),
                 DocumentError);
    EXPECT_ERROR(read_overlay(std::string(100000, '[')), DocumentError);
    EXPECT_ERROR(read_overlay(std::string(longest_document + 1, ' ')), DocumentError);
    // A good document with some bytes changed is read or refused, and nothing else.
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text = two_days;
        for (unsigned changes = random() % 4 + 1; changes > 0; --changes) {
            text[random() % text.size()] = static_cast<char>(random() % 256);
        }
        try {
            for (const Holiday& holiday : read_overlay(text)) {
                EXPECT_FALSE(holiday.name.empty());
                EXPECT_FALSE(holiday.date.is_special());
            }
        } catch (const DocumentError&) {
        }
    }
}

TEST(Overlay, IsReadFromAFile) {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / "probity-overlay-test.json";
    std::ofstream(path) << two_days;
    EXPECT_EQ(load_overlay(path), read_overlay(two_days));
    std::filesystem::remove(path);
    EXPECT_ERROR(load_overlay(path), DocumentError);
}

TEST(Overlay, LinesAreMeasuredInCharacters) {
    std::string name;
    for (int i = 0; i < 500; ++i) name += "날";
    const auto named = [](const std::string& text) {
        return one_holiday(R"("date": "2026-12-28", "name": ")" + text + '"');
    };
    EXPECT_EQ(read_overlay(named(name)).at(0).name.korean.size(), 1500u);
    EXPECT_MESSAGE(read_overlay(named(name + "짜")), DocumentError,
                   "/holidays/0/name: it has 501 characters; at most 500 are allowed");
}

TEST(Overlay, FilesLongerThanAChunkAreReadWholeAndTooLongOnesAreRefused) {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / "probity-long-overlay-test.json";
    std::ofstream(path) << std::string(200'000, ' ') + two_days;
    EXPECT_EQ(load_overlay(path), read_overlay(two_days));
    std::ofstream(path) << std::string(longest_document - two_days.size(), ' ') + two_days;
    EXPECT_EQ(load_overlay(path), read_overlay(two_days));
    std::ofstream(path) << std::string(longest_document - two_days.size() + 1, ' ') + two_days;
    EXPECT_ERROR(load_overlay(path), DocumentError);
    std::filesystem::remove(path);
}

/// The words in quotation marks, with ", " between them.
std::string quoted_words(std::string_view text) {
    std::string words;
    for (std::size_t open = text.find('"'); open != std::string_view::npos;) {
        const std::size_t close = text.find('"', open + 1);
        words += (words.empty() ? "" : ", ") + std::string(text.substr(open + 1, close - open - 1));
        open = text.find('"', close + 1);
    }
    return words;
}

TEST(Overlay, SchemaListsTheKindsThatAreReadAndNoOthers) {
    const std::string_view schema = overlay_schema();
    const std::size_t list = schema.find("\"enum\": [");
    ASSERT_NE(list, std::string_view::npos);
    const std::string listed =
        quoted_words(schema.substr(list + 7, schema.find(']', list) - list - 7));
    EXPECT_MESSAGE(parse_holiday_kind("nonsense"), ProbityError,
                   "\"nonsense\" is not a kind of holiday: " + listed);
}

// Answers of the public data portal ---------------------------------------------------------------

std::string answer(const std::string& items, int total) {
    return R"({"response": {"header": {"resultCode": "00", "resultMsg": "NORMAL SERVICE."},
        "body": {"items": )" +
           items + R"(, "numOfRows": 100, "pageNo": 1, "totalCount": )" + std::to_string(total) +
           "}}}";
}

std::string xml_answer(const std::string& items, int total, const std::string& code = "00") {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
           "\n<response>\n  <header><resultCode>" +
           code + "</resultCode><resultMsg>NORMAL SERVICE.</resultMsg></header>\n  <body><items>" +
           items + "</items><numOfRows>100</numOfRows><pageNo>1</pageNo><totalCount>" +
           std::to_string(total) + "</totalCount></body>\n</response>\n";
}

std::string xml_day(const std::string& name, const std::string& date, const char* off = "Y") {
    return "<item><dateKind>01</dateKind><dateName>" + name + "</dateName><isHoliday>" + off +
           "</isHoliday><locdate>" + date + "</locdate><seq>1</seq></item>";
}

TEST(SpecialDays, AreReadInJsonAndXmlAlike) {
    const std::string in_json = answer(
        R"({"item": [
            {"dateKind": "01", "dateName": "설날", "isHoliday": "Y", "locdate": 20270206, "seq": 1},
            {"dateKind": "01", "dateName": "제헌절", "isHoliday": "N", "locdate": 20270717, "seq": 1},
            {"dateKind": "01", "dateName": "임시공휴일", "isHoliday": "Y", "locdate": 20271015}]})",
        3);
    const std::string in_xml =
        xml_answer(xml_day("설날", "20270206") + xml_day("제헌절", "20270717", "N") +
                       xml_day("임시공휴일", "20271015"),
                   3);
    const std::vector<Holiday> days = read_overlay(in_json);
    EXPECT_EQ(days, read_overlay(in_xml));
    EXPECT_EQ(days, read_overlay("\xef\xbb\xbf \n" + in_xml.substr(in_xml.find('\n'))));
    ASSERT_EQ(days.size(), 2u);
    EXPECT_EQ(days[0].kind, HolidayKind::public_holiday);
    EXPECT_EQ(days[1].date, make_date(2027, 10, 15));
    EXPECT_EQ(days[1].kind, HolidayKind::temporary);
}

TEST(SpecialDays, StandAloneOrAreNone) {
    const std::string one =
        R"json({"item": {"dateName": "대체공휴일(노동절)", "isHoliday": "Y", "locdate": "20270503"}})json";
    ASSERT_EQ(read_overlay(answer(one, 1)).size(), 1u);
    EXPECT_EQ(read_overlay(answer(one, 1))[0].kind, HolidayKind::substitute);
    EXPECT_TRUE(read_overlay(answer("\"\"", 0)).empty());
    EXPECT_TRUE(read_overlay(xml_answer("", 0)).empty());
}

TEST(SpecialDays, OnlyThoseThatTheCalendarLacksAreTaken) {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / "probity-special-days.xml";
    std::ofstream(path) << xml_answer(
        xml_day("설날", "20270206") + xml_day("임시공휴일", "20271015"), 2);
    const WorkCalendar kr = WorkCalendar::korea();
    const WorkCalendar with = with_overlay(kr, path);
    std::filesystem::remove(path);
    const auto changes = kr.diff(with, make_date(2027, 1, 1), make_date(2028, 1, 1));
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].date, make_date(2027, 10, 15));
    EXPECT_FALSE(with.is_working_day(make_date(2027, 10, 15)));
}

// As github.com/hyunbinseo/holidays-kr publishes the almanac of 2025, two years apart in one file besides.
TEST(Almanac, IsReadWithTheNamesOfEachDay) {
    const char* const days = R"json({"2025-05-05": ["어린이날", "부처님 오신 날"],
        "2025-05-06": ["대체공휴일(부처님 오신 날)"], "2025-06-03": ["임시공휴일"],
        "2025-12-25": "기독탄신일"})json";
    const std::vector<Holiday> read = read_overlay(days);
    ASSERT_EQ(read.size(), 5u);
    EXPECT_EQ(read[0].date, read[1].date);
    EXPECT_EQ(read[1].name.korean, "부처님 오신 날");
    EXPECT_EQ(read[2].kind, HolidayKind::substitute);
    EXPECT_EQ(read[3].kind, HolidayKind::temporary);
    EXPECT_EQ(read[4].date, make_date(2025, 12, 25));
    EXPECT_EQ(read_overlay(R"({"2025": )" + std::string(days) + "}"), read);
}

TEST(Almanac, AddsOnlyTheDaysThatTheCalendarLacks) {
    const std::filesystem::path path =
        std::filesystem::temp_directory_path() / "probity-almanac.json";
    std::ofstream(path) << R"({"2027-01-01": ["1월 1일"], "2027-10-15": ["임시공휴일"]})";
    const WorkCalendar kr = WorkCalendar::korea();
    const WorkCalendar with = with_overlay(kr, path);
    std::filesystem::remove(path);
    const auto changes = kr.diff(with, make_date(2027, 1, 1), make_date(2028, 1, 1));
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].date, make_date(2027, 10, 15));
}

TEST(Almanac, NamesThePlaceOfAFault) {
    EXPECT_EQ(place_of_fault(R"({"2027-10-15": [""]})"), "/2027-10-15/0");
    EXPECT_EQ(place_of_fault(R"({"2027-10-15": 3})"), "/2027-10-15");
    EXPECT_EQ(place_of_fault(R"({"2027-10-15": []})"), "/2027-10-15");
    EXPECT_EQ(place_of_fault(R"({"2027-10-15": ["a"], "2027-13-01": ["a"]})"), "/2027-13-01");
    EXPECT_EQ(place_of_fault(R"({"2027-10-15": ["a"], "3월": ["a"]})"), "/3월");
    EXPECT_EQ(place_of_fault(R"({"2027": {"2027-02-30": ["a"]}})"), "/2027/2027-02-30");
}

TEST(SpecialDays, AreRefusedUnlessTheyAreWhole) {
    const std::string day = xml_day("임시공휴일", "20271015");
    EXPECT_EQ(place_of_fault(xml_answer(day, 1)), "no fault");
    EXPECT_EQ(place_of_fault(xml_answer(day, 20)), "/response/body/items");
    EXPECT_EQ(place_of_fault(xml_answer("", 0, "22")), "/response/header/resultCode");
    EXPECT_EQ(place_of_fault("<OpenAPI_ServiceResponse><cmmMsgHeader><returnAuthMsg>"
                             "SERVICE_KEY_IS_NOT_REGISTERED_ERROR</returnAuthMsg></cmmMsgHeader>"
                             "</OpenAPI_ServiceResponse>"),
              "/OpenAPI_ServiceResponse");
    const std::string items = "/response/body/items/item/0";
    EXPECT_EQ(place_of_fault(xml_answer(xml_day("", "20271015"), 1)), items + "/dateName");
    EXPECT_EQ(place_of_fault(xml_answer(xml_day("a", "20271315"), 1)), items + "/locdate");
    EXPECT_EQ(place_of_fault(xml_answer(xml_day("a", "2027-10-15"), 1)), items + "/locdate");
    EXPECT_EQ(place_of_fault(xml_answer(xml_day("a", "20271015", "?"), 1)), items + "/isHoliday");
    EXPECT_EQ(place_of_fault("<html></html>"), "");
    EXPECT_EQ(place_of_fault("<response>"), "");
    EXPECT_EQ(place_of_fault("<response><header/></response>"), "/response/header/resultCode");
    EXPECT_EQ(place_of_fault("<response>\xff</response>"), "");
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    EXPECT_EQ(place_of_fault(deep), "");
}

}  // namespace overlay_test
