#include "times/forms/day_times_form.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "date/civil.hpp"

namespace probity::detail {
namespace {

// Days are asked for so many at a time.
constexpr std::size_t days_at_once = 512;

constexpr std::int64_t ceil_div(std::int64_t a, std::int64_t b) noexcept {
    return -floor_div(-a, b);
}

}  // namespace

DayTimesForm::DayTimesForm(std::unique_ptr<const Form> days, std::vector<std::int32_t> times)
    : days_(std::move(days)), times_(std::move(times)) {}

std::int64_t DayTimesForm::times_before(std::int64_t second) const noexcept {
    return std::lower_bound(times_.begin(), times_.end(), second) - times_.begin();
}

bool DayTimesForm::contains(std::int64_t time) const {
    const std::int64_t day = floor_div(time, day_seconds);
    const auto second = static_cast<std::int32_t>(time - day * day_seconds);
    return std::binary_search(times_.begin(), times_.end(), second) && days_->contains(day);
}

std::int64_t DayTimesForm::rank(std::int64_t time) const {
    const std::int64_t day = floor_div(time, day_seconds);
    const std::int64_t before = times_before(time - day * day_seconds);
    const std::int64_t whole = days_->rank(day) * static_cast<std::int64_t>(times_.size());
    return before != 0 && days_->contains(day) ? whole + before : whole;
}

std::int64_t DayTimesForm::select(std::int64_t k) const {
    const auto n = static_cast<std::int64_t>(times_.size());
    const std::int64_t days_before = floor_div(k, n);
    const std::int64_t day = days_->select(days_before);
    if (day == no_later_day) return no_later_time;
    return day * day_seconds + times_[static_cast<std::size_t>(k - days_before * n)];
}

std::int64_t DayTimesForm::next_from(std::int64_t time) const {
    std::int64_t day = floor_div(time, day_seconds);
    const auto before = static_cast<std::size_t>(times_before(time - day * day_seconds));
    if (before != 0) {
        if (before < times_.size() && days_->contains(day)) {
            return day * day_seconds + times_[before];
        }
        ++day;
    }
    if (day >= no_later_day) return no_later_time;
    const std::int64_t next = days_->next_from(day);
    return next == no_later_day ? no_later_time : next * day_seconds + times_.front();
}

std::int64_t DayTimesForm::last_before(std::int64_t time) const {
    const std::int64_t day = floor_div(time, day_seconds);
    const auto before = static_cast<std::size_t>(times_before(time - day * day_seconds));
    if (before != 0 && days_->contains(day)) return day * day_seconds + times_[before - 1];
    const std::int64_t last = days_->last_before(day);
    return last == no_earlier_day ? no_earlier_time : last * day_seconds + times_.back();
}

std::size_t DayTimesForm::emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                               std::size_t room) const {
    if (begin >= end || room == 0) return 0;
    if (times_.size() == 1) return emit_one_a_day(begin, end, out, room);
    const std::int64_t end_day = std::min(ceil_div(end, day_seconds), no_later_day);
    std::array<DayNumber, days_at_once> days;
    std::size_t n = 0;
    for (std::int64_t from = floor_div(begin, day_seconds); from < end_day;) {
        const std::size_t wanted = std::min(days_at_once, (room - n) / times_.size() + 2);
        const std::size_t found = days_->emit(from, end_day, days.data(), wanted);
        for (std::size_t i = 0; i < found; ++i) {
            const std::int64_t midnight = days[i] * day_seconds;
            const bool is_whole =
                midnight >= begin && midnight + day_seconds <= end && room - n >= times_.size();
            if (is_whole) [[likely]] {
                for (const std::int32_t second : times_) out[n++] = midnight + second;
                continue;
            }
            for (const std::int32_t second : times_) {
                const std::int64_t time = midnight + second;
                if (time < begin) continue;
                if (time >= end || n == room) return n;
                out[n++] = time;
            }
        }
        if (found < wanted) break;
        from = days[found - 1] + std::int64_t{1};
    }
    return n;
}

std::size_t DayTimesForm::emit_one_a_day(std::int64_t begin, std::int64_t end, std::int64_t* out,
                                         std::size_t room) const {
    const std::int64_t second = times_.front();
    const std::int64_t end_day = std::min(ceil_div(end - second, day_seconds), no_later_day);
    std::array<DayNumber, days_at_once> days;
    std::size_t n = 0;
    for (std::int64_t from = ceil_div(begin - second, day_seconds); from < end_day && n < room;) {
        const std::size_t wanted = std::min(days_at_once, room - n);
        const std::size_t found = days_->emit(from, end_day, days.data(), wanted);
        for (std::size_t i = 0; i < found; ++i) out[n + i] = days[i] * day_seconds + second;
        n += found;
        if (found < wanted) break;
        from = days[found - 1] + std::int64_t{1};
    }
    return n;
}

std::optional<std::int64_t> DayTimesForm::pattern_of(std::int64_t begin,
                                                     std::int64_t length) const {
    const std::int64_t second = floor_mod(begin, day_seconds);
    if (second + length > day_seconds) return std::nullopt;
    return second;
}

// --- Unions ---------------------------------------------------------------------------------------

UnionForm::UnionForm(std::int64_t start, std::vector<std::unique_ptr<const DayTimesForm>> parts)
    : first_day_(floor_div(start, day_seconds)), parts_(std::move(parts)) {}

bool UnionForm::contains(std::int64_t time) const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [time](const auto& part) { return part->contains(time); });
}

std::int64_t UnionForm::rank(std::int64_t time) const {
    std::int64_t rank = 0;
    for (const auto& part : parts_) rank += part->rank(time);
    return rank;
}

std::int64_t UnionForm::select(std::int64_t k) const {
    // The last day that has no more than k times before it.
    std::int64_t low = first_day_;
    std::int64_t high = no_later_day;
    if (rank(high * day_seconds) <= k) return no_later_time;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (rank(middle * day_seconds) <= k ? low : high) = middle;
    }
    const std::int64_t midnight = low * day_seconds;
    return collect(midnight, midnight + day_seconds)[static_cast<std::size_t>(k - rank(midnight))];
}

std::int64_t UnionForm::next_from(std::int64_t time) const {
    std::int64_t next = no_later_time;
    for (const auto& part : parts_) next = std::min(next, part->next_from(time));
    return next;
}

std::int64_t UnionForm::last_before(std::int64_t time) const {
    std::int64_t last = no_earlier_time;
    for (const auto& part : parts_) last = std::max(last, part->last_before(time));
    return last;
}

std::vector<std::int64_t> UnionForm::collect(std::int64_t begin, std::int64_t end) const {
    constexpr std::size_t block = 256;
    std::vector<std::int64_t> times;
    for (const auto& part : parts_) {
        for (std::int64_t from = begin;;) {
            const std::size_t n = times.size();
            times.resize(n + block);
            const std::size_t written = part->emit(from, end, times.data() + n, block);
            times.resize(n + written);
            if (written < block) break;
            from = times.back() + 1;
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

std::size_t UnionForm::emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                            std::size_t room) const {
    constexpr std::size_t few = 64;
    std::int64_t window = 32 * day_seconds;
    std::size_t n = 0;
    while (n < room && begin < end) {
        begin = next_from(begin);
        if (begin >= end) break;
        const std::int64_t until = std::min(end, begin + window);
        const std::vector<std::int64_t> times = collect(begin, until);
        const std::size_t taken = std::min(room - n, times.size());
        std::copy_n(times.begin(), taken, out + n);
        n += taken;
        begin = until;
        // Dates that lie far apart are collected over longer windows.
        if (times.size() < few) window = std::min(window * 2, 4096 * day_seconds);
    }
    return n;
}

}  // namespace probity::detail
