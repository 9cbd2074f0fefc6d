#include "sentences/english/refusal.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "sentences/code_points.hpp"
#include "sentences/english/likeness.hpp"
#include "text/sentence.hpp"

namespace probity::detail::english {
namespace {

/// Words beside the names of months, weekdays and ordinals that may have been meant.
constexpr auto likely_words = std::to_array<std::u32string_view>(
    {U"every", U"each", U"week", U"weeks", U"month", U"months", U"quarter", U"quarterly", U"year",
     U"last", U"working", U"business", U"weekday", U"holiday", U"except", U"until", U"chuseok",
     U"seollal"});
/// Words that are understood in some places, so that another one is to blame.
constexpr auto words_of_no_weight =
    std::to_array<std::u32string_view>({U"on", U"in", U"at", U"for", U"during", U"and", U"the",
                                        U"of", U"a", U"an", U"day", U"days", U"next", U"to"});
/// Further words that no name has.
constexpr auto dated_words = std::to_array<std::u32string_view>(
    {U"every",  U"each",   U"months",   U"quarterly", U"last",     U"business",    U"weekday",
     U"except", U"until",  U"chuseok",  U"seollal",   U"mon",      U"tue",         U"tues",
     U"wed",    U"weds",   U"thu",      U"thur",      U"thurs",    U"fri",         U"sat",
     U"sun",    U"twice",  U"jan",      U"feb",       U"mar",      U"apr",         U"jun",
     U"jul",    U"aug",    U"sep",      U"sept",      U"oct",      U"nov",         U"dec",
     U"daily",  U"weekly", U"monthly",  U"annually",  U"yearly",   U"fortnightly", U"alternate",
     U"other",  U"second", U"next",     U"following", U"previous", U"not",         U"no",
     U"only",   U"after",  U"excluded", U"excluding", U"omitted",  U"cancelled",   U"skipped",
     U"unless"});

struct Reason {
    /// The kind of its sentence.
    const char* kind;
    std::vector<std::u32string_view> words;
};

const std::vector<Reason>& reasons() {
    static const std::vector<Reason> all{
        {"rule.ten_days_en", {U"early", U"mid", U"late", U"middle", U"beginning"}},
        {"rule.no_hour_en",
         {U"morning", U"mornings", U"afternoon", U"afternoons", U"evening", U"evenings", U"night",
          U"nights", U"lunchtime", U"lunch", U"half past", U"quarter past", U"quarter to"}},
        {"rule.uncertain_en", {U"around", U"about", U"approximately", U"roughly", U"circa"}},
        {"rule.no_day_en",
         {U"occasionally", U"sometimes", U"needed", U"necessary", U"regularly", U"frequently",
          U"ad hoc"}},
        {"rule.either_en", {U"or", U"either"}},
        {"rule.may_change_en",
         {U"tentative", U"tentatively", U"provisional", U"provisionally", U"tbc", U"tbd",
          U"weather permitting", U"if possible", U"in principle", U"preferably"}},
        {"rule.how_far_en", {U"before"}},
    };
    return all;
}

std::u32string any_reason() {
    std::vector<std::u32string_view> words;
    for (const Reason& reason : reasons()) {
        words.insert(words.end(), reason.words.begin(), reason.words.end());
    }
    return U"(?<![a-z-])(?:" + any_of(std::move(words)) + U")(?![a-z])";
}

const Pattern reason_pattern(any_reason);
const Pattern numbers_pattern(U"[0-9]{1,4}[./-][0-9]{1,2}(?:[./-](?:[0-9]{2,4})?)?(?![0-9])");
const Pattern word_pattern(U"[a-z]{2,40}");
const Pattern word_of_name_pattern(U"[a-z]+|[a-z-]+");

bool is_among(Phrases words, std::u32string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool is_name_of_date(std::u32string_view word) {
    return is_among(month_names, word) || is_among(weekday_names, word) ||
           is_among(ordinal_names, word);
}

const char* reason_of(std::u32string_view word) {
    const auto found = std::ranges::find_if(
        reasons(), [&](const Reason& reason) { return is_among(reason.words, word); });
    return found != reasons().end() ? found->kind : nullptr;
}

bool is_dated(std::u32string_view word) {
    return is_name_of_date(word) || is_among(dated_words, word) || reason_of(word) != nullptr;
}

/// Whether a word is understood somewhere.
bool is_known(std::u32string_view word) {
    return is_name_of_date(word) || is_among(likely_words, word) ||
           is_among(words_of_no_weight, word);
}

/// The word that was probably meant; empty if none is near.
std::u32string_view meant(std::u32string_view word) {
    std::vector<std::u32string_view> words(likely_words.begin(), likely_words.end());
    for (const Phrases names :
         {Phrases(month_names), Phrases(weekday_names), Phrases(ordinal_names)}) {
        words.insert(words.end(), names.begin(), names.end());
    }
    return nearest_word(word, words);
}

/// The first word from here on that is to blame, which reading then stands before; if none is, what
/// stands here up to a blank.
std::u32string strange_word(Scanner& s) {
    for (const Match& word : word_pattern.all(s.rest_of_text())) {
        if (is_known(word[0]) && reason_of(word[0]) == nullptr) continue;
        const std::u32string found(word[0]);
        s.at += word.begin();
        return found;
    }
    const auto rest = stripped(s.rest_of_text());
    return std::u32string(rest.substr(0, std::min<std::size_t>(rest.find(U' '), 40)));
}

}  // namespace

Text reason_in(std::u32string_view words) {
    const auto found = reason_pattern.search(words);
    return found ? sentence(reason_of((*found)[0]), {{"word", utf8((*found)[0])}}) : Text{};
}

bool speaks_of_dates(std::u32string_view words) {
    return std::ranges::any_of(word_of_name_pattern.all(words), [](const Match& found) {
        const std::u32string_view word = found[0];
        const bool plural = word.ends_with(U's');
        return is_dated(word) || (plural && is_dated(word.substr(0, word.size() - 1)));
    });
}

void refuse(Scanner& s, const SentencePlan& plan) {
    if (const auto numbers = s.match(numbers_pattern)) {
        s.fail(sentence("rule.month_by_country", {{"numbers", utf8((*numbers)[0])}}),
               numbers->begin());
    }
    const std::u32string word = strange_word(s);
    auto reason = reason_in(word + U" ");
    if (reason.empty()) reason = reason_in(s.rest_of_text().substr(0, 12));
    if (!reason.empty()) s.fail(reason);
    Text message = sentence("rule.unknown_word", {{"word", quoted(word)}});
    if (const auto near = meant(word); !near.empty() && near != word) {
        const bool is_proper = is_among(month_names, near) || is_among(weekday_names, near);
        message =
            sentence("rule.did_you_mean",
                     {{"message", message}, {"word", is_proper ? capitalized(near) : utf8(near)}});
    }
    if (plan.has_days()) s.fail(message);
    s.fail(sentence("rule.days_are_meant", {{"message", message}, {"such", s.such_days(plan)}}));
}

}  // namespace probity::detail::english
