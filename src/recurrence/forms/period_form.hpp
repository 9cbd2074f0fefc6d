// The form of rules whose dates follow from the kind of year or month (calendar_grid.hpp).
//
// The number of dates before a day is
//
//     whole cycles * dates in a cycle  +  dates in the cycle's earlier periods  +  bits before the day
//
// and the k-th date is found by the same table read backwards. A rule that steps over periods
// (INTERVAL) has the same table over the periods that it visits.
#pragma once

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <vector>

#include "date/civil.hpp"
#include "date/ranked_bits.hpp"
#include "recurrence/forms/calendar_grid.hpp"
#include "recurrence/forms/form.hpp"
#include "recurrence/forms/patterns.hpp"
#include "recurrence/forms/period_table.hpp"
#include "recurrence/lazy.hpp"

namespace probity::detail {

template <class Grid>
class PeriodForm final : public Form {
  public:
    /// Visits every `step`-th period from the one of `start` on.
    PeriodForm(Grid grid, DayNumber start, std::int32_t step)
        : grid_(std::move(grid)),
          first_(grid_.locate(start).period),
          last_(grid_.locate(last_day_number).period),
          // A step beyond the last period comes to the same as one just beyond it.
          step_(std::min(step, last_ - first_ + 1)) {}

    [[nodiscard]] bool contains(std::int64_t day) const override {
        const Place at = grid_.locate(static_cast<DayNumber>(day));
        if (step_ != 1 && (at.period - first_) % step_ != 0) return false;
        const int kind = kind_of(at.period);
        const Table* table = table_.peek();
        if (table != nullptr) return has_bit(table->patterns[index(kind)], at.bit);
        return has_bit(grid_.pattern(kind), at.bit);
    }

    [[nodiscard]] std::int64_t rank(std::int64_t day) const override {
        const Table& table = this->table();
        // The day after the last has no place of its own on every grid.
        if (day > last_day_number)
            return rank_in(table, last_day_number) + contains(last_day_number);
        return rank_in(table, static_cast<DayNumber>(day));
    }

    [[nodiscard]] std::int64_t select(std::int64_t k) const override {
        return select_in(table(), k);
    }

    [[nodiscard]] std::int64_t next_from(std::int64_t day) const override {
        if (day > last_day_number) return no_later_day;
        Place at = grid_.locate(static_cast<DayNumber>(day));
        int steps = (at.period - first_) / step_;
        if (steps * step_ != at.period - first_) {
            ++steps;
            at.bit = 0;
        }
        // A first question or two are answered from the patterns of the years they meet; who goes on
        // asking is served by the table.
        const Table* table = table_.peek();
        if (table == nullptr && asked_.fetch_add(1, std::memory_order_relaxed) >= asked_cold) {
            table = &this->table();
        }
        const int most_tries = table != nullptr ? tries_with_table : tries_before_table;
        for (int tries = 0; tries < most_tries; ++tries, ++steps, at.bit = 0) {
            const int period = first_ + steps * step_;
            if (period > last_) return no_later_day;
            const int kind = kind_of(period);
            const int bit = table != nullptr ? next_bit(table->patterns[index(kind)], at.bit)
                                             : next_bit(grid_.pattern(kind), at.bit);
            if (bit >= 0) return in_range(origin_of(period) + bit);
        }
        // Dates are rare: the counts find the next one without visiting what lies between.
        const int period = first_ + steps * step_;
        if (period > last_) return no_later_day;
        return select_in(this->table(), this->table().count_before(steps));
    }

    [[nodiscard]] std::int64_t last_before(std::int64_t day) const override {
        const std::int64_t before = rank(day);
        return before == 0 ? no_earlier_day : select(before - 1);
    }

    [[nodiscard]] bool is_cold() const override { return table_.peek() == nullptr; }

    std::size_t emit(std::int64_t begin, std::int64_t end, DayNumber* out,
                     std::size_t room) const override {
        Walk walk = walk_of(begin, end);
        if (!walk.goes_on()) return 0;
        const auto periods = index((walk.last - walk.period) / step_) + 1;
        // Many periods come sooner by a table, even if it has to be made for them.
        const Table* table =
            std::min(periods, room) > worth_a_table ? &this->table() : table_.peek();
        if (table != nullptr && table->total <= most_listed) {
            return emit_listed(*table, begin, end, out, room);
        }
        if (table == nullptr) return emit_cold(walk, out, room);
        std::size_t written = 0;
        while (walk.goes_on() && written < room) {
            if (table->width != 0 && walk.is_whole()) {
                written += replay(*table, walk, out + written, room - written);
                if (!walk.goes_on() || written == room) break;
            }
            const Pattern& pattern = table->patterns[index(grid_.kind_in_cycle(walk.i))];
            written += emit_bits(pattern, origin_of(walk), walk.from(), walk.to(), out + written,
                                 room - written);
            advance(walk);
        }
        return written;
    }

    void fill(std::int64_t begin, std::int64_t end, std::uint64_t* words) const override {
        Walk walk = walk_of(begin, end);
        if (!walk.goes_on()) return;
        const bool pays = index((walk.last - walk.period) / step_) >= worth_a_table;
        const Table* table = pays ? &this->table() : table_.peek();
        if constexpr (has_months) {
            if (table == nullptr && grid_.is_of_months()) {
                return fill_months(walk, begin, end, words);
            }
        }
        for (; walk.goes_on(); advance(walk)) {
            const int kind = grid_.kind_in_cycle(walk.i);
            Pattern pattern = table != nullptr ? table->patterns[index(kind)] : grid_.pattern(kind);
            if (!walk.is_whole()) clip(pattern, walk.from(), walk.to());
            or_at(words, static_cast<std::size_t>(end - begin), origin_of(walk) - begin, pattern);
        }
    }

  private:
    using Pattern = typename Grid::Pattern;
    using Table = PeriodTable<Grid>;
    static constexpr std::size_t lanes = Table::lanes;
    static constexpr int all_bits = Grid::words * word_bits;
    static constexpr std::size_t most_in_period = 371;
    // In how many periods a walk finds so many kinds that their table pays.
    static constexpr std::size_t worth_a_table = 2 * Grid::kinds;
    static constexpr int asked_cold = 3;
    static constexpr int tries_with_table = 2;
    static constexpr int tries_before_table = 6;
    // A cycle with no more dates than this is kept as a list of them, 2 KB.
    static constexpr std::uint32_t most_listed = 512;
    // With no more than this the list is made as soon as one of its dates is wanted: the counts would
    // have to be searched.
    static constexpr std::uint32_t most_listed_at_once = 64;

    static constexpr std::size_t index(int i) noexcept { return static_cast<std::size_t>(i); }

    [[nodiscard]] const Table& table() const {
        return table_.get([this] { return make_table(); });
    }

    [[nodiscard]] static std::int64_t in_range(std::int64_t day) noexcept {
        return std::min(day, no_later_day);
    }

    [[nodiscard]] Table make_table() const {
        Table table{};
        std::array<bool, Grid::kinds> known{};
        const int in_cycle = Grid::cycle / std::gcd(step_, Grid::cycle);
        const int to_the_end = (last_ - first_) / step_ + 1;
        table.periods = static_cast<std::uint32_t>(std::min(in_cycle, to_the_end));
        table.before.resize(table.periods + 1);
        std::uint32_t total = 0;
        for (std::uint32_t j = 0; j < table.periods; ++j) {
            const int kind = kind_of(first_ + static_cast<int>(j) * step_);
            if (!known[index(kind)]) {
                known[index(kind)] = true;
                table.add_kind(kind, grid_.pattern(kind));
            }
            table.before[j] = total;
            total += table.counts[index(kind)];
        }
        table.before.back() = total;
        table.total = total;
        table.add_offsets();
        return table;
    }

    [[nodiscard]] std::int64_t rank_in(const Table& table, DayNumber day) const noexcept {
        const Place at = grid_.locate(day);
        const int since = at.period - first_;
        int steps = since;
        if (step_ != 1) {
            steps = since / step_;
            if (steps * step_ != since) return table.count_before(steps + 1);
        }
        const std::size_t kind = index(kind_of(at.period));
        const std::size_t word = index(at.bit / word_bits);
        const std::uint64_t below =
            table.patterns[kind][word] & ((std::uint64_t{1} << (at.bit % word_bits)) - 1);
        return table.count_before(steps) + table.ranks[kind][word] + std::popcount(below);
    }

    [[nodiscard]] std::int64_t select_in(const Table& table, std::int64_t k) const {
        if (table.total == 0 || k > last_day_number - std::int64_t{first_day_number}) {
            return no_later_day;
        }
        auto n = static_cast<std::uint32_t>(k);
        std::uint32_t cycles = 0;
        if (n >= table.total) {
            cycles = n / table.total;
            n -= cycles * table.total;
        }
        if (table.total <= most_listed_at_once ||
            (table.total <= most_listed && list_.peek() != nullptr)) {
            // Where the periods end with the range rather than the cycle, nothing comes again.
            if (first_ + std::int64_t{cycles} * table.periods * step_ > last_) return no_later_day;
            return in_range(list(table)[n] + cycles * days_in_list(table));
        }
        const std::uint32_t j = table.period_with(n);
        const std::int64_t period =
            first_ + (std::int64_t{cycles} * table.periods + j) * std::int64_t{step_};
        if (period > last_) return no_later_day;
        const auto p = static_cast<int>(period);
        const std::size_t kind = index(kind_of(p));
        const std::uint32_t in_period = n - table.before[j];
        std::size_t word = 0;
        while (word + 1 < Grid::words && table.ranks[kind][word + 1] <= in_period) ++word;
        const int bit =
            static_cast<int>(word) * word_bits +
            select_in_word(table.patterns[kind][word], in_period - table.ranks[kind][word]);
        return in_range(origin_of(p) + bit);
    }

    /// The visited periods that meet [begin, end), one after another.
    struct Walk {
        int period = 0;
        int first = 0;
        int last = -1;
        // The bits that lie in [begin, end), of the first and of the last period.
        int from_first = 0;
        int to_last = 0;
        // The period's place in its cycle, and the cycle's first day.
        std::size_t i = 0;
        DayNumber base = 0;

        [[nodiscard]] bool goes_on() const noexcept { return period <= last; }
        [[nodiscard]] int from() const noexcept { return period == first ? from_first : 0; }
        [[nodiscard]] int to() const noexcept { return period == last ? to_last : all_bits; }
        [[nodiscard]] bool is_whole() const noexcept { return from() == 0 && to() == all_bits; }
    };

    [[nodiscard]] Walk walk_of(std::int64_t begin, std::int64_t end) const {
        Walk walk;
        if (begin >= end) return walk;
        const Place first = grid_.locate(static_cast<DayNumber>(begin));
        const Place last = grid_.locate(static_cast<DayNumber>(end - 1));
        const bool to_period_end = end <= last_day_number &&
                                   grid_.locate(static_cast<DayNumber>(end)).bit == Grid::first_bit;
        const int steps = (first.period - first_ + step_ - 1) / step_;
        walk.period = first_ + steps * step_;
        walk.first = first.period;
        walk.last = last.period;
        // No date is on bit 0 of a grid that counts days from 1: from its first day on is all.
        walk.from_first = first.bit <= Grid::first_bit ? 0 : first.bit;
        walk.to_last = to_period_end ? all_bits : last.bit + 1;
        walk.i = index(walk.period % Grid::cycle);
        walk.base = cycle_start(walk.period, Grid::cycle);
        return walk;
    }

    // Without a table. A grid may know how to take its periods apart into cheaper ones.
    static constexpr bool has_months = requires(const Grid& grid) { grid.is_of_months(); };

    std::size_t emit_cold(Walk walk, DayNumber* out, std::size_t room) const {
        std::size_t written = 0;
        if constexpr (has_months) {
            if (grid_.is_of_months()) return emit_months(walk, out, room);
        }
        for (; walk.goes_on() && written < room; advance(walk)) {
            written += emit_bits(grid_.pattern(grid_.kind_in_cycle(walk.i)), origin_of(walk),
                                 walk.from(), walk.to(), out + written, room - written);
        }
        return written;
    }

    std::size_t emit_months(Walk walk, DayNumber* out, std::size_t room) const
        requires has_months
    {
        MonthPatterns months(grid_.month_parts());
        std::size_t written = 0;
        for (; walk.goes_on() && written < room; advance(walk)) {
            if (!walk.is_whole() || room - written < most_in_period) {
                written += emit_bits(grid_.pattern(grid_.kind_in_cycle(walk.i)), origin_of(walk),
                                     walk.from(), walk.to(), out + written, room - written);
                continue;
            }
            DayNumber* next = out + written;
            grid_.for_each_month(walk.i, months, [&](DayNumber origin, std::uint64_t days) {
                for (; days != 0; days &= days - 1) {
                    *next++ = walk.base + origin + std::countr_zero(days);
                }
            });
            written = static_cast<std::size_t>(next - out);
        }
        return written;
    }

    void fill_months(Walk walk, std::int64_t begin, std::int64_t end, std::uint64_t* words) const
        requires has_months
    {
        MonthPatterns months(grid_.month_parts());
        for (; walk.goes_on(); advance(walk)) {
            grid_.for_each_month(walk.i, months, [&](DayNumber origin, std::uint64_t days) {
                std::int64_t position = walk.base + origin - begin;
                if (position < 0) {
                    days = position > -word_bits ? days >> -position : 0;
                    position = 0;
                }
                const std::int64_t room = end - begin - position;
                if (room < word_bits) days &= room > 0 ? (std::uint64_t{1} << room) - 1 : 0;
                if (days == 0) return;
                const auto w = static_cast<std::size_t>(position) / word_bits;
                const auto shift = static_cast<int>(position % word_bits);
                words[w] |= days << shift;
                // A month has half a word's days at most: what goes over is not always any.
                const std::uint64_t over = days >> (word_bits - 1 - shift) >> 1;
                if (over != 0) words[w + 1] |= over;
            });
        }
    }

    void advance(Walk& walk) const noexcept {
        walk.period += step_;
        walk.i += index(step_);
        while (walk.i >= index(Grid::cycle)) {
            walk.i -= index(Grid::cycle);
            walk.base += days_in_400_years;
        }
    }

    [[nodiscard]] DayNumber origin_of(const Walk& walk) const noexcept {
        return walk.base + grid_.origin_in_cycle(walk.i);
    }

    /// The dates of the cycle that begins with the first period, if there are few.
    [[nodiscard]] const std::vector<DayNumber>& list(const Table& table) const {
        return list_.get([&] { return make_list(table); });
    }

    /// After so many days the list comes again.
    [[nodiscard]] std::int64_t days_in_list(const Table& table) const noexcept {
        return std::int64_t{table.periods} * step_ / Grid::cycle * days_in_400_years;
    }

    [[nodiscard]] std::vector<DayNumber> make_list(const Table& table) const {
        std::vector<DayNumber> list;
        list.reserve(table.total);
        for (std::uint32_t j = 0; j < table.periods; ++j) {
            const int period = first_ + static_cast<int>(j) * step_;
            const DayNumber origin = origin_of(period);
            for_each_bit(table.patterns[index(kind_of(period))],
                         [&](int bit) { list.push_back(origin + bit); });
        }
        return list;
    }

    /// Copies the run of the list that is wanted, and again from its begin, a cycle later each time.
    std::size_t emit_listed(const Table& table, std::int64_t begin, std::int64_t end,
                            DayNumber* out, std::size_t room) const {
        if (begin >= end || table.total == 0) return 0;
        const std::vector<DayNumber>& list = this->list(table);
        const auto days_in_cycle = static_cast<DayNumber>(days_in_list(table));
        const auto before = static_cast<std::size_t>(rank(begin));
        const std::size_t n = std::min(static_cast<std::size_t>(rank(end)) - before, room);
        std::size_t i = before % list.size();
        DayNumber shift = static_cast<DayNumber>(before / list.size()) * days_in_cycle;
        for (std::size_t written = 0; written < n; i = 0, shift += days_in_cycle) {
            const std::size_t run = std::min(n - written, list.size() - i);
            std::transform(list.begin() + static_cast<std::ptrdiff_t>(i),
                           list.begin() + static_cast<std::ptrdiff_t>(i + run), out + written,
                           [shift](DayNumber day) { return day + shift; });
            written += run;
        }
        return n;
    }

    /// Replays whole periods while there is room for the longest. Whole lanes are written, so that
    /// up to three dates too many stand behind the last of a period; the next writes over them.
    std::size_t replay(const Table& table, Walk& walk, DayNumber* out, std::size_t room) const {
        const DayNumber* const offsets = table.offsets.data();
        const std::uint16_t* const counts = table.counts.data();
        const std::size_t width = table.width;
        const std::size_t step = index(step_);
        const int whole_last = walk.to_last == all_bits ? walk.last : walk.last - 1;
        int periods = (whole_last - walk.period) / step_ + 1;
        DayNumber* next = out;
        const DayNumber* const no_room = out + (room - std::min(room, width)) + (room >= width);
        // In locals, which the writes below cannot be thought to change.
        std::size_t at = walk.i;
        DayNumber base = walk.base;
        for (; periods > 0 && next < no_room; --periods) {
            const auto kind = index(grid_.kind_in_cycle(at));
            const DayNumber origin = base + grid_.origin_in_cycle(at);
            const DayNumber* from = offsets + kind * width;
            const std::size_t n = counts[kind];
            for (std::size_t i = 0; i < n; i += lanes) {
                // All lanes are read before one is written, which lets them be one vector.
                std::array<DayNumber, lanes> days;
                for (std::size_t lane = 0; lane < lanes; ++lane) {
                    days[lane] = origin + from[i + lane];
                }
                std::memcpy(next + i, days.data(), sizeof days);
            }
            next += n;
            walk.period += step_;
            for (at += step; at >= index(Grid::cycle); base += days_in_400_years) {
                at -= index(Grid::cycle);
            }
        }
        walk.i = at;
        walk.base = base;
        return static_cast<std::size_t>(next - out);
    }

    [[nodiscard]] int kind_of(int period) const noexcept {
        return grid_.kind_in_cycle(index(period % Grid::cycle));
    }
    /// The day of bit 0 of a period.
    [[nodiscard]] DayNumber origin_of(int period) const noexcept {
        return cycle_start(period, Grid::cycle) +
               grid_.origin_in_cycle(index(period % Grid::cycle));
    }

    Grid grid_;
    int first_;
    int last_;
    int step_;
    Lazy<Table> table_;
    mutable std::atomic<int> asked_{0};
    Lazy<std::vector<DayNumber>> list_;
};

}  // namespace probity::detail
