#include "probity/exchange/overlay.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "date/names.hpp"
#include "exchange/embedded.hpp"
#include "exchange/file.hpp"
#include "exchange/json/leaves.hpp"
#include "exchange/json/text.hpp"
#include "exchange/special_days.hpp"
#include "probity/exchange/json.hpp"
#include "records/characters.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

using detail::json;
using detail::refuse;
using detail::sentence;
using detail::StrictObject;

// In characters.
constexpr std::size_t longest_text = 500;

/// A text of one line: names go into calendars and tables.
std::string read_line(const json& value, const std::string& place) {
    std::string text = detail::read_string(value, place);
    if (text.empty()) refuse(place, sentence("overlay.empty"));
    const std::size_t length = detail::characters_in(text);
    if (length > longest_text) {
        refuse(place, sentence("overlay.too_long", {{"length", length}, {"most", longest_text}}));
    }
    const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    const auto control = std::find_if(text.begin(), text.end(), is_control);
    if (control != text.end()) {
        refuse(place, sentence("overlay.control", {{"byte", control - text.begin()}}));
    }
    return text;
}

void read_optional_line(StrictObject& object, const char* key, std::string& out) {
    if (const json* value = object.find(key)) out = read_line(*value, object.at(key));
}

HolidayKind read_kind(const json& value, const std::string& place) {
    const std::string text = detail::read_string(value, place);
    try {
        return parse_holiday_kind(text);
    } catch (const ProbityError& error) {
        refuse(place, error.text());
    }
}

Holiday read_holiday(const json& value, const std::string& place) {
    StrictObject object(value, place);
    Holiday holiday{.kind = HolidayKind::temporary};
    detail::DocumentFaults faults;
    const bool dated = faults.attempt(
        [&] { detail::read_value(object.require("date"), object.at("date"), holiday.date); });
    faults.attempt(
        [&] { holiday.name.korean = read_line(object.require("name"), object.at("name")); });
    faults.attempt([&] { read_optional_line(object, "name_en", holiday.name.english); });
    faults.attempt([&] {
        const json* kind = object.find("kind");
        if (kind != nullptr) holiday.kind = read_kind(*kind, object.at("kind"));
    });
    faults.attempt([&] {
        const json* decided = object.find("decided_on");
        if (decided == nullptr) return;
        detail::read_value(*decided, object.at("decided_on"), holiday.decided_on.emplace());
        if (dated && *holiday.decided_on > holiday.date) {
            refuse(object.at("decided_on"),
                   sentence("overlay.decided_after",
                            {{"decided", detail::written(*holiday.decided_on)},
                             {"date", detail::written(holiday.date)}}));
        }
    });
    faults.attempt([&] { read_optional_line(object, "basis", holiday.basis.korean); });
    faults.attempt([&] { read_optional_line(object, "basis_en", holiday.basis.english); });
    faults.attempt([&] { object.finish(); });
    faults.raise();
    return holiday;
}

/// Where each day of a document stands, to find one that is listed twice.
class Listed {
  public:
    void add(const Holiday& holiday, std::size_t index, const std::string& place) {
        const auto [found, is_new] = places_.try_emplace(
            {day_number(holiday.date), holiday.name.in(Language::korean)}, index);
        if (is_new) return;
        refuse(place, sentence("overlay.twice",
                               {{"holiday", to_string(holiday)},
                                {"place", "/holidays/" + std::to_string(found->second)}}));
    }

  private:
    std::map<std::pair<DayNumber, std::string>, std::size_t> places_;
};

std::vector<Holiday> read_own(const json& document) {
    StrictObject object(document, "");
    // A pointer to the schema, for editors that check as one types.
    static_cast<void>(object.find("$schema"));
    const json& list = object.require("holidays");
    const std::string place = object.at("holidays");
    object.finish();
    if (!list.is_array()) refuse(place, sentence("overlay.no_list"));
    constexpr std::size_t most = 10000;
    if (list.size() > most) {
        refuse(place, sentence("overlay.too_many", {{"number", list.size()}, {"most", most}}));
    }
    std::vector<Holiday> holidays;
    holidays.reserve(list.size());
    Listed listed;
    detail::DocumentFaults faults;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string here = place + "/" + std::to_string(i);
        faults.attempt([&] {
            Holiday holiday = read_holiday(list[i], here);
            listed.add(holiday, i, here);
            holidays.push_back(std::move(holiday));
        });
    }
    faults.raise();
    return holidays;
}

/// The days of a file, and whether the portal or the almanac names them: otherwise than the law, and all of
/// a year.
struct Announced {
    std::vector<Holiday> days;
    bool is_of_year = false;
};

Announced read_announced(std::string_view text) {
    if (detail::is_xml(text)) return {detail::read_special_days_xml(text), true};
    const json document = detail::parse_json(text);
    if (detail::is_special_days(document)) return {detail::read_special_days(document), true};
    if (detail::is_almanac(document)) return {detail::read_almanac(document), true};
    return {read_own(document), false};
}

/// Whether a calendar lists a public holiday on a date.
bool has_holiday(const WorkCalendar& calendar, const Date& date) {
    if (!calendar.horizon().contains(date)) return false;
    const DayState state = calendar.state(date);
    return !state.working &&
           std::any_of(state.holidays.begin(), state.holidays.end(),
                       [](const Holiday& holiday) { return holiday.kind != HolidayKind::closure; });
}

}  // namespace

std::vector<Holiday> read_overlay(std::string_view text) { return read_announced(text).days; }

WorkCalendar with_overlay(const WorkCalendar& calendar, const std::filesystem::path& path) {
    Announced announced = detail::read_document(
        path, longest_document, [](const std::string& text) { return read_announced(text); });
    if (announced.is_of_year) {
        std::erase_if(announced.days,
                      [&](const Holiday& holiday) { return has_holiday(calendar, holiday.date); });
    }
    return calendar.with_holidays(announced.days);
}

std::vector<Holiday> load_overlay(const std::filesystem::path& path) {
    return detail::read_document(path, longest_document,
                                 [](const std::string& text) { return read_overlay(text); });
}

std::string_view overlay_schema() noexcept { return embedded::overlay(); }

}  // namespace probity
