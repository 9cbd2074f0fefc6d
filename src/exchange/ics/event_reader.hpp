// Reads the values of one event or task of a calendar file.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/ics/event.hpp"
#include "exchange/ics/zones.hpp"

namespace probity::ics::detail {

/// Reads the events of a file in its zones.
class EventReader {
  public:
    explicit EventReader(Zones& zones) : zones_(zones) {}

    /// A VEVENT or VTODO. Throws Refused, ProbityError or BeyondDates if its days cannot be known.
    [[nodiscard]] CalendarEvent read(const Component& component) const;

  private:
    // Classifies an event (event_reader.cpp).
    void read_state(CalendarEvent& event) const;
    void read_sequence(CalendarEvent& event) const;
    [[nodiscard]] std::string stamp(CalendarEvent& event) const;

    // When it is (event_moments.cpp).
    /// Reads DTSTART and RECURRENCE-ID. DTSTART may be missing from what cancels, and a task may
    /// have DUE alone, or no date: null then.
    const Property* read_start(CalendarEvent& event) const;
    void read_recurrence_id(CalendarEvent& event, const Property& id) const;
    [[nodiscard]] std::optional<Moment> single(CalendarEvent& event, const Property& found) const;
    /// A value of a property as a date, or a time in its zone; none if it is neither.
    [[nodiscard]] std::optional<Moment> moment(CalendarEvent& event, const Property& found,
                                               std::string_view text) const;
    /// A time in UTC that is a midnight where the calendar's whole days begin, there.
    [[nodiscard]] Moment aligned(const CalendarEvent& event, const Moment& moment) const;
    [[nodiscard]] Moment zoned(CalendarEvent& event, const Property& found,
                               const Written& written) const;

    // How long it is (event_length.cpp).
    void read_length(CalendarEvent& event, const Property& start, const Property* end) const;
    /// Takes times from midnight to midnight for whole days, if no guests come for them.
    void find_whole_days(CalendarEvent& event, const Property& found) const;

    // How often it is (event_rules.cpp).
    void read_rule(CalendarEvent& event, const Property& found, std::vector<Lined<Parsed>>& kept,
                   bool is_version_1) const;
    [[nodiscard]] Parsed rule(CalendarEvent& event, const Property& found, bool is_version_1) const;
    /// The dates of RDATE or EXDATE; each that cannot be read is lost alone.
    [[nodiscard]] std::vector<Lined<Moment>> listed(CalendarEvent& event, std::string_view name,
                                                    bool is_version_1) const;

    Zones& zones_;
};

}  // namespace probity::ics::detail
