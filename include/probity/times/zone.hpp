// A time zone: which instant a local time is, and what clocks show at an instant.
//
//     const Zone seoul = Zone::find("Asia/Seoul");
//     const auto instant = seoul.instant(make_time(2026, 3, 18, 10));
//     instant.time_since_epoch().count();              // 1773795600
//     seoul.local(instant);                            // 2026-03-18T10:00:00
//     seoul.changes(make_time(1988, 1, 1)).size();     // 2: its last summer time begins and ends
//     Zone::find("../etc/passwd");                     // ProbityError, a ZoneError: no name of a zone
//
// Clocks that are put forward skip local times, a gap; clocks that are put back show some twice, an
// overlap. As RFC 5545 section 3.3.5 reads them, a local time in a gap has the distance from UTC that
// was in force before it, and one that comes twice is the first.
//
// Zones are those of the tz database: read from the folders given, else from those in which systems
// keep it. A zone is read once and kept; where its rule of summer time goes on, to the year 9999.
#pragma once

#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/date/error.hpp"
#include "probity/times/local_time.hpp"

namespace probity {

namespace detail {
class ZoneTable;
}

/// A zone that is not known, or whose file cannot be used.
class ZoneError : public ProbityError {
  public:
    using ProbityError::ProbityError;
};

/// A change of a zone's distance from UTC.
struct ZoneChange {
    /// The first instant of the new distance.
    std::chrono::sys_seconds instant{};
    /// Local time less UTC, before and from then on.
    std::chrono::seconds before{};
    std::chrono::seconds after{};

    /// Whether clocks are put forward, so that local times are skipped.
    [[nodiscard]] bool is_gap() const noexcept { return after > before; }
    /// The local times that are skipped, or shown twice: [begin, end).
    [[nodiscard]] LocalTime begin() const;
    [[nodiscard]] LocalTime end() const;

    friend bool operator==(const ZoneChange&, const ZoneChange&) = default;
};

/// A time zone; UTC by default.
class Zone {
  public:
    /// UTC.
    Zone();

    /// The zone of a name as the tz database writes it, "Asia/Seoul": letters, digits, "_", "+" and
    /// "-", with "/" between parts; or as Windows does, "Korea Standard Time", by CLDR's table for the
    /// world, which gives the zone of the tz database with its name. The first of the folders that has
    /// it counts; without folders the system's are looked through. Throws ZoneError if the name is no
    /// such name, or stands in none of the folders, or its file is damaged or lacks its last rule.
    [[nodiscard]] static Zone find(std::string_view name,
                                   const std::vector<std::filesystem::path>& folders = {});

    [[nodiscard]] const std::string& name() const& noexcept;
    [[nodiscard]] std::string name() && { return std::as_const(*this).name(); }

    /// The instant of a local time: of one in a gap by the distance before it, of one that comes
    /// twice the first.
    [[nodiscard]] std::chrono::sys_seconds instant(const LocalTime& local) const;
    /// The time that clocks show at an instant. Throws DateError if that is before 1400 or after 9999.
    [[nodiscard]] LocalTime local(std::chrono::sys_seconds instant) const;
    /// The same for many, in seconds since 1970 as LocalTime::seconds counts; fastest if they ascend.
    /// Throws ProbityError if there is less room for the answers than instants.
    void local(std::span<const std::int64_t> instants, std::span<std::int64_t> answers) const;
    /// Local time less UTC at an instant.
    [[nodiscard]] std::chrono::seconds offset(std::chrono::sys_seconds instant) const;

    /// The changes at which local times in [begin, end) are skipped or come twice, in order; without
    /// an end to 9999-12-31.
    [[nodiscard]] std::vector<ZoneChange> changes(
        const LocalTime& begin, const std::optional<LocalTime>& end = std::nullopt) const;

    /// The same name with the same changes.
    friend bool operator==(const Zone& a, const Zone& b);

    /// For the library: its table.
    /// @cond
    [[nodiscard]] std::shared_ptr<const detail::ZoneTable> table() const noexcept { return table_; }
    /// @endcond

  private:
    explicit Zone(std::shared_ptr<const detail::ZoneTable> table) : table_(std::move(table)) {}

    std::shared_ptr<const detail::ZoneTable> table_;
};

/// Its name.
[[nodiscard]] std::string to_string(const Zone& zone);
std::ostream& operator<<(std::ostream& out, const Zone& zone);

static_assert(std::regular<Zone>);

}  // namespace probity
