// A holiday as the law has it: one row of dated law.
//
//     HolidayRow{.name_en = "Labor Day",
//                .rule = Rule::parse("FREQ=YEARLY;BYMONTH=9;BYDAY=1MO"),
//                .from = make_date(1894, 6, 28),
//                .decided_on = make_date(1894, 6, 28),
//                .basis_en = "5 U.S.C. 6103(a)"}
//
// A row says what the holiday is called, on which dates it falls, from when to when the law has it,
// since when it earns a substitute when it is lost, and by which text and on which day all of that
// was decided. Rows are read by holiday_law.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/recurrence/rule.hpp"
#include "probity/workdays/holiday.hpp"

namespace probity {

// On which dates ----------------------------------------------------------------------------------

/// The same date every year. 29 February is a holiday of leap years only.
struct FixedDay {
    int month = 1;
    int day = 1;

    friend bool operator==(const FixedDay&, const FixedDay&) = default;
};

/// A date of the Korean lunisolar calendar every year, never in a leap month, and so many days from
/// it, at most 366 either way: the day before Seollal is {1, 1, -1}.
struct LunarDay {
    int month = 1;
    int day = 1;
    int offset = 0;

    friend bool operator==(const LunarDay&, const LunarDay&) = default;
};

/// So many days from Easter Sunday of the Gregorian calendar, at most 366 either way: Good Friday is
/// {-2}, Easter Monday {1}.
struct EasterDay {
    int offset = 0;

    friend bool operator==(const EasterDay&, const EasterDay&) = default;
};

/// Polling day by Article 34 of Korea's Public Official Election Act: the first Wednesday from so
/// many days before the end of a term on, and a week later if that day, the one before it or the one
/// after it is a holiday of every year.
struct ElectionDay {
    /// The last day of the first term, and the length of every term.
    Date term_end{};
    int term_years = 4;
    /// 0 to 366.
    int days_before = 50;

    friend bool operator==(const ElectionDay&, const ElectionDay&) = default;
};

/// One date, once.
struct OneDate {
    Date date{};

    friend bool operator==(const OneDate&, const OneDate&) = default;
};

/// Dates that no rule gives, such as the equinoxes that an almanac announces; in any order.
struct ListedDates {
    std::vector<Date> dates = {};

    friend bool operator==(const ListedDates&, const ListedDates&) = default;
};

/// On which dates a holiday falls. A Rule counts from the row's first day in force: with an
/// INTERVAL, it begins on that day.
using HolidayRule =
    std::variant<FixedDay, LunarDay, ElectionDay, OneDate, Rule, EasterDay, ListedDates>;

// Substitutes -------------------------------------------------------------------------------------

/// When a holiday that is lost earns a substitute, and on which day. A *listed* holiday is of one
/// of the kinds national_day, traditional and public_holiday; holidays that coincide earn one
/// substitute between them.
enum class SubstitutePolicy : std::uint8_t {
    none,
    /// Lost to a Sunday, or on a weekday to another listed holiday: the first day after it that is
    /// neither a holiday nor in the weekend.
    sunday,
    /// The same, lost to any day of the weekend.
    weekend,
    /// Lost to a Sunday or to another listed holiday: the next day, if that is no holiday anyway.
    next_day,
    /// Lost to the weekend: the nearest day outside it, the later one of two. A Saturday's holiday is
    /// observed on the Friday before, a Sunday's on the Monday after, as in the United States. If that
    /// day is a holiday too, it goes on the same way to the next free day.
    nearest_weekday,
};

/// "nearest_weekday", the policy's name in C++ and Python.
[[nodiscard]] std::string_view to_string(SubstitutePolicy policy) noexcept;
/// Reads "nearest_weekday". Throws ProbityError naming the policies that exist.
[[nodiscard]] SubstitutePolicy parse_substitute_policy(std::string_view text);

/// A substitute policy with the time for which the law has it.
struct SubstituteTerm {
    SubstitutePolicy policy = SubstitutePolicy::none;
    /// The first day whose holiday it covers, and the first that it no longer does.
    Date from{};
    std::optional<Date> until = std::nullopt;
    /// When it was decided; with its first day if not said.
    Date decided_on{};
    /// When its end was decided; not while in force.
    std::optional<Date> ended_on = std::nullopt;
    /// The days of the week to which a holiday is lost, if others than the policy says.
    std::optional<std::vector<Weekday>> lost_on = std::nullopt;
    /// Whether falling on another listed holiday counts as lost; never for nearest_weekday.
    bool coinciding = true;
    /// The name of the substitute, "{name}" standing for the holiday's name: "대체공휴일({name})". If it
    /// is empty, the holiday's own name. "{name}" gives nothing if the holiday has no Korean name.
    std::string title = {};
    /// The same in English.
    std::string title_en = "Substitute holiday ({name})";
    /// By what text a day lost to the weekend is substituted, and one lost to another holiday, if that
    /// is another text.
    std::string basis = {};
    std::string basis_en = {};
    std::string coinciding_basis = {};
    std::string coinciding_basis_en = {};

    friend bool operator==(const SubstituteTerm&, const SubstituteTerm&) = default;
};

// Rows --------------------------------------------------------------------------------------------

/// One more text by which a day is a holiday, beside the row's own: a decree that follows an Act. It is
/// cited from the day on which it was made.
struct FurtherBasis {
    Date decided_on{};
    std::string basis = {};
    std::string basis_en = {};

    friend bool operator==(const FurtherBasis&, const FurtherBasis&) = default;
};

/// A holiday as the law has it.
struct HolidayRow {
    /// "설날 전날"; "{n}" in it stands for an election's number.
    std::string name = {};
    /// "the day before Seollal"; "{n}" stands for the number in English, "22nd".
    std::string name_en = {};
    HolidayRule rule = FixedDay{};
    /// A half_day is worked until noon: it stays a working day, earns no substitute and takes no day
    /// from another.
    HolidayKind kind = HolidayKind::public_holiday;
    /// The first day for which the law has it, and the first for which it no longer does. A row of
    /// OneDate or ListedDates needs neither.
    Date from{};
    std::optional<Date> until = std::nullopt;
    /// When it was decided: the promulgation of an Act or decree, which may be long before it comes into
    /// force. A one-off day without it counts as known from itself on.
    std::optional<Date> decided_on = std::nullopt;
    /// When its end was decided; not while in force.
    std::optional<Date> ended_on = std::nullopt;
    /// By what it is a holiday: article and decree, in Korean and English.
    std::string basis = {};
    std::string basis_en = {};
    /// By what else, in order.
    std::vector<FurtherBasis> further = {};
    std::vector<SubstituteTerm> substitutes = {};
    /// The name after which its substitute is called, if not its own: all days of Seollal are
    /// substituted as "설날".
    std::string substitute_name = {};
    std::string substitute_name_en = {};
    /// The number of the first election of an ElectionDay.
    int first_number = 0;

    friend bool operator==(const HolidayRow&, const HolidayRow&) = default;
};

}  // namespace probity
