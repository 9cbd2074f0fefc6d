#include "exchange/ics/windows_zones.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "exchange/ics/text.hpp"
#include "times/windows_zones.hpp"

namespace probity::ics::detail {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

/// Names that Windows shows, of zones with summer time and of those nearby; abbreviations and names in
/// Korean.
constexpr auto shown_names = std::to_array<Names>({
    {"Adelaide", "Australia/Adelaide"},
    {"Alaska", "America/Anchorage"},
    {"Aleutian Islands", "America/Adak"},
    {"Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"},
    {"Athens, Bucharest", "Europe/Bucharest"},
    {"Atlantic Time (Canada)", "America/Halifax"},
    {"Auckland, Wellington", "Pacific/Auckland"},
    {"Azores", "Atlantic/Azores"},
    {"Baja California", "America/Tijuana"},
    {"Beirut", "Asia/Beirut"},
    {"Belgrade, Bratislava, Budapest, Ljubljana, Prague", "Europe/Budapest"},
    {"Brussels, Copenhagen, Madrid, Paris", "Europe/Paris"},
    {"Cairo", "Africa/Cairo"},
    {"Canberra, Melbourne, Sydney", "Australia/Sydney"},
    {"Central Time (US & Canada)", "America/Chicago"},
    {"Chatham Islands", "Pacific/Chatham"},
    {"Chisinau", "Europe/Chisinau"},
    {"Dublin, Edinburgh, Lisbon, London", "Europe/London"},
    {"Coordinated Universal Time", "Etc/UTC"},
    {"Eastern Time (US & Canada)", "America/New_York"},
    {"Greenland", "America/Nuuk"},
    {"Havana", "America/Havana"},
    {"Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius", "Europe/Kyiv"},
    {"Hobart", "Australia/Hobart"},
    {"Indiana (East)", "America/Indiana/Indianapolis"},
    {"JST", "Asia/Tokyo"},
    {"Jerusalem", "Asia/Jerusalem"},
    {"KST", "Asia/Seoul"},
    {"Lord Howe Island", "Australia/Lord_Howe"},
    {"Mountain Time (US & Canada)", "America/Denver"},
    {"Newfoundland", "America/St_Johns"},
    {"Osaka, Sapporo, Tokyo", "Asia/Tokyo"},
    {"Pacific Time (US & Canada)", "America/Los_Angeles"},
    {"Santiago", "America/Santiago"},
    {"Sarajevo, Skopje, Warsaw, Zagreb", "Europe/Warsaw"},
    {"Seoul", "Asia/Seoul"},
    {"협정 세계시", "Etc/UTC"},
    {"대한민국 표준시", "Asia/Seoul"},
    {"도쿄 표준시", "Asia/Tokyo"},
    {"동부 표준시(미국과 캐나다)", "America/New_York"},
    {"산지 표준시(미국과 캐나다)", "America/Denver"},
    {"서울", "Asia/Seoul"},
    {"오사카, 삿포로, 도쿄", "Asia/Tokyo"},
    {"중부 표준시(미국과 캐나다)", "America/Chicago"},
    {"태평양 표준시(미국과 캐나다)", "America/Los_Angeles"},
});

}  // namespace

std::string_view database_name(std::string_view name) {
    const std::string_view known = probity::detail::zone_of_windows(name);
    if (!known.empty()) return known;
    const auto* const found = std::ranges::find_if(
        shown_names, [name](const Names& names) { return same_letters(names.first, name); });
    return found != shown_names.end() ? found->second : std::string_view();
}

}  // namespace probity::ics::detail
