// Events as JSON, chained by digests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "exchange/json_leaves.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/programme.hpp"

namespace probity::detail {

/// A chain of digests: each is the SHA-256 of the one before it and of the line that it seals.
class Chain {
  public:
    /// The last digest, 64 hexadecimal digits; empty before the first line.
    [[nodiscard]] const std::string& digest() const noexcept { return digest_; }
    /// The line with its digest as last member.
    [[nodiscard]] ordered_json seal(ordered_json line);
    [[nodiscard]] std::string sealed(ordered_json line) { return seal(std::move(line)).dump(); }

    /// The version of the rules that the first line names; a later line names another only.
    int rules = current_rules;

  private:
    std::string digest_;
};

/// Writes the version of the rules; none is 1.
void write_rules(ordered_json& object, int rules, int usual = 1);
/// Reads the version of the rules; `usual` where the object names none.
[[nodiscard]] int read_rules(StrictObject& object, int usual = 1);

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
