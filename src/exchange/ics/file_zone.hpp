// Zones that a calendar file defines (RFC 5545 section 3.6.5; TZ and DAYLIGHT of vCalendar 1.0).
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "exchange/ics/component.hpp"
#include "exchange/ics/values.hpp"
#include "probity/exchange/ics_moment.hpp"
#include "probity/recurrence/recurrence.hpp"

namespace probity::ics::detail {

/// STANDARD or DAYLIGHT: from each onset on, in the time before it, a distance from UTC is in force.
struct Observance {
    Recurrence days;
    seconds time;
    seconds before;
    seconds after;
};

/// Reads STANDARD or DAYLIGHT; none without a distance. Throws RuleLost, ProbityError and BeyondDates.
[[nodiscard]] std::optional<Observance> read_observance(const Component& component);

/// A zone as a file defines it, for every year.
class FileZone final : public Zone {
  public:
    /// At least one observance, in the order of their first days.
    FileZone(std::string name, std::vector<Observance> observances);

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] seconds offset(const Local& local) const override;
    [[nodiscard]] Local local(std::chrono::sys_seconds instant) const override;
    [[nodiscard]] const std::vector<Observance>& observances() const noexcept {
        return observances_;
    }

  private:
    /// From a point in time on the zone has another distance. Points are seconds since 1970 in UTC.
    struct Transition {
        seconds at;
        seconds before;
        seconds after;
    };
    using Transitions = std::vector<Transition>;

    /// The distance that the last of the transitions near a time leaves that has passed by then.
    template <class HasPassed>
    [[nodiscard]] seconds offset_by(seconds when, HasPassed has_passed) const;
    /// The transitions of a year and its neighbours, and the last before them.
    [[nodiscard]] const Transitions& around(int year) const;
    [[nodiscard]] Transitions made_around(int year) const;

    std::string name_;
    std::vector<Observance> observances_;
    mutable std::mutex mutex_;
    /// As far as they were asked for.
    mutable std::map<int, Transitions> years_;
};

/// A zone of these observances: one without transitions if they have one distance. At least one.
[[nodiscard]] ZonePointer zone_of(std::string name, std::vector<Observance> observances);

/// The zone of a calendar of vCalendar 1.0 by its TZ and DAYLIGHT, of which each names the distance,
/// begin and end of one summer; null without a TZ. Each DAYLIGHT that cannot be read is told to
/// `broken`.
[[nodiscard]] ZonePointer zone_of_version_1(const Component& calendar,
                                            std::vector<const Property*>& broken);

}  // namespace probity::ics::detail
