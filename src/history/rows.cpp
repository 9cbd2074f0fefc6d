#include "history/rows.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "history/entry_reader.hpp"

namespace probity::detail {
namespace {

/// The row that stands in each place, by the places.
std::vector<std::uint32_t> rows_in_place(const History& history) {
    std::vector<std::uint32_t> place(history.size());
    std::iota(place.begin(), place.end(), std::uint32_t{0});
    if (!history.has_corrections()) return place;
    std::vector<bool> is_corrected(history.size());
    EntryReader entry(history);
    for (std::uint32_t i = 0; i < history.size(); ++i) {
        const std::int32_t corrects = entry(i).row.corrects;
        if (corrects == 0) continue;
        place[i] = place[static_cast<std::size_t>(corrects - 1)];
        is_corrected[place[i]] = true;
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t i = 0; i < history.size(); ++i) {
        if (place[i] != i) continue;
        const auto row = is_corrected[i] ? stands_in(history, i, history.size()) : i;
        if (row) rows.push_back(*row);
    }
    return rows;
}

}  // namespace

std::uint32_t place_of(const History& history, std::uint32_t row) {
    for (std::int32_t corrects = history.row(row).corrects; corrects != 0;
         corrects = history.row(row).corrects) {
        row = static_cast<std::uint32_t>(corrects - 1);
    }
    return row;
}

std::optional<std::uint32_t> stands_in(const History& history, std::uint32_t place,
                                       std::size_t events) {
    std::optional<std::uint32_t> there = place;
    // If the last one is an annulment: what stood there before it.
    bool is_annulled = false;
    std::optional<std::uint32_t> before;
    std::uint32_t last = place;
    for (auto next = history.corrector_of(last); next && *next < events;
         next = history.corrector_of(last)) {
        last = *next;
        const History::Row& row = history.row(last);
        // Under rules 1 what corrected an annulment stood nowhere.
        const bool is_kept_out = is_annulled && row.rules < 2;
        if (row.kind != EventKind::event_annulled) {
            if (!is_kept_out) there = last;
            is_annulled = false;
            continue;
        }
        const auto restored = is_annulled && !is_kept_out ? before : std::nullopt;
        is_annulled = true;
        before = std::exchange(there, restored);
    }
    return there;
}

bool FoldedEarlier::operator()(std::uint32_t a, std::uint32_t b) const {
    const Date& day = history.row(a).effective;
    const Date& other = history.row(b).effective;
    return day != other ? day < other : place_of(history, a) < place_of(history, b);
}

Moves moves_after(const History& history, std::size_t events) {
    std::vector<std::uint32_t> places;
    for (std::size_t i = events; i < history.size(); ++i) {
        places.push_back(place_of(history, static_cast<std::uint32_t>(i)));
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    Moves moves;
    const auto add = [](std::vector<std::uint32_t>& rows, std::optional<std::uint32_t> row) {
        if (row) rows.push_back(*row);
    };
    for (const std::uint32_t place : places) {
        if (place < events) add(moves.taken_out, stands_in(history, place, events));
        add(moves.put_in, stands_in(history, place, history.size()));
    }
    std::sort(moves.taken_out.begin(), moves.taken_out.end(), FoldedEarlier{history});
    std::sort(moves.put_in.begin(), moves.put_in.end(), FoldedEarlier{history});
    return moves;
}

std::vector<std::uint32_t> standing(const History& history, const std::optional<Date>& effective) {
    std::vector<std::uint32_t> rows = rows_in_place(history);
    EntryReader entry(history);
    if (effective) {
        std::erase_if(rows, [&](std::uint32_t i) { return entry(i).row.effective > *effective; });
    }
    Date last = first_date();
    const bool are_sorted = std::all_of(rows.begin(), rows.end(), [&](std::uint32_t i) {
        const Date before = std::exchange(last, entry(i).row.effective);
        return before <= last;
    });
    if (!are_sorted) {
        std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return history.row(a).effective < history.row(b).effective;
        });
    }
    return rows;
}

}  // namespace probity::detail
