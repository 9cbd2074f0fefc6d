// The interpreter of holiday law: rows in, dated holidays out.
//
// It places what the rows say, adds the substitutes that lost holidays earn (substitutes.cpp), and fills
// days between two holidays if a term says so.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "date/civil.hpp"
#include "probity/date/date.hpp"
#include "probity/workdays/holiday.hpp"
#include "probity/workdays/holiday_law.hpp"
#include "probity/workdays/holiday_row.hpp"
#include "workdays/day_flags.hpp"
#include "workdays/weeks.hpp"

namespace probity::detail {

/// To what a holiday is lost.
enum class LostTo : std::uint8_t { weekday, holiday };

/// Whether a holiday is of every year by its kind: those alone cause substitutes by coinciding.
constexpr bool is_listed_every_year(HolidayKind kind) {
    return kind == HolidayKind::national_day || kind == HolidayKind::traditional ||
           kind == HolidayKind::public_holiday;
}

constexpr bool has(WeekdaySet set, DayNumber day) { return (set >> weekday_index(day) & 1) != 0; }

/// The input of the interpreter, by reference.
struct LawView {
    std::span<const HolidayRow> rows;
    std::span<const WeekendTerm> weekends;
    std::span<const DayBetweenTerm> days_between;
};

/// Reads a law into dated holidays.
class Interpreter {
  public:
    Interpreter(const LawView& law, const Interval& horizon, const std::optional<Date>& as_known_on)
        : rows_(law.rows),
          days_between_(law.days_between),
          first_(day_number(horizon.begin())),
          last_(day_number(horizon.last())),
          known_until_(as_known_on ? day_number(*as_known_on) : last_day_number),
          // A substitute may stand on the other side of the horizon's edge from its holiday.
          scan_first_(std::max(first_ - farthest_substitute, first_day_number)),
          scan_last_(std::min(last_ + farthest_substitute, last_day_number)),
          weeks_(weeks_of(law.weekends, scan_first_, scan_last_, known_until_, first_)),
          closed_(scan_first_, scan_last_),
          listed_(scan_first_, scan_last_) {}

    InterpretedLaw run();

  private:
    /// As far from a holiday as its substitute may be.
    static constexpr int farthest_substitute = 366;

    struct Placed {
        DayNumber day;
        std::size_t row;
        /// Index into texts_.
        std::uint32_t text;
    };

    /// Whether what was decided on a day is known yet.
    [[nodiscard]] bool known(const Date& decided_on) const {
        return day_number(decided_on) <= known_until_;
    }

    /// The last day for which a row or term holds, its end being known or not.
    [[nodiscard]] DayNumber last_in_force(const std::optional<Date>& until,
                                          const std::optional<Date>& ended_on) const {
        if (!until || (ended_on && !known(*ended_on))) return scan_last_;
        return std::min(day_number(*until) - 1, scan_last_);
    }

    [[nodiscard]] WeekdaySet weekend_on(DayNumber day) const {
        return week_of(weeks_, day).weekend;
    }
    /// Whether offices are closed on the day as on any such day of the week, or for a holiday.
    [[nodiscard]] bool is_off(DayNumber day) const {
        return closed_.test(day) || has(week_of(weeks_, day).off(), day);
    }

    void place(std::size_t r);
    void place_elections(const ElectionDay& election, std::size_t r, DayNumber from, DayNumber to);
    [[nodiscard]] DayNumber polling_day(DayNumber term_end, int days_before) const;
    void add(DayNumber day, std::size_t r, std::uint32_t text);

    void substitute();
    /// Adds the one substitute that the holidays of a date earn between them, if any. It is called after
    /// the last of them that earns it, as that of 2025-05-05 is after Buddha's Birthday.
    void substitute_date(std::span<const Placed> same_date, std::vector<Placed>& found);
    /// The term of a row that holds on a day; null if none does.
    [[nodiscard]] const SubstituteTerm* term_on(const HolidayRow& row, DayNumber day) const;
    static const Date& decided_on(const SubstituteTerm& term);
    /// The days of the week to which a term's holidays are lost.
    [[nodiscard]] WeekdaySet lost_on(const SubstituteTerm& term, DayNumber day) const;
    /// To what a holiday on a day is lost; null if it is not lost, or if the term gives nothing for it.
    [[nodiscard]] std::optional<LostTo> lost_to(const SubstituteTerm& term, DayNumber day,
                                                bool coincides) const;
    /// The day that a term gives for a lost holiday: one on which nothing else stands.
    [[nodiscard]] std::optional<DayNumber> substitute_day(DayNumber lost,
                                                          const SubstituteTerm& term,
                                                          const HolidayRow& row) const;
    std::uint32_t text_of_substitute(std::size_t r, const SubstituteTerm& term, LostTo lost);

    void fill_between(const DayBetweenTerm& term);

    std::uint32_t add_text(Holiday text);
    std::uint32_t text_of_row(std::size_t r);
    std::uint32_t text_of_election(std::size_t r, int number);
    std::uint32_t text_of_between(const DayBetweenTerm& term);

    InterpretedLaw collect();

    std::span<const HolidayRow> rows_;
    std::span<const DayBetweenTerm> days_between_;
    DayNumber first_;
    DayNumber last_;
    DayNumber known_until_;
    DayNumber scan_first_;
    DayNumber scan_last_;
    Weeks weeks_;
    /// Days on which a holiday or a substitute stands.
    DayFlags closed_;
    /// Days on which a holiday of every year stands.
    DayFlags listed_;
    std::vector<Placed> placed_;
    std::vector<Holiday> texts_;
    std::map<std::tuple<std::size_t, const SubstituteTerm*, LostTo>, std::uint32_t>
        substitute_texts_;
};

}  // namespace probity::detail
