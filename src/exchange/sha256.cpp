#include "exchange/sha256.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace probity::detail {
namespace {

// OpenSSL refuses only if memory or its configuration fails.
void check(bool done) {
    if (!done) throw std::runtime_error("SHA-256 is not to be had from OpenSSL");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const noexcept { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
    check(context_ != nullptr && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
}

Sha256& Sha256::add(std::string_view bytes) {
    check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
    return *this;
}

HexDigest Sha256::finish() {
    std::array<unsigned char, 32> bytes{};
    unsigned int length = 0;
    check(EVP_DigestFinal_ex(context_.get(), bytes.data(), &length) == 1);
    // Without naming the algorithm again, which OpenSSL would look up again.
    check(EVP_DigestInit_ex(context_.get(), nullptr, nullptr) == 1);
    constexpr char digits[] = "0123456789abcdef";
    HexDigest out;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        out[2 * i] = digits[bytes[i] >> 4U];
        out[2 * i + 1] = digits[bytes[i] & 15U];
    }
    return out;
}

Sha256& own_sha256() {
    thread_local Sha256 own;
    return own;
}

}  // namespace probity::detail
