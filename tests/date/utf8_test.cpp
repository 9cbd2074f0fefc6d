// Which bytes are a character of UTF-8.
#include "src/date/text.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace utf8_test {

using probity::detail::printable;
using probity::detail::utf8_length;

TEST(Utf8, TheFirstAndLastCharacterOfEachLength) {
    for (const std::string_view text : {"\x01", "\x7f"}) EXPECT_EQ(utf8_length(text), 1u);
    for (const std::string_view text : {"\xc2\x80", "\xdf\xbf"}) EXPECT_EQ(utf8_length(text), 2u);
    for (const std::string_view text :
         {"\xe0\xa0\x80", "\xed\x9f\xbf", "\xee\x80\x80", "\xef\xbf\xbf"}) {
        EXPECT_EQ(utf8_length(text), 3u);
    }
    for (const std::string_view text : {"\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"}) {
        EXPECT_EQ(utf8_length(text), 4u);
    }
    EXPECT_EQ(utf8_length(""), 0u);
    EXPECT_EQ(utf8_length(std::string_view("\0", 1)), 1u);
}

TEST(Utf8, WhatRfc3629ForbidsHasNoLength) {
    for (const std::string_view text : {
             "\xc0\xaf",
             "\xc1\xbf",  // longer than need be
             "\xe0\x80\xaf",
             "\xe0\x9f\xbf",  //
             "\xf0\x80\x80\xaf",
             "\xf0\x8f\xbf\xbf",  //
             "\xed\xa0\x80",
             "\xed\xbf\xbf",  // halves of pairs of UTF-16
             "\xf4\x90\x80\x80",
             "\xf5\x80\x80\x80",  // beyond U+10FFFF
             "\xff",
             "\xfe",
             "\x80",
             "\xbf",  // no first byte
             "\xc2",
             "\xc2 ",
             "\xe1\x80",
             "\xe1\x80 ",
             "\xf1\x80\x80",
             "\xf1\x80\x80 ",  // cut short
         }) {
        EXPECT_EQ(utf8_length(text), 0u) << printable(text);
    }
}

TEST(Printable, ShowsWhatIsNoCharacterByItsBytes) {
    EXPECT_EQ(printable("\xc0\xaf"), "\\xc0\\xaf");
    EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");
}

}  // namespace utf8_test
