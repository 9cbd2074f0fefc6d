// The lines of a history: one JSON object each, whatever an editor or a transfer did to their form.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "exchange/chain.hpp"

namespace probity::detail {

/// A line, which is text and a JSON value.
struct Line {
    /// From 1, counted as an editor counts.
    std::size_t number;
    /// Without its end.
    std::string_view text;
    nlohmann::json value;
};

/// Reads lines one after the other. A blank line is passed over, a carriage return is dropped, and an
/// object that was spread over several lines is taken as one; `reading` is told of each.
class Lines {
  public:
    Lines(std::string_view text, SealReading& reading) : rest_(text), reading_(reading) {}

    /// Null at the end. Throws DocumentError for a line that is no JSON.
    [[nodiscard]] std::optional<Line> next();

  private:
    /// The next line with text on it, without its end.
    [[nodiscard]] std::optional<std::string_view> next_text();
    /// The JSON of an object that begins in a line and is spread over more.
    [[nodiscard]] std::optional<Line> spread(std::string_view line);

    std::string_view rest_;
    SealReading& reading_;
    std::size_t number_ = 0;
    bool ended_ = true;
    /// Whether an object was found that has no end: later ones are not looked for over all the rest.
    bool unclosed_ = false;
};

}  // namespace probity::detail
