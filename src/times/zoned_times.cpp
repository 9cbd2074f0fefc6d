#include "times/zoned_times.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace probity::detail {

ZonedTimes::ZonedTimes(std::unique_ptr<const TimeForm> form, std::int64_t start, std::int64_t end,
                       std::shared_ptr<const ZoneTable> zone)
    : zone_(std::move(zone)),
      local_(std::move(form), start, end),
      begin_(zone_->to_instant(start)) {}

std::int64_t ZonedTimes::end() const {
    // Skipped times before the end may lie behind it, by no more than was skipped.
    constexpr std::int64_t most_skipped = 2 * day_seconds;
    return zone_->to_instant(local_.end()) + (zone_->size() == 0 ? 0 : most_skipped);
}

ZonedTimes::Place ZonedTimes::place_of(std::int64_t instant) const noexcept {
    const std::size_t segment = zone_->segment_at_instant(instant);
    std::int64_t local = instant + zone_->offset(segment);
    if (segment == 0) return {instant, segment, local, false, 0};
    const std::size_t change = segment - 1;
    if (zone_->width(change) < 0) {
        // Times that clocks show again come after all of those that they showed before.
        local = std::max(local, zone_->boundary(change));
        return {instant, segment, local, false, 0};
    }
    if (instant >= window_end(change)) return {instant, segment, local, false, 0};
    return {instant, segment, local, true, instant + zone_->offset(change)};
}

bool ZonedTimes::contains(std::int64_t instant) const {
    if (instant < begin_) return false;
    const Place place = place_of(instant);
    if (place.is_mixed && local_.contains(place.skipped)) return true;
    return place.local - zone_->offset(place.segment) == instant && local_.contains(place.local);
}

// --- Counting -------------------------------------------------------------------------------------

std::vector<std::int64_t> ZonedTimes::in_window(std::size_t change) const {
    const std::int64_t width = zone_->width(change);
    const std::int64_t boundary = zone_->boundary(change);
    std::vector<std::int64_t> instants;
    const auto add = [&](std::int64_t begin, std::int64_t end, std::int64_t offset) {
        std::size_t room = 32;
        for (std::int64_t from = begin;;) {
            const std::size_t n = instants.size();
            instants.resize(n + room);
            const std::size_t written = local_.emit(from, end, instants.data() + n, room);
            instants.resize(n + written);
            if (written != 0) from = instants.back() + 1;
            for (std::size_t i = n; i < instants.size(); ++i) instants[i] -= offset;
            if (written < room) return;
            room *= 4;
        }
    };
    add(boundary - width, boundary, zone_->offset(change));
    const auto skipped = static_cast<std::ptrdiff_t>(instants.size());
    add(boundary, boundary + width, zone_->offset(change + 1));
    std::inplace_merge(instants.begin(), instants.begin() + skipped, instants.end());
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    return instants;
}

const std::vector<ZonedTimes::Window>& ZonedTimes::windows() const {
    return windows_.get([this] {
        std::vector<Window> windows;
        // How many are one in a window, by its pattern and width.
        std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> known;
        std::int64_t merged = 0;
        const std::size_t first = zone_->segment_at_local(local_.start());
        for (std::size_t i = zone_->gap_from(first); i < zone_->size();
             i = zone_->gap_from(i + 1)) {
            const std::int64_t boundary = zone_->boundary(i);
            const std::int64_t width = zone_->width(i);
            if (boundary >= local_.end()) break;
            if (local_.next_from(boundary - width) >= boundary) continue;
            if (local_.next_from(boundary) >= boundary + width) continue;
            const std::int64_t rank = local_.rank(boundary + width);
            const std::int64_t mixed = rank - local_.rank(boundary - width);
            const auto count = [&] {
                return mixed - static_cast<std::int64_t>(in_window(i).size());
            };
            // Clocks are mostly put forward at the same time of day.
            const auto pattern = local_.pattern_of(boundary - width, 2 * width);
            std::int64_t here = 0;
            if (pattern) {
                const auto [at, is_new] = known.try_emplace({*pattern, width});
                if (is_new) at->second = count();
                here = at->second;
            } else {
                here = count();
            }
            windows.push_back({static_cast<std::uint32_t>(i), merged, here, rank - merged - here});
            merged += here;
        }
        return windows;
    });
}

std::int64_t ZonedTimes::whole_rank(std::int64_t instant) const {
    const Place place = place_of(instant);
    std::int64_t rank = local_.rank(place.local);
    const std::vector<Window>& windows = this->windows();
    const auto after = std::partition_point(
        windows.begin(), windows.end(), [&](const Window& w) { return w.change < place.segment; });
    if (after == windows.begin()) {
        if (!place.is_mixed) return rank;
    } else {
        const Window& last = *(after - 1);
        rank -= last.merged_before;
        if (!place.is_mixed || last.change + 1 != place.segment) rank -= last.merged;
    }
    if (!place.is_mixed) return rank;
    // Skipped times whose instants are not before this one, and those before it that are one with
    // another.
    const std::size_t change = place.segment - 1;
    const std::int64_t boundary = zone_->boundary(change);
    rank -= local_.rank(boundary) - local_.rank(place.skipped);
    const bool is_window = after != windows.begin() && (after - 1)->change == change;
    if (!is_window || (after - 1)->merged == 0) return rank;
    const std::vector<std::int64_t> instants = in_window(change);
    const auto before = std::lower_bound(instants.begin(), instants.end(), instant);
    return (after - 1)->rank_after - (instants.end() - before);
}

std::int64_t ZonedTimes::first_rank() const {
    return first_rank_.get([this] { return whole_rank(begin_); });
}

std::int64_t ZonedTimes::rank(std::int64_t instant) const {
    if (instant <= begin_) return 0;
    if (zone_->size() == 0) return local_.rank(instant + zone_->offset(0));
    return whole_rank(instant) - first_rank();
}

std::int64_t ZonedTimes::select(std::int64_t k) const {
    if (zone_->size() == 0) {
        const std::int64_t local = local_.select(k);
        return local == no_later_time ? local : local - zone_->offset(0);
    }
    const std::int64_t rank = k + first_rank();
    const std::vector<Window>& windows = this->windows();
    const auto window = std::partition_point(windows.begin(), windows.end(),
                                             [&](const Window& w) { return w.rank_after <= rank; });
    const std::int64_t merged =
        window == windows.begin() ? 0 : (window - 1)->merged_before + (window - 1)->merged;
    const std::int64_t local = local_.select(rank + merged);
    if (window != windows.end()) {
        const std::size_t change = window->change;
        const std::int64_t boundary = zone_->boundary(change);
        if (local >= boundary - zone_->width(change)) {
            const std::vector<std::int64_t> instants = in_window(change);
            return instants[instants.size() - static_cast<std::size_t>(window->rank_after - rank)];
        }
    }
    return local == no_later_time ? local : zone_->to_instant(local);
}

// --- Neighbours -----------------------------------------------------------------------------------

std::int64_t ZonedTimes::next_from(std::int64_t instant) const {
    const Place place = place_of(std::max(instant, begin_));
    std::int64_t next = no_later_time;
    if (place.is_mixed) {
        const std::size_t change = place.segment - 1;
        const std::int64_t skipped = local_.next_from(place.skipped);
        if (skipped < zone_->boundary(change)) next = skipped - zone_->offset(change);
    }
    const std::int64_t local = local_.next_from(place.local);
    if (local == no_later_time) return next;
    next = std::min(next, zone_->to_instant(local));
    // A skipped time, and one behind it that may be earlier.
    const std::size_t segment = zone_->segment_at_local(local);
    if (segment < zone_->size() && zone_->width(segment) > 0 &&
        local >= zone_->boundary(segment) - zone_->width(segment)) {
        const std::int64_t behind = local_.next_from(zone_->boundary(segment));
        if (behind != no_later_time) next = std::min(next, zone_->to_instant(behind));
    }
    return next;
}

std::int64_t ZonedTimes::last_by_local(std::int64_t end) const {
    const std::int64_t local = local_.last_before(end);
    if (local == no_earlier_time) return no_earlier_time;
    const std::int64_t last = zone_->to_instant(local);
    // One behind skipped times, of which one may be later.
    const std::size_t segment = zone_->segment_at_local(local);
    if (segment == 0 || zone_->width(segment - 1) < 0) return last;
    const std::int64_t boundary = zone_->boundary(segment - 1);
    const std::int64_t width = zone_->width(segment - 1);
    if (local >= boundary + width) return last;
    const std::int64_t skipped = local_.last_before(boundary);
    if (skipped < boundary - width) return last;
    return std::max(last, skipped - zone_->offset(segment - 1));
}

std::int64_t ZonedTimes::last_before(std::int64_t instant) const {
    if (instant <= begin_) return no_earlier_time;
    const Place place = place_of(instant);
    std::int64_t last = no_earlier_time;
    if (place.is_mixed) {
        const std::size_t change = place.segment - 1;
        const std::int64_t boundary = zone_->boundary(change);
        const std::int64_t first_skipped = boundary - zone_->width(change);
        const std::int64_t behind = local_.last_before(place.local);
        if (behind >= boundary) last = behind - zone_->offset(place.segment);
        const std::int64_t skipped = local_.last_before(place.skipped);
        if (skipped >= first_skipped) last = std::max(last, skipped - zone_->offset(change));
        if (last == no_earlier_time) last = last_by_local(first_skipped);
    } else {
        last = last_by_local(place.local);
    }
    return last >= begin_ ? last : no_earlier_time;
}

// --- Many -----------------------------------------------------------------------------------------

std::size_t ZonedTimes::make_instants(std::int64_t* out, std::size_t size) const {
    std::size_t i = 0;
    std::size_t segment = zone_->segment_at_local(out[0]);
    while (i < size) {
        // The end of the local times that are not mixed, in this segment.
        const bool is_last = segment == zone_->size();
        const std::int64_t end = is_last ? no_later_time : zone_->boundary(segment);
        const std::int64_t mixed =
            is_last || zone_->width(segment) < 0 ? end : end - zone_->width(segment);
        const std::int64_t offset = zone_->offset(segment);
        if (mixed > out[size - 1]) {
            for (; i < size; ++i) out[i] -= offset;
            return size;
        }
        for (; out[i] < mixed; ++i) out[i] -= offset;
        if (out[i] < end) return i;
        ++segment;
    }
    return i;
}

std::size_t ZonedTimes::emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                             std::size_t room) const {
    std::int64_t from = std::max(begin, begin_);
    if (zone_->size() == 0) {
        const std::int64_t offset = zone_->offset(0);
        const std::size_t n = local_.emit(from + offset, end + offset, out, room);
        if (offset != 0) {
            for (std::size_t i = 0; i < n; ++i) out[i] -= offset;
        }
        return n;
    }
    const Place last_place = place_of(end);
    std::size_t n = 0;
    // Once skipped times were met, no more is made ready than lies before the next.
    bool meets_skipped = false;
    while (n < room && from < end) {
        const Place place = place_of(from);
        if (place.is_mixed) {
            const std::size_t change = place.segment - 1;
            for (const std::int64_t instant : in_window(change)) {
                if (instant < from) continue;
                if (instant >= end || n == room) return n;
                out[n++] = instant;
            }
            from = window_end(change);
            continue;
        }
        std::int64_t until = last_place.local;
        const std::size_t gap = zone_->gap_from(place.segment);
        bool ends_at_gap = false;
        if (meets_skipped && gap < zone_->size()) {
            const std::int64_t skipped = zone_->boundary(gap) - zone_->width(gap);
            ends_at_gap = skipped < until;
            until = std::min(until, skipped);
        }
        const std::size_t written = local_.emit(place.local, until, out + n, room - n);
        const std::size_t made = written == 0 ? 0 : make_instants(out + n, written);
        n += made;
        if (made < written) {
            // The next is skipped: it is of the change after its segment.
            const std::size_t change = zone_->segment_at_local(out[n]);
            from = zone_->instant(change);
            meets_skipped = true;
            continue;
        }
        if (n == room || !ends_at_gap) return n;
        from = zone_->instant(gap);
    }
    return n;
}

}  // namespace probity::detail
