#include "sentences/korean/described.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "probity/date/error.hpp"
#include "sentences/code_points.hpp"
#include "sentences/korean/described_days.hpp"
#include "sentences/korean/described_lists.hpp"
#include "sentences/pattern.hpp"
#include "sentences/readings.hpp"

namespace probity::detail::korean {
namespace {

/// The longest_description description of a rule is shorter.
constexpr std::size_t longest_description = 20'000;

struct UnitName {
    std::u32string_view name;
    std::string_view frequency;
};
/// Of 매일, 3개월마다; and of what is counted: 각 달의.
constexpr auto described_units = std::to_array<UnitName>({{U"초", "SECONDLY"},
                                                          {U"분", "MINUTELY"},
                                                          {U"시간", "HOURLY"},
                                                          {U"일", "DAILY"},
                                                          {U"주", "WEEKLY"},
                                                          {U"개월", "MONTHLY"},
                                                          {U"월", "MONTHLY"},
                                                          {U"년", "YEARLY"},
                                                          {U"날", "DAILY"},
                                                          {U"달", "MONTHLY"},
                                                          {U"해", "YEARLY"}});
constexpr std::array<std::string_view, 3> time_parts{"BYHOUR", "BYMINUTE", "BYSECOND"};

constexpr std::u32string_view described_clock = U"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?";

const Pattern every_pattern(
    U"(?:(?P<months>[^ ]+월|음력 [^ ]+월) 중 )?(?P<lunar>음력으로 |음력 )?"
    U"(?:매(?P<each>초|분|시간|일|주|월|년)|격(?P<second>일|주|월)"
    U"|(?P<interval>[0-9]+)(?P<unit>초|분|시간|일|주|개월|년)마다)(?= |$)");
const Pattern ends_pattern(
    U", (?:(?P<year>[0-9]{4})\\. (?P<month>[0-9]{1,2})\\. (?P<day>[0-9]{1,2})\\.까지"
    U"|(?P<count>[0-9]+)회)$");
const Pattern notes_pattern(
    U"\\((?P<notes>"
    U"(?:(?:한 주의 시작은|그 윤달이 없는 해는|그날이 없는 달은|그날이 없는 해는) [^,()]+"
    U"(?:, )?)+)\\)$");
const Pattern positions_pattern(U", 각 (?P<unit>초|분|시간|날|주|달|해)의 (?P<places>.+) 것만$");
const Pattern limit_pattern(U", (?P<limit>[^,]+)에만$");
const Pattern clocks_pattern(+[] {
    const std::u32string each(described_clock);
    return U" (?P<clocks>" + each + U"(?:·" + each + U")*)$";
});
const Pattern hourly_pattern(+[] {
    const std::u32string each(described_clock);
    return U" (?P<first>" + each + U")부터 (?P<last>" + each + U")까지 매시간$";
});
const Pattern described_times(+[] {
    const std::u32string each(numbers_in_pattern);
    return U"(?: (?P<hours>" + each + U")시)?(?: 정해진 시의)?(?: (?P<minutes>" + each +
           U")분)?(?: 정해진 분의)?(?: (?P<seconds>" + each + U")초)?$";
});
const Pattern within_pattern(+[] {
    const std::u32string each(numbers_in_pattern);
    return U"(?:(?P<hours>" + each + U")시 ?)?(?:(?P<minutes>" + each + U")분 ?)?(?:(?P<seconds>" +
           each + U")초)?에 ";
});
const Pattern span_pattern(
    U", (?:(?P<away>[0-9]{1,3})일 (?P<side>전|뒤)|그날)부터 (?P<length>[0-9]{1,3})일간$");

std::string two_figures(std::u32string_view figures) {
    return (figures.size() < 2 ? "0" : "") + utf8(figures);
}

std::string_view frequency_of(std::u32string_view unit) {
    const auto* const found = std::ranges::find(described_units, unit, &UnitName::name);
    return found->frequency;
}

/// A sentence as far as it was not read yet, and the parts that were.
struct Remaining {
    std::u32string_view text;
    RuleValues values;
};

// Ends of sentences --------------------------------------------------------------------------------

void take_end(Remaining& left) {
    const auto end = ends_pattern.search(left.text);
    if (!end) return;
    left.text = left.text.substr(0, end->begin());
    if (end->has("count")) {
        left.values["COUNT"] = utf8((*end)["count"]);
    } else {
        left.values["UNTIL"] =
            utf8((*end)["year"]) + two_figures((*end)["month"]) + two_figures((*end)["day"]);
    }
}

void take_notes(Remaining& left) {
    const auto notes = notes_pattern.search(left.text);
    if (!notes) return;
    left.text = left.text.substr(0, notes->begin());
    for (const auto note : split((*notes)["notes"], U", ")) {
        if (note.starts_with(U"한 주의 시작은")) {
            left.values["WKST"] = listed_weekdays(note.substr(note.size() - 3));
            continue;
        }
        constexpr auto back = std::to_array<std::u32string_view>(
            {U"앞 달", U"전달 말일", U"전년도 마지막 날", U"말일", U"마지막 날"});
        const bool is_back = std::ranges::any_of(back, [&](auto where) {
            return note.ends_with(std::u32string(U" ") + std::u32string(where));
        });
        left.values["SKIP"] = is_back ? "BACKWARD" : "FORWARD";
    }
}

void take_times(const Match& match, RuleValues& values) {
    constexpr std::array<std::string_view, 3> groups{"hours", "minutes", "seconds"};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (match.has(groups.at(i))) values[time_parts.at(i)] = listed(runs(match[groups.at(i)]));
    }
}

/// Clocks as lists of hours, minutes and seconds. Nothing if some have seconds and others none.
std::optional<RuleValues> by_clock(const std::vector<std::vector<int>>& clocks) {
    if (clocks.empty()) return std::nullopt;
    const std::size_t size = clocks.front().size();
    RuleValues values;
    for (std::size_t i = 0; i < size; ++i) {
        std::vector<int> column;
        for (const auto& each : clocks) {
            if (each.size() != size) return std::nullopt;
            column.push_back(each[i]);
        }
        values[time_parts.at(i)] = listed(std::move(column));
    }
    if (size == 2 && values["BYMINUTE"] == "0") values.erase("BYMINUTE");
    return values;
}

std::vector<int> parts_of_clock(std::u32string_view text) {
    std::vector<int> parts;
    for (const auto each : split(text, U":")) parts.push_back(static_cast<int>(number_of(each)));
    return parts;
}

/// The sentence less its times of day, and these.
std::vector<Remaining> with_times(std::u32string_view text) {
    std::vector<Remaining> ways;
    const auto add = [&](const Match& match, std::optional<RuleValues> values) {
        if (values) ways.push_back({text.substr(0, match.begin()), *std::move(values)});
    };
    if (const auto match = clocks_pattern.search(text)) {
        std::vector<std::vector<int>> clocks;
        for (const auto each : split((*match)["clocks"], U"·")) {
            clocks.push_back(parts_of_clock(each));
        }
        add(*match, by_clock(clocks));
    }
    if (const auto match = hourly_pattern.search(text)) {
        const auto first = parts_of_clock((*match)["first"]);
        const int last = parts_of_clock((*match)["last"]).front();
        std::vector<std::vector<int>> clocks;
        for (int hour = first.front(); hour <= last; ++hour) {
            clocks.push_back(first);
            clocks.back().front() = hour;
        }
        add(*match, by_clock(clocks));
    }
    const auto match = described_times.search(text);
    if (match && match->begin() < text.size()) {
        RuleValues values;
        take_times(*match, values);
        add(*match, std::move(values));
    }
    ways.push_back({text, {}});
    return ways;
}

// Rules that may be meant --------------------------------------------------------------------------

std::string rule_text(const RuleValues& values, std::string_view frequency) {
    std::string text;
    const auto add = [&](std::string_view name, std::string_view value) {
        text += (text.empty() ? "" : ";") + std::string(name) + "=" + std::string(value);
    };
    const auto scale = values.find("RSCALE");
    if (scale != values.end()) {
        add("RSCALE", scale->second);
    } else if (values.contains("SKIP")) {
        add("RSCALE", "GREGORIAN");
    }
    add("FREQ", frequency);
    for (const auto& [name, value] : values) {
        if (name != "RSCALE") add(name, value);
    }
    return text;
}

/// The rule of these values that the sentence describes.
std::optional<Rule> told_by(std::string_view sentence, RuleValues values,
                            const std::vector<std::string_view>& frequencies) {
    const auto by = std::ranges::count_if(
        values, [](const auto& each) { return each.first.starts_with("BY"); });
    if (by == 1 && values.contains("BYSETPOS")) {
        // RFC 5545 has it beside another part; one that limits nothing is not told.
        values["BYMONTH"] = "1,2,3,4,5,6,7,8,9,10,11,12";
    }
    for (const std::string_view frequency : frequencies) {
        try {
            Rule rule = Rule::parse(rule_text(values, frequency));
            if (rule.describe(Language::korean) == sentence) return rule;
        } catch (const ProbityError&) {
            // RFC 5545 does not allow the parts together.
        }
    }
    return std::nullopt;
}

void add_once(std::vector<std::string_view>& frequencies, std::string_view frequency) {
    if (std::ranges::find(frequencies, frequency) == frequencies.end()) {
        frequencies.push_back(frequency);
    }
}

/// The rule that the sentence describes, if what is left of it are its head, its days and `limits`.
std::optional<Rule> rule_of(std::string_view sentence, const Remaining& left,
                            const std::vector<RuleValues>& limits,
                            std::vector<std::string_view> frequencies) {
    const auto match = every_pattern.match(left.text);
    if (!match) return std::nullopt;
    const Match& every = *match;
    RuleValues head = left.values;
    if (every.has("lunar")) head["RSCALE"] = "DANGI";
    if (every.has("months")) {
        head = joined(head, months_of(every["months"]).value_or(RuleValues()));
    }
    if (every.has("interval")) head["INTERVAL"] = utf8(every["interval"]);
    if (every.has("second")) head["INTERVAL"] = "2";
    const auto unit = every[every.has("each") ? "each" : every.has("second") ? "second" : "unit"];
    for (const std::string_view frequency :
         {frequency_of(unit), std::string_view("MONTHLY"), std::string_view("YEARLY"),
          std::string_view("WEEKLY"), std::string_view("DAILY")}) {
        add_once(frequencies, frequency);
    }
    const auto rest = stripped(left.text.substr(every.end()));
    for (const RuleValues& days : described_days(rest, head.contains("BYMONTH"))) {
        for (const RuleValues& limit : limits) {
            const auto values = joined(joined(head, days), limit);
            if (auto rule = told_by(sentence, values, frequencies)) return rule;
        }
    }
    return std::nullopt;
}

/// The rule that a sentence describes, whether it has a day or none.
std::optional<Rule> described_rule(std::string_view sentence) {
    const std::u32string characters = decoded(sentence);
    if (characters.size() > longest_description) return std::nullopt;
    Remaining left{characters, {}};
    take_end(left);
    take_notes(left);
    std::vector<std::string_view> frequencies;
    if (const auto match = positions_pattern.search(left.text)) {
        const auto positions = places_of((*match)["places"]);
        if (!positions) return std::nullopt;
        left.values["BYSETPOS"] = listed(*positions);
        frequencies.push_back(frequency_of((*match)["unit"]));
        left.text = left.text.substr(0, match->begin());
    }
    std::vector<RuleValues> limits(1);
    if (const auto match = limit_pattern.search(left.text)) {
        limits = described_days((*match)["limit"], false);
        left.text = left.text.substr(0, match->begin());
    }
    if (const auto match = within_pattern.match(left.text); match && match->end() > 2) {
        take_times(*match, left.values);
        left.text = left.text.substr(match->end());
    }
    for (Remaining& way : with_times(left.text)) {
        way.values = joined(left.values, way.values);
        if (auto rule = rule_of(sentence, way, limits, frequencies)) return rule;
    }
    return std::nullopt;
}

/// Whether a rule gives a day at all; what ends early or follows the moon is taken to.
bool has_days(const Rule& rule) {
    return rule.until() || rule.frequency() < Frequency::daily || rule.scale() == Scale::dangi ||
           gives_a_day(rule);
}

std::string english_span(const Rule& anchors, int offset, int length) {
    const std::string away = offset == 0  ? "it"
                             : offset < 0 ? std::to_string(-offset) + " days before it"
                                          : std::to_string(offset) + " days after it";
    return anchors.describe(Language::english) + ", " + std::to_string(length) + " days from " +
           away + " on";
}

}  // namespace

std::optional<Rule> read_described(std::string_view text) {
    auto rule = described_rule(text);
    return rule && has_days(*rule) ? rule : std::nullopt;
}

std::optional<Reading> read_described_span(std::string_view text) {
    const std::u32string characters = decoded(text);
    const auto match = span_pattern.search(characters);
    if (!match) return std::nullopt;
    const auto anchors = read_described(utf8(characters.substr(0, match->begin())));
    if (!anchors) return std::nullopt;
    const auto away = static_cast<int>(number_of((*match)["away"]));
    const auto length = static_cast<int>(number_of((*match)["length"]));
    if (away > 366 || length < 1 || length > 366) return std::nullopt;
    const int offset = (*match)["side"] == U"전" ? -away : away;
    Reading reading;
    reading.title = {std::string(text), english_span(*anchors, offset, length)};
    reading.names = {"SPAN"};
    reading.terms = {Term{.anchors = *anchors, .offset = offset}};
    reading.length = length;
    if (offset == 0) reading.rule = *anchors;
    return reading;
}

}  // namespace probity::detail::korean
