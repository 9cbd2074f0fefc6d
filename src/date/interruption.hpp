// How a caller ends work that takes long: the bindings set an interruption, which long loops ask now
// and then. Where none is set, asking costs a comparison.
#pragma once

namespace probity::detail {

/// Throws to end the work of this thread, or returns to let it go on.
using Interruption = void (*)();

inline thread_local Interruption interruption = nullptr;

/// To be called where a loop has done some milliseconds of work at most since it was called last.
inline void interruption_point() {
    if (interruption != nullptr) interruption();
}

}  // namespace probity::detail
