#include "exchange/ics/zone.hpp"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <fstream>
#include <optional>
#include <system_error>

#include "exchange/ics/text.hpp"

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

/// Whether a name may be a file's in the database: none leads out of its folder.
bool is_database_name(std::string_view name) {
    const std::vector<std::string_view> parts = split(name, '/');
    const auto is_part = [](std::string_view part) {
        return !part.empty() && part.size() <= 40 &&
               std::all_of(part.begin(), part.end(), [](char letter) {
                   return is_letter(letter) || is_digit(letter) || letter == '_' || letter == '+' ||
                          letter == '-';
               });
    };
    return parts.size() <= 4 && std::all_of(parts.begin(), parts.end(), is_part);
}

/// Each part with a capital at its start, and none after it.
std::string capitalized(std::string_view name) {
    std::string text = lower(name);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at == 0 || text[at - 1] == '/') text[at] = upper(text.substr(at, 1)).front();
    }
    return text;
}

/// Reads the last line of a zone's file, which rules the time behind its last transition (RFC 9636
/// section 3.3): "CET-1CEST,M3.5.0,M10.5.0/3". None if the file is no zone's: cctz keeps what it
/// was asked for, and is asked for zones alone.
std::optional<std::string> footer_of(const std::filesystem::path& path) {
    constexpr std::streamsize largest = 1 << 20;
    std::ifstream file(path, std::ios::binary);
    std::string bytes(static_cast<std::size_t>(largest), '\0');
    file.read(bytes.data(), largest);
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (!bytes.starts_with("TZif")) return std::nullopt;
    if (!bytes.ends_with('\n')) return std::string();
    bytes.pop_back();
    return bytes.substr(bytes.rfind('\n') + 1);
}

/// Takes a name from the start of a footer: letters, or anything between "<" and ">".
void take_name(std::string_view& text) {
    const bool is_bracketed = text.starts_with('<');
    const auto end =
        is_bracketed ? text.find('>') : std::min(text.find_first_of("+-0123456789,"), text.size());
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + (is_bracketed ? 1 : 0));
}

/// Takes a distance from the start of a footer, which counts west of UTC: "-5:30".
seconds take_distance(std::string_view& text) {
    const bool is_east = text.starts_with('-');
    if (is_east || text.starts_with('+')) text.remove_prefix(1);
    seconds away{0};
    for (std::int64_t unit : {3600, 60, 1}) {
        int number = 0;
        while (!text.empty() && is_digit(text.front()) && number < 1000) {
            number = number * 10 + (text.front() - '0');
            text.remove_prefix(1);
        }
        away += seconds{number * unit};
        if (!text.starts_with(':')) break;
        text.remove_prefix(1);
    }
    return is_east ? away : -away;
}

/// Whether a zone has the distances that its footer names, long behind its last transition. cctz before
/// 2.4 goes on with the last two that it found, of whatever kind, if a file keeps no later ones.
bool is_read_whole(const cctz::time_zone& zone, std::string_view footer) {
    if (footer.empty()) return true;
    take_name(footer);
    const seconds standard = take_distance(footer);
    const cctz::time_point<cctz::seconds> in_2100(cctz::seconds{4'102'444'800});
    const auto offset_at = [&zone](cctz::time_point<cctz::seconds> when) {
        return seconds{zone.lookup(when).offset};
    };
    take_name(footer);
    if (footer.empty()) return offset_at(in_2100) == standard;
    const bool is_named = !footer.starts_with(',');
    const seconds summer = is_named ? take_distance(footer) : standard + std::chrono::hours{1};
    cctz::time_zone::civil_transition next;
    if (!zone.next_transition(in_2100, &next)) return summer == standard;
    // ",M3.5.0/1,M10.5.0": summer time begins in March.
    const bool names_month = footer.starts_with(",M") && footer.size() > 4;
    const std::string_view month = names_month ? footer.substr(2, footer.find('.') - 2) : "";
    const bool is_to_summer = !names_month || std::to_string(next.to.month()) == month;
    const auto change = zone.lookup(next.to).trans;
    const std::pair found(offset_at(change - cctz::seconds{1}), offset_at(change));
    return found == (is_to_summer ? std::pair(standard, summer) : std::pair(summer, standard));
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
    if (folders_.empty()) {
        folders_ = {"/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo",
                    "/etc/zoneinfo"};
    }
}

ZonePointer TzDatabase::find(std::string_view name) {
    if (!is_database_name(name)) return nullptr;
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
        const std::filesystem::path path = std::filesystem::absolute(folder / name, failed);
        if (failed || !std::filesystem::is_regular_file(path, failed)) continue;
        const std::optional<std::string> footer = footer_of(path);
        cctz::time_zone zone;
        if (footer && cctz::load_time_zone(path.string(), &zone) && is_read_whole(zone, *footer)) {
            return std::make_shared<DatabaseZone>(name, zone);
        }
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
