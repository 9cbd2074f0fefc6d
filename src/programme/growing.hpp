// A programme whose history is still being read.
//
//     GrowingProgramme growing(founding, History(), 1000);
//     growing.history().append(event);                           // and so on, up to a thousand
//     growing.go_on();                                           // now and then
//     const Programme programme = std::move(growing).finish();   // as of both at once
//
// The events are folded while those of them that are read last are still at hand for the processor.
#pragma once

#include <cstddef>
#include <optional>

#include "history/timeline.hpp"
#include "probity/programme/programme.hpp"

namespace probity::detail {

class GrowingProgramme {
  public:
    /// `events` is how many there will be; another number makes no other programme.
    GrowingProgramme(ProgrammeParts founding, History history, std::size_t events);

    [[nodiscard]] const ProgrammeParts& founding() const noexcept { return founding_; }
    [[nodiscard]] const History& history() const noexcept { return history_; }
    /// To be added to.
    [[nodiscard]] History& history() noexcept { return history_; }

    /// Folds what was added. Refuses nothing yet.
    void go_on();
    /// The programme after all events. Throws as Programme does of a founding and a history.
    [[nodiscard]] Programme finish() &&;

  private:
    ProgrammeParts founding_;
    History history_;
    /// None if the events have to be folded when all are there.
    std::optional<Timeline::Growing> timeline_;
};

}  // namespace probity::detail
