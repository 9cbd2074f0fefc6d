// How a caller ends work that takes long: the bindings set an interruption, which long loops ask now
// and then. Where none is set, asking costs a comparison.
#pragma once

#include <algorithm>
#include <cstddef>

namespace probity::detail {

/// Throws to end the work of this thread, or returns to let it go on.
using Interruption = void (*)();

inline thread_local constinit Interruption interruption = nullptr;

/// To be called where a loop has done some milliseconds of work at most since it was called last.
inline void interruption_point() {
    if (interruption != nullptr) interruption();
}

/// The same for a loop that does little for each of its items, at every few thousandth of them.
inline void interruption_point(std::size_t item) {
    constexpr std::size_t items = 4096;
    if (item % items == 0) interruption_point();
}

/// For loops that do next to nothing for each item: `loop(first, count)` goes over a run of items
/// and gives how many of them it did. It is interrupted between runs, and ends with the first run
/// that is not done in full. Gives how many items were done.
template <class Loop>
std::size_t in_runs(std::size_t items, Loop loop) {
    constexpr std::size_t longest_run = 32768;
    std::size_t done = 0;
    while (done < items) {
        const std::size_t count = std::min(longest_run, items - done);
        const std::size_t did = loop(done, count);
        done += did;
        if (did < count) break;
        interruption_point();
    }
    return done;
}

}  // namespace probity::detail
