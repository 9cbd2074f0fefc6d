// Events as JSON, chained by digests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "probity/history/history.hpp"
#include "probity/programme/programme.hpp"

namespace probity::detail {

using nlohmann::json;
using nlohmann::ordered_json;

/// A chain of digests: each is the SHA-256 of the one before it and of the line that it seals.
class Chain {
  public:
    /// The last digest, 64 hexadecimal digits; empty before the first line.
    [[nodiscard]] const std::string& digest() const noexcept { return digest_; }
    /// The line with its digest as last member.
    [[nodiscard]] ordered_json seal(ordered_json line);
    [[nodiscard]] std::string sealed(ordered_json line) { return seal(std::move(line)).dump(); }

  private:
    std::string digest_;
};

/// The first line of a history, which holds the founding document.
[[nodiscard]] std::string founding_line(const ProgrammeParts& parts, Chain& chain);

/// An event of a number, sealed.
[[nodiscard]] ordered_json sealed_event(const Event& event, std::size_t number, Chain& chain);

/// Reads the event of a line, which is canonical, and adds it. Throws DocumentError, naming the line.
void read_event_line(std::string_view line, std::size_t number, Chain& chain, History& history);
/// Reads the events of a document's list.
void read_events(const json& events, const std::string& place, Chain& chain, History& history);

/// The JSON of a line.
[[nodiscard]] json parse_line(std::string_view line, std::size_t number);
/// Refuses a line that is not the one expected: something in it was changed.
void check_line(std::string_view line, std::size_t number, const std::string& expected);

}  // namespace probity::detail
