// Work that is interrupted, as Ctrl-C interrupts what Python calls.
#pragma once

#include <gtest/gtest.h>

#include "src/date/interruption.hpp"

namespace probity {

/// Until the end of the scope the loops of this thread ask here, and are ended at the n-th time.
class Interrupting {
  public:
    struct Ended {};

    explicit Interrupting(int at) {
        at_ = at;
        asked_ = 0;
        detail::interruption = [] {
            if (++asked_ == at_) throw Ended();
        };
    }
    Interrupting(const Interrupting&) = delete;
    Interrupting& operator=(const Interrupting&) = delete;
    ~Interrupting() { detail::interruption = nullptr; }

    [[nodiscard]] static int asked() { return asked_; }

  private:
    static inline int at_ = 0;
    static inline int asked_ = 0;
};

/// Claims that work asks more than once, is ended then, and can be done anew.
template <class Work>
void expect_interruptible(Work work) {
    {
        const Interrupting interrupting(2);
        EXPECT_THROW(static_cast<void>(work()), Interrupting::Ended);
        EXPECT_EQ(Interrupting::asked(), 2);
    }
    const auto expected = work();
    const Interrupting only_asked(-1);
    EXPECT_EQ(work(), expected);
    EXPECT_GT(Interrupting::asked(), 1);
}

}  // namespace probity
