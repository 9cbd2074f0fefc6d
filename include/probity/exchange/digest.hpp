// Digests: what a file is by its content (SHA-256, FIPS 180-4).
//
//     sha256("abc");     // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "probity/planning/evidence.hpp"

namespace probity {

/// The SHA-256 of some bytes, 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// The largest file that is taken as evidence: 1 GiB.
inline constexpr std::int64_t most_evidence_bytes = std::int64_t{1} << 30;

/// A file as evidence: its name, the media type given, and its digest. Throws DocumentError if it
/// cannot be read, is no regular file (a directory, a device, a pipe) or has more than
/// most_evidence_bytes.
[[nodiscard]] Evidence evidence_of(const std::filesystem::path& path, std::string media_type);

}  // namespace probity
