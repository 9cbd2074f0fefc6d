// One event or task of a calendar file: what it says, once its values are read.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "exchange/ics/component.hpp"
#include "exchange/ics/reason.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/values.hpp"
#include "probity/exchange/ics_moment.hpp"

namespace probity::ics::detail {

/// An event that cannot be taken: the kind of finding, the reason, and the line.
class Refused : public Lost {
  public:
    Refused(std::string_view kind, const Text& reason, int line)
        : Lost(reason), kind_(kind), line_(line) {}

    [[nodiscard]] std::string_view kind() const noexcept { return kind_; }
    [[nodiscard]] int line() const noexcept { return line_; }

  private:
    std::string_view kind_;
    int line_;
};

/// A rule, or a date of RDATE or EXDATE, with its line.
template <class Value>
using Lined = std::pair<int, Value>;

/// The contents of a VEVENT or VTODO.
struct CalendarEvent {
    const Component* component = nullptr;
    std::string uid;
    std::string title;
    /// A date, or a time in the zone in which its rule counts.
    Moment start{.day = first_day};
    /// It has no date at all: a task without one, or what cancels an event by its UID.
    bool is_dateless = false;
    std::int64_t days = 1;
    std::optional<std::chrono::seconds> duration = std::nullopt;
    /// The name of the zone, as it is shown.
    std::string zone;
    /// The zone in which people see it, if that is another than its rule's.
    ZonePointer shown = nullptr;
    /// The zone of whole days that are written as times.
    ZonePointer whole_zone = nullptr;
    /// DTEND or DUE, as it is written.
    std::optional<Moment> end = std::nullopt;
    std::optional<Moment> recurrence_id = std::nullopt;
    /// RECURRENCE-ID has RANGE=THISANDFUTURE.
    bool is_range = false;
    /// RECURRENCE-ID has a value that names nothing.
    bool is_astray = false;
    bool is_cancelled = false;
    bool has_guests = false;
    /// SEQUENCE, of up to a hundred digits, without leading zeros.
    std::string sequence = "0";
    /// DTSTAMP in UTC, so that the later is the greater; empty without one.
    std::string stamp;
    std::vector<Note> notes;
    std::vector<Lined<Parsed>> rules;
    std::vector<Lined<Parsed>> exrules;
    std::vector<Lined<Moment>> rdates;
    std::vector<Lined<Moment>> exdates;

    /// Tells the latest of several versions: SEQUENCE, and then DTSTAMP.
    [[nodiscard]] auto version() const noexcept {
        return std::tuple(sequence.size(), std::string_view(sequence), std::string_view(stamp));
    }
    [[nodiscard]] int line() const noexcept { return component->line; }
    /// The line of RECURRENCE-ID.
    [[nodiscard]] int id_line() const noexcept;
    [[nodiscard]] bool is_timed() const noexcept { return start.is_time(); }
    [[nodiscard]] bool is_task() const noexcept { return component->name == "VTODO"; }
    /// DTSTART as people see it. Throws BeyondDates.
    [[nodiscard]] Moment begin() const;
    /// The day of DTSTART as people see it. Throws BeyondDates.
    [[nodiscard]] Day date() const { return begin().day; }
    [[nodiscard]] bool recurs() const noexcept { return !rules.empty() || !rdates.empty(); }
    /// A value of type TEXT as it reads; empty without the property.
    [[nodiscard]] std::string text(std::string_view name) const;
    /// Notes what was mended, or lost.
    void mend(std::string_view what, int at, Text reason);
    void lose(std::string_view what, int at, Text reason);
};

}  // namespace probity::ics::detail
