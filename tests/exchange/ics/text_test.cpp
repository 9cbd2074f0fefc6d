// The texts and values of calendar files: quotes, encodings, lines, dates and durations.
#include "src/exchange/ics/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "src/exchange/ics/charset.hpp"
#include "src/exchange/ics/folding.hpp"
#include "src/exchange/ics/lines.hpp"
#include "src/exchange/ics/own_uids.hpp"
#include "src/exchange/ics/rules.hpp"
#include "src/exchange/ics/values.hpp"
#include "src/exchange/ics/vcalendar.hpp"

namespace probity::ics::detail {
namespace text_test {

using namespace std::string_literals;

TEST(IcsText, IsStrippedOfAllBlanks) {
    EXPECT_EQ(stripped(" \t\u3000회의\u00a0 \n"), "회의");
    EXPECT_EQ(stripped("\u2028"), "");
    EXPECT_TRUE(is_blank(" \u2003"));
    EXPECT_FALSE(is_blank("\u200b"));  // takes no room, but is no blank
    EXPECT_EQ(words("  W1 \u3000TU\t#4 "), (std::vector<std::string_view>{"W1", "TU", "#4"}));
}

TEST(IcsText, IsQuotedSoThatItCanBeSeen) {
    EXPECT_EQ(quoted("회의"), "'회의'");
    EXPECT_EQ(quoted("it's"), "\"it's\"");
    EXPECT_EQ(quoted("it's \"it\""), "'it\\'s \"it\"'");
    EXPECT_EQ(quoted("a\\b\n\t\x1b\u00a0\u202e\ufeff"), "'a\\\\b\\n\\t\\x1b\\xa0\\u202e\\ufeff'");
    EXPECT_EQ(quoted("\U000e0001"), "'\\U000e0001'");
    EXPECT_EQ(shortened("회의록", 2), "'회의...'");
    EXPECT_EQ(shortened("회의", 2), "'회의'");
}

TEST(IcsText, IsDividedByLetters) {
    EXPECT_EQ(head("회의록", 2), "회의");
    EXPECT_EQ(head("ab", 9), "ab");
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(before("a/b/c", '/'), "a");
    EXPECT_TRUE(contains_alike("x;Encoding=Quoted-Printable", "QUOTED-PRINTABLE"));
    EXPECT_FALSE(is_number(""));
    EXPECT_FALSE(is_number("1234567890"));
}

TEST(IcsCharset, OfOldProgramsIsRead) {
    EXPECT_EQ(from_charset("\xc8\xb8\xc0\xc7", "CP949"), "회의");
    EXPECT_EQ(from_charset("\xc8", "CP949"), std::nullopt);
    EXPECT_STREQ(charset_named("EUC-KR"), "CP949");
    EXPECT_EQ(charset_named("zip"), nullptr);
    EXPECT_EQ(from_utf16("\x3d\xd8\x00\xde\x00"s, true), "😀\ufffd");
    EXPECT_EQ(from_utf16("\xd8\x3d\x00\x41\xde\x00"s, false), "\ufffdA\ufffd");
}

TEST(IcsCharset, KeepsWhatOfDamagedUtf8CanBeRead) {
    EXPECT_EQ(as_utf8("\xed\x9a\x8c\xed\x9a!"), "회\ufffd!");
    EXPECT_EQ(as_utf8("\xf0\x9f\x98"), "\ufffd");
    EXPECT_EQ(as_utf8("\xed\xa0\x80"), "\ufffd\ufffd\ufffd");  // half of a character
    EXPECT_FALSE(is_utf8("\xc0\x80"));
}

std::vector<std::string> unfolded(std::string_view data) {
    Texts texts;
    std::vector<Note> notes;
    std::vector<std::string> lines;
    for (const ContentLine& line : content_lines(data, texts, notes)) {
        lines.push_back(std::to_string(line.number) + " " + std::string(line.text));
    }
    return lines;
}

TEST(IcsFolding, IsUndoneWithinACharacterToo) {
    EXPECT_EQ(unfolded("A:\xed\x9a\r\n \x8c\r\n\r\n\tx\rB:y\n"),
              (std::vector<std::string>{"1 A:회x", "5 B:y"}));
    EXPECT_EQ(unfolded(" A:b\n c"), (std::vector<std::string>{"1  A:bc"}));
    EXPECT_EQ(unfolded("A;ENCODING=QUOTED-PRINTABLE:=ED=\n=9A=8C=\nB"),
              (std::vector<std::string>{"1 A;ENCODING=QUOTED-PRINTABLE:=ED=9A=8CB"}));
}

std::string value_of(std::string_view line) {
    Texts texts;
    const std::optional<Property> found = parse_property(line, 1, texts);
    return found ? std::string(found->value) : "none";
}

TEST(IcsProperty, HasParametersAndAValue) {
    Texts texts;
    const auto found = parse_property("Attendee;cn=\"A; B: C\";ROLE=X;cn=y:mailto:a@b", 7, texts);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->name, "ATTENDEE");
    EXPECT_EQ(found->parameter("CN"), "A; B: C");
    EXPECT_EQ(found->parameter("ROLE"), "X");
    EXPECT_EQ(found->value, "mailto:a@b");
    EXPECT_EQ(found->line, 7);
    for (const char* none : {"", ":", "no property", "A;B=\"c:d", ";A:b"}) {
        EXPECT_EQ(value_of(none), "none") << none;
    }
    EXPECT_EQ(value_of(std::string(101, 'A') + ":b"), "none");
}

TEST(IcsProperty, IsDecoded) {
    EXPECT_EQ(value_of("SUMMARY;QUOTED-PRINTABLE:=ED=9A=8C=0D=0Ax=4"), "회\nx=4");
    EXPECT_EQ(value_of("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=EUC-KR:=C8=B8"), "회");
    EXPECT_EQ(value_of("SUMMARY;ENCODING=BASE64:7ZqM"), "회");
    EXPECT_EQ(value_of("SUMMARY;ENCODING=B:7ZqM="), "7ZqM=");
    EXPECT_EQ(value_of("ATTACH;ENCODING=BASE64:7ZqM"), "7ZqM");
    EXPECT_EQ(value_of("SUMMARY;ENCODING=8BIT:=41"), "=41");
}

std::string moment(std::string_view text) {
    const std::optional<Written> written = parse_moment(text);
    if (!written) return "none";
    return to_string(written->moment) +
           (written->offset ? " " + std::to_string(written->offset->count()) : "") +
           (written->is_form ? "" : " leniently");
}

TEST(IcsValues, AreDatesAndTimes) {
    EXPECT_EQ(moment("20260318"), "2026-03-18");
    EXPECT_EQ(moment("20260318T152000"), "2026-03-18 15:20:00");
    EXPECT_EQ(moment("20260318T152000Z"), "2026-03-18 15:20:00 0");
    EXPECT_EQ(moment("2026-03-18t15:20-05:00"), "2026-03-18 15:20:00 -18000 leniently");
    EXPECT_EQ(moment("20260318T240000"), "2026-03-19 00:00:00 leniently");
    EXPECT_EQ(moment("20260318T152060Z"), "2026-03-18 15:20:59 0 leniently");
    EXPECT_EQ(moment("2026-03-18 15:20:30.25"), "2026-03-18 15:20:30 leniently");
    EXPECT_EQ(moment("00010101"), "0001-01-01");
    for (const char* none :
         {"", "20260230", "00000101", "99991231T240000", "20260318T", "회의", "20260318T1520+0"}) {
        EXPECT_EQ(moment(none), "none") << none;
    }
}

TEST(IcsValues, AreDurations) {
    EXPECT_EQ(parse_duration("P1DT2H"), std::chrono::hours{26});
    EXPECT_EQ(parse_duration("-pt15m"), -std::chrono::minutes{15});
    EXPECT_EQ(parse_duration(" P2W "), std::chrono::days{14});
    for (const char* none : {"", "P", "PT", "P1H", "1D", "P999999999W", "P1D2H"}) {
        EXPECT_EQ(parse_duration(none), std::nullopt) << none;
    }
}

TEST(IcsValues, OfVCalendarAreRules) {
    const Moment start{.day = std::chrono::year{2026} / 3 / 3, .time = std::chrono::hours{9}};
    const std::vector<std::pair<std::string, std::string>> rules{
        {"W1 TU #4", "FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=4"},
        {"w2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=2"},
        {"MP1 1+ TU 2- FR #0", "FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU,-2FR"},
        {"MP1+ 3WE #0", "FREQ=MONTHLY;INTERVAL=1;BYDAY=3WE"},
        {"MD1 LD 2- #0", "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1,-2"},
        {"YM1 3$ #0", "FREQ=YEARLY;INTERVAL=1;BYMONTH=3;BYMONTHDAY=3"},
        {"YD1 20261231", "FREQ=YEARLY;INTERVAL=1;BYYEARDAY=62;UNTIL=20261231"},
        {"D1 0900 1400 #0", "FREQ=DAILY;INTERVAL=1;BYHOUR=09,14;BYMINUTE=00"},
    };
    for (const auto& [written, rule] : rules) EXPECT_EQ(rule_of_version_1(written, start), rule);
    for (const char* none :
         {"", "X1", "D12345", "W1 XX", "MP1 TU", "MD1 a", "W1 #a", "D1 0900 1430"}) {
        EXPECT_THROW(static_cast<void>(rule_of_version_1(none, start)), RuleLost) << none;
    }
}

TEST(IcsUids, OfThisLibraryNameTheirObservance) {
    EXPECT_EQ(observance_of_occurrence("integrity-week-2026-03@songpa.probity"), "integrity-week");
    EXPECT_EQ(observance_of_occurrence("audit-2026-2@a@b.probity"), "audit");
    EXPECT_EQ(observance_of_occurrence("audit@songpa.probity"), std::nullopt);
    EXPECT_EQ(observance_of_occurrence("audit-2026-03@songpa.example"), std::nullopt);
    EXPECT_EQ(observance_of_rule("integrity-day-rule-1@songpa.probity"), "integrity-day");
    EXPECT_EQ(observance_of_rule("a@.probity"), std::nullopt);
}

TEST(OwnUids, AreOfMeetingsByTheirNumbers) {
    for (const char* of_council :
         {"council-2026-1@songpa.probity", "council-2026-x1@songpa.probity",
          "council-2026-w1@songpa.probity", "council-2026-x12@songpa.probity",
          "council-2026-w1-2@songpa.probity", "a-b-2026-9@songpa.probity"}) {
        EXPECT_TRUE(is_of_council(of_council)) << of_council;
    }
    // Two digits are a month.
    for (const char* of_another :
         {"council-2026-03@songpa.probity", "council-2026-12@songpa.probity",
          "council-2026@songpa.probity", "council-2026-x@songpa.probity",
          "council-2026-y1@songpa.probity", "council-26-x1@songpa.probity",
          "council-2026-x1@songpa.example", "-2026-x1@songpa.probity"}) {
        EXPECT_FALSE(is_of_council(of_another)) << of_another;
    }
}

}  // namespace text_test
}  // namespace probity::ics::detail
