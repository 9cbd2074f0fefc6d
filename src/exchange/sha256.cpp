#include "exchange/sha256.hpp"

#include <nettle/version.h>

#include <cstdint>

namespace probity::detail {

Sha256::Sha256() noexcept : context_() { nettle_sha256_init(&context_); }

Sha256& Sha256::add(std::string_view bytes) noexcept {
    nettle_sha256_update(&context_, bytes.size(),
                         reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return *this;
}

HexDigest Sha256::finish() noexcept {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> bytes{};
    // Gives the digest and begins anew.
#if NETTLE_VERSION_MAJOR >= 4
    nettle_sha256_digest(&context_, bytes.data());
#else
    nettle_sha256_digest(&context_, bytes.size(), bytes.data());
#endif
    constexpr char digits[] = "0123456789abcdef";
    HexDigest out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        out[2 * i] = digits[bytes[i] >> 4U];
        out[2 * i + 1] = digits[bytes[i] & 15U];
    }
    return out;
}

Sha256& own_sha256() noexcept {
    thread_local Sha256 own;
    return own;
}

}  // namespace probity::detail
