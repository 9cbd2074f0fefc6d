// Work without the interpreter lock, which Ctrl-C ends.
//
//     const Released released;                     // until the end of the scope
//     py::call_guard<Released>()                   // for a whole call
#pragma once

#include <pybind11/pybind11.h>

#include <chrono>

#include "date/interruption.hpp"

namespace probity::python {

namespace py = pybind11;

/// Lets other Python threads run. Long loops of the library ask now and then whether a signal has
/// come in meanwhile; if its handler raises, as that of Ctrl-C does, the work ends with its error.
class Released {
  public:
    Released() : before_(detail::interruption) { detail::interruption = &look_at_signals; }
    Released(const Released&) = delete;
    Released& operator=(const Released&) = delete;
    ~Released() { detail::interruption = before_; }

  private:
    using Clock = std::chrono::steady_clock;

    // Python runs handlers of signals in its main thread alone; other threads have none to run.
    static void look_at_signals() {
        constexpr std::chrono::milliseconds often(50);
        const auto now = Clock::now();
        if (now - looked_ < often) return;
        looked_ = now;
        const py::gil_scoped_acquire acquired;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    }

    static inline thread_local Clock::time_point looked_;

    py::gil_scoped_release release_;
    detail::Interruption before_;
};

}  // namespace probity::python
