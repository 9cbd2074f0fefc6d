// A text that lacks a language, and one of which nobody said the language.
#include "probity/text/text.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace probity {
namespace text_test {

TEST(Text, IsReadInTheOtherLanguageIfItLacksOne) {
    const Text korean{.korean = "감사담당관"};
    EXPECT_EQ(korean.in(Language::english), "감사담당관");
    EXPECT_EQ(korean.given(Language::english), "");
    const Text english{.english = "Audit Office"};
    EXPECT_EQ(english.in(Language::korean), "Audit Office");
    EXPECT_FALSE(korean.empty() || english.empty());
    EXPECT_TRUE(Text{}.empty());
    EXPECT_EQ(Text{}.in(Language::korean), "");
}

TEST(Text, IsPlainIfNobodySaidItsLanguage) {
    const Text plain = Text::in_any_language("Mapo");
    for (const Language language : languages) EXPECT_EQ(plain.in(language), "Mapo");
    EXPECT_TRUE(plain.plain);
    EXPECT_NE(plain, (Text{"Mapo", "Mapo"}));
    EXPECT_EQ(Text::in_any_language(""), Text{});
}

TEST(Text, IsJoinedInEachLanguage) {
    const Text office{.korean = "감사담당관"};
    EXPECT_EQ((office + Text{": 없음", ": none"}), (Text{"감사담당관: 없음", "감사담당관: none"}));
}

TEST(Language, IsNamedByItsCode) {
    EXPECT_EQ(code(Language::korean), "ko");
    EXPECT_EQ(code(Language::english), "en");
    for (const Language language : languages) EXPECT_EQ(parse_language(code(language)), language);
    EXPECT_EQ(parse_language("fr"), std::nullopt);
    EXPECT_EQ(parse_language(""), std::nullopt);
}

}  // namespace text_test
}  // namespace probity
