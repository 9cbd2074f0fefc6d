// Rule::describe: the sentence of every rule is well formed, in English and in Korean.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "probity/recurrence/rule.hpp"
#include "random_rule.hpp"

namespace probity::testing {
namespace describe_form_test {

using Choices = std::vector<std::string>;

// The characters of a text; U+FFFD for what is not UTF-8.
std::u32string characters(const std::string& text) {
    std::u32string result;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? byte : byte & (0xFFu >> (length + 1));
        for (std::size_t k = 1; k < length; ++k) {
            const unsigned next = i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0;
            character = (next >> 6) == 2 ? character << 6 | (next & 0x3F) : U'\uFFFD';
        }
        result += character;
        i += length;
    }
    return result;
}

bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

bool contains_any(const std::string& text, const Choices& pieces) {
    for (const std::string& piece : pieces) {
        if (text.find(piece) != std::string::npos) return true;
    }
    return false;
}

bool ends_with_any(const std::string& text, const Choices& endings) {
    for (const std::string& ending : endings) {
        if (text.ends_with(ending)) return true;
    }
    return false;
}

std::size_t count_of(const std::string& text, char c) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

void expect_well_formed(const std::string& text, const std::string& rule) {
    ASSERT_FALSE(text.empty()) << rule;
    EXPECT_FALSE(contains_any(text, {"  ", " ,", ",,", "( ", " )", "()", " ;", "·,", "··", "\n"}))
        << rule << "\n"
        << text;
    EXPECT_FALSE(ends_with_any(text, {" ", ",", "·", "("})) << rule << "\n" << text;
    EXPECT_EQ(count_of(text, '('), count_of(text, ')')) << rule << "\n" << text;
}

void expect_english(const std::string& text, const std::string& rule) {
    expect_well_formed(text, rule);
    for (const char32_t c : characters(text)) {
        EXPECT_TRUE(c >= ' ' && c <= '~') << rule << "\n" << text;
    }
    EXPECT_TRUE(text.starts_with("every ") || text.starts_with("on the ")) << rule << "\n" << text;
    EXPECT_FALSE(ends_with_any(text, {" and", " or", " of", " the", " in", " on", " to", " that",
                                      " from", " at", " only", " is", " each"}))
        << rule << "\n"
        << text;
    EXPECT_FALSE(contains_any(
        text, {" the and", " the or", " and and", "and or ", " of of", "the the", " in of",
               " on in ", " on on", " the of", "each each", " that that", " other", "every 1 "}))
        << rule << "\n"
        << text;
}

// Code page 949, in which Korean offices still open text, has every Hangul syllable and U+00B7.
void expect_korean(const std::string& text, const std::string& rule) {
    expect_well_formed(text, rule);
    bool has_hangul = false;
    for (const char32_t c : characters(text)) {
        has_hangul = has_hangul || is_hangul(c);
        EXPECT_TRUE(is_hangul(c) || c == U'·' || (c >= ' ' && c <= '~')) << rule << "\n" << text;
        EXPECT_FALSE((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) << rule << "\n" << text;
    }
    EXPECT_TRUE(has_hangul) << rule;
    EXPECT_FALSE(ends_with_any(text, {" 중", " 외", "과", "이나", "연중", "에서", "각각"}))
        << rule << "\n"
        << text;
    EXPECT_FALSE(
        contains_any(text, {"중 중", "연중 연중", "매월 매월", "매년 매년", " 외 ", "음력 음력"}))
        << rule << "\n"
        << text;
}

// The rule with times of day; the random rules have none.
std::string with_times(RandomRules& random, std::string text) {
    const auto list = [&](const std::string& name, std::int64_t most, std::int64_t largest) {
        if (random.number(0, 1) == 0) return;
        text += ";" + name + "=" + std::to_string(random.number(0, largest));
        for (std::int64_t i = random.number(0, most); i > 0; --i) {
            text += "," + std::to_string(random.number(0, largest));
        }
    };
    list("BYHOUR", 12, 23);
    list("BYMINUTE", 12, 59);
    list("BYSECOND", 12, 60);
    return text;
}

std::string with_short_period(RandomRules& random, std::string text) {
    const Choices frequencies{"HOURLY", "MINUTELY", "SECONDLY"};
    const std::size_t at = text.find("DAILY");
    if (at != std::string::npos) {
        text.replace(at, 5, frequencies[static_cast<std::size_t>(random.number(0, 2))]);
    }
    return text;
}

TEST(Describe, EveryRuleHasASentence) {
    RandomRules random(20260318);
    for (int i = 0; i < 20000; ++i) {
        std::string text = i % 4 == 0 ? random.next_korean().text : random.next().text;
        if (i % 3 == 0) text = with_times(random, text);
        if (i % 2 == 0) text = with_short_period(random, text);
        const Rule rule = Rule::parse(text);
        expect_english(rule.describe(Language::english), text);
        expect_korean(rule.describe(Language::korean), text);
        if (HasFailure()) return;
    }
}

// Every number that a part can list, every other, every third: all are told, so that the sentence
// can be read back.
TEST(Describe, LongestListsAreToldWhole) {
    for (int step = 1; step <= 3; ++step) {
        RuleParts parts;
        const auto fill = [step](std::vector<int>& numbers, int bound) {
            for (int n = 1; n <= bound; n += step) numbers.insert(numbers.end(), {n, -n});
        };
        fill(parts.by_year_day, 366);
        fill(parts.by_month_day, 31);
        fill(parts.by_set_pos, 366);
        parts.by_month = {1, 3, 5, 7, 9, 11};
        for (int i = 0; i < 7; ++i) {
            for (int n = 1; n <= 53; n += step) {
                parts.by_day.push_back(Weekday::from_index(i)(n));
                parts.by_day.push_back(Weekday::from_index(i)(-n));
            }
        }
        for (int n = 0; n < 60; n += 2) parts.by_second.push_back(n);
        for (int n = 0; n < 60; n += 2) parts.by_minute.push_back(n);
        for (int n = 0; n < 24; n += 2) parts.by_hour.push_back(n);
        const Rule ordinals(parts);
        expect_english(ordinals.describe(Language::english), to_string(ordinals));
        expect_korean(ordinals.describe(Language::korean), to_string(ordinals));

        parts.by_day.clear();
        fill(parts.by_week_no, 53);
        const Rule weeks(parts);
        expect_english(weeks.describe(Language::english), to_string(weeks));
        expect_korean(weeks.describe(Language::korean), to_string(weeks));
    }
}

}  // namespace describe_form_test
}  // namespace probity::testing
