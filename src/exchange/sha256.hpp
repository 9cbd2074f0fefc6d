// SHA-256 by Nettle, of a text that is given piece by piece; one after another without new memory.
#pragma once

#include <nettle/sha2.h>

#include <array>
#include <string_view>

namespace probity::detail {

/// A digest in 64 hexadecimal digits.
using HexDigest = std::array<char, 64>;

[[nodiscard]] inline std::string_view text_of(const HexDigest& digest) noexcept {
    return {digest.data(), digest.size()};
}

/// A SHA-256 that is being computed.
class Sha256 {
  public:
    Sha256() noexcept;

    Sha256& add(std::string_view bytes) noexcept;
    /// The digest of what was added; the next one begins anew.
    [[nodiscard]] HexDigest finish() noexcept;

  private:
    sha256_ctx context_;
};

/// That of this thread, which is between two digests.
[[nodiscard]] Sha256& own_sha256() noexcept;

}  // namespace probity::detail
