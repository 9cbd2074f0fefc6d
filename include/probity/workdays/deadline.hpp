// The last day of a period of law, by the rule of the act that sets it.
//
//     const WorkCalendar kr = WorkCalendar::korea();
//     deadline(kr, make_date(2026, 1, 31), LegalPeriod::days(14)).date;       // 2026-02-19
//
// The first day is not counted (Civil Act, article 157), so that the fourteenth is 14 February. That
// is a Saturday, and the days after it are a Sunday and Seollal: the period ends with the next day
// that is neither a Saturday nor a public holiday (article 161).
//
// Four acts count otherwise than one another:
//
//     rule             first day    days off                      the last day is a day off
//     civil            not counted  counted                       the next day that is none
//     administrative   not counted  counted                       the next day that is none
//     restriction      counted      counted                       that day, unless worse for the citizen
//     petition         counted      not, if set in days           the next day that is none
//     information      counted      not, if set in days           the next day that is none
//
//     civil            Civil Act, articles 155 to 161
//     administrative   Administrative Basic Act, article 6(1): as the Civil Act
//     restriction      the same, article 6(2): how long a right is restricted or a duty lasts
//     petition         Civil Petitions Treatment Act, article 19; up to five days by hours of work
//     information      Information Disclosure Act, article 29(2); weeks, months and years by
//                      29(1), as the Civil Act
//
// "Days off" are Saturdays, Sundays and public holidays, also where the calendar has another weekend.
// A day on which the institution alone is closed (HolidayKind::closure) is none: no act knows it.
//
// The law is dated. A last day that is a Saturday is put off from 2008-03-22 on: act 8720 of
// 2007-12-21 put that in force three months after it was promulgated. For days before an act was in
// force, or before the calendar's holidays are verified, there is no answer but a HorizonError.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/text/language.hpp"
#include "probity/workdays/legal_period.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// The act by which a period is counted.
enum class PeriodRule : std::uint8_t { civil, administrative, restriction, petition, information };

/// A day that a period passes over: a Saturday, Sunday or public holiday, by its names.
struct PassedDay {
    Date date{};
    /// "토요일", "대체공휴일(3ㆍ1절)"; of several holidays "어린이날, 부처님 오신 날".
    std::string name = {};
    std::string name_en = {};

    [[nodiscard]] const std::string& name_in(Language language) const& noexcept {
        return language == Language::english ? name_en : name;
    }
    [[nodiscard]] std::string name_in(Language language) && {
        return std::as_const(*this).name_in(language);
    }

    friend bool operator==(const PassedDay&, const PassedDay&) = default;
};

/// The last day of a period, and how it was found.
struct Deadline {
    /// The last day: the period ends with it.
    Date date{};
    /// The last day before it was put off for being a day off; the same if it was not.
    Date nominal{};
    /// The working day by which to plan: `nominal`, or the working day before it. Advice, never the
    /// deadline.
    Date advised{};
    /// The first day that counts; null for a statutory day, which has no period.
    std::optional<Date> first = std::nullopt;
    /// The time at which it ends, in Korean time; null unless it is counted in hours of work.
    std::optional<std::chrono::local_seconds> at = std::nullopt;
    /// The days that do not count, or over which the last day was put off, in order.
    std::vector<PassedDay> skipped = {};
    /// The articles: "민법 제157조, 제159조, 제161조".
    std::string clause = {};
    std::string clause_en = {};
    /// The whole answer in a few sentences.
    std::string text = {};
    std::string text_en = {};

    [[nodiscard]] const std::string& clause_in(Language language) const& noexcept {
        return language == Language::english ? clause_en : clause;
    }
    [[nodiscard]] std::string clause_in(Language language) && {
        return std::as_const(*this).clause_in(language);
    }
    [[nodiscard]] const std::string& describe(Language language) const& noexcept {
        return language == Language::english ? text_en : text;
    }
    [[nodiscard]] std::string describe(Language language) && {
        return std::as_const(*this).describe(language);
    }

    friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// Terms of a period that its own law leaves to whoever counts it.
struct DeadlineTerms {
    PeriodRule rule = PeriodRule::civil;
    /// Whether the period begins at midnight, so that its first day counts (Civil Act, article 157,
    /// proviso): "from the day after". For periods that the Civil Act counts.
    bool from_midnight = false;
    /// Whether the criteria of article 6(2) would be worse for the citizen, so that they do not apply
    /// (proviso): then the Civil Act does. For restriction.
    bool worse_for_citizen = false;

    friend bool operator==(const DeadlineTerms&, const DeadlineTerms&) = default;
};

/// The last day of a period that begins on a day: the day of the event, of receipt, of knowledge.
///
/// Throws ProbityError for a period of less than 1, terms that the rule does not have, and a petition
/// of five days or fewer, which are counted in hours from a time of day. Throws HorizonError if the
/// act was not in force on the first day, if days that matter lie before WorkCalendar::verified_from(),
/// and outside the calendar's horizon.
[[nodiscard]] Deadline deadline(const WorkCalendar& calendar, const Date& start,
                                const LegalPeriod& period, const DeadlineTerms& terms = {});

/// The same of a time in Korea. A petition of five days or fewer ends at the same time of day so many
/// days of work on, each of eight hours (Civil Petitions Treatment Act, article 19(1)). One that comes
/// in outside the hours of work, 09:00 to 18:00, is counted from the next opening. Every other period
/// is counted from the day.
[[nodiscard]] Deadline deadline(const WorkCalendar& calendar,
                                const std::chrono::local_seconds& start, const LegalPeriod& period,
                                const DeadlineTerms& terms = {});

/// A day that a law names, "by the last day of February": if it is a Saturday or a public holiday, the
/// next day that is neither (Civil Act, article 161, by analogy, as offices announce it).
[[nodiscard]] Deadline statutory_day(const WorkCalendar& calendar, const Date& day);

/// "civil", the rule's name in C++ and Python.
[[nodiscard]] std::string_view to_string(PeriodRule rule) noexcept;
/// Reads "civil". Throws ProbityError naming the rules there are.
[[nodiscard]] PeriodRule parse_period_rule(std::string_view text);

/// "2026-02-19 by 민법 제157조, 제159조, 제161조".
std::ostream& operator<<(std::ostream& out, const Deadline& deadline);

static_assert(std::regular<Deadline> && std::regular<DeadlineTerms>);

}  // namespace probity
