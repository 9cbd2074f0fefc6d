// Which rows of a history stand, and in which order they are folded.
//
// A correction stands where the event stood that it corrects, an annulled event nowhere; if its
// annulment is annulled it stands again. Each event is corrected once at most, so that those that
// correct each other in turn are a chain, of which one at most stands, in the place of the first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "probity/date/date.hpp"
#include "probity/history/history.hpp"

namespace probity::detail {

/// The rows that stand, effective by a day if one is given, in the order of the days from which they
/// are true, and on one day in that of their places.
[[nodiscard]] std::vector<std::uint32_t> standing(const History& history,
                                                  const std::optional<Date>& effective);

/// The place in which a row stands or stood: its own, or that of the event that it corrects.
[[nodiscard]] std::uint32_t place_of(const History& history, std::uint32_t row);

/// The row that stands in a place by the first events of a history; none if none does.
[[nodiscard]] std::optional<std::uint32_t> stands_in(const History& history, std::uint32_t place,
                                                     std::size_t events);

/// The order in which rows that stand are folded.
struct FoldedEarlier {
    const History& history;
    [[nodiscard]] bool operator()(std::uint32_t a, std::uint32_t b) const;
};

/// In the places that the events from one on are about: the rows that stood there before these, and
/// those that stand there now, each in the order of folding.
struct Moves {
    std::vector<std::uint32_t> taken_out;
    std::vector<std::uint32_t> put_in;
};
[[nodiscard]] Moves moves_after(const History& history, std::size_t events);

}  // namespace probity::detail
