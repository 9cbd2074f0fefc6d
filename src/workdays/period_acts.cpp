#include "workdays/period_acts.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "date/civil.hpp"
#include "date/names.hpp"
#include "probity/date/error.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

struct Act {
    PeriodRule rule;
    std::string_view name;
    /// The first day on which it was in force as it is read here.
    DayNumber from;
    /// The article that is read, and by what it came into force.
    std::string_view article;
    std::string_view article_ko;
};

constexpr std::array<Act, 5> acts{{
    // Act 471 of 1958-02-22, addenda article 28.
    {PeriodRule::civil, "civil", day_number_of(1960, 1, 1),
     "the Civil Act, articles 155 to 161 (Act 471)", "민법 제155조부터 제161조까지(법률 제471호)"},
    // Act 17979 of 2021-03-23, addenda article 1: from its promulgation.
    {PeriodRule::administrative, "administrative", day_number_of(2021, 3, 23),
     "the Administrative Basic Act, article 6 (Act 17979)", "행정기본법 제6조(법률 제17979호)"},
    {PeriodRule::restriction, "restriction", day_number_of(2021, 3, 23),
     "the Administrative Basic Act, article 6 (Act 17979)", "행정기본법 제6조(법률 제17979호)"},
    // Act 13459 of 2015-08-11, addenda article 1: when six months have passed.
    {PeriodRule::petition, "petition", day_number_of(2016, 2, 12),
     "the Civil Petitions Treatment Act, article 19 (Act 13459)",
     "민원 처리에 관한 법률 제19조(법률 제13459호)"},
    // Act 17690 of 2020-12-22, addenda articles 1 and 2: for requests from its promulgation on.
    {PeriodRule::information, "information", day_number_of(2020, 12, 22),
     "the Information Disclosure Act, article 29 (Act 17690)",
     "공공기관의 정보공개에 관한 법률 제29조(법률 제17690호)"},
}};

// Act 8720 of 2007-12-21, addenda article 1: article 161 as amended is in force when three months
// have passed since the promulgation.
constexpr DayNumber saturdays_from = day_number_of(2008, 3, 22);

const Act& act_of(PeriodRule rule) { return acts[static_cast<std::size_t>(rule)]; }

void check_in_force(const Act& act, const Date& day) {
    if (day_number(day) >= act.from) return;
    throw HorizonError(
        sentence("period.not_in_force",
                 {{"rule", act.name},
                  {"article", Text{std::string(act.article_ko), std::string(act.article)}},
                  {"from", written(unchecked_date(act.from))},
                  {"day", written(day)}}));
}

void check_terms(const LegalPeriod& period, const DeadlineTerms& terms) {
    if (period.number < 1) {
        throw ProbityError(sentence("period.too_short", {{"period", in_words(period)}}));
    }
    const std::string_view rule = act_of(terms.rule).name;
    if (terms.worse_for_citizen && terms.rule != PeriodRule::restriction) {
        throw ProbityError(sentence("period.worse_for_citizen", {{"rule", rule}}));
    }
    const bool counts_first =
        terms.rule == PeriodRule::petition ||
        (terms.rule == PeriodRule::restriction && !terms.worse_for_citizen) ||
        (terms.rule == PeriodRule::information && period.unit == PeriodUnit::days);
    if (terms.from_midnight && counts_first) {
        throw ProbityError(sentence("period.from_midnight", {{"rule", rule}}));
    }
}

void cite(Counting& counting, const std::string& korean, const std::string& english) {
    const bool first = counting.clause.empty();
    counting.clause += (first ? "" : ", ") + korean;
    counting.clause_en += (first ? "" : "; ") + english;
}

/// Articles 157 (if the first day is the Civil Act's to say), 159, 160 (but for days) and 161.
void cite_civil(Counting& counting, const LegalPeriod& period, const DeadlineTerms& terms,
                bool first_day) {
    std::string korean = "민법";
    std::string english = "Civil Act, articles";
    const auto add = [&](const std::string& number, bool proviso = false) {
        const char* const comma = korean == "민법" ? "" : ",";
        korean += comma + (" 제" + number + "조") + (proviso ? " 단서" : "");
        english += comma + (" " + number) + (proviso ? " (proviso)" : "");
    };
    if (first_day) add("157", terms.from_midnight);
    add("159");
    if (period.unit != PeriodUnit::days) add("160");
    if (counting.put_off) add("161");
    cite(counting, korean, english);
}

Counting civil(const LegalPeriod& period, const DeadlineTerms& terms, Counting counting = {}) {
    counting.first_day = terms.from_midnight;
    cite_civil(counting, period, terms, true);
    return counting;
}

Counting restriction(const LegalPeriod& period, const DeadlineTerms& terms) {
    Counting counting;
    if (terms.worse_for_citizen) {
        cite(counting, "행정기본법 제6조제2항 단서, 제1항",
             "Administrative Basic Act, article 6(2) (proviso) and 6(1)");
        return civil(period, terms, std::move(counting));
    }
    counting.first_day = true;
    counting.put_off = false;
    cite(counting, "행정기본법 제6조제2항", "Administrative Basic Act, article 6(2)");
    if (period.unit != PeriodUnit::days) cite_civil(counting, period, terms, false);
    return counting;
}

Counting petition(const LegalPeriod& period, const DeadlineTerms& terms) {
    Counting counting{.first_day = true};
    const bool days = period.unit == PeriodUnit::days;
    counting.hours = days && period.number <= 5;
    counting.days_off = !days;
    const std::string paragraph = !days ? "3" : counting.hours ? "1" : "2";
    cite(counting, "민원 처리에 관한 법률 제19조제" + paragraph + "항",
         "Civil Petitions Treatment Act, article 19(" + paragraph + ")");
    if (!days) cite_civil(counting, period, terms, false);
    return counting;
}

Counting information(const LegalPeriod& period, const DeadlineTerms& terms) {
    const bool days = period.unit == PeriodUnit::days;
    Counting counting{.first_day = days, .days_off = !days};
    const std::string paragraph = days ? "2" : "1";
    cite(counting, "공공기관의 정보공개에 관한 법률 제29조제" + paragraph + "항",
         "Information Disclosure Act, article 29(" + paragraph + ")");
    return days ? counting : civil(period, terms, std::move(counting));
}

}  // namespace

Text in_words(const LegalPeriod& period) {
    Text words;
    for (const Language language : languages) words.given(language) = describe(period, language);
    return words;
}

Counting counting_of(const LegalPeriod& period, const Date& start, const DeadlineTerms& terms) {
    check_terms(period, terms);
    check_in_force(act_of(terms.rule), start);
    switch (terms.rule) {
        case PeriodRule::civil:
            break;
        case PeriodRule::administrative: {
            Counting counting;
            cite(counting, "행정기본법 제6조제1항", "Administrative Basic Act, article 6(1)");
            return civil(period, terms, std::move(counting));
        }
        case PeriodRule::restriction:
            return restriction(period, terms);
        case PeriodRule::petition:
            return petition(period, terms);
        case PeriodRule::information:
            return information(period, terms);
    }
    return civil(period, terms);
}

Counting counting_of_statutory_day(const Date& day) {
    check_in_force(act_of(PeriodRule::civil), day);
    Counting counting;
    if (day_number(day) >= act_of(PeriodRule::administrative).from) {
        cite(counting, "행정기본법 제6조제1항", "Administrative Basic Act, article 6(1)");
    }
    cite(counting, "민법 제161조", "Civil Act, article 161");
    return counting;
}

bool puts_off_saturdays(const Date& last) noexcept { return day_number(last) >= saturdays_from; }

}  // namespace probity::detail
