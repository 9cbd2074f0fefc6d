// The states of a programme from its founding to its newest event.
//
//     const Timeline begun(founding);
//     const Timeline later = begun.after(history);          // all events of the history
//     later.now().parts();                                  // the records after them
//     later.founding();                                     // those with which it began
//
// An event costs what takes effect from its day on: most take effect last, and are applied to the
// newest state. For one that is backdated, and for a programme as of a past day, the timeline keeps
// states to go back to, more of them near the end: that of one event in 64, 256, 1024, ... before it,
// up to a sixteenth of all. To go back by n events costs the folding of some times n, and of
// no more than all of them. Of a short history none are kept: to fold it anew costs less.
//
// Of the events that take effect after a backdated one most are about other tasks, and do what they did
// (touched.hpp). They are passed over, and the kept states get what has changed of the tasks that are
// touched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "history/fold.hpp"
#include "history/rows.hpp"
#include "history/touched.hpp"
#include "probity/history/history.hpp"
#include "probity/records/list.hpp"
#include "probity/records/parts.hpp"

namespace probity::detail {

/// The rows of a history in the order in which they are folded, with states between them. Copies
/// share what they have in common.
class Timeline {
  public:
    /// Before any event.
    explicit Timeline(ProgrammeParts founding);

    [[nodiscard]] const ProgrammeParts& founding() const noexcept {
        return marks_.front()->state.parts();
    }
    /// The state after all events.
    [[nodiscard]] const Fold& now() const noexcept { return marks_.back()->state; }

    /// The same after a history that goes on from the one seen so far. Throws ProbityError, and
    /// TransitionError, naming the event, where an event is not legal.
    [[nodiscard]] Timeline after(const History& history) const;
    /// As it was on a day, by a history that begins as the one seen so far or is a part of its
    /// beginning.
    [[nodiscard]] Timeline as_of(const History& history,
                                 const std::optional<Date>& effective) const;
    /// The same where only the stamps of the history have changed.
    [[nodiscard]] Timeline stamped(const History& history) const;

  private:
    struct Mark {
        /// How many rows come before it.
        std::size_t rows;
        Fold state;
    };
    using Marks = std::vector<std::shared_ptr<const Mark>>;
    using Rows = List<std::uint32_t>;

  public:
    /// A timeline that is folded while its history is read.
    class Growing {
      public:
        /// `events` is how many there will be.
        Growing(ProgrammeParts founding, std::size_t events);

        /// Folds the events that are new in the history since the last time. Returns false if they are
        /// not folded here: one is refused, corrects another or takes effect before the one before it.
        bool go_on(const History& history);
        /// The timeline after the history, all of which has been folded.
        [[nodiscard]] Timeline finish(const History& history) &&;

      private:
        Marks marks_;
        Fold state_;
        TasksInHand in_hand_;
        std::size_t events_;
        std::size_t done_ = 0;
        Date last_ = first_date();
    };

  private:
    Timeline(Rows rows, Marks marks, std::size_t seen)
        : rows_(std::move(rows)), marks_(std::move(marks)), seen_(seen) {}

    /// Rows that came in among those of this timeline, and went out, by the place in it at which they
    /// did, in order.
    struct Shift {
        std::size_t place;
        std::ptrdiff_t by;
    };
    struct Later {
        Rows rows;
        /// How many of the first rows are those of this timeline.
        std::size_t same;
        std::vector<Shift> shifts;
    };
    /// The rows after moves.
    [[nodiscard]] Later rows_after(const History& history, const Moves& moves) const;

    /// Folds rows of which the first `same` are those of this timeline.
    [[nodiscard]] Timeline folded(const History& history, Rows rows, std::size_t same) const;
    /// The same after moves, by folding the events of touched tasks and of other records alone; null if
    /// an event is not legal, or might not be.
    [[nodiscard]] std::optional<Timeline> folded_again(const History& history, const Later& later,
                                                       const TouchedTasks& touched) const;
    void set_recorded(Fold& state, const History& history) const;
    /// How many of the first rows are the same.
    [[nodiscard]] std::size_t same_rows(const std::vector<std::uint32_t>& rows) const;
    /// This timeline's first rows, and the others of a list.
    [[nodiscard]] Rows rows_with(std::size_t same, const std::vector<std::uint32_t>& rows) const;
    /// How many rows are effective by a day.
    [[nodiscard]] std::size_t rows_by(const History& history, const Date& day) const;

    Rows rows_;
    /// The founding, states between, and the newest.
    Marks marks_;
    /// How many events of the history have been looked at.
    std::size_t seen_ = 0;
};

/// Takes out of the fold of a founding document what that says of days after `date`. An event that
/// happened by then to a meeting, a council or the bands shows that they were there.
[[nodiscard]] ProgrammeParts without_later(ProgrammeParts parts, const ProgrammeParts& founding,
                                           const Date& date);

}  // namespace probity::detail
