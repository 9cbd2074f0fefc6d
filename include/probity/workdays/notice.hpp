// By when notice of a meeting is given, counted back from its day.
//
// Notice of seven days is seven clear days: neither the day of notice nor that of the meeting counts.
// The Civil Act counts forward and leaves the first day out (article 157); courts count back likewise,
// so that for a meeting on the 25th fourteen days end with the 11th, and notice is given on the 10th.
//
//     const Notice notice = notice_by(WorkCalendar::korea(), make_date(2026, 3, 10), 7);
//     notice.last;        // 2026-03-02, eight days before: by it notices are judged
//     notice.date;        // 2026-02-27: 2 March is a substitute holiday, 1 March a Sunday
//
// Counted back, no article puts a day off. One lower court held that a last day on a holiday goes back
// (Seoul Northern District Court, 2007KaHap215), so plan by `date`.
#pragma once

#include <concepts>
#include <iosfwd>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/text/language.hpp"
#include "probity/workdays/deadline.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// The days of notice that a charter asks for.
struct NoticeDays {
    /// 0 to 366; 0 if no notice is asked for.
    int days = 0;
    /// Whether they are clear days. If not, the day of notice counts among them.
    bool clear = true;

    /// The days from the last day of notice to the meeting: 8 for seven clear days.
    [[nodiscard]] constexpr int before() const noexcept {
        return days == 0 || !clear ? days : days + 1;
    }

    friend bool operator==(const NoticeDays&, const NoticeDays&) = default;
};

/// By when notice of a meeting is given.
struct Notice {
    /// The last day, by which notices are judged.
    Date last{};
    /// The day by which to plan: `last`, or the working day before it.
    Date date{};
    /// The days off from `date` to `last`, in order.
    std::vector<PassedDay> skipped = {};
    std::string clause = {};
    std::string clause_en = {};
    std::string text = {};
    std::string text_en = {};

    [[nodiscard]] const std::string& describe(Language language) const& noexcept {
        return language == Language::english ? text_en : text;
    }
    [[nodiscard]] std::string describe(Language language) && {
        return std::as_const(*this).describe(language);
    }

    friend bool operator==(const Notice&, const Notice&) = default;
};

/// By when notice is given of a meeting. Throws ProbityError for days outside 1 to 366, and
/// HorizonError outside the calendar's horizon or before its holidays are verified.
[[nodiscard]] Notice notice_by(const WorkCalendar& calendar, const Date& meeting,
                               const NoticeDays& notice);
[[nodiscard]] Notice notice_by(const WorkCalendar& calendar, const Date& meeting, int days);

/// "2026-02-27, 2026-03-02 at the latest".
std::ostream& operator<<(std::ostream& out, const Notice& notice);

static_assert(std::regular<NoticeDays> && std::regular<Notice>);

}  // namespace probity
