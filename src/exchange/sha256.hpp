// SHA-256 by OpenSSL, of a text that is given piece by piece; one after another without new memory.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

struct evp_md_ctx_st;

namespace probity::detail {

/// A digest in 64 hexadecimal digits.
using HexDigest = std::array<char, 64>;

[[nodiscard]] inline std::string_view text_of(const HexDigest& digest) noexcept {
    return {digest.data(), digest.size()};
}

/// A SHA-256 that is being computed.
class Sha256 {
  public:
    Sha256();

    Sha256& add(std::string_view bytes);
    /// The digest of what was added; the next one begins anew.
    [[nodiscard]] HexDigest finish();

  private:
    struct Free {
        void operator()(evp_md_ctx_st* context) const noexcept;
    };
    std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// That of this thread, which is between two digests.
[[nodiscard]] Sha256& own_sha256();

}  // namespace probity::detail
