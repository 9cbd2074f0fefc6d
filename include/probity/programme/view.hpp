// A view: a programme asked about on a day. Overdue tasks, blocked tasks, quotas that can still be
// met: none of it is stored, all of it follows from the history, the day and the working days.
//
//     const View view(yongsan, make_date(2025, 8, 15), WorkCalendar::korea());
//     to_string(view.quota("council-meetings").state);    // "on_track"
//     view.quota("council-meetings").held;                // 2
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/proposal.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/verdict.hpp"
#include "probity/programme/brief.hpp"
#include "probity/programme/conflict.hpp"
#include "probity/programme/duty_standing.hpp"
#include "probity/programme/evidence_row.hpp"
#include "probity/programme/obligation_standing.hpp"
#include "probity/programme/overdue_task.hpp"
#include "probity/programme/programme.hpp"
#include "probity/programme/progress.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/text/text.hpp"
#include "probity/workdays/deadline.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// By what tasks are put together.
enum class TaskGroup : std::uint8_t { all, band, owner, risk_area, kind };

/// A programme as it stands on a day.
class View {
  public:
    /// Asks with Korea's working days if none are given. Throws HorizonError if the work calendar does
    /// not reach over the day.
    View(const Programme& programme, const Date& on,
         const std::optional<WorkCalendar>& workdays = std::nullopt);

    [[nodiscard]] const Date& on() const& noexcept { return on_; }
    [[nodiscard]] Date on() && { return std::as_const(*this).on(); }
    /// The programme as it was true on the day.
    [[nodiscard]] const Programme& programme() const& noexcept { return programme_; }
    [[nodiscard]] Programme programme() && { return std::as_const(*this).programme(); }
    [[nodiscard]] const WorkCalendar& workdays() const& noexcept { return workdays_; }
    [[nodiscard]] WorkCalendar workdays() && { return std::as_const(*this).workdays(); }

    /// How a quota stands in the period of a year's day. Without a year it is the period of the
    /// view's day; but in January and February, when the results of a year are reported, it is the
    /// year before as long as nothing of the new one is on record. Throws ProbityError for a quota
    /// that there is not, and for a period in which it is not in force.
    [[nodiscard]] Verdict quota(std::string_view id,
                                const std::optional<int>& year = std::nullopt) const;
    /// How a quota stood in the period that ended last, if it was missed there; none else, and none if
    /// that was in another year whose results are reported already, which they are from March on.
    /// Throws ProbityError for a quota that there is not.
    [[nodiscard]] std::optional<Verdict> missed(std::string_view id) const;
    /// The quotas in force, as quota() gives them.
    [[nodiscard]] std::vector<std::pair<Quota, Verdict>> quotas() const;

    /// The tasks that are open after the day on which they were due, in groups, the ones with the
    /// most tasks first. A task handed in by its due date waits for others and is not overdue.
    [[nodiscard]] std::vector<OverdueGroup> overdue(TaskGroup by = TaskGroup::all) const;
    /// How far the tasks have come, in groups in the order of their records.
    [[nodiscard]] std::vector<Progress> progress(TaskGroup by = TaskGroup::all) const;
    /// The ids of undone tasks that have to be done before a task.
    [[nodiscard]] std::vector<std::string> blocked_by(const Task& task) const;

    /// How a duty stands in a year; without a year, in that of the view's day.
    [[nodiscard]] DutyStanding duty(std::string_view id,
                                    const std::optional<int>& year = std::nullopt) const;
    /// The instances of obligations that fall due in a year, in the order of their deadlines. Without a
    /// year it is that of the view's day, with those of earlier years that are still owed as far as
    /// their obligation says since when it is in force. Throws HorizonError where the work calendar
    /// has no legal days.
    [[nodiscard]] std::vector<ObligationStanding> obligations(
        const std::optional<int>& year = std::nullopt) const;
    /// Those that fall due in a window.
    [[nodiscard]] std::vector<ObligationStanding> obligations_due(const Interval& window) const;
    /// Indicator by indicator the tasks and their evidence, and what is missing.
    [[nodiscard]] std::vector<EvidenceRow> evidence(int year) const;
    /// The conflicts in the year of the view's day, from that day on.
    [[nodiscard]] std::vector<Conflict> conflicts() const;
    [[nodiscard]] Brief brief() const;

  private:
    [[nodiscard]] Verdict judged(const Quota& quota, const Interval& period) const;
    [[nodiscard]] bool is_overdue(const Task& task) const;

    Programme programme_;
    Date on_;
    WorkCalendar workdays_;
};

/// "all", "band", "owner", "risk_area", "kind".
[[nodiscard]] std::string_view to_string(TaskGroup group) noexcept;
/// Reads what to_string writes. Throws ProbityError on anything else.
[[nodiscard]] TaskGroup parse_task_group(std::string_view text);

}  // namespace probity
