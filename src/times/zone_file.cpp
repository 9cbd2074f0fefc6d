#include "times/zone_file.hpp"

#include <cctz/civil_time.h>
#include <cctz/time_zone.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <ios>
#include <string>
#include <system_error>
#include <utility>

namespace probity::detail {
namespace {

using std::chrono::seconds;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool is_name_character(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' ||
           c == '+' || c == '-';
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

bool is_zone_name(std::string_view name) noexcept {
    if (name.empty() || name.front() == '/' || name.back() == '/') return false;
    if (name.find("//") != std::string_view::npos) return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return c == '/' || is_name_character(c); });
}

const std::vector<std::filesystem::path>& system_zone_folders() {
    static const std::vector<std::filesystem::path> folders{
        "/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"};
    return folders;
}

std::optional<cctz::time_zone> read_zone_file(const std::filesystem::path& path) {
    std::error_code failed;
    const std::filesystem::path whole = std::filesystem::absolute(path, failed);
    if (failed || !std::filesystem::is_regular_file(whole, failed)) return std::nullopt;
    const std::optional<std::string> footer = footer_of(whole);
    cctz::time_zone zone;
    if (!footer || !cctz::load_time_zone(whole.string(), &zone) || !is_read_whole(zone, *footer)) {
        return std::nullopt;
    }
    return zone;
}

}  // namespace probity::detail
