// The instants of local times in a zone, each once and in order.
//
// Clocks that are put back only leave a pause: of two times that look alike the first counts. Clocks
// that are put forward, at instant T by w seconds, take a run of skipped local times, which have the
// distance from UTC before T, onto the same instants as the run behind it:
//
//     local     ... boundary - w  |  skipped       |  the w seconds behind  | boundary + w ...
//     instant   ...               T ---------------------> T + w
//                                 T ---------------------> T + w
//
// So within [T, T + w) instants of both runs are mixed, and equal ones are one. Elsewhere the order is
// that of local times. How many are one before each such window is counted once for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "recurrence/lazy.hpp"
#include "times/local_times.hpp"
#include "times/zone_table.hpp"

namespace probity::detail {

class ZonedTimes {
  public:
    /// None before the start's instant. A zone without changes and at no distance from UTC leaves
    /// times as they are.
    ZonedTimes(std::unique_ptr<const TimeForm> form, std::int64_t start, std::int64_t end,
               std::shared_ptr<const ZoneTable> zone);

    /// The start's instant.
    [[nodiscard]] std::int64_t begin() const noexcept { return begin_; }
    [[nodiscard]] std::int64_t known_end() const {
        const std::int64_t known = local_.known_end();
        return known == no_later_time ? known : zone_->to_instant(known);
    }
    /// No instant is as late as this.
    [[nodiscard]] std::int64_t end() const;

    [[nodiscard]] bool contains(std::int64_t instant) const;
    /// How many instants are before one.
    [[nodiscard]] std::int64_t rank(std::int64_t instant) const;
    [[nodiscard]] std::int64_t select(std::int64_t k) const;
    [[nodiscard]] std::int64_t next_from(std::int64_t instant) const;
    [[nodiscard]] std::int64_t last_before(std::int64_t instant) const;
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const;

  private:
    /// An instant, and the change of clocks before it.
    struct Place {
        std::int64_t instant;
        std::size_t segment;
        /// Local times before this one have instants before it, but those of a window.
        std::int64_t local;
        /// In the window of a change by which local times are skipped; if so, where in the skipped
        /// ones it lies.
        bool is_mixed;
        std::int64_t skipped;
    };

    /// A window in which skipped local times and those behind both have times of the rule.
    struct Window {
        std::uint32_t change;
        std::int64_t merged_before;  // in windows before it
        std::int64_t merged;
        std::int64_t rank_after;  // instants before its end
    };

    [[nodiscard]] Place place_of(std::int64_t instant) const noexcept;
    [[nodiscard]] std::int64_t window_end(std::size_t change) const noexcept {
        return zone_->instant(change) + zone_->width(change);
    }
    /// The instants of a window, in order and each once.
    [[nodiscard]] std::vector<std::int64_t> in_window(std::size_t change) const;
    [[nodiscard]] const std::vector<Window>& windows() const;
    /// How many instants are before one, those before the start's among them.
    [[nodiscard]] std::int64_t whole_rank(std::int64_t instant) const;
    [[nodiscard]] std::int64_t first_rank() const;
    /// The last instant of the local times before one that no window holds.
    [[nodiscard]] std::int64_t last_by_local(std::int64_t end) const;
    /// Makes instants of the local times at the front of `out`, up to the first that are mixed, and
    /// says how many were made.
    std::size_t make_instants(std::int64_t* out, std::size_t size) const;

    std::shared_ptr<const ZoneTable> zone_;
    LocalTimes local_;
    std::int64_t begin_;
    Lazy<std::vector<Window>> windows_;
    Lazy<std::int64_t> first_rank_;
};

}  // namespace probity::detail
