// Whether tasks are overdue on a day: said once, for views and portfolios.
#pragma once

#include <limits>
#include <optional>

#include "probity/date/date.hpp"
#include "probity/records/task.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity::detail {

/// Before every day: since when a state of a task holds that no event brought.
inline constexpr DayNumber since_ever = std::numeric_limits<DayNumber>::min();
/// After every day: the due day of a task that has none.
inline constexpr DayNumber no_due_day = std::numeric_limits<DayNumber>::max();

/// The number of a due day.
[[nodiscard]] inline DayNumber due_number(const std::optional<Date>& due) {
    return due ? day_number(*due) : no_due_day;
}

/// Judges tasks on one day. A task that is due on a day off is due on the next working day: it is late
/// if a working day has gone by since the date that was set. One that was handed in by its due day
/// waits for others, and is not late.
class Lateness {
  public:
    /// Throws HorizonError if the calendar does not reach over the day. The calendar has to last.
    Lateness(const Date& on, const WorkCalendar& workdays)
        : on_(day_number(on)), workdays_(workdays) {
        static_cast<void>(workdays.is_working_day(on));
    }

    /// Whether a task is overdue that is in a state since a day.
    bool operator()(TaskState state, DayNumber since, DayNumber due) {
        if (due >= on_ || !is_open(state) || due > last_working_day()) return false;
        if (state != TaskState::submitted) return true;
        const Date due_day = workdays_.roll(date_of(due), RollConvention::following);
        return since > day_number(due_day);
    }

  private:
    /// The last working day before the day asked about.
    DayNumber last_working_day() {
        if (!is_known_) {
            last_ = day_number(workdays_.roll(date_of(on_ - 1), RollConvention::preceding));
            is_known_ = true;
        }
        return last_;
    }

    DayNumber on_;
    const WorkCalendar& workdays_;
    bool is_known_ = false;
    DayNumber last_ = 0;
};

}  // namespace probity::detail
