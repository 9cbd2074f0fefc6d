// Why a Korean sentence is not read on: 중순 names about ten days, not one.

#include <algorithm>
#include <string_view>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"

namespace probity::detail::korean {
namespace {

constexpr std::string_view ten_days = "names about ten days, not one";
constexpr std::string_view no_first = "names no day: the first is 1일, a week 첫째 주";
constexpr std::string_view asks = "asks, and names no day";
constexpr std::string_view no_day = "names no day";
constexpr std::string_view uncertain = "says that the day is not certain: name the day";
constexpr std::string_view odd_or_even =
    "counts in the month or the year: 매월 첫째·셋째 주, or 격주";
constexpr std::string_view how_far = "says not how many days: 3일 전, 3일 후";
constexpr std::string_view may_change = "says that the day may change";
constexpr std::string_view either = "leaves open which day is meant: 과 names both";

/// The longer before the shorter.
constexpr auto vague_words = std::to_array<Meaning<std::string_view>>({
    {U"연말연시", "is of no certain days: say from which day to which"},
    {U"필요할때", no_day},
    {U"몇번째", asks},
    {U"수시로", no_day},
    {U"필요시", no_day},
    {U"적절한", no_day},
    {U"홀수주", odd_or_even},
    {U"짝수주", odd_or_even},
    {U"가급적", may_change},
    {U"되도록", may_change},
    {U"유동적", may_change},
    {U"탄력적", may_change},
    {U"중순", ten_days},
    {U"상순", ten_days},
    {U"하순", ten_days},
    {U"초순", ten_days},
    {U"월초", no_first},
    {U"연초", no_first},
    {U"년초", no_first},
    {U"몇일", asks},
    {U"며칠", asks},
    {U"몇월", asks},
    {U"몇째", asks},
    {U"몇주", asks},
    {U"수시", no_day},
    {U"근처", uncertain},
    {U"부근", uncertain},
    {U"무렵", uncertain},
    {U"내외", uncertain},
    {U"안팎", uncertain},
    {U"가량", uncertain},
    {U"즈음", uncertain},
    {U"정도", uncertain},
    {U"대략", uncertain},
    {U"직전", how_far},
    {U"직후", how_far},
    {U"이후", how_far},
    {U"미정", may_change},
    {U"추후", may_change},
    {U"변경", may_change},
    {U"또는", either},
    {U"혹은", either},
    {U"초", no_first},
    {U"중", "names no day of it: for the whole say 한 달간"},
    {U"경", uncertain},
    {U"쯤", uncertain},
    {U"약", uncertain},
});
const Pattern length(U"[0-9]{1,4}(?:일|주|주일|개월|달)간");

}  // namespace

bool begins_vaguely(std::u32string_view words) {
    return std::any_of(vague_words.begin(), vague_words.end(),
                       [&](const auto& each) { return words.starts_with(each.word); });
}

std::string what_is_wrong(Scanner& s, const Plan& plan) {
    for (const auto& [word, reason] : vague_words) {
        const bool in_brackets = s.ahead(U"(") && s.stands_at(word, s.at + 1);
        if (s.ahead(word) || in_brackets) return utf8(word) + " " + std::string(reason);
    }
    if (const auto match = length.match(s.text, s.at)) {
        return utf8((*match)[0]) + " says how long it lasts, not from which day";
    }
    const auto left_out = left_out_words.search(s.between(0, s.at + 40), s.at);
    if (left_out && left_out->begin() > s.at) {
        if (s.ahead(U"(")) ++s.at;
        return s.shown(s.at, left_out->begin()) +
               " is no month, day or day off that could be left out";
    }
    const std::u32string_view word = s.between(s.at, std::min(s.end_of_word(), s.at + 20));
    if (plan.has_days() && s.ahead(U"(")) {
        return "what stands in brackets is not understood: " + s.rest() + ")";
    }
    if (plan.has_days() || plan.whole_months) {
        return "what follows the days is not understood: " + utf8(word);
    }
    const bool says_how_often =
        !plan.heads.empty() || plan.block != 0 || !plan.months.empty() || plan.times;
    return quoted(word) +
           (says_how_often ? " names no day: " : " says neither how often nor when: ") +
           s.such_days(plan);
}

}  // namespace probity::detail::korean
