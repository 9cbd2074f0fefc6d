#include "history/timeline.hpp"

#include <algorithm>
#include <bit>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "date/interruption.hpp"
#include "history/entry_reader.hpp"
#include "history/rows.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

// How many rows there have to be, since fewer are folded anew in less than a millisecond; how near the
// end the first state is kept, how much farther each next one, and how many times the farthest all
// events may be. To go on from a kept state copies what changes, and costs some twenty times as much
// for each event as to fold anew.
constexpr std::size_t shortest = 8192;
constexpr std::size_t nearest = 64;
constexpr std::size_t farther = 4;
constexpr std::size_t part = 16;

/// Whether a state is kept that lies so many rows before the end of so many.
bool is_kept(std::size_t before_end, std::size_t rows) {
    if (rows < shortest || before_end * part > rows) return false;
    if (!std::has_single_bit(before_end)) return false;
    return before_end >= nearest && std::countr_zero(before_end / nearest) % 2 == 0;
}

/// The message of a refusal, with the event that was refused.
Text in_event(std::size_t row, const ProbityError& error) {
    return sentence("event", {{"number", row + 1}, {"message", error.text()}});
}

/// Asks for the memory in which the tasks of so many rows are looked for next, but for those in hand.
template <class RowAt>
void fetch_tasks(const Fold& state, const History& history, const TasksInHand& in_hand,
                 std::size_t rows, RowAt row_at) {
    if (rows == 0 || state.parts().tasks.size() < too_many_at_hand) return;
    std::vector<std::uint32_t> hashes;
    EntryReader entry(history);
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint32_t subject = entry(row_at(i)).row.subject;
        if (in_hand[subject] == nullptr) hashes.push_back(history.hash_of(subject));
    }
    state.fetch_tasks(hashes);
}

/// Applies events of a history, one after the other, to a state.
class Folding {
  public:
    Folding(Fold& state, const History& history, std::size_t events)
        : state_(state), history_(history) {
        if (events * few > history.names()) in_hand_.resize(history.names());
    }

    /// Gets ready for the next rows.
    template <class Rows>
    void fetch(Rows row, Rows end) const {
        if (in_hand_.empty()) return;
        fetch_tasks(state_, history_, in_hand_,
                    static_cast<std::size_t>(std::min(end - row, together)),
                    [row](std::size_t i) { return row[static_cast<std::ptrdiff_t>(i)]; });
    }
    /// For so many at a time.
    static constexpr std::ptrdiff_t together = 128;

    /// Applies the event of a row; a refusal names it.
    void apply(std::size_t row, const History::Entry& entry) {
        try {
            state_.apply(history_, row, entry, in_hand_.empty() ? nullptr : &in_hand_);
        } catch (const TransitionError& error) {
            throw TransitionError(in_event(row, error), error.state(), error.wanted(),
                                  error.unmet());
        } catch (const ProbityError& error) {
            throw ProbityError(in_event(row, error));
        }
    }

    /// A copy of the state, which goes on.
    [[nodiscard]] Fold copy() {
        std::fill(in_hand_.begin(), in_hand_.end(), nullptr);
        return state_;
    }

  private:
    /// To have room for all names is worth it if they are at most so many times the events.
    static constexpr std::size_t few = 16;

    Fold& state_;
    const History& history_;
    TasksInHand in_hand_;
};

/// Drops the marks between the first and the last that others stand in for.
template <class Marks>
void thin(Marks& marks) {
    const std::size_t rows = marks.back()->rows;
    Marks kept{marks.back()};
    std::size_t nearer = nearest / farther;
    for (std::size_t i = marks.size() - 1; i-- > 1;) {
        const std::size_t before_end = rows - marks[i]->rows;
        if (rows - marks[i - 1]->rows <= farther * nearer) continue;
        kept.push_back(marks[i]);
        if (before_end * part >= rows) break;
        nearer = std::max(nearer, before_end);
    }
    kept.push_back(marks.front());
    std::reverse(kept.begin(), kept.end());
    marks = std::move(kept);
}

}  // namespace

Timeline::Timeline(ProgrammeParts founding)
    : marks_{std::make_shared<const Mark>(Mark{0, Fold(std::move(founding))})} {}

Timeline Timeline::after(const History& history) const {
    if (history.size() == seen_) return *this;
    if (seen_ == 0) {
        const std::vector<std::uint32_t> rows = standing(history, std::nullopt);
        const std::size_t same = same_rows(rows);
        return folded(history, rows_with(same, rows), same);
    }
    const Moves moves = moves_after(history, seen_);
    Later later = rows_after(history, moves);
    if (later.same < rows_.size()) {
        if (const auto touched = TouchedTasks::of(history, moves, founding().tasks.size())) {
            if (auto again = folded_again(history, later, *touched)) return *std::move(again);
        }
    }
    return folded(history, std::move(later.rows), later.same);
}

Timeline::Later Timeline::rows_after(const History& history, const Moves& moves) const {
    const FoldedEarlier is_earlier{history};
    const auto first_moved = [&](const std::vector<std::uint32_t>& moved) {
        const bool is_last =
            moved.empty() || rows_.empty() || is_earlier(rows_.back(), moved.front());
        if (is_last) return rows_.size();
        const auto found = std::lower_bound(rows_.begin(), rows_.end(), moved.front(), is_earlier);
        return static_cast<std::size_t>(found - rows_.begin());
    };
    Later later;
    later.same = std::min(first_moved(moves.taken_out), first_moved(moves.put_in));
    const std::vector<std::uint32_t> rest(rows_.begin() + static_cast<std::ptrdiff_t>(later.same),
                                          rows_.end());
    std::vector<std::uint32_t> rows;
    rows.reserve(rest.size() + moves.put_in.size());
    auto next = rest.begin();
    auto out = moves.taken_out.begin();
    auto in = moves.put_in.begin();
    while (out != moves.taken_out.end() || in != moves.put_in.end()) {
        const bool is_out =
            in == moves.put_in.end() || (out != moves.taken_out.end() && !is_earlier(*in, *out));
        const std::uint32_t row = is_out ? *out++ : *in++;
        const auto place = std::lower_bound(next, rest.end(), row, is_earlier);
        rows.insert(rows.end(), next, place);
        if (!is_out) rows.push_back(row);
        next = is_out ? place + 1 : place;
        later.shifts.push_back(
            {later.same + static_cast<std::size_t>(place - rest.begin()), is_out ? -1 : 1});
    }
    rows.insert(rows.end(), next, rest.end());
    later.rows = rows_.first(later.same);
    later.rows.append(rows);
    return later;
}

std::optional<Timeline> Timeline::folded_again(const History& history, const Later& later,
                                               const TouchedTasks& touched) const {
    Marks marks;
    for (const auto& mark : marks_) {
        if (mark->rows <= later.same) marks.push_back(mark);
    }
    std::uint32_t row = 0;
    const Fold::OtherTasks others = [&](const std::string& id) {
        return touched.was_proposed(id, now(), row);
    };
    Fold state = marks.back()->state;
    state.set_others(&others);
    std::size_t done = marks.back()->rows;
    auto next = later.rows.begin() + static_cast<std::ptrdiff_t>(done);
    EntryReader entry(history);
    const auto fold_to = [&](std::size_t rows) {
        for (; done < rows; ++done, ++next) {
            interruption_point(done);
            row = *next;
            const History::Entry& taken = entry(row);
            if (touched.concern(taken.row)) state.apply(history, row, taken, nullptr);
        }
    };
    try {
        // A row that was put in at the place of a state stands behind it, but before the newest.
        for (auto mark = marks_.begin() + static_cast<std::ptrdiff_t>(marks.size());
             mark != marks_.end(); ++mark) {
            auto rows = static_cast<std::ptrdiff_t>((*mark)->rows);
            for (const auto& [place, by] : later.shifts) {
                if (place < (*mark)->rows || *mark == marks_.back()) rows += by;
            }
            fold_to(static_cast<std::size_t>(rows));
            Fold kept = touched.with_tasks(state, (*mark)->state);
            kept.set_others(nullptr);
            set_recorded(kept, history);
            marks.push_back(std::make_shared<const Mark>(
                Mark{static_cast<std::size_t>(rows), std::move(kept)}));
        }
    } catch (const ProbityError&) {
        // To be refused, or taken, with all the tasks as they were then.
        return std::nullopt;
    }
    thin(marks);
    return Timeline(later.rows, std::move(marks), history.size());
}

void Timeline::set_recorded(Fold& state, const History& history) const {
    const auto recorded = history.last_recorded();
    state.set_recorded(recorded ? recorded : founding().recorded);
}

Timeline::Growing::Growing(ProgrammeParts founding, std::size_t events)
    : marks_{std::make_shared<const Mark>(Mark{0, Fold(std::move(founding))})},
      state_(marks_.front()->state),
      events_(events) {}

bool Timeline::Growing::go_on(const History& history) {
    in_hand_.resize(history.names());
    auto entry = history.entries().begin() + static_cast<std::ptrdiff_t>(done_);
    fetch_tasks(state_, history, in_hand_, history.size() - done_,
                [this](std::size_t i) { return done_ + i; });
    try {
        for (; done_ < history.size(); ++done_, ++entry) {
            if (entry->row.corrects != 0 || entry->row.effective < last_) return false;
            if (done_ > 0 && is_kept(events_ - done_, events_)) {
                std::fill(in_hand_.begin(), in_hand_.end(), nullptr);
                marks_.push_back(std::make_shared<const Mark>(Mark{done_, state_}));
            }
            state_.apply(history, done_, *entry, &in_hand_);
            last_ = entry->row.effective;
        }
    } catch (const ProbityError&) {
        return false;
    }
    return true;
}

Timeline Timeline::Growing::finish(const History& history) && {
    std::vector<std::uint32_t> rows(done_);
    std::iota(rows.begin(), rows.end(), std::uint32_t{0});
    Rows all;
    all.append(rows);
    Timeline out(std::move(all), std::move(marks_), done_);
    out.set_recorded(state_, history);
    out.marks_.push_back(std::make_shared<const Mark>(Mark{done_, std::move(state_)}));
    thin(out.marks_);
    return out;
}

Timeline Timeline::as_of(const History& history, const std::optional<Date>& effective) const {
    if (history.size() == seen_) {
        if (!effective) return *this;
        const std::size_t same = rows_by(history, *effective);
        return folded(history, rows_.first(same), same);
    }
    const std::vector<std::uint32_t> rows = standing(history, effective);
    const std::size_t same = same_rows(rows);
    return folded(history, rows_with(same, rows), same);
}

Timeline Timeline::stamped(const History& history) const {
    return folded(history, rows_, rows_.size());
}

Timeline Timeline::folded(const History& history, Rows rows, std::size_t same) const {
    Marks marks;
    for (const auto& mark : marks_) {
        if (mark->rows <= same) marks.push_back(mark);
    }
    std::size_t done = marks.back()->rows;
    Fold state = marks.back()->state;
    const std::size_t begin = done;
    Folding folding(state, history, rows.size() - done);
    const auto rest = rows.begin() + static_cast<std::ptrdiff_t>(done);
    each_entry(history, rest, rows.end(), [&](std::size_t row, const History::Entry& entry) {
        interruption_point(done);
        const auto went = static_cast<std::ptrdiff_t>(done - begin);
        if (went % Folding::together == 0) folding.fetch(rest + went, rows.end());
        if (done > begin && is_kept(rows.size() - done, rows.size())) {
            marks.push_back(std::make_shared<const Mark>(Mark{done, folding.copy()}));
        }
        folding.apply(row, entry);
        ++done;
    });
    set_recorded(state, history);
    marks.push_back(std::make_shared<const Mark>(Mark{done, std::move(state)}));
    thin(marks);
    return {std::move(rows), std::move(marks), history.size()};
}

std::size_t Timeline::same_rows(const std::vector<std::uint32_t>& rows) const {
    const auto [mine, theirs] = std::mismatch(rows_.begin(), rows_.end(), rows.begin(), rows.end());
    return static_cast<std::size_t>(theirs - rows.begin());
}

Timeline::Rows Timeline::rows_with(std::size_t same, const std::vector<std::uint32_t>& rows) const {
    Rows out = rows_.first(same);
    out.append(std::span(rows).subspan(same));
    return out;
}

std::size_t Timeline::rows_by(const History& history, const Date& day) const {
    if (rows_.empty() || history.row(rows_.back()).effective <= day) return rows_.size();
    const auto end = std::upper_bound(
        rows_.begin(), rows_.end(), day,
        [&](const Date& limit, std::uint32_t row) { return limit < history.row(row).effective; });
    return static_cast<std::size_t>(end - rows_.begin());
}

}  // namespace probity::detail
