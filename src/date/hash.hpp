// The hash of the library's values: FNV-1a over what they are made of.
#pragma once

#include <cstddef>
#include <cstdint>

namespace probity::detail {

class Hash {
  public:
    /// Takes one more number into the hash.
    constexpr void mix(std::uint64_t number) noexcept {
        value_ = (value_ ^ number) * 1099511628211u;
    }
    [[nodiscard]] constexpr std::size_t value() const noexcept {
        return static_cast<std::size_t>(value_);
    }

  private:
    std::uint64_t value_ = 14695981039346656037u;
};

/// The hash of some numbers, in their order.
template <class... Numbers>
[[nodiscard]] constexpr std::size_t hash_of(Numbers... numbers) noexcept {
    Hash hash;
    (hash.mix(static_cast<std::uint64_t>(numbers)), ...);
    return hash.value();
}

}  // namespace probity::detail
