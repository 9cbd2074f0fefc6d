// A calendar file taken apart into components and properties (RFC 5545 section 3.1), as they stand.
//
// Nothing here refuses a file that is a calendar: what is wrong is mended if its meaning is plain,
// and noted.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/ics/component.hpp"
#include "exchange/ics/folding.hpp"

namespace probity::ics::detail {

/// A calendar file: its bytes, its components, and what was mended.
class CalendarFile {
  public:
    /// The bytes are kept by the caller as long as this. Throws DocumentError, which names the file,
    /// if it is no calendar or larger than largest_file.
    CalendarFile(std::string_view bytes, std::string_view name);
    CalendarFile(const CalendarFile&) = delete;
    CalendarFile& operator=(const CalendarFile&) = delete;

    /// In UTF-8, if the file is in UTF-16.
    [[nodiscard]] std::string_view data() const noexcept { return data_; }
    /// Nameless; what stands beside the calendars is in it.
    [[nodiscard]] const Component& root() const noexcept { return root_; }
    /// Each VCALENDAR, at least one; one without its END holds the next.
    [[nodiscard]] const std::vector<const Component*>& calendars() const noexcept {
        return calendars_;
    }
    [[nodiscard]] const std::vector<Note>& notes() const noexcept { return notes_; }

  private:
    void read(const std::vector<ContentLine>& lines);
    void open(const Property& begin);
    void close(const Property& end);
    /// Adds the property that was read last, which later lines may have continued.
    void end_property();

    Texts texts_;
    std::vector<Note> notes_;
    std::string_view data_;
    Component root_;
    std::vector<const Component*> calendars_;
    /// Those that have no END yet, the root first.
    std::vector<Component*> open_;
    std::optional<Property> last_;
    /// The text that lines which lost the space of their fold add to its value.
    std::string continued_;
};

/// A content line as name, parameters and value; none if it is no property.
[[nodiscard]] std::optional<Property> parse_property(std::string_view text, int line, Texts& texts);

/// Whether a name is one of RFC 5545, RFC 7986 and vCalendar 1.0; a line that has one continues
/// nothing.
[[nodiscard]] bool is_known(std::string_view name) noexcept;
/// Whether the values of a name are free text, which a line that lost the space of its fold may
/// continue.
[[nodiscard]] bool is_text(std::string_view name) noexcept;

}  // namespace probity::ics::detail
