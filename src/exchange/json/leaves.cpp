#include "exchange/json/leaves.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "date/instant.hpp"
#include "date/text.hpp"
#include "exchange/json/document_languages.hpp"
#include "exchange/json/text.hpp"
#include "exchange/nearest.hpp"
#include "records/check_fields.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

/// "the number 12", "the text 'abc'", "an object": what stands where something else should.
Text found_text(const json& value) {
    switch (value.type()) {
        case json::value_t::null:
            return sentence("json.null");
        case json::value_t::string:
            return sentence("json.text",
                            {{"text", printable(value.get_ref<const std::string&>())}});
        case json::value_t::object:
            return sentence("json.object");
        case json::value_t::array:
            return sentence("json.list");
        default:
            return Text::in_any_language(value.dump());
    }
}

/// Reads a text by a function that throws ProbityError, whose message becomes the refusal.
template <class Parse>
auto parsed(const json& value, const std::string& place, Parse parse) {
    const std::string text = read_string(value, place);
    try {
        return parse(text);
    } catch (const ProbityError& error) {
        refuse(place, error.text());
    }
}

/// " (did you mean 'title'?)" where a name is near.
Text suggestion(std::string_view key, const std::vector<std::string>& names) {
    const std::string meant = nearest(key, names);
    return meant.empty() ? Text{} : sentence("json.did_you_mean", {{"name", meant}});
}

[[noreturn]] void refuse_range(const json& value, const std::string& place, int least, int most) {
    refuse(place, sentence("record.out_of_range",
                           {{"number", value.dump()}, {"least", least}, {"most", most}}));
}

WeekConvention read_convention(const json& value, const std::string& place) {
    if (value.is_string()) {
        const auto& name = value.get_ref<const std::string&>();
        std::string allowed;
        for (const NamedConvention& named : named_conventions) {
            if (named.name == name) return named.convention;
            allowed += std::string(named.name) + ", ";
        }
        refuse(place, sentence("json.convention",
                               {{"name", printable(name)},
                                {"known", allowed},
                                {"parts", R"({"first_day": "MO", "minimum_days": 4})"}}));
    }
    StrictObject object(value, place);
    const Weekday first = parsed(object.require("first_day"), object.at("first_day"),
                                 [](const std::string& text) { return Weekday::parse(text); });
    const int minimum =
        read_integer(object.require("minimum_days"), object.at("minimum_days"), 1, 7);
    object.finish();
    return WeekConvention(first, minimum);
}

ordered_json written_convention(WeekConvention convention) {
    for (const NamedConvention& named : named_conventions) {
        if (named.convention == convention) return named.name;
    }
    ordered_json out;
    out["first_day"] = to_string(convention.first_day());
    out["minimum_days"] = convention.minimum_days();
    return out;
}

int read_week(const json& value, const std::string& place) {
    const int week = read_integer(value, place, -5, 5);
    if (week == 0) {
        refuse(place, sentence("json.week_0"));
    }
    return week;
}

std::vector<int> read_months(const json& value, const std::string& place) {
    if (!value.is_array() || value.empty()) {
        refuse(place, sentence("json.months", {{"found", found_text(value)}}));
    }
    std::vector<int> months;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const std::string here = place + "/" + std::to_string(i);
        const int month = read_integer(value[i], here, 1, 12);
        if (!months.empty() && month <= months.back()) {
            refuse(here,
                   sentence("json.month_order", {{"month", month}, {"before", months.back()}}));
        }
        months.push_back(month);
    }
    return months;
}

/// The parts that a week of the month and a weekday of such a week have in common.
template <class WeekRule>
void read_week_parts(StrictObject& object, WeekRule& rule) {
    DocumentFaults faults;
    faults.attempt([&] { rule.week = read_week(object.require("week"), object.at("week")); });
    if (const json* months = object.find("months")) {
        faults.attempt([&] { rule.months = read_months(*months, object.at("months")); });
    }
    faults.attempt([&] {
        rule.convention = read_convention(object.require("convention"), object.at("convention"));
    });
    faults.raise();
}

ObservanceRule read_rrule(StrictObject& object, const json& text) {
    SpanRule rule;
    rule.anchors = parsed(text, object.at("rrule"),
                          [](const std::string& rrule) { return Rule::parse(rrule); });
    if (const json* offset = object.find("offset")) {
        rule.offset = read_integer(*offset, object.at("offset"), -366, 366);
    }
    if (const json* days = object.find("days")) {
        rule.days = read_integer(*days, object.at("days"), 1, 366);
    }
    return rule;
}

template <class WeekRule>
void write_week_parts(ordered_json& out, const WeekRule& rule) {
    out["week"] = rule.week;
    if (!rule.months.empty()) out["months"] = rule.months;
    out["convention"] = written_convention(rule.convention);
}

}  // namespace

std::size_t read_name(const json& value, const std::string& place,
                      std::span<const std::string_view> names) {
    const std::string text = read_string(value, place);
    const auto found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string allowed;
    for (const std::string_view name : names) {
        allowed += (allowed.empty() ? "" : ", ") + std::string(name);
    }
    refuse(place, sentence("json.name", {{"text", printable(text)}, {"known", allowed}}));
}

double read_number(const json& value, const std::string& place, int least, int most) {
    if (!value.is_number()) {
        refuse(place, sentence("json.number",
                               {{"found", found_text(value)}, {"least", least}, {"most", most}}));
    }
    const double number = value.get<double>();
    if (!(number >= least && number <= most)) {
        refuse_range(value, place, least, most);
    }
    return number;
}

std::string read_string(const json& value, const std::string& place) {
    if (!value.is_string()) refuse(place, sentence("json.string", {{"found", found_text(value)}}));
    return value.get<std::string>();
}

int read_integer(const json& value, const std::string& place, int least, int most) {
    if (!value.is_number_integer()) {
        refuse(place, sentence("json.integer",
                               {{"found", found_text(value)}, {"least", least}, {"most", most}}));
    }
    // Above the largest signed number the parser keeps numbers unsigned.
    const bool too_large = value.is_number_unsigned() &&
                           value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT32_MAX);
    const std::int64_t number = too_large ? INT64_MAX : value.get<std::int64_t>();
    if (number < least || number > most) {
        refuse_range(value, place, least, most);
    }
    return static_cast<int>(number);
}

void read_value(const json& value, const std::string& place, Date& out) {
    out = parsed(value, place, [](const std::string& text) { return parse_date(text); });
}
void read_value(const json& value, const std::string& place, PartialDate& out) {
    out = parsed(value, place, [](const std::string& text) { return PartialDate::parse(text); });
}
void read_value(const json& value, const std::string& place, TimeOfDay& out) {
    out = parsed(value, place, [](const std::string& text) { return TimeOfDay::parse(text); });
}
void read_value(const json& value, const std::string& place, std::chrono::sys_seconds& out) {
    out = parsed(value, place, [](const std::string& text) { return parse_instant(text); });
}
void read_value(const json& value, const std::string& place, Share& out) {
    out = parsed(value, place, [](const std::string& text) { return parse_share(text); });
}
void read_value(const json& value, const std::string& place, QuotaSubject& out) {
    out = parsed(value, place, [](const std::string& text) { return parse_quota_subject(text); });
}
void read_value(const json& value, const std::string& place, QuotaPeriod& out) {
    out = parsed(value, place, [](const std::string& text) { return parse_quota_period(text); });
}
void read_value(const json& value, const std::string& place, bool& out) {
    if (!value.is_boolean()) {
        refuse(place, sentence("json.truth", {{"found", found_text(value)}}));
    }
    out = value.get<bool>();
}

void read_value(const json& value, const std::string& place, ObservanceRule& out) {
    StrictObject object(value, place);
    if (const json* rrule = object.find("rrule")) {
        out = read_rrule(object, *rrule);
    } else if (const json* weekday = object.find("weekday")) {
        WeekdayOfWeek rule;
        rule.weekday = parsed(*weekday, object.at("weekday"),
                              [](const std::string& text) { return Weekday::parse(text); });
        read_week_parts(object, rule);
        out = rule;
    } else {
        NthWeek rule;
        read_week_parts(object, rule);
        out = rule;
    }
    object.finish();
}

void read_value(const json& value, const std::string& place, Cadence& out) {
    StrictObject object(value, place);
    const auto date = [&](const char* key) {
        Date read;
        read_value(object.require(key), object.at(key), read);
        return read;
    };
    if (const json* times = object.find("times_a_year")) {
        out = TimesAYear{read_integer(*times, object.at("times_a_year"), 1, 365), date("anchor")};
    } else if (const json* months = object.find("every_months")) {
        out =
            EveryMonths{read_integer(*months, object.at("every_months"), 1, 1200), date("anchor")};
    } else if (const json* rrule = object.find("rrule")) {
        out = ByRule{parsed(*rrule, object.at("rrule"),
                            [](const std::string& text) { return Rule::parse(text); }),
                     date("start")};
    } else if (const json* rule = object.find("week_rule")) {
        ByWeek by_week{.rule = {}, .start = date("start")};
        read_value(*rule, object.at("week_rule"), by_week.rule);
        out = by_week;
    } else if (const json* dates = object.find("dates")) {
        OnDates on_dates;
        if (!dates->is_array()) refuse(object.at("dates"), sentence("json.dates"));
        for (std::size_t i = 0; i < dates->size(); ++i) {
            read_value((*dates)[i], object.at("dates") + "/" + std::to_string(i),
                       on_dates.dates.emplace_back());
        }
        out = on_dates;
    } else {
        InEach in_each;
        in_each.observance = read_string(object.require("in_each"), object.at("in_each"));
        if (const json* weekday = object.find("weekday")) {
            in_each.weekday = parsed(*weekday, object.at("weekday"),
                                     [](const std::string& text) { return Weekday::parse(text); });
        }
        out = in_each;
    }
    object.finish();
}

void read_value(const json& value, const std::string& place, Text& out) {
    if (value.is_string()) {
        out = Text::in_any_language(read_string(value, place));
        if (out.empty()) refuse(place, sentence("record.text_empty"));
        return;
    }
    StrictObject object(value, place);
    DocumentFaults faults;
    std::vector<Text> keys;
    for (const Language language : languages) {
        const std::string key(code(language));
        keys.push_back(Text::in_any_language('"' + key + '"'));
        const json* const words = object.find(key.c_str());
        if (words == nullptr) continue;
        faults.attempt([&] {
            out.given(language) = read_string(*words, object.at(key.c_str()));
            if (out.given(language).empty())
                refuse(object.at(key.c_str()), sentence("record.text_empty"));
        });
    }
    faults.attempt([&] { object.finish(); });
    if (faults.empty() && out.empty())
        refuse(place, sentence("json.languages", {{"known", alternatives(keys)}}));
    faults.raise();
}

ordered_json json_of(const Date& date) { return to_string(date); }
ordered_json json_of(const PartialDate& date) { return to_string(date); }
ordered_json json_of(TimeOfDay time) { return to_string(time); }
ordered_json json_of(std::chrono::sys_seconds instant) { return instant_text(instant); }
ordered_json json_of(const Share& share) { return to_string(share); }
ordered_json json_of(bool value) { return value; }

ordered_json json_of(const ObservanceRule& rule) {
    ordered_json out = ordered_json::object();
    if (const auto* week = std::get_if<NthWeek>(&rule)) {
        write_week_parts(out, *week);
    } else if (const auto* day = std::get_if<WeekdayOfWeek>(&rule)) {
        out["weekday"] = to_string(day->weekday);
        write_week_parts(out, *day);
    } else {
        const auto& spans = std::get<SpanRule>(rule);
        out["rrule"] = to_string(spans.anchors);
        if (spans.offset != 0) out["offset"] = spans.offset;
        if (spans.days != 1) out["days"] = spans.days;
    }
    return out;
}

ordered_json json_of(const Cadence& cadence) {
    ordered_json out = ordered_json::object();
    if (const auto* times = std::get_if<TimesAYear>(&cadence)) {
        out["times_a_year"] = times->times;
        out["anchor"] = to_string(times->anchor);
    } else if (const auto* months = std::get_if<EveryMonths>(&cadence)) {
        out["every_months"] = months->months;
        out["anchor"] = to_string(months->anchor);
    } else if (const auto* by_rule = std::get_if<ByRule>(&cadence)) {
        out["rrule"] = to_string(by_rule->rule);
        out["start"] = to_string(by_rule->start);
    } else if (const auto* by_week = std::get_if<ByWeek>(&cadence)) {
        out["week_rule"] = json_of(by_week->rule);
        out["start"] = to_string(by_week->start);
    } else if (const auto* dates = std::get_if<OnDates>(&cadence)) {
        out["dates"] = ordered_json::array();
        for (const Date& date : dates->dates) out["dates"].push_back(to_string(date));
    } else {
        const auto& in_each = std::get<InEach>(cadence);
        out["in_each"] = in_each.observance;
        if (in_each.weekday) out["weekday"] = to_string(*in_each.weekday);
    }
    return out;
}

ordered_json json_of(const Text& text) {
    if (text.plain) return text.in(Language::korean);
    ordered_json out = ordered_json::object();
    for (const Language language : document_languages) {
        const std::string& words = text.given(language);
        if (!words.empty()) out[std::string(code(language))] = words;
    }
    return out;
}

namespace {

template <class T>
T& as(void* value) {
    return *static_cast<T*>(value);
}
template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

}  // namespace

void read_leaf(const json& value, const std::string& place, const Field& field, void* out) {
    switch (field.leaf) {
        case Leaf::date:
            return read_value(value, place, as<Date>(out));
        case Leaf::partial_date:
            return read_value(value, place, as<PartialDate>(out));
        case Leaf::time:
            return read_value(value, place, as<TimeOfDay>(out));
        case Leaf::instant:
            return read_value(value, place, as<std::chrono::sys_seconds>(out));
        case Leaf::share:
            return read_value(value, place, as<Share>(out));
        case Leaf::counted:
            as<Counted>(out) = Counted(read_string(value, place));
            return;
        case Leaf::cadence:
            return read_value(value, place, as<Cadence>(out));
        case Leaf::rule:
            return read_value(value, place, as<ObservanceRule>(out));
        case Leaf::truth:
            return read_value(value, place, as<bool>(out));
        case Leaf::quota_subject:
            return read_value(value, place, as<QuotaSubject>(out));
        case Leaf::quota_period:
            return read_value(value, place, as<QuotaPeriod>(out));
        case Leaf::name:
            // An enumeration of one byte may be written as a byte, whatever its type.
            as<std::uint8_t>(out) = static_cast<std::uint8_t>(read_name(value, place, field.names));
            return;
        case Leaf::none:
            return;
    }
}

ordered_json written_leaf(const Field& field, const void* value) {
    switch (field.leaf) {
        case Leaf::date:
            return json_of(as<Date>(value));
        case Leaf::partial_date:
            return json_of(as<PartialDate>(value));
        case Leaf::time:
            return json_of(as<TimeOfDay>(value));
        case Leaf::instant:
            return json_of(as<std::chrono::sys_seconds>(value));
        case Leaf::share:
            return json_of(as<Share>(value));
        case Leaf::counted:
            return to_string(as<Counted>(value));
        case Leaf::cadence:
            return json_of(as<Cadence>(value));
        case Leaf::rule:
            return json_of(as<ObservanceRule>(value));
        case Leaf::truth:
            return json_of(as<bool>(value));
        case Leaf::name:
        case Leaf::quota_subject:
        case Leaf::quota_period:
            return field.names[as<std::uint8_t>(value)];
        case Leaf::none:
            break;
    }
    return nullptr;
}

StrictObject::StrictObject(const json& value, std::string place)
    : value_(value), place_(std::move(place)) {
    if (!value.is_object())
        refuse(place_, sentence("json.no_object", {{"found", found_text(value)}}));
}

const json* StrictObject::find(const char* key) {
    asked_.emplace_back(key);
    const auto found = value_.find(key);
    return found == value_.end() ? nullptr : &*found;
}

const json& StrictObject::require(const char* key) {
    const json* found = find(key);
    if (found == nullptr) throw missing(key);
    return *found;
}

DocumentError StrictObject::missing(const char* key) const {
    return refusal(place_, sentence("json.missing_key", {{"key", key}}));
}

void StrictObject::finish(DocumentFaults& faults) const {
    std::string allowed;
    for (const std::string& name : asked_) allowed += (allowed.empty() ? "" : ", ") + name;
    for (const auto& [name, value] : value_.items()) {
        if (std::find(asked_.begin(), asked_.end(), name) != asked_.end()) continue;
        const std::string meant = nearest(name, asked_);
        const bool unread = !meant.empty() && !value_.contains(meant);
        faults.add_unread(refusal(place_ + "/" + pointer_step(name),
                                  sentence("json.unknown_key", {{"key", printable(name)},
                                                                {"meant", suggestion(name, asked_)},
                                                                {"known", allowed}})),
                          unread ? place_ + "/" + meant : "");
    }
}

void StrictObject::finish() const {
    DocumentFaults faults;
    finish(faults);
    faults.raise();
}

}  // namespace probity::detail
