#include "exchange/ics/zone.hpp"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <array>
#include <cstddef>
#include <cstdio>
#include <system_error>

#include "exchange/ics/text.hpp"
#include "times/zone_file.hpp"

namespace probity::ics {
namespace detail {
namespace {

using std::chrono::local_seconds;
using std::chrono::seconds;
using std::chrono::sys_seconds;

std::string name_of_offset(seconds offset) {
    if (offset == seconds{0}) return "UTC";
    const std::chrono::hh_mm_ss away(offset);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "UTC%c%02d:%02d", away.is_negative() ? '-' : '+',
                  static_cast<int>(away.hours().count()), static_cast<int>(away.minutes().count()));
    std::string name = text.data();
    if (away.seconds() != seconds{0}) {
        std::snprintf(text.data(), text.size(), ":%02d", static_cast<int>(away.seconds().count()));
        name += text.data();
    }
    return name;
}

cctz::civil_second civil(local_seconds local) {
    return cctz::civil_second() + local.time_since_epoch().count();
}

// Names ---------------------------------------------------------------------------------------------

/// Each part with a capital at its start, and none after it.
std::string capitalized(std::string_view name) {
    std::string text = lower(name);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at == 0 || text[at - 1] == '/') text[at] = upper(text.substr(at, 1)).front();
    }
    return text;
}

}  // namespace

FixedZone::FixedZone(seconds offset, std::string name)
    : offset_(offset),
      is_named_(!name.empty()),
      name_(name.empty() ? name_of_offset(offset) : std::move(name)) {}

seconds FixedZone::offset(const Local& /*local*/) const { return offset_; }

Zone::Local FixedZone::local(sys_seconds instant) const {
    return {local_seconds{instant.time_since_epoch() + offset_}};
}

ZonePointer fixed_zone(seconds offset, std::string name) {
    if (offset == seconds{0} && name.empty()) return utc();
    return std::make_shared<FixedZone>(offset, std::move(name));
}

// The database --------------------------------------------------------------------------------------

DatabaseZone::DatabaseZone(std::string name, const cctz::time_zone& zone)
    : name_(std::move(name)), zone_(std::make_unique<const cctz::time_zone>(zone)) {}

DatabaseZone::~DatabaseZone() = default;

seconds DatabaseZone::offset(const Local& local) const {
    const auto found = zone_->lookup(civil(local.time));
    const cctz::time_point<cctz::seconds> instant = local.again ? found.post : found.pre;
    return local.time.time_since_epoch() - seconds{instant.time_since_epoch().count()};
}

Zone::Local DatabaseZone::local(sys_seconds instant) const {
    const cctz::time_point<cctz::seconds> at{cctz::seconds{instant.time_since_epoch().count()}};
    const cctz::civil_second shown = zone_->lookup(at).cs;
    const auto found = zone_->lookup(shown);
    const bool is_twice = found.kind == cctz::time_zone::civil_lookup::REPEATED;
    return {local_seconds{seconds{shown - cctz::civil_second()}}, is_twice && at >= found.trans};
}

TzDatabase::TzDatabase(std::vector<std::filesystem::path> folders, ZoneFinder elsewhere)
    : folders_(std::move(folders)), elsewhere_(std::move(elsewhere)) {
    if (folders_.empty()) folders_ = probity::detail::system_zone_folders();
}

ZonePointer TzDatabase::find(std::string_view name) {
    if (!probity::detail::is_zone_name(name)) return nullptr;
    for (const std::string& spelling : {std::string(name), capitalized(name)}) {
        const auto [known, is_new] = known_.try_emplace(spelling);
        if (is_new) known->second = load(spelling);
        if (known->second != nullptr) return known->second;
    }
    return nullptr;
}

ZonePointer TzDatabase::load(const std::string& name) const {
    for (const std::filesystem::path& folder : folders_) {
        std::error_code failed;
        const std::filesystem::path path = folder / name;
        if (!std::filesystem::is_regular_file(path, failed)) continue;
        const auto zone = probity::detail::read_zone_file(path);
        if (zone) return std::make_shared<DatabaseZone>(name, *zone);
        break;
    }
    return elsewhere_ ? elsewhere_(name) : nullptr;
}

}  // namespace detail

const ZonePointer& utc() {
    static const ZonePointer zone = std::make_shared<detail::FixedZone>(std::chrono::seconds{0});
    return zone;
}

}  // namespace probity::ics
