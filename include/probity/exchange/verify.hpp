// Verifying a file: whether what was recorded is as it was recorded, and what of it is worth a look.
//
//     const Verification found = verify("songpa.jsonl", anchor);
//     found.is_whole();                                // true: the chain holds, up to the anchor
//     found.events;                                    // 304
//     to_string(found.findings.front().kind);          // "backdated"
//
// load() refuses a broken chain at its first line; here every line is looked at. A line that was
// changed, moved, doubled, put in or taken out is a finding, and what stands beside it is none if it is
// as it was recorded. Of the events from the first that is not in its order on nothing else is said.
//
// Events that were recorded under earlier rules are part of the history, and are replayed under those;
// what today's rules would refuse of them is said.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "probity/text/text.hpp"

namespace probity {

/// The subject of a finding; in words as it is written here (to_string).
enum class FindingKind : std::uint8_t {
    /// A line is not as it was recorded, or not in its place, or lines before it are missing.
    chain,
    /// No line has the digest that was kept elsewhere.
    anchor,
    /// Today's rules would refuse it.
    rules,
    /// An event has no stamp.
    unstamped,
    /// An event was recorded after the day from which it is true, as days are counted in Seoul.
    backdated,
    /// The form of the file was changed, and nothing that was recorded.
    form,
};
inline constexpr int finding_kinds = static_cast<int>(FindingKind::form) + 1;

struct Finding {
    FindingKind kind = FindingKind::chain;
    /// The number of the event; none if it is about the founding document or the file.
    std::optional<int> event = std::nullopt;
    Text text = {};

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// The findings of verify(), in the order of the events.
struct Verification {
    std::size_t events = 0;
    /// The version of the rules under which the programme was set up.
    int rules = 1;
    /// The digest of the last line, to be kept elsewhere.
    std::string digest = {};
    std::vector<Finding> findings = {};

    /// Whether the chain holds, and has the anchor if one was given.
    [[nodiscard]] bool is_whole() const;
    /// Whether nothing was found but what was recorded late and the form of the file.
    [[nodiscard]] bool is_clear() const;

    friend bool operator==(const Verification&, const Verification&) = default;
};

/// Verifies a programme's document or history. `anchor` is the digest of a line (history_digest) that
/// was kept elsewhere; without one, missing last lines are not seen. Throws DocumentError for a file
/// that cannot be read, or is no programme.
[[nodiscard]] Verification verify(const std::filesystem::path& path,
                                  const std::optional<std::string>& anchor = std::nullopt);

/// "chain".
[[nodiscard]] std::string_view to_string(FindingKind kind) noexcept;

static_assert(std::regular<Finding> && std::regular<Verification>);

}  // namespace probity
