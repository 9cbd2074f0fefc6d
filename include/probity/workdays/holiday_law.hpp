// Holidays as dated law: rows, and the one function that reads them.
//
// A HolidayRow says of one holiday what it is called, on which dates it falls, from when to when
// the law had it, since when it earns a substitute when it is lost, and by which decree all of that
// was decided and on which day. Nothing about a holiday stands anywhere else: to add one is to add
// a row.
//
//     HolidayRow{.name = "어린이날", .name_en = "Children's Day", .rule = FixedDay{5, 5},
//                .from = 1975-01-27, .substitutes = {{SubstitutePolicy::weekend, 2013-11-05, ...}},
//                ...}
//
// interpret() turns rows into the holidays of an interval. It is the only place that knows Article
// 3 of the Regulation on Public Holidays of Government Offices:
//
//     (1) the first day after a holiday that is not itself one becomes a substitute holiday where
//         1. a holiday of policy `weekend` falls on a Saturday or a Sunday,
//         2. a holiday of policy `sunday` falls on a Sunday,
//         3. a holiday of either policy falls from Monday to Friday on another listed holiday;
//     (2) where two substitutes would fall on one day, the second goes to the next day that is
//     none; (3) a substitute that would fall on a Saturday goes to the next day that is none.
//
// Holidays that coincide on one date earn one substitute between them: 2025-05-05 was Children's
// Day and Buddha's Birthday, and 2025-05-06 alone the substitute. Elections and temporary holidays
// earn none and cause none, but a substitute never falls on one.
//
// What was decided after a given day can be left out (`as_known_on`), so that a plan made before a
// decree can be computed again as it was: what the row says later is then not yet known.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/workdays/holiday.hpp"

namespace probity {

/// When a holiday that is lost earns a substitute.
enum class SubstitutePolicy : std::uint8_t {
    none,
    /// Lost to a Sunday, or from Monday to Friday to another holiday: Seollal and Chuseok.
    sunday,
    /// Lost to a Saturday or Sunday, or from Monday to Friday to another holiday.
    weekend,
    /// The law of 1959-60 and 1989-90: on a Sunday or another holiday, the next day is one too.
    next_day,
};

/// A substitute policy with the time for which the law has it.
struct SubstituteTerm {
    SubstitutePolicy policy = SubstitutePolicy::none;
    /// The first day whose holiday it covers, and the first that it no longer does.
    Date from{};
    std::optional<Date> until = std::nullopt;
    Date decided_on{};
    /// When its end was decided; none while in force.
    std::optional<Date> ended_on = std::nullopt;
    /// The decree: "대통령령 제24828호, 2013. 11. 5.", "Presidential Decree 24828 of 2013-11-05".
    std::string decree = {};
    std::string decree_en = {};
};

/// The same date every year.
struct FixedDay {
    int month = 1;
    int day = 1;
};

/// A date of the Korean lunisolar calendar every year, never in a leap month, and so many days from
/// it, at most 366 either way: the day before Seollal is {1, 1, -1}.
struct LunarDay {
    int month = 1;
    int day = 1;
    int offset = 0;
};

/// Polling day by Article 34 of the Public Official Election Act: the first Wednesday from so many
/// days before the end of a term on, and a week later where that day, the one before it or the one
/// after it is a holiday of Article 2(1) to (10) of the regulation.
struct ElectionDay {
    /// The last day of the first term, and the length of every term.
    Date term_end{};
    int term_years = 4;
    /// 0 to 366.
    int days_before = 50;
};

/// One date, once.
struct OneDate {
    Date date{};
};

using HolidayRule = std::variant<FixedDay, LunarDay, ElectionDay, OneDate>;

/// A holiday as the law has it.
struct HolidayRow {
    /// "설날 전날"; "{n}" in it stands for an election's number.
    std::string name = {};
    /// "the day before Seollal"; "{n}" stands for the number in English, "22nd".
    std::string name_en = {};
    HolidayRule rule = FixedDay{};
    HolidayKind kind = HolidayKind::public_holiday;
    /// The first day for which the law has it, and the first for which it no longer does.
    Date from{};
    std::optional<Date> until = std::nullopt;
    /// When it was decided; a one-off day for which that is not known counts as known from itself
    /// on.
    std::optional<Date> decided_on = std::nullopt;
    /// When its end was decided; none while in force.
    std::optional<Date> ended_on = std::nullopt;
    /// By what it is a holiday: article and decree, in Korean and English.
    std::string basis = {};
    std::string basis_en = {};
    std::vector<SubstituteTerm> substitutes = {};
    /// What its substitute is called after, where not its own name: all days of Seollal are
    /// substituted as "설날".
    std::string substitute_name = {};
    std::string substitute_name_en = {};
    /// The number of the first election of an ElectionDay.
    int first_number = 0;
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
    /// Ascending by day; on one day in the order of the rows, substitutes last.
    std::vector<DatedHoliday> holidays;
};

/// The holidays of an interval under the rows as they stood on a date; without one, as they stand
/// now. Throws HorizonError where a lunar row is asked for outside 1900 to 2100, and ProbityError
/// for a row whose rule names no date or one that is out of the ranges above.
[[nodiscard]] InterpretedLaw interpret(std::span<const HolidayRow> rows, const Interval& horizon,
                                       const std::optional<Date>& as_known_on = std::nullopt);

}  // namespace probity
