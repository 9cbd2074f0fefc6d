// Dates and times as calendar files have them: of any year from 1 to 9999, in a zone or in none.
//
// A meeting that begins on 2026-03-18 at 15:20 in Seoul has as its begin a Moment of that day, of 55200
// seconds since midnight, and of a zone of the name "Asia/Seoul". A whole day has no time.
//
// A Zone is an object to be implemented by whoever knows another kind of zone; the library has those
// that a file defines (VTIMEZONE), those of the tz database and fixed distances from UTC.
#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace probity::ics {

/// A time zone: how far local time is from UTC, and when.
class Zone {
  public:
    /// A time that clocks show, and whether they show it for the second time.
    struct Local {
        std::chrono::local_seconds time{};
        bool again = false;
    };

    Zone() = default;
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
    virtual ~Zone() = default;

    /// Its name: "Asia/Seoul", the TZID of a file's definition, "UTC+09:00".
    [[nodiscard]] virtual std::string name() const = 0;
    /// The distance from UTC at a local time. A time that the clock skips has the one before, or
    /// with `again` the one behind; a time that it shows twice has the first's, or the second's.
    [[nodiscard]] virtual std::chrono::seconds offset(const Local& local) const = 0;
    /// The local time at an instant.
    [[nodiscard]] virtual Local local(std::chrono::sys_seconds instant) const = 0;
};

using ZonePointer = std::shared_ptr<const Zone>;

/// Finds a zone by its name in the tz database, as "Asia/Seoul"; null if it has none.
using ZoneFinder = std::function<ZonePointer(const std::string& name)>;

/// UTC: one and the same object always.
[[nodiscard]] const ZonePointer& utc();

/// A date, or a time of day on it.
struct Moment {
    std::chrono::sys_days day{};
    /// Since midnight; none of a whole day.
    std::optional<std::chrono::seconds> time = std::nullopt;
    /// None of a whole day, and of floating time.
    ZonePointer zone = nullptr;
    /// Whether the clock shows the time for the second time.
    bool again = false;

    /// Whether it has a time of day.
    [[nodiscard]] bool is_time() const noexcept { return time.has_value(); }

    /// Times in one zone are equal if clocks show the same, others if they are one instant; no date
    /// equals a time, and no floating time one in a zone.
    friend bool operator==(const Moment& a, const Moment& b);
};

/// "2026-03-18", "2026-03-18 15:20:00", "2026-03-18 15:20:00+09:00".
[[nodiscard]] std::string to_string(const Moment& moment);

static_assert(std::regular<Moment>);

}  // namespace probity::ics
