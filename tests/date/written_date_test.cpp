#include "probity/date/written_date.hpp"

#include <gtest/gtest.h>

#include "src/date/compatibility.hpp"
#include "src/date/text.hpp"
#include "tests/expect_error.hpp"
#include "tests/print_date.hpp"

namespace probity {
namespace written_date_test {

TEST(ReadDate, TakesWhatOfficesWrite) {
    for (const char* text : {"2026-03-18",
                             "2026. 3. 18.(수)",
                             "2026. 3. 18. (수)",
                             "2026. 3. 18.",
                             "2026. 3. 18",
                             "2026.3.18",
                             "2026.03.18.",
                             "2026.3.18(수)",
                             "2026 . 3 . 18 .",
                             "2026년 3월 18일(수)",
                             "2026년 3월 18일",
                             "2026년 3월 18일 수요일",
                             "2026년3월18일",
                             "2026年 3月 18日(水)",
                             "2026. 3월 18일",
                             "26년 3월 18일",
                             "2026-03-18(수)",
                             "2026-3-18",
                             "2026-03-18 (Wed)",
                             "2026-03-18 Wednesday",
                             "2026/3/18",
                             "2026/03/18",
                             "20260318",
                             "20260318(수)",
                             "２０２６. ３. １８.",
                             "2026．3．18．",
                             "２０２６－０３－１８",
                             "2026. 3. 18.（수）",
                             "2026. 3. 18.[수]",
                             "2026\u201303\u201318",
                             "2026\u00a0. 3. 18.",
                             "2026.\u30003.\u300018.",
                             "2026-03-18 00:00:00",
                             "2026-03-18T00:00:00",
                             "2026-03-18T00:00",
                             "2026-03-18 00:00:00.000",
                             "2026-03-18 오전 12:00:00",
                             "2026-03-18 12:00:00 AM",
                             "2026. 3. 18.(수) 00:00",
                             "'26. 3. 18.",
                             "\u201926. 3. 18.(수)",
                             "2026. 3. 18.까지",
                             "2026. 3. 18.(수)까지",
                             "2026. 3. 18. 까지",
                             "2026. 3. 18.한",
                             "2026. 3. 18.(수) 限",
                             "~ 2026. 3. 18.",
                             "～2026. 3. 18.(수)",
                             "\u223c2026. 3. 18.",
                             "'2026. 3. 18.",
                             "'2026-03-18",
                             "\u201920260318",
                             "2026\u30023\u300218\u3002",
                             "2026. 3. 18.<수>",
                             "2026. 3. 18.【수】",
                             "2026. 3. 18.〔수〕",
                             "2026. 3. 18. 0시",
                             "2026-03-18\u200b",
                             "\ufeff2026-03-18",
                             " 2026-03-18\t"}) {
        EXPECT_EQ(read_date(text), make_date(2026, 3, 18)) << text;
    }
    EXPECT_EQ(read_date("'69. 1. 1."), make_date(1969, 1, 1));
    EXPECT_EQ(read_date("'68. 1. 1."), make_date(2068, 1, 1));
}

TEST(ReadDate, RefusesAnotherWeekdayByTheRealOne) {
    EXPECT_MESSAGE(read_date("2026. 3. 18.(목)"), DateError,
                   "\"2026. 3. 18.(목)\": 2026-03-18 is a Wednesday (수), not '목'; allowed: the "
                   "weekday of the date, or none");
    for (const char* text : {"2026-03-18 (Thu)", "2026년 3월 18일 목요일", "20260318(木)",
                             "2026. 3. 18. 일", "2026. 3. 18.까지(월)"}) {
        const std::string said =
            probity_tests::message_of<DateError>([&] { static_cast<void>(read_date(text)); });
        EXPECT_NE(said.find("is a Wednesday (수)"), std::string::npos) << said;
    }
}

TEST(ReadDate, RefusesWhatMayBeSeveralDates) {
    const auto said = [](const char* text) {
        return probity_tests::message_of<DateError>([&] { static_cast<void>(read_date(text)); });
    };
    for (const char* text : {"3/4/2026", "18/3/2026", "18. 3. 2026."}) {
        EXPECT_NE(said(text).find("has its year last"), std::string::npos) << text;
    }
    for (const char* text : {"26. 3. 18.", "26-03-18", "3/4/26", "260318"}) {
        EXPECT_NE(said(text).find("has a year of two digits"), std::string::npos) << text;
    }
    for (const char* text : {"3. 18.", "3/18", "3월 18일", "3.18.(수)", "~ 3. 18."}) {
        EXPECT_NE(said(text).find("has no year"), std::string::npos) << text;
    }
    for (const char* text : {"2026. 3.", "2026년 3월", "2026-03", "2026년 3월 말", "2026. 3월말",
                             "2026년 3월 중", "'26. 3월"}) {
        EXPECT_NE(said(text).find("names a month and no day"), std::string::npos) << text;
    }
    for (const char* text : {"2026년 상반기", "상반기", "1분기", "'26. 1/4분기", "연중", "수시",
                             "매월", "2026년 말"}) {
        EXPECT_NE(said(text).find("names a period and no day"), std::string::npos) << text;
    }
    for (const char* text :
         {"2026. 3. 18. ~ 3. 20.", "2026. 3. 18.(수)~20.(금)", "2026.3.18-2026.3.20",
          "2026. 3. 18., 2026. 6. 30.", "2026. 3. 18./6. 30.", "2026. 3. 18. 및 6. 30.",
          "2026. 3. 18.부터 3. 20.까지"}) {
        EXPECT_NE(said(text).find("names more than one day"), std::string::npos) << text;
    }
    for (const char* text :
         {"2026-03-18 10:00", "2026. 3. 18.(수) 14:00", "2026-03-18T00:00:01",
          "2026-03-18 오후 12:00:00", "2026-03-18 00:00:00.5", "2026. 3. 18. 14시",
          "2026. 3. 18.(수) 오후 2시 30분", "2026. 3. 18.(수) 18:00까지", "2026. 3. 18. 24:00"}) {
        EXPECT_NE(said(text).find("has a time of day"), std::string::npos) << text;
    }
    for (const char* text : {"2026-03-18T00:00:00Z", "2026-03-18T00:00:00+09:00"}) {
        EXPECT_NE(said(text).find("has a time zone"), std::string::npos) << text;
    }
    EXPECT_EQ(said("2026. 2. 30."), "2026-02-30: February 2026 has days 1 to 28");
    EXPECT_EQ(said("2026-13-01"), "2026-13-01: the month 13 is not one of 1 to 12");
    EXPECT_NE(said("12026-03-18").find("the year 12026 is out of range"), std::string::npos);
}

TEST(ReadDate, RefusesWhatIsNoDate) {
    for (const char* text : {"",
                             " ",
                             "soon",
                             "2026",
                             "18",
                             "2026. 3. 18. ~ 3. 20.",
                             "2026-03-18-1",
                             "2026--3",
                             "2026-003-1",
                             "2026. 3. 1 8.",
                             "2026. 3. 18. 부터",
                             "2026. 3. 18.(잠정)",
                             "2026. 3. 18.(수",
                             "2026-03-18T",
                             "2026. 3. 18.까지까지",
                             "2026. 3. 18.(수)(수)",
                             "2026. 3월말",
                             "''26. 3. 18.",
                             "~~2026. 3. 18.",
                             "~2026. 3. 18.까지",
                             "2026. 3. 18. 이전",
                             "2026. 3. 18.(수]",
                             "2026. 3. 18. 14시반",
                             "46099",
                             "46099.5",
                             "202603180",
                             "2026-03-18x",
                             "\xff",
                             "2026. 3. 18.\xff"}) {
        EXPECT_ERROR(read_date(text), DateError) << text;
    }
    EXPECT_ERROR(read_date(std::string(1'000'000, '1')), DateError);
}

TEST(ReadDate, TakesWhatTheLibraryWrites) {
    for (DayNumber day = first_day_number; day <= last_day_number; day += 4093) {
        const Date date = date_of(day);
        EXPECT_EQ(read_date(to_string(date)), date);
    }
}

TEST(WithoutWidth, GivesTheUsualForm) {
    EXPECT_EQ(detail::without_width("Ｔ－０１　㈜ ① ㎡ ⅳ"), "T-01 (주) 1 m2 iv");
    EXPECT_EQ(detail::without_width("청\u200b렴\u202e"), "청렴");
    EXPECT_EQ(detail::without_width("청렴 T-01"), "청렴 T-01");
    // Letters of Hangul that stand apart, as macOS has them, and fillers that nobody sees.
    EXPECT_EQ(detail::without_width("\u1100\u1161\u11b7\u1109\u1161\u1103\u1161\u11b7\u1103"
                                    "\u1161\u11bc\u1100\u116a\u11ab"),
              "감사담당관");
    EXPECT_EQ(detail::without_width("가\u11b7"), "감");
    EXPECT_EQ(detail::without_width("\u1100a\u1161"), "\u1100a\u1161");
    EXPECT_EQ(detail::without_width("감\u11b7"), "감\u11b7");
    EXPECT_EQ(detail::without_width("청\u3164렴\ufe0f"), "청렴");
    EXPECT_EQ(detail::without_width("\xff\xc3"), "\xff\xc3");
}

TEST(Utf8Length, IsThatOfWellFormedCharacters) {
    // Overlong forms, surrogates and what is beyond U+10FFFF are none (RFC 3629, 3 and 4).
    for (const char* bad : {"\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xe0\x9f\xbf", "\xed\xa0\x80",
                            "\xed\xbf\xbf", "\xf0\x80\x80\xaf", "\xf0\x8f\xbf\xbf",
                            "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\x80", "\xbf", "\xff", "\xc3",
                            "\xe1\x80", "\xf1\x80\x80", "\xc3x", "\xe1\x80x", "\xf1\x80\x80x"}) {
        EXPECT_EQ(detail::utf8_length(bad), 0u) << detail::printable(bad);
    }
    EXPECT_EQ(detail::utf8_length(""), 0u);
    EXPECT_EQ(detail::utf8_length("\x7f"), 1u);
    EXPECT_EQ(detail::utf8_length("\xc2\x80"), 2u);
    EXPECT_EQ(detail::utf8_length("\xdf\xbf"), 2u);
    EXPECT_EQ(detail::utf8_length("\xe0\xa0\x80"), 3u);
    EXPECT_EQ(detail::utf8_length("\xed\x9f\xbf"), 3u);
    EXPECT_EQ(detail::utf8_length("\xee\x80\x80"), 3u);
    EXPECT_EQ(detail::utf8_length("\xf0\x90\x80\x80"), 4u);
    EXPECT_EQ(detail::utf8_length("\xf4\x8f\xbf\xbf"), 4u);
}

}  // namespace written_date_test
}  // namespace probity
