// A value made when it is first asked for, once, however many threads ask at the same time.
#pragma once

#include <atomic>
#include <memory>

namespace probity::detail {

/// Threads that ask at once may each make the value; one is kept and the others are dropped, so
/// that making it must have no effect but the value.
template <class T>
class Lazy {
  public:
    Lazy() = default;
    Lazy(const Lazy&) = delete;
    Lazy& operator=(const Lazy&) = delete;
    ~Lazy() { delete value_.load(std::memory_order_relaxed); }

    /// The value, if it has been made.
    [[nodiscard]] const T* peek() const noexcept { return value_.load(std::memory_order_acquire); }

    template <class Make>
    const T& get(Make make) const {
        const T* value = value_.load(std::memory_order_acquire);
        if (value != nullptr) [[likely]] {
            return *value;
        }
        auto made = std::make_unique<const T>(make());
        if (value_.compare_exchange_strong(value, made.get(), std::memory_order_acq_rel)) {
            return *made.release();
        }
        return *value;
    }

  private:
    mutable std::atomic<const T*> value_{nullptr};
};

}  // namespace probity::detail
