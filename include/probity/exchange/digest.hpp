// Digests: what a file is by its content (SHA-256, FIPS 180-4).
//
//     sha256("abc");     // "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "probity/programme/evidence.hpp"

namespace probity {

/// The SHA-256 of some bytes, 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256(std::string_view bytes);

/// A file as evidence: its name, the media type given, and its digest. Throws DocumentError where it
/// cannot be read.
[[nodiscard]] Evidence evidence_of(const std::filesystem::path& path, std::string media_type);

}  // namespace probity
