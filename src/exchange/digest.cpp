#include "probity/exchange/digest.hpp"

#include <openssl/evp.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>

#include "date/text.hpp"
#include "programme/refusal.hpp"

namespace probity {
namespace {

/// A SHA-256 that is being computed.
class Digest {
  public:
    Digest() : context_(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
        check(context_ != nullptr && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
    }

    void add(const char* bytes, std::size_t count) {
        check(EVP_DigestUpdate(context_.get(), bytes, count) == 1);
    }

    [[nodiscard]] std::string text() {
        std::array<unsigned char, 32> bytes{};
        unsigned int length = 0;
        check(EVP_DigestFinal_ex(context_.get(), bytes.data(), &length) == 1);
        constexpr char digits[] = "0123456789abcdef";
        std::string out;
        for (const unsigned char byte : bytes) {
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
        return out;
    }

  private:
    // OpenSSL refuses only where memory or its configuration fails.
    static void check(bool done) {
        if (!done) throw std::runtime_error("SHA-256 is not to be had from OpenSSL");
    }

    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
    Digest digest;
    digest.add(bytes.data(), bytes.size());
    return digest.text();
}

Evidence evidence_of(const std::filesystem::path& path, std::string media_type) {
    std::ifstream file(path, std::ios::binary);
    Digest digest;
    std::array<char, 1 << 16> block{};
    while (file.read(block.data(), block.size()) || file.gcount() > 0) {
        digest.add(block.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (!file.is_open() || file.bad()) {
        detail::refuse("", "the file '" + detail::printable(path.string(), 200) +
                               "' cannot be read: " + std::strerror(errno));
    }
    return {.name = path.filename().string(),
            .media_type = std::move(media_type),
            .sha256 = digest.text()};
}

}  // namespace probity
