// Sentences of errors in every language.
#include "text/sentence.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>

#include "probity/date/error.hpp"
#include "text/catalogue.hpp"
#include "text/system_words.hpp"

namespace probity::detail {
namespace sentence_test {

std::set<std::string_view> keys(Section section, Language language) {
    std::set<std::string_view> out;
    for (const auto& [key, words] : entries(section, language)) {
        EXPECT_TRUE(out.insert(key).second) << key << " stands twice in " << code(language);
        EXPECT_FALSE(words.empty()) << key;
    }
    return out;
}

/// The names in braces.
std::multiset<std::string> arguments(std::string_view words) {
    std::multiset<std::string> out;
    for (std::size_t open = words.find('{'); open != words.npos; open = words.find('{', open + 1)) {
        out.insert(std::string(words.substr(open + 1, words.find('}', open) - open - 1)));
    }
    return out;
}

TEST(Refusals, AreSaidInEveryLanguage) {
    for (const Language language : languages) {
        EXPECT_EQ(keys(Section::refusals, language), keys(Section::refusals, Language::english))
            << code(language);
    }
}

TEST(Refusals, HaveNoArgumentsOfTheirOwn) {
    // English has its own words for these, made of the same values.
    const std::set<std::pair<std::string, std::string>> others{
        {"date.day", "month"},
        {"rule.agreement", "number"},
        {"rule.how_often", "number"},
        {"rule.how_often_in_months", "number"},
        {"rule.which_weekday", "korean"},
        {"rule.which_weekdays", "korean"},
        {"rule.which_two_weekdays", "korean"},
        {"system.unknown", "number"}};
    for (const auto& [key, words] : entries(Section::refusals, Language::english)) {
        const auto known = arguments(words);
        for (const Language language : languages) {
            for (const std::string& name : arguments(words_in(Section::refusals, language, key))) {
                EXPECT_TRUE(known.contains(name) || others.contains({std::string(key), name}))
                    << key << " in " << code(language) << ": " << name;
            }
        }
    }
}

/// Names and labels: a language has all that any has.
TEST(Catalogues, HaveNoGaps) {
    for (const Section section : {Section::names, Section::labels}) {
        const auto all = keys(section, Language::korean);
        for (const Language language : languages) {
            const auto own = keys(section, language);
            if (language == Language::english) {
                // English has the exceptions alone.
                for (const std::string_view key : own) EXPECT_TRUE(all.contains(key)) << key;
            } else {
                EXPECT_EQ(own, all) << code(language);
            }
        }
    }
}

TEST(Sentence, PutsArgumentsInTheirPlaces) {
    const Text text = sentence(
        "no_record", {{"what", Text{"과제", "task"}}, {"id", "T-{99}"}, {"known", "T-01"}});
    EXPECT_EQ(text.in(Language::english), "there is no task 'T-{99}'; the programme has T-01");
    EXPECT_EQ(text.in(Language::korean), "과제 'T-{99}': 프로그램에 없습니다. 있는 것: T-01");
}

TEST(Sentence, IsRefusedIfItIsNotKnownOrLacksAnArgument) {
    EXPECT_THROW(static_cast<void>(sentence("no such kind")), std::logic_error);
    EXPECT_THROW(static_cast<void>(sentence("no_record", {{"id", "T-99"}})), std::logic_error);
}

TEST(SystemWords, AreThoseOfTheSystemInEnglish) {
    EXPECT_EQ(system_words(ENOENT), (Text{"파일이나 폴더가 없음", "No such file or directory"}));
    EXPECT_EQ(system_words(ECHILD), (Text{"오류 번호 10", "No child processes"}));
}

TEST(ProbityErrors, AreSaidInEnglishIfTheyHaveNoOtherWords) {
    const ProbityError plain("bad input");
    EXPECT_EQ(plain.message(Language::korean), "bad input");
    const ProbityError said(Text{"잘못된 입력", "bad input"});
    EXPECT_STREQ(said.what(), "bad input");
    EXPECT_EQ(said.message(Language::korean), "잘못된 입력");
    EXPECT_EQ(ProbityError(said).text(), (Text{"잘못된 입력", "bad input"}));
}

}  // namespace sentence_test
}  // namespace probity::detail
