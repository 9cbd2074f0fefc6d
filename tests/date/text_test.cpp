#include "src/date/text.hpp"

#include <gtest/gtest.h>

namespace probity::detail {
namespace text_test {

TEST(Utf8Length, TakesTheShortestFormAlone) {
    EXPECT_EQ(utf8_length("\xc0\xaf"), 0u);          // "/" in two bytes
    EXPECT_EQ(utf8_length("\xe0\x9f\xbf"), 0u);      // U+07FF in three
    EXPECT_EQ(utf8_length("\xed\xa0\x80"), 0u);      // U+D800, a surrogate
    EXPECT_EQ(utf8_length("\xf4\x8f\xbf\xbf"), 4u);  // U+10FFFF
    EXPECT_EQ(utf8_length("\xf4\x90\x80\x80"), 0u);  // beyond it
    EXPECT_EQ(utf8_length("\xec\xb2\xad"), 3u);      // 청
}

TEST(CharacterAt, IsWhatTheBytesStandFor) {
    EXPECT_EQ(character_at("a"), 0x61u);
    EXPECT_EQ(character_at("\xc2\x9b"), 0x9bu);
    EXPECT_EQ(character_at("\xe2\x80\xae"), 0x202eu);
    EXPECT_EQ(character_at("\xf0\x9f\x99\x82"), 0x1f642u);
}

TEST(Printable, ShowsWhatSteersByItsNumber) {
    EXPECT_EQ(printable("a\n\x1b\x7f"), "a\\x0a\\x1b\\u007f");
    EXPECT_EQ(printable("\xc2\x80\xc2\x9f\xc2\xa0"), "\\u0080\\u009f\xc2\xa0");
    EXPECT_EQ(printable("\xe2\x80\xa7\xe2\x80\xa8\xe2\x80\xae\xe2\x80\xaf"),
              "\xe2\x80\xa7\\u2028\\u202e\xe2\x80\xaf");
    EXPECT_EQ(printable("\xe2\x81\xa5\xe2\x81\xa6\xe2\x81\xa9\xe2\x81\xaa"),
              "\xe2\x81\xa5\\u2066\\u2069\xe2\x81\xaa");
    EXPECT_EQ(printable("\xff"), "\\xff");
    EXPECT_EQ(printable("청렴"), "청렴");
    EXPECT_EQ(printable("abcdef", 3), "abc...");
}

TEST(Printed, KeepsItsOwnLinesAndTabs) {
    EXPECT_EQ(printed("a\tb\nc\r"), "a\tb\nc\\x0d");
    EXPECT_EQ(printed("\xe2\x80\xa9"), "\\u2029");
}

}  // namespace text_test
}  // namespace probity::detail
