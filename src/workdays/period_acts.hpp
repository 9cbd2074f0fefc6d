// The acts on periods as rows: from which day each is in force, how it counts, and what it is cited as.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "probity/date/date.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/deadline.hpp"

namespace probity::detail {

/// The names of the rules, in their order.
inline constexpr std::array<std::string_view, 5> period_rule_names{
    "civil", "administrative", "restriction", "petition", "information"};

/// How a period is counted.
struct Counting {
    /// Whether the first day counts.
    bool first_day = false;
    /// Whether Saturdays and public holidays count.
    bool days_off = true;
    /// Whether a last day that is a Saturday or a public holiday is put off.
    bool put_off = true;
    /// Whether eight hours of work make a day.
    bool hours = false;
    std::string clause = {};
    std::string clause_en = {};
};

/// "7 days", "7일".
[[nodiscard]] Text in_words(const LegalPeriod& period);

/// How a rule counts a period that begins on a day. Throws ProbityError for a period of less than 1
/// and for terms that the rule does not have, HorizonError if its act was not in force on that day.
[[nodiscard]] Counting counting_of(const LegalPeriod& period, const Date& start,
                                   const DeadlineTerms& terms);

/// Article 161 of the Civil Act for a day that a law names, cited as of that day.
[[nodiscard]] Counting counting_of_statutory_day(const Date& day);

/// Whether article 161 of the Civil Act puts off a last day that is a Saturday and no public holiday.
[[nodiscard]] bool puts_off_saturdays(const Date& last) noexcept;

}  // namespace probity::detail
