// Holidays as dated law: rows, the weekend, and the one function that reads them.
//
// Nothing about a holiday stands anywhere else: to add one is to add a row (holiday_row.hpp). A
// country is a HolidayLaw; Korea's is korea.hpp, and of others docs/holiday-law.md has two as worked
// examples:
//
//     HolidayLaw law;
//     law.rows = {{.name_en = "Independence Day",
//                  .rule = FixedDay{7, 4},
//                  .from = make_date(1971, 1, 1),
//                  .decided_on = make_date(1968, 6, 28),
//                  .substitutes = {{.policy = SubstitutePolicy::nearest_weekday,
//                                   .from = make_date(1971, 1, 1)}}}};
//     law.weekends = {{.days = {SA, SU}}};
//     const Interval year{make_date(2026, 1, 1), make_date(2027, 1, 1)};
//     interpret(law, year).holidays.size();     // 2: the 4th, a Saturday, and the Friday before
//
// WorkCalendar::of_law() (work_calendar.hpp) makes working days of it.
//
// interpret() turns a law into the holidays of an interval:
//
//     1. every row is placed on its dates, as far as it is in force and known;
//     2. a holiday that is lost to a day of the week or to another holiday earns a substitute, as its
//        row's SubstituteTerm says. Holidays that coincide on one date earn one between them:
//        2025-05-05 was Children's Day and Buddha's Birthday, and 2025-05-06 alone the substitute. If
//        two substitutes would fall on one day, the second goes on to the next free day;
//     3. a day between two listed holidays becomes one, if the law says so (DayBetweenTerm).
//
// Elections, temporary holidays and closures cause no substitute, and earn one only if their row says
// so; but a substitute never falls on one.
//
// `as_known_on` leaves out what was decided after a day, so that a plan made before a decree can be
// computed again as it was: what a row says later is then not yet known.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/workdays/holiday.hpp"
#include "probity/workdays/holiday_row.hpp"

namespace probity {

/// A weekend from a day on, until the next one of the law begins.
struct WeekendTerm {
    /// The days of the week that are not worked.
    std::vector<Weekday> days = {SA, SU};
    /// Those that the law makes public holidays, as Korea's Sundays are; none as a rule.
    std::vector<Weekday> holidays = {};
    /// The first day of it; the earliest term may leave it out.
    std::optional<Date> from = std::nullopt;
    /// When it was decided; with its first day if not said.
    std::optional<Date> decided_on = std::nullopt;
    /// By what text `holidays` are public holidays.
    std::string basis = {};
    std::string basis_en = {};

    friend bool operator==(const WeekendTerm&, const WeekendTerm&) = default;
};

/// The rule that a day between two listed holidays is a holiday itself, as Japan's 国民の休日. It covers
/// no day that is a holiday or a substitute anyway.
struct DayBetweenTerm {
    std::string name = {};
    std::string name_en = {};
    /// The first day that it covers, and the first that it no longer does.
    Date from{};
    std::optional<Date> until = std::nullopt;
    /// When it was decided; with its first day if not said.
    std::optional<Date> decided_on = std::nullopt;
    /// When its end was decided; not while in force.
    std::optional<Date> ended_on = std::nullopt;
    /// Days of the week on which it gives nothing.
    std::vector<Weekday> not_on = {};
    std::string basis = {};
    std::string basis_en = {};

    friend bool operator==(const DayBetweenTerm&, const DayBetweenTerm&) = default;
};

/// The holidays of a country or an institution.
struct HolidayLaw {
    /// In the order in which holidays of one date are listed.
    std::vector<HolidayRow> rows = {};
    /// In order of their first days. Saturday and Sunday, neither of them a public holiday, if not
    /// said.
    std::vector<WeekendTerm> weekends = {WeekendTerm{}};
    std::vector<DayBetweenTerm> days_between = {};
    /// The text that explain() cites for a day that is no public holiday: "Article 2 or 3 of the
    /// Regulation". Without it no text is cited.
    std::string cited_as = {};
    std::string cited_as_en = {};
    /// The text that it cites for a day of the weekend that is none, if that is another: "Article 2
    /// of the Regulation".
    std::string weekend_cited_as = {};
    std::string weekend_cited_as_en = {};
    /// The first day from which the rows are verified against official sources, if that is known.
    std::optional<Date> verified_from = std::nullopt;

    friend bool operator==(const HolidayLaw&, const HolidayLaw&) = default;
};

/// A holiday on its date, by reference to what is told once for many dates.
struct DatedHoliday {
    DayNumber day;
    /// Index into InterpretedLaw::texts.
    std::uint32_t text;

    friend bool operator==(const DatedHoliday&, const DatedHoliday&) = default;
};

/// What interpret() finds.
struct InterpretedLaw {
    /// Names, kinds and grounds; their dates are not set.
    std::vector<Holiday> texts;
    /// Ascending by day; on one day in the order of the rows, then substitutes and days between. Half
    /// days are among them, by their kind.
    std::vector<DatedHoliday> holidays;
};

/// The holidays of an interval under a law as it stood on a date; without one, as it stands now.
/// Throws HorizonError if a lunar row is asked for outside 1900 to 2100, and ProbityError, naming the
/// row, for one whose rule is out of the ranges above, that does not say when it holds or was decided,
/// ends before it begins, or has no free day for its substitute within 366 days; and for a weekend of
/// seven days or one that is not said for the interval's first day.
[[nodiscard]] InterpretedLaw interpret(const HolidayLaw& law, const Interval& horizon,
                                       const std::optional<Date>& as_known_on = std::nullopt);
/// The same for rows alone, with a weekend of Saturday and Sunday.
[[nodiscard]] InterpretedLaw interpret(std::span<const HolidayRow> rows, const Interval& horizon,
                                       const std::optional<Date>& as_known_on = std::nullopt);

static_assert(std::regular<HolidayLaw>);

}  // namespace probity
