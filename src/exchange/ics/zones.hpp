// Time zones of a calendar file: its own definitions first (RFC 5545 section 3.6.5).
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exchange/ics/component.hpp"
#include "exchange/ics/zone.hpp"
#include "probity/exchange/ics_moment.hpp"

namespace probity::ics::detail {

/// The zone in which a caller reads a file.
struct AskedZone {
    /// Null if there is none, or it has a name.
    ZonePointer zone = nullptr;
    /// Empty if there is none.
    std::string name = {};
    /// Where the tz database is; empty: where systems keep it.
    std::vector<std::filesystem::path> folders = {};
    /// Asked for what is in none of them.
    ZoneFinder elsewhere = nullptr;
};

/// The zones that a file's times may name, and the one of its calendar. It holds on to the components.
class Zones {
  public:
    /// A definition that cannot be read: its component, the line and the reason.
    struct Broken {
        const Component* component;
        int line;
        Text reason;
    };

    /// Throws ProbityError if the zone that is asked for is not known.
    Zones(const Component& root, const AskedZone& asked = {});

    /// The zone of a TZID in a calendar, or in no certain one; null if it is not known.
    [[nodiscard]] ZonePointer find(std::string_view name, const Component* calendar = nullptr);
    /// Whether a zone is known by its distance from UTC alone: it may have summer time.
    [[nodiscard]] bool is_guessed(std::string_view name, const Component& calendar);
    /// The zone in which a calendar is read: the one asked for, or its X-WR-TIMEZONE, or TZ of
    /// vCalendar 1.0; null if nothing says.
    [[nodiscard]] ZonePointer of_calendar(const Component& calendar);
    /// The zone whose midnights whole days in UTC begin at: the one in which the calendar is read, or
    /// the only one that it defines; null if nothing says.
    [[nodiscard]] ZonePointer of_whole_days(const Component& calendar);
    [[nodiscard]] const std::vector<Broken>& broken() const noexcept { return broken_; }

  private:
    /// A part of a definition, to tell whether another says the same: its name and its properties.
    using Part =
        std::pair<std::string_view, std::vector<std::pair<std::string_view, std::string_view>>>;
    /// A zone that a file defines, and all that its definition says.
    struct Definition {
        ZonePointer zone;
        std::vector<Part> written;
    };
    using Definitions = std::map<std::string, Definition, std::less<>>;

    [[nodiscard]] static std::vector<Part> written(const Component& component);
    void define(const Component& component);
    void define_version_1(const Component& calendar);
    [[nodiscard]] ZonePointer made_by(const Component& component, const std::string& name);
    /// The definition of a zone by its name in capitals: the calendar's own, or the first of the file.
    [[nodiscard]] const Definition* defined(const std::string& capitals,
                                            const Component* calendar) const;
    /// The zone of a name that a file does not define: of the tz database, of Windows, of UTC or a
    /// distance from it.
    [[nodiscard]] ZonePointer named(const std::string& name);
    /// The same without distances.
    [[nodiscard]] ZonePointer in_database(const std::string& name);

    TzDatabase database_;
    /// By names in capitals: two calendars of a file may each define a zone.
    std::map<const Component*, Definitions> own_;
    Definitions first_;
    std::map<std::pair<const Component*, std::string>, ZonePointer> known_;
    std::map<const Component*, ZonePointer> of_version_1_;
    std::map<const Component*, ZonePointer> of_calendars_;
    ZonePointer asked_;
    std::vector<Broken> broken_;
};

/// The name of a zone: the TZID of a property as it is written, or its own; empty without a zone.
[[nodiscard]] std::string zone_name(const ZonePointer& zone, const Property* property = nullptr);

}  // namespace probity::ics::detail
