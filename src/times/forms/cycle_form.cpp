#include "times/forms/cycle_form.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "date/civil.hpp"

namespace probity::detail {

CycleForm::CycleForm(std::int64_t origin, std::int64_t step, RankedBits::Words passing,
                     std::size_t cycle, std::vector<std::int32_t> offsets)
    : origin_(origin),
      step_(step),
      cycle_(static_cast<std::int64_t>(cycle)),
      passing_(0, cycle, std::move(passing)),
      offsets_(std::move(offsets)),
      total_(std::int64_t{passing_.total()} * static_cast<std::int64_t>(offsets_.size())) {
    if (passing_.total() == cycle) {
        // All pass: a cycle is one step.
        cycle_ = 1;
        passing_ = RankedBits(0, 1, {1});
        total_ = static_cast<std::int64_t>(offsets_.size());
    }
}

CycleForm::Place CycleForm::place_of(std::int64_t time) const noexcept {
    const std::int64_t since = std::max<std::int64_t>(time - origin_, 0);
    const std::int64_t step = since / step_;
    const std::int64_t cycle = step / cycle_;
    return {cycle, step - cycle * cycle_, since - step * step_};
}

std::int64_t CycleForm::offsets_before(std::int64_t rest) const noexcept {
    return std::lower_bound(offsets_.begin(), offsets_.end(), rest) - offsets_.begin();
}

bool CycleForm::contains(std::int64_t time) const {
    if (time < origin_) return false;
    const Place place = place_of(time);
    return passing_.contains(place.step) &&
           std::binary_search(offsets_.begin(), offsets_.end(), place.rest);
}

std::int64_t CycleForm::rank(std::int64_t time) const {
    const Place place = place_of(time);
    std::int64_t rank = place.cycle * total_ + std::int64_t{passing_.rank(place.step)} *
                                                   static_cast<std::int64_t>(offsets_.size());
    if (place.rest != 0 && passing_.contains(place.step)) rank += offsets_before(place.rest);
    return rank;
}

std::int64_t CycleForm::select(std::int64_t k) const {
    if (is_empty()) return no_later_time;
    const auto offsets = static_cast<std::int64_t>(offsets_.size());
    const std::int64_t cycle = k / total_;
    const std::int64_t in_cycle = k - cycle * total_;
    // A time past 9999 would overflow.
    if (cycle > (last_local_second - origin_) / (cycle_ * step_)) return no_later_time;
    const DayNumber step = passing_.select(static_cast<std::uint32_t>(in_cycle / offsets));
    return time_of(cycle, step) + offsets_[static_cast<std::size_t>(in_cycle % offsets)];
}

std::int64_t CycleForm::next_from(std::int64_t time) const {
    if (is_empty()) return no_later_time;
    const Place place = place_of(time);
    std::int64_t from = place.step;
    if (place.rest != 0) {
        const auto before = static_cast<std::size_t>(offsets_before(place.rest));
        if (before < offsets_.size() && passing_.contains(place.step)) {
            return time_of(place.cycle, place.step) + offsets_[before];
        }
        ++from;
    }
    std::int64_t cycle = place.cycle;
    std::int64_t step = passing_.next_from(from);
    if (step == static_cast<std::int64_t>(passing_.size())) {
        ++cycle;
        step = passing_.next_from(0);
    }
    return time_of(cycle, step) + offsets_.front();
}

std::int64_t CycleForm::last_before(std::int64_t time) const {
    if (is_empty() || time <= origin_) return no_earlier_time;
    const Place place = place_of(time);
    if (place.rest != 0 && passing_.contains(place.step)) {
        const auto before = static_cast<std::size_t>(offsets_before(place.rest));
        if (before != 0) return time_of(place.cycle, place.step) + offsets_[before - 1];
    }
    std::int64_t cycle = place.cycle;
    std::int64_t step = passing_.last_before(place.step);
    if (step < 0) {
        if (--cycle < 0) return no_earlier_time;
        step = passing_.select(passing_.total() - 1);
    }
    return time_of(cycle, step) + offsets_.back();
}

std::size_t CycleForm::emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                            std::size_t room) const {
    std::size_t n = 0;
    std::int64_t next = next_from(begin);
    // The rest of the step in which it begins.
    while (n < room && next < end && place_of(next).rest != offsets_.front()) {
        out[n++] = next;
        next = next_from(next + 1);
    }
    if (n == room || next >= end) return n;
    n += emit_steps(next, end, out + n, room - n);
    // Some times of one more step may fit.
    if (n != 0) next = next_from(out[n - 1] + 1);
    while (n < room && next < end) {
        out[n++] = next;
        next = next_from(next + 1);
    }
    return n;
}

std::size_t CycleForm::emit_steps(std::int64_t begin, std::int64_t end, std::int64_t* out,
                                  std::size_t room) const {
    Place place = place_of(begin - offsets_.front());
    std::size_t steps = room / offsets_.size();  // for which there is room
    // Steps whose last time lies before the end, counted from the origin.
    const std::int64_t last = end - 1 - offsets_.back() - origin_;
    if (last < 0) return 0;
    const std::int64_t end_step = last / step_ + 1;
    std::int64_t* next = out;
    if (cycle_ == 1) {
        const std::int64_t first = place.cycle;
        if (end_step <= first) return 0;
        steps = std::min(steps, static_cast<std::size_t>(end_step - first));
        std::int64_t time = time_of(first, 0);
        if (offsets_.size() == 1) {
            time += offsets_.front();
            for (std::size_t i = 0; i < steps; ++i) {
                out[i] = time + static_cast<std::int64_t>(i) * step_;
            }
            return steps;
        }
        for (std::size_t i = 0; i < steps; ++i, time += step_) {
            for (const std::int32_t offset : offsets_) *next++ = time + offset;
        }
        return static_cast<std::size_t>(next - out);
    }
    while (steps != 0) {
        std::int64_t until = std::min(cycle_, end_step - place.cycle * cycle_);
        if (until <= place.step) break;
        const std::uint32_t before = passing_.rank(place.step);
        std::uint32_t found = passing_.rank(until) - before;
        if (found > steps) {
            until = passing_.select(before + static_cast<std::uint32_t>(steps));
            found = static_cast<std::uint32_t>(steps);
        }
        const std::int64_t start = time_of(place.cycle, 0);
        passing_.for_each(place.step, until, [&](DayNumber step) {
            const std::int64_t time = start + step * step_;
            for (const std::int32_t offset : offsets_) *next++ = time + offset;
        });
        steps -= found;
        ++place.cycle;
        place.step = 0;
    }
    return static_cast<std::size_t>(next - out);
}

// --- On some days ---------------------------------------------------------------------------------

DaysCycleForm::DaysCycleForm(std::int64_t start, CycleForm steps, std::unique_ptr<const Form> days)
    : steps_(std::move(steps)), days_(std::move(days)), first_day_(floor_div(start, day_seconds)) {}

template <class Visitor>
void DaysCycleForm::for_each_run(std::int64_t begin, std::int64_t end, Visitor visit) const {
    if (begin >= end) return;
    std::uint64_t days = 0;
    days_->fill(begin, end, &days);
    for (std::int64_t at = begin; days != 0;) {
        const int skipped = std::countr_zero(days);
        days >>= skipped;
        const int run = std::countr_one(days);
        if (!visit(at + skipped, at + skipped + run) || run == word_bits) return;
        days >>= run;
        at += skipped + run;
    }
}

std::int64_t DaysCycleForm::steps_in(std::int64_t begin_day, std::int64_t end_day) const {
    return steps_.rank(end_day * day_seconds) - steps_.rank(begin_day * day_seconds);
}

const std::vector<std::int64_t>& DaysCycleForm::before_blocks() const {
    return before_blocks_.get([this] {
        std::vector<std::int64_t> before{0};
        const auto blocks = static_cast<std::size_t>((no_later_day - first_day_) / block_days + 1);
        before.reserve(blocks + 1);
        for (std::size_t block = 0; block < blocks; ++block) {
            std::int64_t n = before.back();
            for_each_run(block_begin(block), std::min(block_begin(block + 1), no_later_day),
                         [&](std::int64_t begin, std::int64_t end) {
                             n += steps_in(begin, end);
                             return true;
                         });
            before.push_back(n);
        }
        return before;
    });
}

bool DaysCycleForm::contains(std::int64_t time) const {
    return steps_.contains(time) && days_->contains(floor_div(time, day_seconds));
}

std::int64_t DaysCycleForm::rank(std::int64_t time) const {
    const std::int64_t day = floor_div(time, day_seconds);
    const std::vector<std::int64_t>& before = before_blocks();
    if (day >= no_later_day) return before.back();
    const auto block = static_cast<std::size_t>((day - first_day_) / block_days);
    std::int64_t rank = before[block];
    for_each_run(block_begin(block), day, [&](std::int64_t begin, std::int64_t end) {
        rank += steps_in(begin, end);
        return true;
    });
    if (days_->contains(day)) rank += steps_.rank(time) - steps_.rank(day * day_seconds);
    return rank;
}

std::int64_t DaysCycleForm::select(std::int64_t k) const {
    const std::vector<std::int64_t>& before = before_blocks();
    if (k >= before.back()) return no_later_time;
    const auto after = std::upper_bound(before.begin(), before.end(), k);
    const auto block = static_cast<std::size_t>(after - before.begin()) - 1;
    std::int64_t left = k - *(after - 1);
    std::int64_t found = no_later_time;
    for_each_run(block_begin(block), std::min(block_begin(block + 1), no_later_day),
                 [&](std::int64_t begin, std::int64_t end) {
                     const std::int64_t n = steps_in(begin, end);
                     if (left >= n) {
                         left -= n;
                         return true;
                     }
                     found = steps_.select(steps_.rank(begin * day_seconds) + left);
                     return false;
                 });
    return found;
}

std::int64_t DaysCycleForm::next_from(std::int64_t time) const {
    for (int leaps = 0; leaps < most_leaps; ++leaps) {
        const std::int64_t step = steps_.next_from(time);
        if (step > last_local_second) return no_later_time;
        const std::int64_t day = floor_div(step, day_seconds);
        const std::int64_t next = days_->next_from(day);
        if (next == day) return step;
        if (next == no_later_day) return no_later_time;
        time = next * day_seconds;
    }
    return select(rank(time));
}

std::int64_t DaysCycleForm::last_before(std::int64_t time) const {
    for (int leaps = 0; leaps < most_leaps; ++leaps) {
        const std::int64_t step = steps_.last_before(time);
        const std::int64_t day = floor_div(step, day_seconds);
        if (day < first_day_) return no_earlier_time;
        if (days_->contains(day)) return step;
        const std::int64_t last = days_->last_before(day);
        if (last < first_day_) return no_earlier_time;
        time = (last + 1) * day_seconds;
    }
    const std::int64_t before = rank(time);
    return before == 0 ? no_earlier_time : select(before - 1);
}

std::size_t DaysCycleForm::emit(std::int64_t begin, std::int64_t end, std::int64_t* out,
                                std::size_t room) const {
    return steps_.step() < day_seconds ? emit_by_days(begin, end, out, room)
                                       : emit_by_steps(begin, end, out, room);
}

std::size_t DaysCycleForm::emit_by_days(std::int64_t begin, std::int64_t end, std::int64_t* out,
                                        std::size_t room) const {
    const std::int64_t end_day = std::min(floor_div(end - 1, day_seconds) + 1, no_later_day);
    std::size_t n = 0;
    for (std::int64_t day = floor_div(begin, day_seconds); day < end_day && n < room;) {
        day = days_->next_from(day);
        if (day >= end_day) break;
        const std::int64_t until = std::min(end_day, day + block_days);
        for_each_run(day, until, [&](std::int64_t first, std::int64_t last) {
            n += steps_.emit(std::max(begin, first * day_seconds),
                             std::min(end, last * day_seconds), out + n, room - n);
            return n < room;
        });
        day = until;
    }
    return n;
}

std::size_t DaysCycleForm::emit_by_steps(std::int64_t begin, std::int64_t end, std::int64_t* out,
                                         std::size_t room) const {
    std::size_t n = 0;
    for (std::int64_t time = next_from(begin); time < end && n < room;) {
        out[n++] = time;
        time = next_from(time + 1);
    }
    return n;
}

}  // namespace probity::detail
