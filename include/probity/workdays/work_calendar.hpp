// A work calendar: which days offices work, and arithmetic in working days.
//
//     WorkCalendar kr = WorkCalendar::korea();
//     kr.is_working_day(make_date(2026, 5, 25));       // false: substitute for Buddha's Birthday
//     kr.add(make_date(2026, 2, 13), 1);               // 2026-02-19: Seollal lies between
//     kr.count(make_date(2026, 2, 16), make_date(2026, 2, 23));   // 2, the third week of February
//     kr.roll(make_date(2026, 5, 24), RollConvention::preceding); // 2026-05-22
//     kr.explain(make_date(2026, 5, 25), Language::korean);
//
// Three things are kept apart:
//
//     working day      neither a day of the weekend nor a holiday
//     public holiday   a day that the law names; in Korea also every Sunday, by Article 2(1),
//                      though nobody lists Sundays and holidays() does not
//     weekend          Saturday and Sunday. A Saturday is a day off but no public holiday
//
// A calendar answers for a fixed horizon; what lies outside it is a HorizonError, never a guess. It
// is immutable and copied for the price of a pointer: with_ and without_ give a new calendar.
//
// Positions, not steps: the working days are numbered, so that add() and count() cost the same for
// one day as for ten thousand.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iosfwd>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/date_set.hpp"
#include "probity/date/weekday.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "probity/recurrence/spans.hpp"
#include "probity/workdays/holiday.hpp"
#include "probity/workdays/holiday_law.hpp"

namespace probity {

namespace detail {
struct WorkCalendarData;
struct WorkCalendarAccess;
}  // namespace detail

/// Where a date goes that is not a working day.
enum class RollConvention : std::uint8_t {
    /// To the next working day.
    following,
    /// To the next, but if that is in another month to the one before.
    modified_following,
    /// To the working day before.
    preceding,
    /// To the one before, but if that is in another month to the next.
    modified_preceding,
    /// To the nearer of the two; forward if they are equally near.
    nearest,
    /// It stays.
    none,
};

/// "modified_following", the convention's name in C++ and Python.
[[nodiscard]] std::string_view to_string(RollConvention convention) noexcept;
/// Reads "modified_following". Throws ProbityError naming the conventions there are.
[[nodiscard]] RollConvention parse_roll_convention(std::string_view text);
std::ostream& operator<<(std::ostream& out, RollConvention convention);

/// A due date, with the holidays that put it off.
struct Due {
    Date date{};
    /// The holidays passed over on days that would else have been worked, in order.
    std::vector<Holiday> skipped = {};

    friend bool operator==(const Due&, const Due&) = default;
};

/// The answer of a calendar about one day.
struct DayState {
    bool working = false;
    /// The listed holidays of a day off; of a working day the half days listed.
    std::vector<Holiday> holidays = {};

    friend bool operator==(const DayState&, const DayState&) = default;
};

/// A day on which two calendars differ.
struct DayChange {
    Date date{};
    DayState before = {};
    DayState after = {};

    friend bool operator==(const DayChange&, const DayChange&) = default;
};

/// A date of a recurrence and the working day that it goes to.
struct RolledDate {
    Date nominal{};
    Date adjusted{};

    friend bool operator==(const RolledDate&, const RolledDate&) = default;
};

class RolledDates;

/// The working days of an institution.
class WorkCalendar {
  public:
    /// Korea's government offices: the weekend, and the Regulation on Public Holidays of Government
    /// Offices with the Act on Public Holidays as they stand, or as promulgated by the end of a past
    /// day (`as_known_on`). Answers from
    /// 1949-06-04 to 2100-12-31 and is verified from verified_from() on. The five-day week is
    /// applied throughout, though offices worked on Saturdays until 2005-06-30. Throws HorizonError
    /// for an as_known_on before 1949-06-04, the first regulation.
    [[nodiscard]] static WorkCalendar korea(const std::optional<Date>& as_known_on = std::nullopt);

    /// The working days of a law: its holidays, half days and weekends, as it stands or as it stood at
    /// the end of a past day, and nothing that it does not say. Throws as interpret() does.
    [[nodiscard]] static WorkCalendar of_law(const HolidayLaw& law, const Interval& horizon,
                                             const std::optional<Date>& as_known_on = std::nullopt);
    /// The same for rows alone: Saturdays and Sundays are off, and no public holidays.
    [[nodiscard]] static WorkCalendar of_law(std::span<const HolidayRow> rows,
                                             const Interval& horizon,
                                             const std::optional<Date>& as_known_on = std::nullopt);

    /// A calendar of these holidays, in any order; one listed twice counts once. Without a horizon
    /// it answers for the whole years from the first holiday's to the last's, and for 1900 to 2100
    /// if there is no holiday. Throws ProbityError for a weekend of seven days, DateError for
    /// special dates, and HorizonError for a holiday outside the horizon given.
    [[nodiscard]] static WorkCalendar from_holidays(
        std::span<const Holiday> holidays, std::span<const Weekday> weekend = saturday_and_sunday,
        const std::optional<Interval>& horizon = std::nullopt);
    /// The same for nameless dates.
    [[nodiscard]] static WorkCalendar from_holidays(
        std::span<const Date> dates, std::span<const Weekday> weekend = saturday_and_sunday,
        const std::optional<Interval>& horizon = std::nullopt);

    static constexpr Weekday saturday_and_sunday[] = {SA, SU};

    // What it is ----------------------------------------------------------------------------------

    /// The days for which it answers.
    [[nodiscard]] const Interval& horizon() const& noexcept;
    [[nodiscard]] Interval horizon() && { return std::as_const(*this).horizon(); }
    /// The first day from which its holidays are verified against official sources, if that is
    /// known.
    [[nodiscard]] const std::optional<Date>& verified_from() const& noexcept;
    [[nodiscard]] std::optional<Date> verified_from() && {
        return std::as_const(*this).verified_from();
    }
    /// The day whose knowledge of the law it has; none for the law as it stands.
    [[nodiscard]] const std::optional<Date>& as_known_on() const& noexcept;
    [[nodiscard]] std::optional<Date> as_known_on() && {
        return std::as_const(*this).as_known_on();
    }
    /// The days of the week that are not worked, Monday first: at the end of the horizon, if the law
    /// changes them.
    [[nodiscard]] std::vector<Weekday> weekend() const;
    /// Those of the week in which a date lies. Throws HorizonError outside the horizon.
    [[nodiscard]] std::vector<Weekday> weekend(const Date& date) const;

    // One day -------------------------------------------------------------------------------------
    // These throw HorizonError outside the horizon.

    [[nodiscard]] bool is_working_day(const Date& date) const;
    /// Whether it is a public holiday: a listed one, or in Korea a Sunday.
    [[nodiscard]] bool is_holiday(const Date& date) const;
    /// Whether it is a working day that is worked until noon. It counts as one working day.
    [[nodiscard]] bool is_half_day(const Date& date) const;
    /// Why the day is worked or not, in one sentence with the article: "2026-03-22 is a Sunday and
    /// as such a public holiday, by Article 2(1) of the Regulation on Public Holidays of Government
    /// Offices." Where the calendar was changed, by without_holiday(), with_weekend(), | or &, it
    /// says that instead of what the law no longer decides.
    [[nodiscard]] std::string explain(const Date& date,
                                      Language language = Language::english) const;
    [[nodiscard]] DayState state(const Date& date) const;

    // Arithmetic ----------------------------------------------------------------------------------
    // These throw HorizonError if the date or the result lies outside the horizon.

    /// The date itself if it is a working day, else where the convention takes it.
    [[nodiscard]] Date roll(const Date& date, RollConvention convention) const;
    /// The n-th working day strictly after a date, strictly before it where n is negative. add(d,
    /// 0) is d, rolled to the following working day.
    [[nodiscard]] Date add(const Date& date, std::int64_t n) const;
    /// How many working days lie in [begin, end); where end is before begin, minus those in
    /// [end, begin). The first day after the horizon may be named as end; without an end it is the
    /// rest of the horizon, here as below.
    [[nodiscard]] std::int64_t count(const Date& begin,
                                     const std::optional<Date>& end = std::nullopt) const;
    /// add(), and the holidays passed over.
    [[nodiscard]] Due due(const Date& date, std::int64_t n) const;
    /// The first working day of a month. Throws ProbityError if the month has none.
    [[nodiscard]] Date first_working_day(int year, int month) const;
    [[nodiscard]] Date last_working_day(int year, int month) const;

    // Many days -----------------------------------------------------------------------------------

    /// The listed holidays in [begin, end), several on a date each for itself. Plain Sundays are
    /// not listed.
    [[nodiscard]] std::vector<Holiday> holidays(
        const Date& begin, const std::optional<Date>& end = std::nullopt) const;
    /// The half days in [begin, end) that are worked until noon; none of them is among holidays().
    [[nodiscard]] std::vector<Holiday> half_days(
        const Date& begin, const std::optional<Date>& end = std::nullopt) const;
    [[nodiscard]] DateSet working_days(const Date& begin,
                                       const std::optional<Date>& end = std::nullopt) const;
    [[nodiscard]] DateSet working_days(const Interval& interval) const;
    /// The working days of recurring spans, as of the third week of every month, in [begin, end).
    [[nodiscard]] DateSet working_days_of(const Spans& spans, const Date& begin,
                                          const std::optional<Date>& end = std::nullopt) const;
    /// The dates of a recurrence with the working days that they go to, one by one as they are
    /// asked for. A date outside the horizon is a HorizonError when it is reached.
    [[nodiscard]] RolledDates roll(const Recurrence& recurrence, RollConvention convention) const;

    // Arrays of day numbers -----------------------------------------------------------------------
    // Day numbers count from 1970-01-01, as datetime64[D] does. Inputs and answers have one length,
    // else ProbityError. NaT (the least int64) is a DateError and a day outside the horizon a
    // HorizonError, both naming its index; answers are then not to be used. An answer may be
    // written over an input.

    void is_working_day(std::span<const std::int64_t> days, std::span<bool> answers) const;
    void is_holiday(std::span<const std::int64_t> days, std::span<bool> answers) const;
    void roll(std::span<const std::int64_t> days, RollConvention convention,
              std::span<std::int64_t> answers) const;
    void add(std::span<const std::int64_t> days, std::int64_t n,
             std::span<std::int64_t> answers) const;
    void add(std::span<const std::int64_t> days, std::span<const std::int64_t> ns,
             std::span<std::int64_t> answers) const;
    void count(std::span<const std::int64_t> begins, std::span<const std::int64_t> ends,
               std::span<std::int64_t> answers) const;

    // New calendars -------------------------------------------------------------------------------

    /// With one holiday more. A day that the law designates anew does not move a substitute: what
    /// Article 3 makes of it is for a row of the law to say.
    [[nodiscard]] WorkCalendar with_holiday(const Date& date, std::string name,
                                            HolidayKind kind = HolidayKind::temporary,
                                            std::string name_en = {}, std::string basis = {}) const;
    /// With these holidays, but for those that it has already, by date, name and kind, and those that
    /// were decided after its as_known_on(). Throws HorizonError for one outside the horizon.
    [[nodiscard]] WorkCalendar with_holidays(std::span<const Holiday> holidays) const;
    /// Without the listed holidays of a date. Throws ProbityError if it has none.
    [[nodiscard]] WorkCalendar without_holiday(const Date& date) const;
    /// With another weekend. Days that leave it are worked from then on, Sundays too. Throws
    /// ProbityError for a weekend of seven days.
    [[nodiscard]] WorkCalendar with_weekend(std::span<const Weekday> weekend) const;
    [[nodiscard]] WorkCalendar with_weekend(std::initializer_list<Weekday> weekend) const;

    /// The days in [begin, end) on which this calendar and another differ: in being worked, or in
    /// the names and kinds of their holidays. `before` is this calendar's, `after` the other's.
    /// Throws HorizonError if the other does not answer for all of those days.
    [[nodiscard]] std::vector<DayChange> diff(const WorkCalendar& other, const Date& begin,
                                              const std::optional<Date>& end = std::nullopt) const;

    [[nodiscard]] std::size_t hash() const noexcept;

    /// Closed where either is closed, within the horizon of both. Throws HorizonError if they have
    /// no day in common, and ProbityError if their weekends have all seven days between them.
    friend WorkCalendar operator|(const WorkCalendar& a, const WorkCalendar& b);
    /// Closed where both are closed.
    friend WorkCalendar operator&(const WorkCalendar& a, const WorkCalendar& b);
    /// The same horizon, weekend and holidays.
    friend bool operator==(const WorkCalendar& a, const WorkCalendar& b);
    friend std::string to_string(const WorkCalendar& calendar);

  private:
    friend detail::WorkCalendarAccess;

    explicit WorkCalendar(std::shared_ptr<const detail::WorkCalendarData> data) noexcept
        : data_(std::move(data)) {}

    std::shared_ptr<const detail::WorkCalendarData> data_;
};

/// "WorkCalendar([1949-06-04, 2101-01-01), weekend SA SU, 2881 holidays)".
[[nodiscard]] std::string to_string(const WorkCalendar& calendar);
std::ostream& operator<<(std::ostream& out, const WorkCalendar& calendar);

/// The dates of a recurrence, each with the working day that it goes to.
///
///     Recurrence month_ends{Rule::parse("FREQ=MONTHLY;BYMONTHDAY=-1"), make_date(2026, 1, 1)};
///     for (auto [nominal, adjusted] : kr.roll(month_ends, RollConvention::preceding)) ...
class RolledDates {
  public:
    class Iterator;

    RolledDates(WorkCalendar calendar, Recurrence recurrence, RollConvention convention)
        : calendar_(std::move(calendar)),
          recurrence_(std::move(recurrence)),
          convention_(convention) {}

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

    /// Those whose nominal date lies in [begin, end).
    [[nodiscard]] std::vector<RolledDate> between(
        const Date& begin, const std::optional<Date>& end = std::nullopt) const;

  private:
    WorkCalendar calendar_;
    Recurrence recurrence_;
    RollConvention convention_;
};

/// Walks rolled dates in order of their nominal dates.
class RolledDates::Iterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = RolledDate;
    using difference_type = std::ptrdiff_t;
    using pointer = const RolledDate*;
    using reference = RolledDate;

    Iterator(WorkCalendar calendar, Recurrence::Iterator nominal, RollConvention convention)
        : calendar_(std::move(calendar)), nominal_(std::move(nominal)), convention_(convention) {}

    RolledDate operator*() const {
        const Date nominal = *nominal_;
        return {nominal, calendar_.roll(nominal, convention_)};
    }
    Iterator& operator++() {
        ++nominal_;
        return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& it, std::default_sentinel_t end) {
        return it.nominal_ == end;
    }

  private:
    WorkCalendar calendar_;
    Recurrence::Iterator nominal_;
    RollConvention convention_;
};

inline RolledDates::Iterator RolledDates::begin() const {
    return Iterator(calendar_, recurrence_.begin(), convention_);
}

static_assert(std::copyable<WorkCalendar> && std::equality_comparable<WorkCalendar>);

}  // namespace probity
