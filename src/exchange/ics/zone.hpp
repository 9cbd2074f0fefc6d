// Zones without a file: UTC, fixed distances from it, and those of the tz database.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "probity/exchange/ics_moment.hpp"

namespace cctz {
class time_zone;
}

namespace probity::ics::detail {

/// A zone that is the same distance from UTC always.
class FixedZone final : public Zone {
  public:
    /// Without a name it is that of its distance: "UTC-03:30".
    explicit FixedZone(std::chrono::seconds offset, std::string name = {});

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::chrono::seconds offset(const Local& local) const override;
    [[nodiscard]] Local local(std::chrono::sys_seconds instant) const override;
    [[nodiscard]] std::chrono::seconds offset() const noexcept { return offset_; }
    /// Whether it was given its name.
    [[nodiscard]] bool is_named() const noexcept { return is_named_; }

  private:
    std::chrono::seconds offset_;
    bool is_named_;
    std::string name_;
};

/// A zone that is the same distance from UTC always; UTC itself if that is none and it has no name.
[[nodiscard]] ZonePointer fixed_zone(std::chrono::seconds offset, std::string name = {});

/// A zone of the tz database.
class DatabaseZone final : public Zone {
  public:
    DatabaseZone(std::string name, const cctz::time_zone& zone);
    ~DatabaseZone() override;

    [[nodiscard]] std::string name() const override { return name_; }
    [[nodiscard]] std::chrono::seconds offset(const Local& local) const override;
    [[nodiscard]] Local local(std::chrono::sys_seconds instant) const override;

  private:
    std::string name_;
    std::unique_ptr<const cctz::time_zone> zone_;
};

/// The tz database in some folders: of a zone that stands in several, the first counts.
class TzDatabase {
  public:
    /// Without folders those in which systems keep it, /usr/share/zoneinfo first. `elsewhere` is asked
    /// for what is in none of them.
    explicit TzDatabase(std::vector<std::filesystem::path> folders = {},
                        ZoneFinder elsewhere = nullptr);

    /// The zone of a name, as "Asia/Seoul"; null if there is none. A name in other capitals is known
    /// if each of its parts begins with the only one: "asia/seoul".
    [[nodiscard]] ZonePointer find(std::string_view name);

  private:
    [[nodiscard]] ZonePointer load(const std::string& name) const;

    std::vector<std::filesystem::path> folders_;
    ZoneFinder elsewhere_;
    /// By names as the database has them; null of those that it lacks.
    std::map<std::string, ZonePointer> known_;
};

}  // namespace probity::ics::detail
