#include "probity/exchange/digest.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>

#include "date/text.hpp"
#include "exchange/sha256.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"
#include "text/system_words.hpp"

namespace probity {
namespace {

using detail::sentence;

[[noreturn]] void refuse_file(const Text& message) { throw DocumentError(message, ""); }

/// A regular file that is open for reading.
class OpenFile {
  public:
    /// Throws DocumentError for what is no regular file of at most `most_evidence_bytes`. To open
    /// never waits, as it would for the writer of a pipe.
    explicit OpenFile(const std::filesystem::path& path)
        : name_(detail::printable(path.string(), 200)),
          descriptor_(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)) {
        if (descriptor_ < 0) refuse_errno();
        struct stat status {};
        if (fstat(descriptor_, &status) != 0) {
            const int error = errno;
            close(descriptor_);
            errno = error;
            refuse_errno();
        }
        if (S_ISREG(status.st_mode) && status.st_size <= most_evidence_bytes) return;
        close(descriptor_);
        if (!S_ISREG(status.st_mode)) {
            refuse_file(sentence("evidence.no_file",
                                 {{"path", name_}, {"kind", sentence(kind_of(status.st_mode))}}));
        }
        refuse_size(status.st_size);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { close(descriptor_); }

    /// The number of bytes read; 0 at the end.
    [[nodiscard]] std::size_t read(char* bytes, std::size_t count) const {
        for (;;) {
            const ssize_t got = ::read(descriptor_, bytes, count);
            if (got >= 0) return static_cast<std::size_t>(got);
            if (errno != EINTR) refuse_errno();
        }
    }

    [[noreturn]] void refuse_size(std::int64_t size) const {
        refuse_file(sentence("evidence.too_long",
                             {{"path", name_}, {"size", size}, {"most", most_evidence_bytes}}));
    }

  private:
    [[noreturn]] void refuse_errno() const {
        refuse_file(
            sentence("evidence.unread", {{"path", name_}, {"error", detail::system_words(errno)}}));
    }

    static const char* kind_of(mode_t mode) {
        if (S_ISDIR(mode)) return "evidence.directory";
        if (S_ISFIFO(mode)) return "evidence.pipe";
        if (S_ISSOCK(mode)) return "evidence.socket";
        return "evidence.device";
    }

    std::string name_;
    int descriptor_;
};

}  // namespace

std::string sha256(std::string_view bytes) {
    return std::string(detail::text_of(detail::own_sha256().add(bytes).finish()));
}

Evidence evidence_of(const std::filesystem::path& path, std::string media_type) {
    const OpenFile file(path);
    detail::Sha256 digest;
    std::array<char, 1 << 16> block{};
    std::int64_t size = 0;
    while (const std::size_t count = file.read(block.data(), block.size())) {
        size += static_cast<std::int64_t>(count);
        if (size > most_evidence_bytes) file.refuse_size(size);
        digest.add({block.data(), count});
    }
    return {.name = path.filename().string(),
            .media_type = std::move(media_type),
            .sha256 = std::string(detail::text_of(digest.finish()))};
}

}  // namespace probity
