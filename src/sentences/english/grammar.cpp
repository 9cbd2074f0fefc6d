#include "sentences/english/grammar.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "sentences/code_points.hpp"
#include "sentences/english/days.hpp"
#include "sentences/english/heads.hpp"
#include "sentences/english/items.hpp"
#include "sentences/english/limits.hpp"
#include "sentences/english/names.hpp"
#include "sentences/english/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

/// So many words that say nothing may follow one another, as in ", and on the".
constexpr int fillers_in_a_row = 5;
constexpr auto signs = std::to_array<std::u32string_view>({U",", U";", U":"});
constexpr auto small_words = std::to_array<std::u32string_view>(
    {U"on", U"in", U"at", U"for", U"during", U"and", U"&", U"the"});

const Pattern likely_year(U"[12][0-9]{3}(?![0-9])");

bool take_verb(Scanner& s) {
    return s.take(U"is held", U"are held", U"held", U"takes place", U"take place", U"is observed",
                  U"observed", U"meets", U"meet", U"to be held", U"due", U"is due");
}

/// Further days are joined to those before by a word or sign, which was passed.
bool item_follows(const Scanner& s) {
    const std::u32string_view before = stripped(std::u32string_view(s.text).substr(0, s.at));
    constexpr auto links =
        std::to_array<std::u32string_view>({U",", U";", U"and", U"&", U"/", U"on", U"from"});
    return std::ranges::any_of(links, [&](auto link) { return before.ends_with(link); });
}

/// Another day beside those before, with the week in which it lies if it has one of its own.
bool read_further_item(Scanner& s, SentencePlan& plan) {
    const std::size_t start = s.at;
    SentencePlan other = plan.beside();
    if (!read_item(s, other)) return s.back(start);
    const std::size_t mark = s.at;
    if (!(s.take(U"of", U"in") && read_of_week(s, other))) s.at = mark;
    plan.join(std::move(other));
    return true;
}

/// One thing that a sentence says: how often, a limit, a name, where days lie, a day.
bool read_part(Scanner& s, SentencePlan& plan) {
    const std::size_t mark = s.at;
    const int block = plan.block;
    const auto starts = plan.block_starts;
    if (read_head(s, plan)) {
        if (block != 0 && (plan.block != block || plan.block_starts != starts)) {
            s.fail(sentence("rule.two_periods"), mark);
        }
        return true;
    }
    if (read_limit(s, plan) || read_name(s)) return true;
    const bool is_span = plan.has_days() && !plan.to.empty();
    if (!is_span && read_context(s, plan)) return true;
    if (!plan.has_days() && read_item(s, plan)) return true;
    return item_follows(s) && read_further_item(s, plan);
}

/// A word or sign that says nothing here. Fails if it is a word behind which nothing stands.
bool take_filler(Scanner& s) {
    const std::size_t mark = s.at;
    if (s.take_any(signs)) return true;
    const auto word = s.take_place(small_words);
    if (word && s.done()) {
        const auto said = small_words.at(static_cast<std::size_t>(*word));
        s.fail(sentence("rule.breaks_off", {{"words", quoted(said)}}), mark);
    }
    return word.has_value();
}

/// Gives further days the periods that the sentence names; those of the year are counted in it.
void share_periods(SentencePlan& plan) {
    plan.share();
    for (SentencePlan& other : plan.others) {
        if (!other.of_same_periods || !plan.in_year) continue;
        other.year_days = std::exchange(other.month_days, {});
        other.week_numbers = std::exchange(other.weeks, {});
    }
}

}  // namespace

SentencePlan read_plan(Scanner& s) {
    if (s.done()) {
        s.fail(sentence("rule.empty_en"));
    }
    SentencePlan plan;
    pass_subject(s);
    int fillers = 0;
    while (!s.done()) {
        const std::size_t mark = s.at;
        if (++fillers > fillers_in_a_row) refuse(s, plan);
        if (read_part(s, plan)) {
            fillers = 0;
            continue;
        }
        if (!plan.has_days() && s.take(U"by", U"no later than", U"not later than")) {
            plan.deadline = true;
            continue;
        }
        if (take_verb(s) || take_filler(s)) continue;
        if (s.take(U".") && s.done()) break;
        s.at = mark;
        if (s.match(likely_year)) {
            s.fail(sentence("rule.one_year_en"), mark);
        }
        refuse(s, plan);
    }
    share_periods(plan);
    return plan;
}

}  // namespace probity::detail::english
