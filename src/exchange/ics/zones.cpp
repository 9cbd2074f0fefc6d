#include "exchange/ics/zones.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "exchange/ics/file_zone.hpp"
#include "exchange/ics/rules.hpp"
#include "exchange/ics/text.hpp"
#include "exchange/ics/values.hpp"
#include "exchange/ics/windows_zones.hpp"
#include "probity/date/error.hpp"

namespace probity::ics::detail {
namespace {

/// A VTIMEZONE has at most so many observances; what comes after is not read.
constexpr std::size_t most_observances = 200;

constexpr std::array<std::string_view, 7> utc_names{
    "UTC", "GMT", "Z", "ETC/UTC", "ETC/GMT", "ZULU", "TZONE://MICROSOFT/UTC"};

/// Each of some pieces replaced by another.
std::string replaced(std::string_view text, std::string_view piece, std::string_view other) {
    std::string out;
    while (true) {
        const std::size_t found = text.find(piece);
        out += text.substr(0, found);
        if (found == std::string_view::npos) return out;
        out += other;
        text.remove_prefix(found + piece.size());
    }
}

/// A name as it is looked up: without quotes, blanks and the backslashes of a text.
std::string cleaned(std::string_view name) {
    name = stripped(name);
    const std::size_t begin = name.find_first_not_of("\"'");
    if (begin == std::string_view::npos) return {};
    name = name.substr(begin, name.find_last_not_of("\"'") + 1 - begin);
    const std::string text = replaced(replaced(name, "\\,", ","), "\\;", ";");
    return std::string(stripped(text));
}

/// The last so many pieces of a name between "/"; empty if it has no more.
std::string_view last_pieces(std::string_view name, int count) {
    std::size_t begin = name.size() + 1;
    for (int piece = 0; piece < count; ++piece) {
        if (begin < 2) return {};
        begin = name.rfind('/', begin - 2) + 1;
        if (begin == 0) return {};
    }
    return name.substr(begin);
}

/// A distance from UTC as the name of a zone: "+09:00", "(UTC+09:00) Seoul", "GMT-5".
struct OffsetName {
    seconds offset;
    /// Whether it stands before another name.
    bool has_name;
};

/// The rest of such a name from the digits of its hours on, of which there are so many.
std::optional<OffsetName> rest_of_offset(std::string_view text, std::size_t hour_digits) {
    if (!is_number(text.substr(0, hour_digits), 2) || text.size() < hour_digits) {
        return std::nullopt;
    }
    const int hours = std::stoi(std::string(text.substr(0, hour_digits)));
    text.remove_prefix(hour_digits);
    if (text.starts_with(':') || text.starts_with('.')) text.remove_prefix(1);
    int minutes = 0;
    if (text.size() >= 2 && is_number(text.substr(0, 2), 2)) {
        minutes = std::stoi(std::string(text.substr(0, 2)));
        text.remove_prefix(2);
    }
    if (text.starts_with(')')) text.remove_prefix(1);
    const bool is_whole =
        text.empty() || (text.front() == ' ' && text.find('\n') == std::string_view::npos);
    if (!is_whole || hours > 14 || minutes > 59) return std::nullopt;
    return OffsetName{std::chrono::hours{hours} + std::chrono::minutes{minutes}, text.size() > 1};
}

std::optional<OffsetName> offset_name(std::string_view name) {
    std::string_view text = head(name, 100);
    if (text.starts_with('(')) text.remove_prefix(1);
    if (begins_alike(text, "UTC") || begins_alike(text, "GMT")) text.remove_prefix(3);
    if (text.starts_with(' ')) text.remove_prefix(1);
    if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
    const bool is_west = text.front() == '-';
    text.remove_prefix(1);
    std::optional<OffsetName> found = rest_of_offset(text, 2);
    if (!found) found = rest_of_offset(text, 1);
    if (found && is_west) found->offset = -found->offset;
    return found;
}

/// "Asia/Seoul (KST)" without what stands in brackets at its end.
std::string_view without_brackets(std::string_view name) {
    if (!name.ends_with(')')) return name;
    const std::size_t open = name.find_last_of("()", name.size() - 2);
    if (open == std::string_view::npos || name[open] == ')') return name;
    name = name.substr(0, open);
    if (name.ends_with(' ')) name.remove_suffix(1);
    return name;
}

}  // namespace

Zones::Zones(const Component& root, const AskedZone& asked)
    : database_(asked.folders, asked.elsewhere), asked_(asked.zone) {
    for (const Component* const component : root.walk()) {
        if (component->name == "VTIMEZONE") define(*component);
        if (component->name == "VCALENDAR") define_version_1(*component);
    }
    if (asked.name.empty()) return;
    asked_ = find(asked.name);
    if (asked_ == nullptr) {
        throw ProbityError(
            sentence("ics.no_zone", {{"zone", quoted(std::string_view(asked.name))}}));
    }
}

// Definitions ---------------------------------------------------------------------------------------

std::vector<Zones::Part> Zones::written(const Component& component) {
    std::vector<Part> parts;
    for (const auto& child : component.children) {
        Part part{child->name, {}};
        for (const Property& each : child->properties) {
            part.second.emplace_back(each.name, each.value);
        }
        parts.push_back(std::move(part));
    }
    return parts;
}

ZonePointer Zones::made_by(const Component& component, const std::string& name) {
    const std::string shown_name = quoted(head(name, 60));
    std::vector<const Component*> parts;
    for (const auto& child : component.children) {
        if (child->name == "STANDARD" || child->name == "DAYLIGHT") parts.push_back(child.get());
    }
    std::vector<Observance> observances;
    for (std::size_t i = 0; i < std::min(parts.size(), most_observances); ++i) {
        const Component& part = *parts[i];
        const auto lose = [&](const Text& reason) {
            broken_.push_back(
                {&part, part.line,
                 sentence("ics.zone.part",
                          {{"part", part.name}, {"zone", shown_name}, {"reason", reason}})});
        };
        try {
            if (auto observance = read_observance(part)) {
                observances.push_back(*std::move(observance));
            } else {
                broken_.push_back(
                    {&part, part.line,
                     sentence("ics.zone.no_offset", {{"part", part.name}, {"zone", shown_name}})});
            }
        } catch (const RuleLost& error) {
            lose(error.reason());
        } catch (const BeyondDates& error) {
            lose(reason_of(error));
        } catch (const ProbityError& error) {
            lose(reason_of(error));
        }
    }
    if (parts.size() > most_observances) {
        broken_.push_back({&component, component.line,
                           sentence("ics.zone.too_many", {{"most", most_observances}})});
    }
    return observances.empty() ? nullptr : zone_of(name, std::move(observances));
}

void Zones::define(const Component& component) {
    const std::string name = cleaned(component.value("TZID"));
    if (name.empty()) {
        broken_.push_back({&component, component.line, sentence("ics.zone.no_name")});
        return;
    }
    ZonePointer zone = made_by(component, name);
    if (zone == nullptr) zone = named(cleaned(component.value("X-LIC-LOCATION")));
    if (zone == nullptr) return;
    const std::string capitals = upper(name);
    const Definition made{std::move(zone), written(component)};
    const auto [own, is_new] = own_[&component.calendar()].try_emplace(capitals, made);
    first_.try_emplace(capitals, made);
    if (!is_new && own->second.written != made.written) {
        broken_.push_back(
            {&component, component.line,
             sentence("ics.zone.defined_before", {{"zone", quoted(head(name, 60))}})});
    }
}

void Zones::define_version_1(const Component& calendar) {
    if (!calendar.has("TZ")) return;
    std::vector<const Property*> lost;
    of_version_1_[&calendar] = zone_of_version_1(calendar, lost);
    for (const Property* const each : lost) {
        broken_.push_back(
            {&calendar, each->line, sentence("ics.zone.no_summer", {{"what", shown(*each)}})});
    }
}

const Zones::Definition* Zones::defined(const std::string& capitals,
                                        const Component* calendar) const {
    if (const auto own = own_.find(calendar); own != own_.end()) {
        const auto found = own->second.find(capitals);
        if (found != own->second.end()) return &found->second;
    }
    const auto found = first_.find(capitals);
    return found != first_.end() ? &found->second : nullptr;
}

// Names ---------------------------------------------------------------------------------------------

ZonePointer Zones::find(std::string_view name, const Component* calendar) {
    const auto [known, is_new] = known_.try_emplace({calendar, std::string(name)});
    if (is_new) {
        const std::string plain = cleaned(name);
        const Definition* const own = defined(upper(plain), calendar);
        known->second = own != nullptr ? own->zone : named(plain);
    }
    return known->second;
}

bool Zones::is_guessed(std::string_view name, const Component& calendar) {
    const std::string plain = cleaned(name);
    if (defined(upper(plain), &calendar) != nullptr) return false;
    const std::optional<OffsetName> offset = offset_name(plain);
    return offset && offset->has_name && in_database(plain) == nullptr;
}

ZonePointer Zones::named(const std::string& name) {
    const auto is_name = [&name](std::string_view each) { return same_letters(each, name); };
    if (std::any_of(utc_names.begin(), utc_names.end(), is_name)) return utc();
    if (ZonePointer zone = in_database(name)) return zone;
    // "/mozilla.org/20050126_1/Asia/Seoul", "/freeassociation.sourceforge.net/Asia/Seoul"
    for (const int count : {3, 2}) {
        if (ZonePointer zone = database_.find(last_pieces(name, count))) return zone;
    }
    const std::optional<OffsetName> offset = offset_name(name);
    return offset ? fixed_zone(offset->offset, name) : nullptr;
}

ZonePointer Zones::in_database(const std::string& name) {
    const std::string standard = replaced(upper(name), " DAYLIGHT TIME", " STANDARD TIME");
    std::string_view rest;  // behind "(UTC-05:00) "
    if (const std::size_t end = standard.find(") "); end != std::string::npos) {
        rest = std::string_view(standard).substr(end + 2);
    }
    for (const std::string_view windows : {std::string_view(standard), rest}) {
        const std::string_view known = database_name(windows);
        if (!known.empty()) return database_.find(known);
    }
    ZonePointer zone = database_.find(name);
    return zone != nullptr ? zone : database_.find(without_brackets(name));
}

// Calendars -----------------------------------------------------------------------------------------

ZonePointer Zones::of_calendar(const Component& calendar) {
    if (asked_ != nullptr) return asked_;
    const auto [known, is_new] = of_calendars_.try_emplace(&calendar);
    if (!is_new) return known->second;
    std::string_view written = calendar.value("X-WR-TIMEZONE");
    if (written.empty()) written = calendar.value("TIMEZONE-ID");
    const std::string name = cleaned(written);
    ZonePointer zone = name.empty() ? nullptr : find(name, &calendar);
    if (zone == nullptr) {
        const auto version_1 = of_version_1_.find(&calendar);
        if (version_1 != of_version_1_.end()) zone = version_1->second;
    }
    known->second = zone;
    return zone;
}

ZonePointer Zones::of_whole_days(const Component& calendar) {
    ZonePointer zone = of_calendar(calendar);
    if (zone != nullptr) return zone;
    const auto own = own_.find(&calendar);
    if (own == own_.end() || own->second.size() != 1) return nullptr;
    return own->second.begin()->second.zone;
}

std::string zone_name(const ZonePointer& zone, const Property* property) {
    if (zone == nullptr) return {};
    if (property != nullptr) {
        const std::string_view written = property->parameter("TZID");
        if (!written.empty()) return std::string(written);
    }
    return zone->name();
}

}  // namespace probity::ics::detail
