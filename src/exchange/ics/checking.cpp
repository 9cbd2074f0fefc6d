// Tells what calendar clients leave out of a file, or misread, before anyone subscribes to it.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "date/interruption.hpp"
#include "exchange/file.hpp"
#include "exchange/ics/charset.hpp"
#include "exchange/ics/folding.hpp"
#include "exchange/ics/kinds.hpp"
#include "exchange/ics/reading.hpp"
#include "exchange/ics/text.hpp"
#include "exchange/ics/written_rule.hpp"
#include "probity/date/error.hpp"
#include "probity/exchange/ics.hpp"
#include "probity/recurrence/rule.hpp"

namespace probity::ics {
namespace detail {
namespace {

/// The parts of a rule that name times of day, each with what DTSTART says.
struct TimePart {
    std::string_view name;
    long long of_start;
};

std::array<TimePart, 3> time_parts(seconds start) {
    const long long count = start.count();
    return {{{"BYHOUR", count / 3600}, {"BYMINUTE", count / 60 % 60}, {"BYSECOND", count % 60}}};
}

/// A rule without the one hour and minute that each template of Outlook may name.
std::string template_of(const Parsed& rule) {
    const bool has_one = rule.parts.value("BYHOUR").find(',') == std::string_view::npos &&
                         rule.parts.value("BYMINUTE").find(',') == std::string_view::npos;
    return to_text(has_one ? rule.parts.without({"BYHOUR", "BYMINUTE"}) : rule.parts);
}

/// Whether the times that a rule names are DTSTART's alone, so that passing over them or not comes
/// to the same.
bool names_start(const Parsed& rule, const Moment& start) {
    if (!start.is_time() || rule.steps_within_days()) return false;
    return std::ranges::all_of(time_parts(*start.time), [&](const TimePart& part) {
        const std::string* given = rule.parts.find(part.name);
        if (given == nullptr) return true;
        const std::string number = std::to_string(part.of_start);
        return *given == number || *given == (number.size() == 1 ? "0" : "") + number;
    });
}

/// Tells what Outlook makes of a rule; nothing of a template also for rules that only a lenient
/// reader takes.
probity::detail::OutlookTemplate outlook_template_of(const std::string& rule, Day start) {
    try {
        return probity::detail::outlook_template(Rule::parse(rule), date_of(start));
    } catch (const ProbityError&) {
        return probity::detail::OutlookTemplate::none;
    }
}

class Checker {
  public:
    explicit Checker(const Reading& reading) : reading_(reading), file_(reading.file()) {}

    std::vector<Finding> findings() {
        check_bytes();
        check_calendars();
        for (const CalendarEvent& event : reading_.events()) {
            probity::detail::interruption_point();
            if (!event.is_task()) check_event(event);
        }
        take_notes();
        std::ranges::stable_sort(findings_, {}, [](const Finding& finding) {
            return std::pair(finding.line, finding.what);
        });
        return std::move(findings_);
    }

  private:
    void find(std::string_view what, int line, const Component* event = nullptr,
              std::string_view value = {});
    void add(const Kind& kind, int line, const Component* event, Text why);
    void take_notes();
    void check_bytes();
    void check_calendars();
    void check_event(const CalendarEvent& event);
    void check_identity(const Component& event);
    void check_end(const CalendarEvent& event);
    void check_time(const Component& event, const Property& found);
    void check_recurrence(const CalendarEvent& event);
    void check_rule(const CalendarEvent& event, int line, const Parsed& rule);
    void check_until(const CalendarEvent& event, int line, const Parsed& rule);

    const Reading& reading_;
    const CalendarFile& file_;
    std::vector<Finding> findings_;
    /// The first line of each UID.
    std::unordered_map<std::string_view, int> seen_;
    /// The zones that each calendar defines.
    std::unordered_map<const Component*, std::set<std::string_view>> zones_;
};

void Checker::find(std::string_view what, int line, const Component* event,
                   std::string_view value) {
    add(kind_named(what), line, event,
        sentence("finding." + std::string(what), {{"value", value}}));
}

void Checker::add(const Kind& kind, int line, const Component* event, Text why) {
    Finding finding{
        .clients = {kind.clients.begin(), kind.clients.end()},
        .severity = kind.severity,
        .what = kind.name,
        .why = std::move(why),
        .advice = sentence("advice." + std::string(kind.name)),
        .line = line,
    };
    if (event != nullptr) {
        finding.uid = stripped(event->value("UID"));
        finding.title = unescaped(event->value("SUMMARY"));
    }
    findings_.push_back(std::move(finding));
}

/// Adds all that reading mended or refused and that is no finding yet, so that no finding at all
/// means that nothing was.
void Checker::take_notes() {
    std::set<std::pair<std::string_view, int>> found;
    for (const Finding& finding : findings_) found.emplace(finding.what, finding.line);
    for (const Note& note : reading_.notes()) {
        if (!found.emplace(note.what, note.line).second) continue;
        add(kind_named(note.what), note.line, note.component, note.reason);
    }
}

// The bytes ---------------------------------------------------------------------------------------

/// Each fault of the form once, at its first line.
void Checker::check_bytes() {
    std::string_view data = file_.data();
    if (data.starts_with(utf8_mark)) {
        find("byte-order-mark", 1);
        data.remove_prefix(utf8_mark.size());
    }
    std::set<std::string_view> seen;
    int number = 0;
    const auto once = [&](std::string_view what, std::string_view value = {}) {
        if (seen.insert(what).second) find(what, number, nullptr, value);
    };
    std::string_view before;
    while (const std::optional<PhysicalLine> line = take_line(data)) {
        ++number;
        probity::detail::interruption_point(static_cast<std::size_t>(number));
        const std::string_view text = line->text;
        constexpr std::size_t longest = 75;
        if (line->end != "\r\n") once("line-ends");
        if (text.size() > longest) once("long-line", std::to_string(text.size()));
        if (text.starts_with(' ') || text.starts_with('\t')) {
            const bool goes_on =
                text.size() > 1 && (static_cast<unsigned char>(text[1]) & 0xC0U) == 0x80U;
            if (goes_on && !is_utf8(before)) once("fold-in-character");
            const std::size_t last = before.find_last_not_of('\\');
            const std::size_t slashes =
                before.size() - (last == std::string_view::npos ? 0 : last + 1);
            if (slashes % 2 == 1) once("fold-in-escape");
        }
        before = text;
    }
}

// Calendars ---------------------------------------------------------------------------------------

void Checker::check_calendars() {
    const std::vector<const Component*>& calendars = file_.calendars();
    if (calendars.size() > 1) {
        find("several-calendars", calendars[1]->line, nullptr, std::to_string(calendars.size()));
    }
    for (const Component* calendar : calendars) {
        if (calendar->first("PRODID") == nullptr) find("no-prodid", calendar->line);
        const Property* version = calendar->first("VERSION");
        const std::string_view number =
            version != nullptr ? stripped(version->value) : std::string_view{};
        if (number != "1.0" && number != "2.0") {
            find("no-version", version != nullptr ? version->line : calendar->line);
        }
        if (calendar->first("METHOD") == nullptr) find("no-method", calendar->line);
        std::set<std::string_view>& zones = zones_[calendar];
        for (const auto& child : calendar->children) {
            if (child->name == "VTIMEZONE") zones.insert(child->value("TZID"));
            if (child->name == "VTODO") find("task", child->line, child.get());
        }
    }
}

// Events ------------------------------------------------------------------------------------------

void Checker::check_event(const CalendarEvent& event) {
    const Component& component = *event.component;
    check_identity(component);
    for (const std::string_view name : {"DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"}) {
        for (const Property* found : component.all(name)) check_time(component, *found);
    }
    check_end(event);
    const Property* id = component.first("RECURRENCE-ID");
    if (id != nullptr && event.recurrence_id.has_value() && event.whole_zone == nullptr &&
        event.recurrence_id->is_time() != event.is_timed()) {
        find("mixed-types", id->line, &component, "RECURRENCE-ID");
    }
    check_recurrence(event);
}

void Checker::check_identity(const Component& event) {
    const std::string_view uid = stripped(event.value("UID"));
    if (!uid.empty() && event.first("RECURRENCE-ID") == nullptr) {
        const int first = seen_.try_emplace(uid, event.line).first->second;
        if (first != event.line) find("same-uid", event.line, &event, std::to_string(first));
    }
    if (event.first("DTSTAMP") == nullptr) find("no-dtstamp", event.line, &event);
    if (event.first("SEQUENCE") == nullptr) find("no-sequence", event.line, &event);
}

void Checker::check_end(const CalendarEvent& event) {
    const Component& component = *event.component;
    const Property* end = component.first("DTEND");
    if (end == nullptr) {
        if (component.first("DURATION") == nullptr) find("no-end", component.line, &component);
    } else if (event.is_timed() && event.end.has_value() &&
               event.duration.value_or(seconds{0}) == seconds{0}) {
        find("end-not-after-start", end->line, &component, stripped(end->value));
    }
}

void Checker::check_time(const Component& event, const Property& found) {
    const std::string value = upper(stripped(found.value));
    if (value.find('T') == std::string::npos) return;
    const std::string_view zone = found.parameter("TZID");
    const std::optional<Written> written = parse_moment(stripped(before(value, ',')));
    const bool is_local = !written.has_value() || !written->offset.has_value();
    if (zone.empty() && is_local && value.find('/') == std::string::npos) {
        find("floating-time", found.line, &event);
    } else if (!zone.empty() && !zones_[&event.calendar()].contains(zone)) {
        find("no-vtimezone", found.line, &event, zone);
    }
}

// Rules -------------------------------------------------------------------------------------------

void Checker::check_recurrence(const CalendarEvent& event) {
    const Component& component = *event.component;
    if (const Property* rdate = component.first("RDATE")) {
        const bool is_alone = component.first("RRULE") == nullptr;
        find(is_alone ? "rdate-alone" : "rdate", rdate->line, &component);
    }
    for (const auto& [line, rule] : event.rules) check_rule(event, line, rule);
}

void Checker::check_rule(const CalendarEvent& event, int line, const Parsed& rule) {
    using probity::detail::OutlookTemplate;
    const Component* component = event.component;
    const Parts& parts = rule.parts;
    if (parts.has("RSCALE") && parts.value("RSCALE") != "GREGORIAN") {
        find("rscale", line, component);
    }
    check_until(event, line, rule);
    if (parts.frequency() == "YEARLY" && parts.has("BYMONTHDAY") && !parts.has("BYMONTH")) {
        find("yearly-monthday", line, component);
    }
    const std::string count = rule.count ? ";COUNT=" + std::to_string(*rule.count) : "";
    const std::string shown = to_text(parts) + count;
    const OutlookTemplate found = outlook_template_of(template_of(rule) + count, event.start.day);
    if (found == OutlookTemplate::none) {
        find("rrule-outlook", line, component, shown);
    } else if (found == OutlookTemplate::rejected_on_import) {
        find("rrule-import", line, component, shown);
    }
    if (rule.has_times() && !names_start(rule, event.start)) {
        find("rrule-hours", line, component, shown);
    }
}

void Checker::check_until(const CalendarEvent& event, int line, const Parsed& rule) {
    if (!rule.until.has_value() || rule.count.has_value()) return;
    const Moment& until = rule.until->moment;
    const bool is_utc = rule.until->offset.has_value();
    const bool is_local = event.start.zone != nullptr && !is_utc;
    if (until.is_time() == event.is_timed() && !is_local) return;
    std::string written = basic_text(until.day);
    if (until.is_time()) written += "T" + basic_clock_text(*until.time);
    find("until-type", line, event.component, written + (is_utc ? "Z" : ""));
}

}  // namespace
}  // namespace detail

std::vector<Finding> check(std::string_view bytes, const ReadOptions& options) {
    const detail::CalendarFile file(bytes, options.name);
    const detail::Reading reading(file, options);
    return detail::Checker(reading).findings();
}

std::vector<Finding> check_file(const std::filesystem::path& path, const ReadOptions& options) {
    ReadOptions named = options;
    named.name = path.string();
    return check(probity::detail::read_file(path, largest_file), named);
}

std::string_view to_string(Severity severity) noexcept {
    switch (severity) {
        case Severity::dropped:
            return "dropped";
        case Severity::misread:
            return "misread";
        case Severity::fragile:
            return "fragile";
    }
    return {};
}

}  // namespace probity::ics
