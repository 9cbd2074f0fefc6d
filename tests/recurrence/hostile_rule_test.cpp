// Text of any kind is a rule or refused.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "probity/date/error.hpp"
#include "probity/recurrence/rule.hpp"
#include "random_rule.hpp"

namespace probity::testing {
namespace hostile_rule_test {

TEST(HostileRule, MegabytesOfOnePartAreThatPart) {
    std::string text = "FREQ=MONTHLY;BYDAY=";
    const std::string items = "1MO,+1MO,-1FR,0000001MO,WE,";
    text.reserve(10'100'000);
    while (text.size() < 10'000'000) text += items;
    EXPECT_EQ(Rule::parse(text + "WE;COUNT=3"),
              Rule::parse("FREQ=MONTHLY;BYDAY=1MO,WE,-1FR;COUNT=3"));

    // A fault at the far end is found where it is, and told in a few words.
    text.resize(100'000 * items.size() + std::string_view("FREQ=MONTHLY;BYDAY=").size());
    try {
        static_cast<void>(Rule::parse(text + "XX"));
        ADD_FAILURE() << "XX is no weekday";
    } catch (const RuleError& error) {
        EXPECT_EQ(error.position(), text.size());
        EXPECT_LT(std::string(error.what()).size(), 400U);
    }
}

TEST(HostileRule, MegabytesThatAreNoRule) {
    const std::size_t size = 1'000'000;
    for (const std::string& text :
         {std::string(size, 'A'), std::string(size, '='), std::string(size, ';'),
          std::string(size, '\0'), "FREQ=" + std::string(size, 'D'),
          "FREQ=DAILY;COUNT=" + std::string(size, '9'),
          "FREQ=DAILY;UNTIL=" + std::string(size, '2'),
          "FREQ=YEARLY;BYMONTH=" + std::string(size, '1'),
          "FREQ=YEARLY;BYMONTHDAY=" + std::string(size, '-'),
          "FREQ=YEARLY;BYDAY=" + std::string(size, ',')}) {
        try {
            static_cast<void>(Rule::parse(text));
            ADD_FAILURE() << "read as a rule: " << text.substr(0, 40);
        } catch (const RuleError& error) {
            EXPECT_LE(error.position(), text.size());
            EXPECT_LT(std::string(error.what()).size(), 700U);
        }
    }
    // Leading zeros are digits like others.
    EXPECT_EQ(Rule::parse("FREQ=DAILY;INTERVAL=" + std::string(size, '0') + "7"),
              Rule::parse("FREQ=DAILY;INTERVAL=7"));
}

// Whether a text is a rule or refused, nothing else may come of it.
void expect_rule_or_refusal(const std::string& text) {
    try {
        const Rule rule = Rule::parse(text);
        EXPECT_EQ(Rule::parse(to_string(rule)), rule) << text;
    } catch (const RuleError& error) {
        EXPECT_LE(error.position(), text.size()) << text;
        EXPECT_FALSE(std::string(error.what()).empty());
    }
}

TEST(HostileRule, AnyBytesAreARuleOrRefused) {
    RandomRules random(4);
    const std::string alphabet = "FREQ=DAILY;COUNT=1,BYDAY=MO-+0123456789TZL\xff";
    for (int i = 0; i < 4000; ++i) {
        std::string text(static_cast<std::size_t>(random.number(0, 40)), ' ');
        const bool any = random.number(0, 1) == 0;
        for (char& c : text) {
            c = any ? static_cast<char>(random.number(0, 255))
                    : alphabet[static_cast<std::size_t>(
                          random.number(0, static_cast<std::int64_t>(alphabet.size()) - 1))];
        }
        expect_rule_or_refusal(text);
        expect_rule_or_refusal("FREQ=YEARLY;" + text);
    }
}

TEST(HostileRule, MutatedRulesAreRulesOrRefused) {
    RandomRules random(5);
    const std::string signs = ";=,-+0123456789LTZ\xff";
    for (int i = 0; i < 6000; ++i) {
        std::string text = random_text(random);
        for (std::int64_t n = random.number(1, 3); n > 0 && !text.empty(); --n) {
            const auto at = static_cast<std::size_t>(
                random.number(0, static_cast<std::int64_t>(text.size()) - 1));
            const char sign = signs[static_cast<std::size_t>(
                random.number(0, static_cast<std::int64_t>(signs.size()) - 1))];
            switch (random.number(0, 4)) {
                case 0:
                    text[at] = sign;
                    break;
                case 1:
                    text.insert(at, 1, sign);
                    break;
                case 2:
                    text.erase(at, 1);
                    break;
                case 3:
                    text = text.substr(0, at);
                    break;
                default:
                    text += ";" + text.substr(at);
                    break;
            }
        }
        expect_rule_or_refusal(text);
    }
}

}  // namespace hostile_rule_test
}  // namespace probity::testing
