// Proposals of meetings: the best dates for those that are still to be held.
//
// Best is what the following sum makes least, and no other choice of days has a smaller one:
//
// - for each gap between neighbouring meetings, those with fixed dates included, the square of the
//   days by which it differs from D / m, where D is the window's days and m its meetings;
// - for the gaps from the window's ends to the first and the last meeting, the square of the days by
//   which they differ from half of that, counted to the middle of the meeting's day;
// - for each proposed day the weights of what speaks against it, in the same unit, days squared: not
//   on a preferred weekday, in days to be avoided, a bridge.
//
// A weight of 98 moves a day by up to seven days, since two gaps change and 2 * 7 * 7 is 98; that of
// days to be avoided, 392, by up to fourteen. Very large weights rank before even spacing. Of equally
// good choices the one with the earliest first date is taken, and so on.
//
//     ProposalRequest third_meeting{.wanted = 1,
//                                   .window = year_of(2025),
//                                   .fixed = {make_date(2025, 7, 25)},
//                                   .undated = 1,
//                                   .on = make_date(2025, 8, 15),
//                                   .notice_days = 14};
//     const std::vector<Proposal> found = propose(third_meeting, WorkCalendar::korea());
//     found[0].date;                     // 2025-11-12
//     found[0].runners_up[0].date;       // 2025-11-13
//
// Evenly spread the three meetings of 2025 would lie 121.7 days apart; 12 November is 110 days after
// the second one, and 50 before the end of the year. To have it on a Thursday costs a day:
//
//     third_meeting.preferred_weekdays = {TH};
//     const std::vector<Proposal> on_thursday = propose(third_meeting, WorkCalendar::korea());
//     on_thursday[0].date;               // 2025-11-13
#pragma once

#include <concepts>
#include <iosfwd>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/date/weekday.hpp"
#include "probity/planning/observance.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// The weights of what speaks against a day, in days squared, each 0 to 1,000,000.
struct ProposalWeights {
    /// Not on a preferred weekday, where any are named.
    int weekday = 98;
    /// In days to be avoided.
    int avoided = 392;
    /// A bridge (is_bridge()).
    int bridge = 98;

    friend bool operator==(const ProposalWeights&, const ProposalWeights&) = default;
};

/// The request for dates of meetings.
struct ProposalRequest {
    /// How many meetings are still to be held, 0 to 366.
    int wanted = 1;
    /// The days among which they are to be spread, with what is fixed: a year, say. At most 3,660
    /// days.
    Interval window;
    /// The dates of meetings held or planned already. Those outside the window keep their distance
    /// alone.
    std::vector<Date> fixed = {};
    /// Meetings of the window whose day is not known, 0 to 366: they make the others lie closer.
    int undated = 0;
    /// From which date on notice can be given, any if none is named; how many days before a meeting, 0
    /// to 366, and whether they are clear days (notice.hpp).
    std::optional<Date> on = std::nullopt;
    int notice_days = 0;
    bool clear_notice = true;
    /// All alike if none is named.
    std::vector<Weekday> preferred_weekdays = {};
    /// Days better left alone, such as Integrity Weeks.
    std::vector<Interval> avoid = {};
    bool avoid_bridges = false;
    /// The least number of days from one meeting to the next, 1 to 366; 1 is the day after.
    int min_days_between = 1;
    ProposalWeights weights = {};

    friend bool operator==(const ProposalRequest&, const ProposalRequest&) = default;
};

/// Another day for one meeting, while the others keep theirs.
struct RunnerUp {
    Date date{};
    /// The whole sum with this day, in days squared.
    double cost = 0;
    Text reason = {};

    friend bool operator==(const RunnerUp&, const RunnerUp&) = default;
};

/// A day for one meeting.
struct Proposal {
    Date date{};
    /// The whole sum, in days squared: the same for all meetings proposed together.
    double cost = 0;
    /// How it lies among the others, and what speaks against it.
    Text reason = {};
    /// The three next best days for this meeting, best first, fewer if there are no more.
    std::vector<RunnerUp> runners_up = {};

    friend bool operator==(const Proposal&, const Proposal&) = default;
};

/// The best days for the meetings still to be held, in order. All are working days of the window, of
/// which notice can still be given on `on`, and min_days_between apart from each other and from fixed
/// ones.
///
/// Takes time in proportion to wanted * w * w for w working days; memory to wanted * w.
///
/// Throws ProbityError if not so many fit, naming how many do, and for a number outside the range
/// given with its member; HorizonError if the work calendar does not reach over the window.
[[nodiscard]] std::vector<Proposal> propose(const ProposalRequest& request,
                                            const WorkCalendar& workdays);

/// Whether a date is a bridge: a working day between two days off, such as the Friday after a holiday
/// on Thursday. Throws HorizonError outside the calendar's horizon.
[[nodiscard]] bool is_bridge(const WorkCalendar& workdays, const Date& date);

/// "2025-11-12".
std::ostream& operator<<(std::ostream& out, const Proposal& proposal);

static_assert(std::copyable<ProposalRequest> && std::regular<Proposal>);

}  // namespace probity
