// A view: a programme asked about on a day. Overdue tasks, blocked tasks, quotas that can still be
// met: none of it is stored, all of it follows from the history, the day and the working days.
//
//     const View view(yongsan, make_date(2025, 8, 15), WorkCalendar::korea());
//     to_string(view.quota("council-meetings").state);    // "on_track"
//     view.quota("council-meetings").held;                // 2
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/proposal.hpp"
#include "probity/planning/quota.hpp"
#include "probity/planning/text.hpp"
#include "probity/programme/programme.hpp"
#include "probity/records/record_kind.hpp"
#include "probity/workdays/deadline.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

/// By what tasks are put together.
enum class TaskGroup : std::uint8_t { all, band, owner, risk_area, kind };

/// A task that should have been handed in.
struct OverdueTask {
    /// The id of the Task.
    std::string task = {};
    Text title = {};
    /// The ids of its Band and its owner, a Unit; empty if they are not recorded.
    std::string band = {};
    std::string owner = {};
    /// The due date as it was set, and the working day on which that falls.
    Date due{};
    Date due_day{};
    /// The working days since, the view's day included.
    std::int64_t working_days_late = 0;
    TaskState state = TaskState::adopted;
    /// The ids of tasks that have to be done before it and are not.
    std::vector<std::string> blocked_by = {};

    friend bool operator==(const OverdueTask&, const OverdueTask&) = default;
};

/// The overdue tasks of a group.
struct OverdueGroup {
    /// The id of the group; empty for tasks that belong to none.
    std::string id = {};
    Text title = {};
    /// The latest first.
    std::vector<OverdueTask> tasks = {};

    friend bool operator==(const OverdueGroup&, const OverdueGroup&) = default;
};

/// How far the tasks of a group have come. Rejected, withdrawn and superseded ones do not count.
struct Progress {
    std::string id = {};
    Text title = {};
    int total = 0;
    int done = 0;
    int overdue = 0;
    int blocked = 0;
    std::int64_t total_weight = 0;
    std::int64_t done_weight = 0;

    /// The part that is done by weight, 0 to 1; 0 if there is none.
    [[nodiscard]] double fraction() const noexcept {
        return total_weight == 0
                   ? 0
                   : static_cast<double>(done_weight) / static_cast<double>(total_weight);
    }

    friend bool operator==(const Progress&, const Progress&) = default;
};

/// The rest that one official still owes of a duty.
struct DutyShortfall {
    std::string official = {};
    std::string unit = {};
    int sessions = 0;
    int minutes = 0;
    bool had_face_to_face = false;
    /// Names the rest: minutes, sessions, and whether a part face to face.
    int missing_minutes = 0;
    int missing_sessions = 0;
    bool lacks_face_to_face = false;
    Text text = {};

    friend bool operator==(const DutyShortfall&, const DutyShortfall&) = default;
};

/// How a duty of education stands in a year.
struct DutyStanding {
    std::string id = {};
    Text title = {};
    int year = 0;
    /// How many officials owe it, and how many have done all of it.
    int owed_by = 0;
    int done_by = 0;
    std::vector<DutyShortfall> lacking = {};
    /// The last day on which the results are reported: the last of February of the next year or, if
    /// that is a Saturday or a public holiday, the next day that is neither.
    Date report_by{};
    /// The last working day of that February, by which to plan. Advice, never the deadline.
    Date report_day{};
    /// How report_by was found.
    Deadline report = {};

    [[nodiscard]] const std::vector<DutyShortfall>& shortfall() const& noexcept { return lacking; }
    /// By value of a standing that is about to go.
    [[nodiscard]] std::vector<DutyShortfall> shortfall() && { return std::move(lacking); }

    friend bool operator==(const DutyStanding&, const DutyStanding&) = default;
};

/// Of one indicator one task, with its evidence.
struct EvidenceRow {
    std::string indicator = {};
    Text indicator_title = {};
    /// Empty if no task serves the indicator.
    std::string task = {};
    Text task_title = {};
    std::vector<Evidence> evidence = {};
    /// Names the gaps; empty if there are none.
    Text missing = {};

    friend bool operator==(const EvidenceRow&, const EvidenceRow&) = default;
};

/// A conflict: plans that do not go together.
enum class ConflictKind : std::uint8_t {
    /// A meeting or a day of observance lies on a day off.
    day_off,
    /// A week has fewer working days than its observance asks for (Observance::short_below).
    short_week,
    /// Two meetings take the same hours and share a member.
    overlap,
    /// The last day for the notice of a meeting has gone by.
    notice,
    /// A task is due before one that has to be done first.
    order,
    /// An open task or a risk area is owned by a unit that is closed.
    closed_owner,
};

/// Two things that do not go together, or one that cannot be as it is planned.
struct Conflict {
    Date date{};
    ConflictKind kind = ConflictKind::day_off;
    /// The ids of what is in conflict.
    std::vector<std::string> subjects = {};
    /// Which kinds of records these are, in the same order.
    std::vector<RecordKind> records = {};
    Text text = {};

    friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// A line of a brief.
struct BriefLine {
    /// The id of what it is about, and which kind of record that is.
    std::string id = {};
    RecordKind record = {};
    std::optional<Date> date = std::nullopt;
    /// In words: what it is about, and what is to be said of it.
    Text text = {};
    /// The two parts of the text: what it is about, and what is to be said of it, which many lines
    /// may have in common. The latter is empty if the line only names something.
    Text title = {};
    Text what = {};
    /// The title of the unit that owns it; empty if none is recorded.
    Text owner = {};

    friend bool operator==(const BriefLine&, const BriefLine&) = default;
};

/// One page for the head: what was done this year, what is late, what has to be decided, and what
/// comes in the next four weeks.
struct Brief {
    Date on{};
    Text title = {};
    Progress progress = {};
    /// The work done in the year of the day, the newest first.
    std::vector<BriefLine> done = {};
    /// The tasks that are late, those by the most working days first.
    std::vector<BriefLine> late = {};
    /// The worst first: quotas that are missed or at risk, late tasks that wait for a decision, then
    /// what else waits for one, the longest first. Quotas that only lack a record come last.
    std::vector<BriefLine> decisions = {};
    /// Of the next four weeks, in order of date.
    std::vector<BriefLine> coming = {};

    friend bool operator==(const Brief&, const Brief&) = default;
};

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

/// Wishes for the meetings that are proposed.
struct MeetingWishes {
    std::vector<Weekday> preferred_weekdays = {};
    /// Whether to leave out Integrity Weeks, and every other observance that takes several days.
    bool outside_weeks = false;
    bool avoid_bridges = false;
    int min_days_between = 1;
    ProposalWeights weights = {};

    friend bool operator==(const MeetingWishes&, const MeetingWishes&) = default;
};

/// The best dates for the regular meetings that a council still has to hold in a year, by its
/// quota, as proposal.hpp has it, on Korea's working days if none are given. `on` is the day from
/// which on notice can be given; without one the first day of the year. Throws ProbityError if no
/// quota prescribes meetings, and as propose() does.
[[nodiscard]] std::vector<Proposal> propose_meetings(
    const Programme& programme, std::string_view council, int year,
    const std::optional<WorkCalendar>& workdays = std::nullopt, const MeetingWishes& wishes = {},
    const std::optional<Date>& on = std::nullopt);

/// "day_off", "short_week", "overlap", "notice", "order", "closed_owner".
[[nodiscard]] std::string_view to_string(ConflictKind kind) noexcept;

/// "all", "band", "owner", "risk_area", "kind".
[[nodiscard]] std::string_view to_string(TaskGroup group) noexcept;
/// Reads what to_string writes. Throws ProbityError on anything else.
[[nodiscard]] TaskGroup parse_task_group(std::string_view text);

static_assert(std::regular<OverdueTask> && std::regular<Progress> && std::regular<Brief>);

}  // namespace probity
