#include "probity/recurrence/rule.hpp"

#include <array>
#include <cctype>
#include <string_view>
#include <utility>

#include "convert.hpp"
#include "date/text.hpp"
#include "module.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {
namespace {

constexpr std::array<std::pair<std::string_view, Frequency>, 7> frequencies{{
    {"SECONDLY", Frequency::secondly},
    {"MINUTELY", Frequency::minutely},
    {"HOURLY", Frequency::hourly},
    {"DAILY", Frequency::daily},
    {"WEEKLY", Frequency::weekly},
    {"MONTHLY", Frequency::monthly},
    {"YEARLY", Frequency::yearly},
}};
constexpr std::array<std::pair<std::string_view, Scale>, 2> scales{{
    {"GREGORIAN", Scale::gregorian},
    {"DANGI", Scale::dangi},
}};
constexpr std::array<std::pair<std::string_view, Skip>, 3> skips{{
    {"OMIT", Skip::omit},
    {"BACKWARD", Skip::backward},
    {"FORWARD", Skip::forward},
}};

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return text;
}

[[noreturn]] void throw_part(std::string_view part, const std::string& value, const Text& allowed) {
    throw RuleError(detail::sentence("python.rule_part", {{"part", part},
                                                          {"value", detail::printable(value)},
                                                          {"allowed", allowed}}),
                    0);
}

template <class Value, std::size_t Size>
Value named(std::string_view part, const py::object& given,
            const std::array<std::pair<std::string_view, Value>, Size>& names) {
    if (!py::isinstance<py::str>(given)) {
        throw py::type_error(std::string(part) + " is a str, not " + text_of(py::repr(given)));
    }
    const std::string text = text_of(given);
    std::string known;
    for (const auto& [name, value] : names) {
        if (upper(text) == name) return value;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw_part(part, text, detail::sentence("python.one_of", {{"known", known}}));
}

// Parts are given as dateutil takes them: one value, or an iterable of values.
// No value at all would be no part, and the rule one of all months: it is refused.
template <class Visitor>
void for_each(std::string_view part, const py::object& given, Visitor visit) {
    if (given.is_none()) return;
    const bool one = py::isinstance<py::str>(given) || py::isinstance<Weekday>(given) ||
                     py::isinstance<NthWeekday>(given) || !py::isinstance<py::iterable>(given);
    if (one) {
        visit(py::handle(given));
        return;
    }
    bool empty = true;
    for (const py::handle item : given) {
        visit(item);
        empty = false;
    }
    if (empty) {
        throw_part(part, text_of(py::repr(given)), detail::sentence("python.no_value"));
    }
}

int number(std::string_view part, py::handle item) {
    if (PyIndex_Check(item.ptr()) == 0) {
        throw py::type_error(std::string(part) + " has whole numbers, not " +
                             text_of(py::repr(item)));
    }
    return number_from_python(item.ptr());
}

std::vector<int> numbers(std::string_view part, const py::object& given) {
    std::vector<int> result;
    for_each(part, given, [&](py::handle item) { result.push_back(number(part, item)); });
    return result;
}

std::optional<int> month_text(std::string_view text) { return detail::digits(text); }

// Months are numbers, or text where the leap month needs its letter: "5L" (RFC 7529 section 4.2).
void read_months(const py::object& given, RuleParts& parts) {
    for_each("BYMONTH", given, [&](py::handle item) {
        if (!py::isinstance<py::str>(item)) {
            parts.by_month.push_back(number("BYMONTH", item));
            return;
        }
        const std::string text = upper(text_of(item));
        const bool leap = text.ends_with('L');
        const auto month = month_text(leap ? std::string_view(text).substr(0, text.size() - 1)
                                           : std::string_view(text));
        if (!month) throw_part("BYMONTH", text, detail::sentence("python.bymonth"));
        (leap ? parts.by_leap_month : parts.by_month).push_back(*month);
    });
}

NthWeekday nth_from_text(const std::string& text) {
    const auto split = text.size() - 2;
    const Weekday weekday = Weekday::parse(upper(text.substr(split)));
    std::string_view sign_and_number(text.data(), split);
    const bool negative = sign_and_number.starts_with('-');
    if (negative || sign_and_number.starts_with('+')) sign_and_number.remove_prefix(1);
    const auto n = detail::digits(sign_and_number);
    if (!n) throw_part("BYDAY", text, detail::sentence("python.byday"));
    return NthWeekday(weekday, negative ? -*n : *n);
}

// dateutil's weekdays have these two attributes, and no ordinal where n is None.
void read_foreign_weekday(py::handle item, RuleParts& parts) {
    const Weekday weekday = Weekday::from_index(item.attr("weekday").cast<int>());
    const py::object n = item.attr("n");
    if (n.is_none()) {
        parts.by_weekday.push_back(weekday);
    } else {
        parts.by_day.emplace_back(weekday, n.cast<int>());
    }
}

void read_weekday(py::handle item, RuleParts& parts) {
    if (py::isinstance<Weekday>(item)) {
        parts.by_weekday.push_back(item.cast<Weekday>());
    } else if (py::isinstance<NthWeekday>(item)) {
        parts.by_day.push_back(item.cast<NthWeekday>());
    } else if (py::isinstance<py::str>(item)) {
        const std::string text = text_of(item);
        if (text.size() > 2) {
            parts.by_day.push_back(nth_from_text(text));
        } else {
            parts.by_weekday.push_back(Weekday::parse(upper(text)));
        }
    } else if (PyIndex_Check(item.ptr()) != 0) {
        parts.by_weekday.push_back(Weekday::from_index(number_from_python(item.ptr())));
    } else if (py::hasattr(item, "weekday") && py::hasattr(item, "n")) {
        read_foreign_weekday(item, parts);
    } else {
        throw py::type_error("BYDAY has weekdays such as MO, WE(3) or \"3WE\", not " +
                             text_of(py::repr(item)));
    }
}

std::optional<Date> read_until(const py::object& given) {
    if (given.is_none()) return std::nullopt;
    return date_from_python(given.ptr());
}

const py::object& one_of(const char* a_name, const py::object& a, const char* b_name,
                         const py::object& b) {
    if (!a.is_none() && !b.is_none()) {
        throw py::type_error(std::string(a_name) + " and " + b_name +
                             " are two names of one part: give one of them");
    }
    return a.is_none() ? b : a;
}

struct Keyword {
    const char* name;
    const py::object& value;
};

void refuse_keywords_beside_text(std::initializer_list<Keyword> keywords) {
    for (const auto& [name, value] : keywords) {
        if (!value.is_none()) {
            throw py::type_error(std::string("a rule is its text or its parts: ") + name +
                                 " is given beside the text");
        }
    }
}

Rule make_rule(const py::object& text, const py::object& freq, const py::object& interval,
               const py::object& count, const py::object& until, const py::object& bymonth,
               const py::object& byweekno, const py::object& byyearday,
               const py::object& bymonthday, const py::object& byweekday, const py::object& byday,
               const py::object& byhour, const py::object& byminute, const py::object& bysecond,
               const py::object& bysetpos, const py::object& wkst, const py::object& rscale,
               const py::object& skip) {
    if (!text.is_none()) {
        refuse_keywords_beside_text({{"freq", freq},
                                     {"interval", interval},
                                     {"count", count},
                                     {"until", until},
                                     {"bymonth", bymonth},
                                     {"byweekno", byweekno},
                                     {"byyearday", byyearday},
                                     {"bymonthday", bymonthday},
                                     {"byweekday", byweekday},
                                     {"byday", byday},
                                     {"byhour", byhour},
                                     {"byminute", byminute},
                                     {"bysecond", bysecond},
                                     {"bysetpos", bysetpos},
                                     {"wkst", wkst},
                                     {"rscale", rscale},
                                     {"skip", skip}});
        if (py::isinstance<Rule>(text)) return text.cast<Rule>();
        if (!py::isinstance<py::str>(text)) {
            throw py::type_error("a rule is text such as \"FREQ=MONTHLY;BYDAY=3WE\", not " +
                                 text_of(py::repr(text)));
        }
        return Rule::parse(text_of(text));
    }
    if (freq.is_none()) throw py::type_error("a rule needs its text, or freq and other parts");
    RuleParts parts;
    parts.frequency = named("FREQ", freq, frequencies);
    if (!interval.is_none()) parts.interval = number("INTERVAL", interval);
    if (!count.is_none()) parts.count = number("COUNT", count);
    parts.until = read_until(until);
    read_months(bymonth, parts);
    parts.by_week_no = numbers("BYWEEKNO", byweekno);
    parts.by_year_day = numbers("BYYEARDAY", byyearday);
    parts.by_month_day = numbers("BYMONTHDAY", bymonthday);
    for_each("BYDAY", one_of("byweekday", byweekday, "byday", byday),
             [&](py::handle item) { read_weekday(item, parts); });
    parts.by_hour = numbers("BYHOUR", byhour);
    parts.by_minute = numbers("BYMINUTE", byminute);
    parts.by_second = numbers("BYSECOND", bysecond);
    parts.by_set_pos = numbers("BYSETPOS", bysetpos);
    if (!wkst.is_none()) {
        RuleParts week;
        read_weekday(wkst, week);
        if (week.by_weekday.size() != 1)
            throw_part("WKST", text_of(py::str(wkst)), detail::sentence("python.wkst"));
        parts.week_start = week.by_weekday[0];
    }
    if (!rscale.is_none()) parts.scale = named("RSCALE", rscale, scales);
    if (!skip.is_none()) parts.skip = named("SKIP", skip, skips);
    return Rule(parts);
}

std::string frequency_name(const Rule& rule) {
    for (const auto& [name, frequency] : frequencies) {
        if (frequency == rule.frequency()) return std::string(name);
    }
    return {};
}

}  // namespace

void bind_rule(py::module_& m) {
    py::class_<Rule> rule(m, "Rule", R"(A recurrence rule: the value that RFC 5545 writes as RRULE.

It is made from its text, or from keywords as dateutil's, each a value or a list of them.

>>> rule = Rule("FREQ=YEARLY;BYMONTH=3;BYDAY=3WE")
>>> rule == Rule(freq="yearly", bymonth=3, byweekday=WE(3))
True
>>> rule.describe("en")
'every year on the third Wednesday of March'
>>> rule.describe("ko")
'매년 3월 셋째 수요일'

A rule has no start and gives no dates by itself: a Recurrence joins it to the date from which it
counts. RFC 7529's rscale ("GREGORIAN", "DANGI") and skip ("OMIT", "BACKWARD", "FORWARD") are parts
like others; a leap month of the lunisolar calendar is text, bymonth="5L".

Raises RuleError, with the `position` of the fault in the text, for what RFC 5545 or RFC 7529 does
not allow.

>>> Rule("FREQ=DAILY;BYDAY=9XX")
Traceback (most recent call last):
    ...
probity.RuleError: ...)");
    const auto none = py::none();
    rule.def(py::init(&make_rule), py::arg("text") = none, py::kw_only(), py::arg("freq") = none,
             py::arg("interval") = none, py::arg("count") = none, py::arg("until") = none,
             py::arg("bymonth") = none, py::arg("byweekno") = none, py::arg("byyearday") = none,
             py::arg("bymonthday") = none, py::arg("byweekday") = none, py::arg("byday") = none,
             py::arg("byhour") = none, py::arg("byminute") = none, py::arg("bysecond") = none,
             py::arg("bysetpos") = none, py::arg("wkst") = none, py::arg("rscale") = none,
             py::arg("skip") = none)
        .def_property_readonly("freq", &frequency_name, "\"DAILY\" to \"YEARLY\".")
        .def_property_readonly("interval", &Rule::interval, "1 to 2147483647.")
        .def_property_readonly("count", &Rule::count,
                               "How many dates it gives; None without COUNT.")
        .def_property_readonly("until", &Rule::until,
                               "The last date that it may give; None without UNTIL.")
        .def(
            "describe", [](const Rule& self, Language lang) { return self.describe(lang); },
            py::arg("lang") = Language::english,
            "The rule as a sentence, in English (\"en\") or Korean (\"ko\").")
        .def("__str__", [](const Rule& self) { return to_string(self); });
    value(rule, [](const Rule& self) { return py::make_tuple(to_string(self)); });
}

}  // namespace probity::python
