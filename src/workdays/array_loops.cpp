#include "workdays/array_loops.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "date/interruption.hpp"
#include "date/popcount.hpp"
#include "workdays/work_calendar_data.hpp"

namespace probity::detail {
namespace {

// Counted -----------------------------------------------------------------------------------------

/// The index into the working days of a day moved by n of them.
inline std::int64_t moved(const WorkTable& table, std::uint64_t place, std::int64_t n) {
    // Strictly after a working day means not counting it.
    const auto forward = static_cast<std::uint64_t>(n > 0);
    const std::uint64_t counted = WorkDays::worked(table.cells, place) & forward;
    const std::uint64_t before = WorkDays::rank(table.cells, place) + counted - forward;
    // Unsigned, since the sum of a huge n overflows: it is then out of range either way, since no
    // calendar has 2^62 days.
    return static_cast<std::int64_t>(before + static_cast<std::uint64_t>(n));
}

inline bool in_range(const WorkTable& table, std::int64_t index) {
    return static_cast<std::uint64_t>(index) < static_cast<std::uint64_t>(table.worked);
}

PROBITY_POPCNT std::size_t add_counted(const WorkTable table, const std::int64_t* days,
                                       std::int64_t n, std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::int64_t index = moved(table, place, n);
        if (!in_range(table, index)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

PROBITY_POPCNT std::size_t add_each_counted(const WorkTable table, const std::int64_t* days,
                                            const std::int64_t* ns, std::int64_t* answers,
                                            std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::int64_t index = moved(table, place, ns[i]);
        if (!in_range(table, index)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

PROBITY_POPCNT std::size_t count_counted(const WorkTable table, const std::int64_t* begins,
                                         const std::int64_t* ends, std::int64_t* answers,
                                         std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t begin = static_cast<std::uint64_t>(begins[i]) - table.first;
        const std::uint64_t end = static_cast<std::uint64_t>(ends[i]) - table.first;
        if (begin > table.size || end > table.size) return i;
        answers[i] = static_cast<std::int64_t>(WorkDays::rank(table.cells, end) -
                                               WorkDays::rank(table.cells, begin));
    }
    return length;
}

// Rolling asks for the working day at or after a day, or at or before it; a working day is both.
// Without branches, since a third of all days are off and no processor guesses which.

/// The index of the first working day at or after a place; as many as there are if there is none.
inline std::uint64_t index_after(const WorkTable& table, std::uint64_t place) {
    return WorkDays::rank(table.cells, place);
}

/// The index of the last working day at or before a place; the largest number if there is none.
inline std::uint64_t index_before(const WorkTable& table, std::uint64_t place) {
    return WorkDays::rank(table.cells, place) + WorkDays::worked(table.cells, place) - 1;
}

PROBITY_POPCNT std::size_t roll_following(const WorkTable table, const std::int64_t* days,
                                          std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::uint64_t index = index_after(table, place);
        if (index >= static_cast<std::uint64_t>(table.worked)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

PROBITY_POPCNT std::size_t roll_preceding(const WorkTable table, const std::int64_t* days,
                                          std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        const std::uint64_t index = index_before(table, place);
        if (index >= static_cast<std::uint64_t>(table.worked)) return i;
        answers[i] = table.days[index];
    }
    return length;
}

PROBITY_POPCNT std::size_t roll_nearest(const WorkTable table, const std::int64_t* days,
                                        std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::int64_t day = days[i];
        const std::uint64_t place = static_cast<std::uint64_t>(day) - table.first;
        if (place >= table.size) return i;
        const std::uint64_t after = index_after(table, place);
        const std::uint64_t before = index_before(table, place);
        if (std::max(after, before) >= static_cast<std::uint64_t>(table.worked)) return i;
        const std::int64_t later = table.days[after];
        const std::int64_t earlier = table.days[before];
        answers[i] = later - day <= day - earlier ? later : earlier;
    }
    return length;
}

PROBITY_POPCNT std::size_t roll_within_month(const WorkTable table, const std::int64_t* days,
                                             bool forward, std::int64_t* answers,
                                             std::size_t length) {
    const auto worked = static_cast<std::uint64_t>(table.worked);
    for (std::size_t i = 0; i < length; ++i) {
        const std::int64_t day = days[i];
        const std::uint64_t place = static_cast<std::uint64_t>(day) - table.first;
        if (place >= table.size) return i;
        // Months are told apart only for days off, which is the dear part.
        if (WorkDays::worked(table.cells, place) != 0) {
            answers[i] = day;
            continue;
        }
        const std::uint64_t after = index_after(table, place);
        const std::uint64_t before = index_before(table, place);
        const std::uint64_t wanted = forward ? after : before;
        const bool stays = wanted < worked && same_month(table.days[wanted], day);
        const std::uint64_t index = stays ? wanted : forward ? before : after;
        if (index >= worked) return i;
        answers[i] = table.days[index];
    }
    return length;
}

std::size_t check_places(const WorkTable table, const std::int64_t* days, std::int64_t* answers,
                         std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        if (static_cast<std::uint64_t>(days[i]) - table.first >= table.size) return i;
        answers[i] = days[i];
    }
    return length;
}

std::size_t roll_counted(const WorkTable& table, const std::int64_t* days,
                         RollConvention convention, std::int64_t* answers, std::size_t length) {
    switch (convention) {
        case RollConvention::following:
            return roll_following(table, days, answers, length);
        case RollConvention::preceding:
            return roll_preceding(table, days, answers, length);
        case RollConvention::modified_following:
            return roll_within_month(table, days, true, answers, length);
        case RollConvention::modified_preceding:
            return roll_within_month(table, days, false, answers, length);
        case RollConvention::nearest:
            return roll_nearest(table, days, answers, length);
        case RollConvention::none:
            break;
    }
    return check_places(table, days, answers, length);
}

// Tested ------------------------------------------------------------------------------------------

std::size_t test_run(const WorkTable table, const std::uint64_t* words, const std::int64_t* days,
                     bool* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        answers[i] = (words[place / 64] >> (place % 64) & 1) != 0;
    }
    return length;
}

std::size_t test_worked_run(const WorkTable table, const std::int64_t* days, bool* answers,
                            std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t place = static_cast<std::uint64_t>(days[i]) - table.first;
        if (place >= table.size) return i;
        answers[i] = WorkDays::worked(table.cells, place) != 0;
    }
    return length;
}

// Looked up ---------------------------------------------------------------------------------------

/// Whether so many days are asked for that answers for all days of the calendar pay.
bool pays(const WorkTable& table, std::size_t length) { return length / 4 >= table.size; }

/// How far each day of the calendar goes.
using Moves = std::vector<std::int16_t>;
constexpr std::int16_t nowhere = std::numeric_limits<std::int16_t>::min();

/// The moves that a counting loop makes; none if one of them is too far for 16 bits.
template <class Loop>
std::optional<Moves> moves_of(const WorkTable& table, Loop loop) {
    constexpr std::size_t block = 512;
    std::int64_t days[block];
    std::int64_t answers[block];
    Moves moves(table.size, nowhere);
    for (std::size_t start = 0; start < table.size;) {
        const std::size_t length = std::min(block, static_cast<std::size_t>(table.size) - start);
        for (std::size_t i = 0; i < length; ++i) {
            days[i] = static_cast<std::int64_t>(table.first + start + i);
        }
        const std::size_t done = loop(days, answers, length);
        for (std::size_t i = 0; i < done; ++i) {
            const std::int64_t move = answers[i] - days[i];
            if (move <= nowhere || move >= -nowhere) return std::nullopt;
            moves[start + i] = static_cast<std::int16_t>(move);
        }
        // A day that has no answer is left as it is, and the rest gone on with.
        start += done < length ? done + 1 : done;
    }
    return moves;
}

std::size_t move_days(const WorkTable table, const std::int16_t* moves, const std::int64_t* days,
                      std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::int64_t day = days[i];
        const std::uint64_t place = static_cast<std::uint64_t>(day) - table.first;
        if (place >= table.size) return i;
        const std::int16_t move = moves[place];
        if (move == nowhere) return i;
        answers[i] = day + move;
    }
    return length;
}

/// By whichever of the two ways is the faster.
template <class Loop>
std::size_t move_by(const WorkTable& table, Days days, Answers answers, Loop loop) {
    if (pays(table, days.size())) {
        if (const auto moves = moves_of(table, loop)) {
            return in_runs(days.size(), [&](std::size_t first, std::size_t count) {
                return move_days(table, moves->data(), days.data() + first, answers.data() + first,
                                 count);
            });
        }
    }
    return in_runs(days.size(), [&](std::size_t first, std::size_t count) {
        return loop(days.data() + first, answers.data() + first, count);
    });
}

std::size_t count_looked_up(const WorkTable table, const std::uint16_t* ranks,
                            const std::int64_t* begins, const std::int64_t* ends,
                            std::int64_t* answers, std::size_t length) {
    for (std::size_t i = 0; i < length; ++i) {
        const std::uint64_t begin = static_cast<std::uint64_t>(begins[i]) - table.first;
        const std::uint64_t end = static_cast<std::uint64_t>(ends[i]) - table.first;
        if (begin > table.size || end > table.size) return i;
        answers[i] = std::int64_t{ranks[end]} - std::int64_t{ranks[begin]};
    }
    return length;
}

/// How many days before each place are worked, the place after the last included.
std::vector<std::uint16_t> ranks_of(const WorkTable& table) {
    std::vector<std::uint16_t> ranks(table.size + 1);
    std::uint16_t rank = 0;
    for (std::uint64_t place = 0; place < table.size; ++place) {
        ranks[place] = rank;
        rank = static_cast<std::uint16_t>(rank + WorkDays::worked(table.cells, place));
    }
    ranks.back() = rank;
    return ranks;
}

}  // namespace

std::size_t test_bits(const WorkTable& table, const std::uint64_t* words, Days days,
                      bool* answers) {
    return in_runs(days.size(), [&](std::size_t first, std::size_t count) {
        return test_run(table, words, days.data() + first, answers + first, count);
    });
}

std::size_t test_worked(const WorkTable& table, Days days, bool* answers) {
    return in_runs(days.size(), [&](std::size_t first, std::size_t count) {
        return test_worked_run(table, days.data() + first, answers + first, count);
    });
}

std::size_t count_pairs(const WorkTable& table, Days begins, Days ends, Answers answers) {
    constexpr std::int64_t most = std::numeric_limits<std::uint16_t>::max();
    if (pays(table, begins.size()) && table.worked <= most) {
        const std::vector<std::uint16_t> ranks = ranks_of(table);
        return in_runs(begins.size(), [&](std::size_t first, std::size_t count) {
            return count_looked_up(table, ranks.data(), begins.data() + first, ends.data() + first,
                                   answers.data() + first, count);
        });
    }
    return in_runs(begins.size(), [&](std::size_t first, std::size_t count) {
        return count_counted(table, begins.data() + first, ends.data() + first,
                             answers.data() + first, count);
    });
}

std::size_t add_same(const WorkTable& table, Days days, std::int64_t n, Answers answers) {
    return move_by(table, days, answers,
                   [&](const std::int64_t* from, std::int64_t* to, std::size_t length) {
                       return add_counted(table, from, n, to, length);
                   });
}

std::size_t add_each(const WorkTable& table, Days days, Days ns, Answers answers) {
    return in_runs(days.size(), [&](std::size_t first, std::size_t count) {
        return add_each_counted(table, days.data() + first, ns.data() + first,
                                answers.data() + first, count);
    });
}

std::size_t roll_days(const WorkTable& table, Days days, RollConvention convention,
                      Answers answers) {
    return move_by(table, days, answers,
                   [&](const std::int64_t* from, std::int64_t* to, std::size_t length) {
                       return roll_counted(table, from, convention, to, length);
                   });
}

}  // namespace probity::detail
