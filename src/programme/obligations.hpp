// The instances of a programme's obligations, judged on a day: said once, for views and portfolios.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "probity/programme/obligation_standing.hpp"
#include "probity/records/parts.hpp"
#include "probity/workdays/work_calendar.hpp"
#include "records/obligation_starts.hpp"

namespace probity::detail {

/// The legal days of obligations, each found once: as many instances run from the same day.
class DueDays {
  public:
    /// The calendar has to last.
    explicit DueDays(const WorkCalendar& calendar) : calendar_(calendar) {}

    [[nodiscard]] const WorkCalendar& calendar() const noexcept { return calendar_; }
    /// The deadline of the instance that runs from a day.
    const ObligationDue& of(const Obligation& obligation, const Date& start);

  private:
    const WorkCalendar& calendar_;
    std::unordered_map<std::uint64_t, ObligationDue> found_;
};

/// One instance, by the records that it is of. All last as long as the programme.
struct JudgedInstance {
    const Obligation* obligation;
    const OwedFrom* from;
    const Unit* unit;
    const Official* official;
    const Fulfilment* fulfilment;
    const ObligationDue* due;
    ObligationState state;
};

/// Judges the instances that fall due in a window.
class ObligationJudge {
  public:
    /// The parts and the days have to last.
    ObligationJudge(const ProgrammeParts& parts, const Date& on, DueDays& days);

    /// Calls visit(JudgedInstance) for each instance of an obligation that is due in the window.
    template <class Visit>
    void each(std::size_t obligation, const Interval& window, Visit visit) {
        const Obligation& of = parts_.obligations[obligation];
        const std::vector<OwedFrom> starts = owed_from(parts_, of, starts_for(of, window));
        for (const OwedFrom& from : starts) {
            if (!can_be_due(of, from.start, window)) continue;
            const ObligationDue& due = days_.of(of, from.start);
            if (!window.contains(due.date)) continue;
            take_up(obligation, from.period);
            const bool is_past = due.date < on_;
            each_owing(parts_, of, from, [&](const Unit* unit, const Official* official) {
                const Fulfilment* known = known_of(unit, official);
                const ObligationState state =
                    known != nullptr && known->outcome == FulfilmentOutcome::waived
                        ? ObligationState::waived
                    : known != nullptr ? ObligationState::done
                    : is_past          ? ObligationState::late
                                       : ObligationState::open;
                visit(JudgedInstance{&of, &from, unit, official, known, &due, state});
            });
        }
    }

  private:
    /// Takes up what was done of a period of an obligation.
    void take_up(std::size_t obligation, std::string_view period);
    [[nodiscard]] const Fulfilment* known_of(const Unit* unit, const Official* official) const;

    const ProgrammeParts& parts_;
    Date on_;
    DueDays& days_;
    /// The records of what was done or waived, by obligation.
    std::vector<std::vector<const Fulfilment*>> known_;
    /// Of the period taken up: that of the institution, and those of units and officials.
    const Fulfilment* of_institution_ = nullptr;
    std::unordered_map<std::string_view, const Fulfilment*> of_others_;
};

/// One instance in full.
[[nodiscard]] ObligationStanding standing_of(const JudgedInstance& judged, const Date& on);

}  // namespace probity::detail
