// A programme: all that an institution does for integrity, as one value.
//
//     Programme songpa = examples::songpa();
//     songpa.id();                                          // "songpa"
//     songpa.calendar(2026);                                // its Agenda of 2026
//
// Each thing that happens to it is recorded as an event and checked; applying one gives another
// programme:
//
//     Event adopted = record(songpa, EventKind::task_adopted, "T-07", {},
//                            {.on = make_date(2023, 4, 3), .by = "integrity-team"});
//     Programme later = songpa.apply(adopted);
//     to_string(later.as_of(make_date(2023, 3, 31)).task("T-07").state);     // "proposed"
//
// A programme that exists is consistent: ids are unique among their kind, records name sources and
// observances that there are, and a record of a nominal date names one that the rule gives. A fact
// that is not published is said to be so (not_published), and is not filled in.
#pragma once

#include <chrono>
#include <concepts>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/planning/agenda.hpp"
#include "probity/records/parts.hpp"
#include "probity/workdays/work_calendar.hpp"

namespace probity {

class History;
struct Event;
namespace detail {
class GrowingProgramme;
class Timeline;
}  // namespace detail

/// An institution's integrity programme: what was known when it was set up, and what happened since.
class Programme {
  public:
    /// Throws DocumentError if the parts are not consistent, with the place as a JSON pointer of
    /// the document that would hold them.
    explicit Programme(ProgrammeParts founding);
    /// Throws ProbityError, naming the event, where the history is not legal.
    Programme(ProgrammeParts founding, History history);

    // The references below live as long as the programme. One that is about to go gives it by
    // value, so that `for (const Task& task : programme.as_of(day).tasks())` walks records that are
    // still there.

    /// The records as they are after all events.
    [[nodiscard]] const ProgrammeParts& parts() const& noexcept;
    [[nodiscard]] ProgrammeParts parts() && { return std::as_const(*this).parts(); }
    /// The records with which the history begins.
    [[nodiscard]] const ProgrammeParts& founding() const& noexcept;
    [[nodiscard]] ProgrammeParts founding() && { return std::as_const(*this).founding(); }
    /// The events, in the order of recording.
    [[nodiscard]] const History& history() const& noexcept;
    [[nodiscard]] History history() &&;

    [[nodiscard]] const std::string& id() const& noexcept { return parts().id; }
    [[nodiscard]] std::string id() && { return std::as_const(*this).id(); }
    [[nodiscard]] const Text& title() const& noexcept { return parts().title; }
    [[nodiscard]] Text title() && { return std::as_const(*this).title(); }
    [[nodiscard]] const Institution& institution() const& noexcept { return parts().institution; }
    [[nodiscard]] Institution institution() && { return std::as_const(*this).institution(); }
    [[nodiscard]] const std::vector<Observance>& observances() const& noexcept {
        return parts().observances;
    }
    [[nodiscard]] std::vector<Observance> observances() && {
        return std::as_const(*this).observances();
    }
    [[nodiscard]] const std::vector<Activity>& activities() const& noexcept {
        return parts().activities;
    }
    [[nodiscard]] std::vector<Activity> activities() && {
        return std::as_const(*this).activities();
    }
    [[nodiscard]] const std::vector<Council>& councils() const& noexcept {
        return parts().councils;
    }
    [[nodiscard]] std::vector<Council> councils() && { return std::as_const(*this).councils(); }
    /// The bands; null if the institution has no banding.
    [[nodiscard]] std::vector<Band> bands() const;
    [[nodiscard]] const std::vector<RiskArea>& risk_areas() const& noexcept {
        return parts().risk_areas;
    }
    [[nodiscard]] std::vector<RiskArea> risk_areas() && {
        return std::as_const(*this).risk_areas();
    }
    [[nodiscard]] const List<Task>& tasks() const& noexcept { return parts().tasks; }
    [[nodiscard]] List<Task> tasks() && { return std::as_const(*this).tasks(); }
    [[nodiscard]] const std::vector<Quota>& quotas() const& noexcept { return parts().quotas; }
    [[nodiscard]] std::vector<Quota> quotas() && { return std::as_const(*this).quotas(); }
    [[nodiscard]] const std::vector<DeclaredCount>& declared() const& noexcept {
        return parts().declared;
    }
    [[nodiscard]] std::vector<DeclaredCount> declared() && {
        return std::as_const(*this).declared();
    }

    /// Throws ProbityError, naming the ids that there are, for one that there is not.
    [[nodiscard]] const Observance& observance(std::string_view id) const&;
    [[nodiscard]] Observance observance(std::string_view id) && {
        return std::as_const(*this).observance(id);
    }
    [[nodiscard]] const Council& council(std::string_view id) const&;
    [[nodiscard]] Council council(std::string_view id) && {
        return std::as_const(*this).council(id);
    }
    [[nodiscard]] const Task& task(std::string_view id) const&;
    [[nodiscard]] Task task(std::string_view id) && { return std::as_const(*this).task(id); }
    [[nodiscard]] const Quota& quota(std::string_view id) const&;
    [[nodiscard]] Quota quota(std::string_view id) && { return std::as_const(*this).quota(id); }

    /// The programme after one event more, or several. Throws TransitionError for a step that
    /// a state does not allow, and ProbityError for anything else that is not legal, now or for what
    /// happened after it; also for a programme as it stood on a past day, which does not change.
    [[nodiscard]] Programme apply(const Event& event) const;
    [[nodiscard]] Programme apply(const std::vector<Event>& events) const;
    /// Throws as apply does. The programme after the event is kept for the apply that follows.
    void check(const Event& event) const;

    /// The same programme, its events without a stamp recorded at an instant: see History::stamped.
    [[nodiscard]] Programme stamped(std::chrono::sys_seconds instant) const;

    /// The programme as it was true on a day, as far as it was known at an instant; without a day
    /// or an instant, as it is true or known today. Throws ProbityError for an instant before
    /// anything was recorded.
    [[nodiscard]] Programme as_of(
        const std::optional<Date>& effective,
        const std::optional<std::chrono::sys_seconds>& recorded = std::nullopt) const;
    /// The day for which it was asked; none for a programme with all that happened to it.
    [[nodiscard]] const std::optional<Date>& stands_on() const& noexcept;
    [[nodiscard]] std::optional<Date> stands_on() && { return std::as_const(*this).stands_on(); }
    /// The last time at which anything was recorded, in UTC; null if nothing says it.
    [[nodiscard]] std::optional<std::chrono::sys_seconds> last_recorded() const;

    /// All that recurs and all that has a date, without beginning or end.
    [[nodiscard]] Plan plan() const;

    /// The agenda of a calendar year. Without a work calendar it is Korea's. Throws DateError for a
    /// year outside 1400 to 9999, and HorizonError for one that the work calendar does not cover.
    [[nodiscard]] Agenda calendar(int year,
                                  const std::optional<WorkCalendar>& workdays = std::nullopt) const;

    friend bool operator==(const Programme& a, const Programme& b);

  private:
    friend class detail::GrowingProgramme;
    struct State;
    /// Of a founding document that is consistent. Throws ProbityError if the history begins before it.
    Programme(History history, detail::Timeline timeline);
    [[nodiscard]] std::shared_ptr<const State> state_after(std::span<const Event> events) const;
    explicit Programme(std::shared_ptr<const State> state) : state_(std::move(state)) {}

    // Shared by copies. It never changes, but for what check() keeps.
    std::shared_ptr<const State> state_;
};

static_assert(std::copyable<Programme> && std::equality_comparable<Programme>);

}  // namespace probity
