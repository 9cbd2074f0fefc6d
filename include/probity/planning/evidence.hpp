// Evidence (증빙): a file that shows that something was done, named by its content.
#pragma once

#include <concepts>
#include <string>

namespace probity {

/// A file by name, media type and digest; the file itself stays in its place.
struct Evidence {
    /// "minutes-2026-1.pdf"
    std::string name = {};
    /// "application/pdf"
    std::string media_type = {};
    /// The SHA-256 of its bytes, 64 hexadecimal digits in lower case.
    std::string sha256 = {};

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

static_assert(std::regular<Evidence>);

}  // namespace probity
