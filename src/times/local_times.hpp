// The local times of a rule from its start to an end: a form within bounds.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "recurrence/lazy.hpp"
#include "times/forms/time_form.hpp"

namespace probity::detail {

class LocalTimes {
  public:
    /// The times of a form in [start, end); an end past 9999 is 9999's.
    LocalTimes(std::unique_ptr<const TimeForm> form, std::int64_t start, std::int64_t end)
        : form_(std::move(form)), start_(start), end_(std::min(end, last_local_second + 1)) {}

    [[nodiscard]] std::int64_t start() const noexcept { return start_; }
    [[nodiscard]] std::int64_t end() const noexcept { return end_; }
    [[nodiscard]] std::int64_t known_end() const {
        const std::int64_t known = form_->known_end();
        return known >= end_ ? no_later_time : known;
    }

    [[nodiscard]] bool contains(std::int64_t time) const {
        return time >= start_ && time < end_ && form_->contains(time);
    }
    /// How many times are before `time`.
    [[nodiscard]] std::int64_t rank(std::int64_t time) const {
        if (time <= start_ || end_ <= start_) return 0;
        return form_->rank(std::min(time, end_)) - first_rank();
    }
    /// The k-th time, k >= 0; no_later_time past the last.
    [[nodiscard]] std::int64_t select(std::int64_t k) const {
        if (end_ <= start_) return no_later_time;
        const std::int64_t time = form_->select(first_rank() + k);
        return time < end_ ? time : no_later_time;
    }
    /// The first time from `time` on; no_later_time past the last.
    [[nodiscard]] std::int64_t next_from(std::int64_t time) const {
        if (time >= end_ || end_ <= start_) return no_later_time;
        const std::int64_t next = form_->next_from(std::max(time, start_));
        return next < end_ ? next : no_later_time;
    }
    /// The last time before `time`; no_earlier_time before the first.
    [[nodiscard]] std::int64_t last_before(std::int64_t time) const {
        time = std::min(time, end_);
        if (time <= start_) return no_earlier_time;
        const std::int64_t last = form_->last_before(time);
        return last >= start_ ? last : no_earlier_time;
    }
    std::size_t emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                     std::size_t room) const {
        begin = std::max(begin, start_);
        end = std::min(end, end_);
        return begin < end && room != 0 ? form_->emit(begin, end, out, room) : 0;
    }

    /// As of a form; none of a run that a bound cuts.
    [[nodiscard]] std::optional<std::int64_t> pattern_of(std::int64_t begin,
                                                         std::int64_t length) const {
        if (begin < start_ || begin + length > end_) return std::nullopt;
        return form_->pattern_of(begin, length);
    }

  private:
    [[nodiscard]] std::int64_t first_rank() const {
        return first_rank_.get([this] { return form_->rank(start_); });
    }

    std::unique_ptr<const TimeForm> form_;
    std::int64_t start_;
    std::int64_t end_;
    Lazy<std::int64_t> first_rank_;
};

}  // namespace probity::detail
