// How often an event of a calendar file is: RRULE, EXRULE, RDATE and EXDATE.
#include <algorithm>

#include "exchange/ics/event_reader.hpp"
#include "exchange/ics/text.hpp"
#include "exchange/ics/vcalendar.hpp"

namespace probity::ics::detail {

void EventReader::read_rule(CalendarEvent& event, const Property& found,
                            std::vector<Lined<Parsed>>& kept, bool is_version_1) const {
    const auto told = [&](const Text& reason) { return told_of(shown(found), reason); };
    try {
        kept.emplace_back(found.line, rule(event, found, is_version_1));
    } catch (const RuleLost& error) {
        event.lose("rrule-invalid", found.line, told(error.reason()));
        return;
    } catch (const BeyondDates& error) {
        event.lose("rrule-invalid", found.line, told(reason_of(error)));
        return;
    }
    for (const Repair& repair : kept.back().second.mended) {
        event.mend(repair.what, found.line, told(repair.reason));
    }
}

Parsed EventReader::rule(CalendarEvent& event, const Property& found, bool is_version_1) const {
    const bool is_old = is_of_version_1(found.value);
    if (is_old || (is_version_1 && !contains_alike(found.value, "FREQ"))) {
        Parsed rule = parse_rule(rule_of_version_1(found.value, event.start));
        if (!is_version_1) rule.mended.push_back({.reason = sentence("ics.rule.version_1")});
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
               sentence("ics.until_midnight", {{"day", iso_text(there.day)}}));
    rule.until = Written{.moment = {.day = there.day}};
    return rule;
}

std::vector<Lined<Moment>> EventReader::listed(CalendarEvent& event, std::string_view name,
                                               bool is_version_1) const {
    std::vector<Lined<Moment>> moments;
    for (const Property* found : event.component->all(name)) {
        std::string text(found->value);
        std::ranges::replace(text, ';', ',');
        if (text != found->value && !is_version_1) {
            event.mend("bad-form", found->line, sentence("ics.semicolons", {{"name", name}}));
        }
        for (const std::string_view piece : split(text, ',')) {
            const std::string_view value = stripped(piece);
            if (value.size() != piece.size() || value.empty()) {
                event.mend("bad-form", found->line, sentence("ics.stray_commas", {{"name", name}}));
            }
            if (value.empty()) continue;
            const std::optional<Moment> one = moment(event, *found, stripped(before(value, '/')));
            if (one.has_value()) {
                moments.emplace_back(found->line, one->is_time() ? aligned(event, *one) : *one);
            } else {
                event.lose("bad-date", found->line,
                           sentence("ics.no_date", {{"what", shown(name, value)}}));
            }
        }
    }
    return moments;
}

}  // namespace probity::ics::detail
