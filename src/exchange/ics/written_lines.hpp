// The content lines of a calendar file (RFC 5545 section 3.1): escaped, folded, ended by CRLF.
#pragma once

#include <string>
#include <string_view>

#include "probity/date/date.hpp"

namespace probity::detail {

/// A value of type TEXT (section 3.3.11): backslash, semicolon, comma and line break escaped. Bytes
/// that are not UTF-8, and control characters, become spaces.
[[nodiscard]] std::string escaped_text(std::string_view text);

/// A line without its end, folded so that no part has more than 75 octets, neither within a UTF-8
/// character nor within an escape pair.
[[nodiscard]] std::string folded(std::string_view line);

/// "20260318".
[[nodiscard]] std::string basic_date(const Date& date);

/// Collects lines.
class IcsLines {
  public:
    /// A property whose value is written as it is; the name may carry parameters.
    void line(std::string_view name, std::string_view value);
    /// A property of type TEXT.
    void text(std::string_view name, std::string_view value) { line(name, escaped_text(value)); }
    /// A property of type DATE: "DTSTART;VALUE=DATE:20260318".
    void date(std::string_view name, const Date& date);

    void append(const IcsLines& other) { out_ += other.out_; }
    [[nodiscard]] const std::string& str() const noexcept { return out_; }

  private:
    std::string out_;
};

}  // namespace probity::detail
