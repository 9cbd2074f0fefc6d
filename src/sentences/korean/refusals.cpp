// Why a Korean sentence is not read on: 중순 names about ten days, not one.

#include <algorithm>
#include <string_view>

#include "sentences/code_points.hpp"
#include "sentences/korean/grammar.hpp"
#include "text/sentence.hpp"

namespace probity::detail::korean {
namespace {

constexpr std::string_view ten_days = "rule.ten_days";
constexpr std::string_view no_first = "rule.no_first";
constexpr std::string_view asks = "rule.asks";
constexpr std::string_view no_day = "rule.no_day";
constexpr std::string_view uncertain = "rule.uncertain";
constexpr std::string_view odd_or_even = "rule.odd_or_even";
constexpr std::string_view how_far = "rule.how_far";
constexpr std::string_view may_change = "rule.may_change";
constexpr std::string_view either = "rule.either";

/// The longer before the shorter.
constexpr auto vague_words = std::to_array<Meaning<std::string_view>>({
    {U"연말연시", "rule.no_certain_days"},
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
    {U"중", "rule.no_day_of_it"},
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

Text what_is_wrong(Scanner& s, const SentencePlan& plan) {
    for (const auto& [word, reason] : vague_words) {
        const bool in_brackets = s.ahead(U"(") && s.stands_at(word, s.at + 1);
        if (s.ahead(word) || in_brackets)
            return sentence("rule.word", {{"word", utf8(word)}, {"reason", sentence(reason)}});
    }
    if (const auto match = length.match(s.text, s.at)) {
        return sentence("rule.length", {{"word", utf8((*match)[0])}});
    }
    const auto left_out = left_out_words.search(s.between(0, s.at + 40), s.at);
    if (left_out && left_out->begin() > s.at) {
        if (s.ahead(U"(")) ++s.at;
        return sentence("rule.left_out", {{"word", s.shown(s.at, left_out->begin())}});
    }
    const std::u32string_view word = s.between(s.at, std::min(s.end_of_word(), s.at + 20));
    if (plan.has_days() && s.ahead(U"(")) {
        return sentence("rule.in_brackets", {{"word", s.rest()}});
    }
    if (plan.has_days() || plan.whole_months) {
        return sentence("rule.after_days", {{"word", utf8(word)}});
    }
    const bool says_how_often =
        !plan.heads.empty() || plan.block != 0 || !plan.months.empty() || plan.times;
    return sentence(says_how_often ? "rule.word_of_no_day" : "rule.word_of_no_time",
                    {{"word", quoted(word)}, {"such", s.such_days(plan)}});
}

}  // namespace probity::detail::korean
