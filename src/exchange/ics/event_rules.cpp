// How often an event of a calendar file is: RRULE, EXRULE, RDATE and EXDATE.
#include <algorithm>

#include "exchange/ics/event_reader.hpp"
#include "exchange/ics/text.hpp"
#include "exchange/ics/vcalendar.hpp"

namespace probity::ics::detail {

void EventReader::read_rule(CalendarEvent& event, const Property& found,
                            std::vector<Lined<Parsed>>& kept, bool is_version_1) const {
    const auto told = [&](std::string_view reason) {
        return std::string(found.name) + " " + shortened(found.value) + ": " + std::string(reason);
    };
    try {
        kept.emplace_back(found.line, rule(event, found, is_version_1));
    } catch (const RuleLost& error) {
        event.lose("rrule-invalid", found.line, told(error.what()));
        return;
    } catch (const BeyondDates& error) {
        event.lose("rrule-invalid", found.line, told(error.what()));
        return;
    }
    for (const std::string& reason : kept.back().second.mended) {
        const bool is_of_ends = reason.starts_with("COUNT stands");
        event.mend(is_of_ends ? "count-and-until" : "rrule-form", found.line, told(reason));
    }
}

Parsed EventReader::rule(CalendarEvent& event, const Property& found, bool is_version_1) const {
    const bool is_old = is_of_version_1(found.value);
    if (is_old || (is_version_1 && !contains_alike(found.value, "FREQ"))) {
        Parsed rule = parse_rule(rule_of_version_1(found.value, event.start));
        if (!is_version_1) rule.mended.emplace_back("it is written as in vCalendar 1.0");
        return rule;
    }
    Parsed rule = parse_rule(found.value);
    const std::optional<Written>& until = rule.until;
    if (!until.has_value() || !until->offset.has_value() || event.is_timed() ||
        event.whole_zone != nullptr) {
        return rule;
    }
    const Moment there = aligned(event, at(wall(until->moment) - *until->offset, utc()));
    if (there.day == until->moment.day) return rule;
    event.mend("until-type", found.line,
               "UNTIL is the midnight of " + iso_text(there.day) + " where the calendar is");
    rule.until = Written{.moment = {.day = there.day}};
    return rule;
}

std::vector<Lined<Moment>> EventReader::listed(CalendarEvent& event, std::string_view name,
                                               bool is_version_1) const {
    std::vector<Lined<Moment>> moments;
    const std::string shown(name);
    for (const Property* found : event.component->all(name)) {
        std::string text(found->value);
        std::ranges::replace(text, ';', ',');
        if (text != found->value && !is_version_1) {
            event.mend("bad-form", found->line, shown + " has semicolons between its values");
        }
        for (const std::string_view piece : split(text, ',')) {
            const std::string_view value = stripped(piece);
            if (value.size() != piece.size() || value.empty()) {
                event.mend("bad-form", found->line, shown + " has stray blanks or commas");
            }
            if (value.empty()) continue;
            const std::optional<Moment> one = moment(event, *found, stripped(before(value, '/')));
            if (one.has_value()) {
                moments.emplace_back(found->line, one->is_time() ? aligned(event, *one) : *one);
            } else {
                event.lose("bad-date", found->line, shown + " " + shortened(value) + " is no date");
            }
        }
    }
    return moments;
}

}  // namespace probity::ics::detail
