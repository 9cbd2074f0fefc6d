// Patterns: the notation of regular expressions over code points.
#include "src/sentences/pattern.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace pattern_test {

using namespace probity::detail;

std::u32string found(const Pattern& pattern, std::u32string_view text) {
    const auto match = pattern.search(text);
    return match ? std::u32string((*match)[0]) : U"none";
}

TEST(Pattern, HasLiteralsClassesAndAlternatives) {
    const Pattern day(U"[월화수목금토일]요일|말일");
    EXPECT_EQ(found(day, U"매월 수요일"), U"수요일");
    EXPECT_EQ(found(day, U"매월 말일"), U"말일");
    EXPECT_EQ(found(day, U"매월"), U"none");
    const Pattern outside(U"[^()]+");
    EXPECT_EQ(found(outside, U"(안)"), U"안");
    const Pattern escaped(U"\\([0-9]+\\)\\.?");
    EXPECT_EQ(found(escaped, U"a(12).b"), U"(12).");
}

TEST(Pattern, TakesTheLeftmostWay) {
    const Pattern first(U"주|주간");
    EXPECT_EQ(found(first, U"주간"), U"주");
    const Pattern greedy(U"<.*>");
    const Pattern lazy(U"<.*?>");
    EXPECT_EQ(found(greedy, U"<a><b>"), U"<a><b>");
    EXPECT_EQ(found(lazy, U"<a><b>"), U"<a>");
}

TEST(Pattern, CountsRepetitions) {
    const Pattern few(U"(?:[0-9]{1,2}·){0,2}[0-9]{1,2}월");
    EXPECT_EQ(found(few, U"3·6·9월"), U"3·6·9월");
    EXPECT_EQ(found(few, U"1·3·6·9월"), U"3·6·9월");
    const Pattern exact(U"[가-힣]{2}");
    EXPECT_EQ(found(exact, U"a가b나다"), U"나다");
}

TEST(Pattern, NotesGroups) {
    const Pattern clock(U"(?P<half>오전|오후)?([0-9]{1,2}):([0-9]{2})");
    const auto match = clock.match(U"오후3:05");
    ASSERT_TRUE(match);
    EXPECT_EQ((*match)["half"], U"오후");
    EXPECT_EQ((*match)[2], U"3");
    EXPECT_EQ(match->begin(3), 4U);
    const auto plain = clock.match(U"x13:05", 1);
    ASSERT_TRUE(plain);
    EXPECT_FALSE(plain->has("half"));
    EXPECT_EQ((*plain)["half"], U"");
    // What a way noted that failed is forgotten.
    const Pattern either(U"(?:(a)b|a)c");
    const auto other = either.match(U"ac");
    ASSERT_TRUE(other);
    EXPECT_FALSE(other->has(1));
}

TEST(Pattern, LooksAheadAndBehind) {
    const Pattern month(U"[0-9]+월(?!요일)");
    EXPECT_EQ(found(month, U"3월요일 4월"), U"4월");
    const Pattern behind(U"(?<=[매익])월|월(?=말)");
    EXPECT_EQ(behind.search(U"3월 매월")->begin(), 4U);
    EXPECT_EQ(behind.search(U"3월말")->begin(), 1U);
    const Pattern not_behind(U"(?<![매0-9])년");
    EXPECT_EQ(not_behind.search(U"매년 격년")->begin(), 4U);
    const Pattern two_behind(U"(?<=[가-힣]{2})(?=[0-9])");
    EXPECT_EQ(two_behind.search(U"가1나다2")->begin(), 4U);
}

TEST(Pattern, KnowsTheEnds) {
    const Pattern whole(U"^매월$");
    EXPECT_TRUE(whole.match(U"매월"));
    EXPECT_FALSE(whole.search(U"매월 "));
    const Pattern list(U"(?:a|ab)*");
    EXPECT_EQ(list.full_match(U"aab")->end(), 3U);
    EXPECT_FALSE(list.full_match(U"aac"));
}

TEST(Pattern, FindsAll) {
    const Pattern number(U"[0-9]+");
    std::vector<std::u32string> all;
    for (const Match& each : number.all(U"3·6~12월")) all.emplace_back(each[0]);
    EXPECT_EQ(all, (std::vector<std::u32string>{U"3", U"6", U"12"}));
    const Pattern nothing(U"x*");
    EXPECT_EQ(nothing.all(U"axa").size(), 4U);
}

// Each of these would take a plain machine longer than anyone waits.
TEST(Pattern, DoesNotRunAway) {
    const std::u32string many(2000, U'a');
    const Pattern nested(U"(?:a*)*b");
    EXPECT_FALSE(nested.match(many));
    const Pattern twice(U"(?:a|a)*c");
    EXPECT_FALSE(twice.match(many));
    const Pattern optional(U"(?:a?){30}a{30}b");
    EXPECT_FALSE(optional.match(many));
    const Pattern ahead(U"(?!(?:a|a)*d)a");
    EXPECT_TRUE(ahead.match(many));
}

TEST(Pattern, PutsWordsTogether) {
    EXPECT_EQ(any_of({U"주", U"주간", U"3.1절"}), U"3\\.1절|주간|주");
}

}  // namespace pattern_test
