#include "exchange/ics/kinds.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace probity::ics::detail {
namespace {

constexpr auto all = std::to_array<std::string_view>({"Outlook", "Google", "Apple", "Thunderbird"});
constexpr auto outlook_and_google_and_apple =
    std::to_array<std::string_view>({"Outlook", "Google", "Apple"});
constexpr auto outlook_and_google = std::to_array<std::string_view>({"Outlook", "Google"});
constexpr auto google_and_apple = std::to_array<std::string_view>({"Google", "Apple"});
constexpr auto outlook = std::to_array<std::string_view>({"Outlook"});
constexpr auto thunderbird = std::to_array<std::string_view>({"Thunderbird"});

// Templates of rules are those of [MS-OXCICAL] section 2.1.3.2.2, RDATE is its
// section 2.1.3.1.1.20.18, several calendars its appendix, note 1. Those from bad-form to version-1
// are what reading mends or leaves out.
constexpr auto table = std::to_array<Kind>({
    {"byte-order-mark", all, Severity::fragile},
    {"encoding", all, Severity::misread},
    {"line-ends", all, Severity::fragile},
    {"long-line", all, Severity::fragile},
    {"fold-in-character", all, Severity::misread},
    {"fold-in-escape", all, Severity::fragile},
    {"broken-line", all, Severity::misread},
    {"several-calendars", outlook, Severity::fragile},
    {"no-prodid", all, Severity::fragile},
    {"no-version", all, Severity::fragile},
    {"no-method", outlook, Severity::fragile},
    {"task", google_and_apple, Severity::dropped},
    {"journal", outlook_and_google_and_apple, Severity::dropped},
    {"outside", all, Severity::dropped},
    {"no-uid", all, Severity::fragile},
    {"same-uid", all, Severity::dropped},
    {"no-dtstamp", all, Severity::fragile},
    {"no-sequence", outlook_and_google, Severity::fragile},
    {"no-dtstart", all, Severity::dropped},
    {"bad-date", all, Severity::dropped},
    {"no-end", all, Severity::fragile},
    {"end-not-after-start", all, Severity::misread},
    {"mixed-types", all, Severity::misread},
    {"floating-time", all, Severity::misread},
    {"no-vtimezone", outlook, Severity::misread},
    {"rrule-invalid", all, Severity::dropped},
    {"count-and-until", all, Severity::misread},
    {"rrule-outlook", outlook, Severity::dropped},
    {"rscale", all, Severity::misread},
    {"until-type", all, Severity::misread},
    {"start-not-of-rule", all, Severity::misread},
    {"several-rrules", all, Severity::misread},
    {"rdate", outlook_and_google, Severity::misread},
    {"rdate-alone", outlook, Severity::dropped},
    {"unclosed", all, Severity::dropped},
    {"bad-form", all, Severity::fragile},
    {"bad-property", all, Severity::misread},
    {"empty-property", all, Severity::fragile},
    {"repeated-property", all, Severity::misread},
    {"no-value-date", all, Severity::fragile},
    {"zone-of-date", all, Severity::fragile},
    {"zone-of-utc", all, Severity::misread},
    {"unknown-zone", all, Severity::misread},
    {"broken-zone", all, Severity::misread},
    {"whole-day-times", all, Severity::misread},
    {"rrule-form", all, Severity::fragile},
    {"exrule", all, Severity::misread},
    {"exdate-time", all, Severity::misread},
    {"rdate-hour", all, Severity::misread},
    {"range", all, Severity::misread},
    {"rule-of-change", all, Severity::fragile},
    {"stale-change", all, Severity::misread},
    {"later-version", all, Severity::fragile},
    {"cancelled", all, Severity::dropped},
    {"version-1", all, Severity::fragile},
    {"rrule-import", outlook, Severity::fragile},
    {"rrule-hours", outlook_and_google, Severity::misread},
    {"yearly-monthday", thunderbird, Severity::misread},
});

}  // namespace

std::span<const Kind> kinds() noexcept { return table; }

const Kind& kind_named(std::string_view name) {
    const auto found = std::ranges::find(table, name, &Kind::name);
    if (found == table.end()) throw std::logic_error("no kind of finding: " + std::string(name));
    return *found;
}

}  // namespace probity::ics::detail
