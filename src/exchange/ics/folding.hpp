// The lines of a calendar file: bytes decoded, folds undone (RFC 5545 section 3.1).
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/ics/component.hpp"

namespace probity::ics::detail {

inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// Texts that stand in no file as they are. Views of them stay good as long as it does.
class Texts {
  public:
    std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
    /// In capitals: the text itself if it has no small letters of ASCII.
    std::string_view capitals(std::string_view text);

  private:
    std::deque<std::string> kept_;
};

/// A line as it stands, and what ends it: CR LF, LF, CR, or nothing at the end of the file.
struct PhysicalLine {
    std::string_view text;
    std::string_view end;
};

/// Takes the first line off the bytes; none if there are none left.
[[nodiscard]] std::optional<PhysicalLine> take_line(std::string_view& bytes) noexcept;

/// An unfolded line and the number of its first line, from 1.
struct ContentLine {
    int number;
    std::string_view text;
};

/// A file in UTF-16, with its byte-order mark or without, in UTF-8; any other as it is.
[[nodiscard]] std::string_view in_octets(std::string_view data, Texts& texts,
                                         std::vector<Note>& notes);

/// The unfolded lines, in UTF-8; none is empty. Bytes that are not UTF-8 are decoded and noted.
[[nodiscard]] std::vector<ContentLine> content_lines(std::string_view data, Texts& texts,
                                                     std::vector<Note>& notes);

}  // namespace probity::ics::detail
