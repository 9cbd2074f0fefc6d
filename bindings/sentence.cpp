#include "probity/sentences/sentence.hpp"

#include <pybind11/stl.h>

#include <string>

#include "convert.hpp"
#include "module.hpp"
#include "pickle.hpp"
#include "planning.hpp"
#include "probity/sentences/parse.hpp"
#include "sentence.hpp"
#include "text/sentence.hpp"

namespace probity::python {

py::object clock_to_python(const std::optional<std::chrono::seconds>& time) {
    if (!time) return py::none();
    const std::chrono::hh_mm_ss parts(*time);
    return py::module_::import("datetime")
        .attr("time")(parts.hours().count(), parts.minutes().count(), parts.seconds().count());
}

std::optional<std::chrono::seconds> clock_from_python(py::handle value) {
    if (value.is_none()) return std::nullopt;
    if (!py::isinstance(value, py::module_::import("datetime").attr("time"))) {
        throw py::type_error("a time of day is a datetime.time, not " +
                             std::string(py::str(py::type::of(value).attr("__name__"))));
    }
    if (value.attr("microsecond").cast<int>() != 0 || !value.attr("tzinfo").is_none()) {
        throw ProbityError(
            detail::sentence("python.time_on_second", {{"value", std::string(py::str(value))}}));
    }
    return std::chrono::hours(value.attr("hour").cast<int>()) +
           std::chrono::minutes(value.attr("minute").cast<int>()) +
           std::chrono::seconds(value.attr("second").cast<int>());
}

namespace {

/// A sentence in one language, which is a class of its own in Python.
template <Language in>
struct SentenceIn : Sentence {
    static constexpr Language language_of_class = in;
    explicit SentenceIn(Sentence sentence) : Sentence(std::move(sentence)) {}
};
using KoreanRule = SentenceIn<Language::korean>;
using EnglishRule = SentenceIn<Language::english>;

/// Indexes of readings, of which a negative one counts from the last. Raises IndexError for one that
/// there is not.
std::vector<std::size_t> indexes_of(const std::vector<Reading>& readings,
                                    const std::optional<std::vector<Number>>& chosen) {
    std::vector<std::size_t> found;
    const auto size = static_cast<int>(readings.size());
    for (const int i : chosen.value_or(std::vector<Number>{})) {
        const int index = i < 0 ? i + size : i;
        if (index < 0 || index >= size) {
            throw py::index_error("there is no reading " + std::to_string(i) +
                                  ": the sentence has " + std::to_string(size));
        }
        found.push_back(static_cast<std::size_t>(index));
    }
    return found;
}

py::tuple dates_of(const ReadingDifference& self) {
    py::tuple all(self.dates.size());
    for (std::size_t i = 0; i < self.dates.size(); ++i) all[i] = tuple_of(self.dates[i]);
    return all;
}

void bind_difference(py::module_& m) {
    py::class_<ReadingDifference> difference(
        m, "ReadingDifference", R"(A year, or a month of it, in which readings give other days.

`dates` are the days of each reading that was compared, in their order; weeks are Intervals.)");
    difference
        .def(py::init([](Number year, const std::optional<Number>& month,
                         const std::vector<std::vector<DayOrSpan>>& dates) {
                 ReadingDifference made{.year = year, .dates = dates};
                 if (month) made.month = *month;
                 return made;
             }),
             py::arg("year"), py::arg("month"), py::arg("dates"))
        .def_readonly("year", &ReadingDifference::year)
        .def_readonly("month", &ReadingDifference::month, "None of a yearly rule.")
        .def_property_readonly("dates", &dates_of, "The days of each reading.");
    value_by_names(difference, {"year", "month", "dates"}, [](const ReadingDifference& self) {
        return py::make_tuple(self.year, self.month, dates_of(self));
    });
}

template <class Rule>
void bind_sentence(py::module_& m, const char* name, const char* doc) {
    py::class_<Rule> rule(m, name, doc);
    rule.def(py::init([](const py::str& text, const std::vector<Reading>& readings,
                         const py::object& time, const py::object& ends, bool yearly) {
                 if (readings.empty()) {
                     throw ProbityError(detail::sentence("python.no_reading"));
                 }
                 return Rule(Sentence{.text = text_of(text),
                                      .language = Rule::language_of_class,
                                      .readings = readings,
                                      .time = clock_from_python(time),
                                      .ends = clock_from_python(ends),
                                      .yearly = yearly});
             }),
             py::arg("text"), py::arg("readings"), py::arg("time") = py::none(),
             py::arg("ends") = py::none(), py::arg("yearly") = false)
        .def_property_readonly(
            "text", [](const Rule& self) { return self.text; }, "The sentence as it was given.")
        .def_property_readonly(
            "readings", [](const Rule& self) { return tuple_of(self.readings); },
            "Its possible meanings, the usual reading first.")
        .def_property_readonly(
            "time", [](const Rule& self) { return clock_to_python(self.time); },
            "The time of day at which it begins, or None.")
        .def_property_readonly(
            "ends", [](const Rule& self) { return clock_to_python(self.ends); },
            "The time of day at which it ends or by which it is due, or None.")
        .def_property_readonly(
            "yearly", [](const Rule& self) { return self.yearly; },
            "Whether the periods in which the readings are compared are years; else they are "
            "months.")
        .def(
            "recurrence",
            [](const Rule& self, const Date& start, const std::optional<WorkCalendar>& workdays) {
                return self.recurrence(start, workdays);
            },
            py::arg("start"), py::arg("workdays") = py::none(), "The days of the usual reading.")
        .def(
            "differ",
            [](const Rule& self, Number begin_year, Number end_year,
               const std::optional<std::vector<Number>>& readings,
               const std::optional<WorkCalendar>& workdays) {
                return self.differ(begin_year, end_year, indexes_of(self.readings, readings),
                                   workdays);
            },
            py::arg("begin_year"), py::arg("end_year"), py::kw_only(),
            py::arg("readings") = py::none(), py::arg("workdays") = py::none(),
            R"(Where readings give other days, in the years [begin_year, end_year): years of a
yearly rule, months of another.

`readings` are indexes of those to compare, without it all. Steps of so many periods are counted
from the first of January of begin_year.

>>> rule = parse_korean("매월 셋째 주")
>>> [difference.month for difference in rule.differ(2026, 2027, readings=(0, 2))]
[2, 3, 5, 8, 11]

Raises DateError for years that are not in 1400 to 9999.)")
        .def("__str__", [](const Rule& self) { return self.text; });
    value_by_names(rule, {"text", "readings", "time", "ends", "yearly"}, [](const Rule& self) {
        return py::make_tuple(self.text, tuple_of(self.readings), clock_to_python(self.time),
                              clock_to_python(self.ends), self.yearly);
    });
}

/// The text of a sentence. Raises TypeError for what is no str.
std::string sentence_of(const py::object& text, const char* what) {
    if (py::isinstance<py::str>(text)) return text_of(text);
    throw py::type_error(std::string(what) + " is a str, not " +
                         std::string(py::str(py::type::of(text).attr("__name__"))));
}

py::object quota_of(const HowOften& self, const std::string& id, const Date& begin,
                    const std::optional<Date>& end, const py::kwargs& more) {
    // Refuses a number that is not to be passed, before the class is asked.
    static_cast<void>(quota(self, id, begin, end));
    return py::type::of<Quota>()(id, self.times, begin, end,
                                 py::arg("per") = std::string(to_string(self.per)), **more);
}

void bind_how_often(py::module_& m) {
    py::class_<HowOften> often(
        m, "HowOften",
        R"(A number of times in each period, as a sentence says it: 연 3회, 분기별 1회 이상.

`bound` says whether the number is to be met or passed ("at_least", 이상), not to be passed
("at_most", 이내), or is just said ("exactly").)");
    often
        .def(py::init([](const std::string& text, Number times, const std::string& per,
                         const std::string& bound) {
                 return HowOften{text, times, parse_quota_period(per),
                                 value_up_to(bound, Bound::at_most)};
             }),
             py::arg("text"), py::arg("times"), py::arg("per"), py::arg("bound") = "exactly")
        .def_readonly("text", &HowOften::text, "The sentence as it was given.")
        .def_readonly("times", &HowOften::times)
        .def_property_readonly(
            "per", [](const HowOften& self) { return std::string(to_string(self.per)); },
            "\"year\", \"half_year\", \"quarter\" or \"month\".")
        .def_property_readonly(
            "bound", [](const HowOften& self) { return std::string(to_string(self.bound)); },
            "\"exactly\", \"at_least\" or \"at_most\".")
        .def("quota", &quota_of, py::arg("id"), py::arg("begin"), py::arg("end") = py::none(),
             R"(The quota of so many times a period, from the day `begin`; `more` as Quota takes
it.

>>> parse_korean_quota("연 3회").quota("council", "2025-06-01").times
3

Raises ProbityError for a number that is not to be passed: a quota is the least that must happen.)")
        .def("__str__", [](const HowOften& self) { return self.text; });
    value_by_names(often, {"text", "times", "per", "bound"}, [](const HowOften& self) {
        return py::make_tuple(self.text, self.times, std::string(to_string(self.per)),
                              std::string(to_string(self.bound)));
    });
}

}  // namespace

void bind_sentences(py::module_& m) {
    bind_difference(m);
    bind_sentence<KoreanRule>(
        m, "KoreanRule",
        R"(A sentence in Korean, and what it may mean: its readings, the usual one first.

`time` is the time of day at which the sentence says that it begins, `ends` at which it ends.)");
    bind_sentence<EnglishRule>(
        m, "EnglishRule",
        R"(A sentence in English, and what it may mean: its readings, the usual one first.

`time` is the time of day at which the sentence says that it begins, `ends` at which it ends.)");
    bind_how_often(m);
    m.def(
        "parse_korean",
        [](const py::object& text) {
            return KoreanRule(parse_korean(sentence_of(text, "a rule in Korean")));
        },
        py::arg("text"), R"(Returns the rule that a sentence in Korean means, as officials write
it.

>>> parse_korean("매월 셋째 수요일").readings[0].rule
Rule('FREQ=MONTHLY;BYDAY=3WE')
>>> [reading.names[0] for reading in parse_korean("매월 셋째 주").readings]
['ISO', 'CLDR_KR', 'MONDAY_ROWS', 'SUNDAY_MAJORITY', 'FULL_WEEKS', 'FULL_WEEKS_FROM_SUNDAY']
>>> rule = parse_korean("매년 3월 셋째 주 수요일")
>>> [difference.year for difference in rule.differ(2013, 2051, readings=(0, 2))]
[2018, 2029, 2035, 2040, 2046]

n째 주 X요일 is first of all the n-th such weekday of the month, then the weekday in the n-th row of a
wall calendar, then in the n-th ISO week. 까지 and 이내 give the day that is named, and as second
reading the day on which the period ends in law (Civil Act, Article 161). 공휴일이면 moves Sundays and
public holidays, but no Saturday; a later reading moves every day off to the next working day.

Days of several kinds are each kept: 매월 15일과 셋째 수요일.

Raises RuleError, with the `position` in the text, for what is not understood, for a number of times
that is not that of the days (분기 1회 15일), for two periods that do not agree (분기별 3월 15일), for
an hour that is not named (점심시간), for a day that is not certain (15일경), and for what says how
often but not when, as 연 3회 does: parse_korean_quota reads that.)");
    m.def(
        "parse_english",
        [](const py::object& text) {
            return EnglishRule(parse_english(sentence_of(text, "a rule in English")));
        },
        py::arg("text"),
        R"(Returns the rule that a sentence in English means, as announcements write it; and reads
whatever Rule.describe("en") writes.

>>> parse_english("the last working day of each month").readings[0].title.english
'on the last working day of every month (no public holiday)'
>>> parse_english("every other Friday").readings[0].rule
Rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR')
>>> rule = parse_english("third Wednesday of March every year").readings[0].rule
>>> parse_english(rule.describe("en")).readings[0].rule == rule
True

Raises RuleError, with the `position` in the text, for what is not understood, for what would be
guessed (3/4, "or", "at 10", "early March"), and for what says how often but not when, as "twice a
month" does: that is a quota, no rule.)");
    m.def(
        "parse_korean_quota",
        [](const py::object& text) {
            return parse_korean_quota(sentence_of(text, "a quota in Korean"));
        },
        py::arg("text"),
        R"(How often a sentence in Korean says that something happens: a number in each
period.

>>> parse_korean_quota("분기별 1회 이상")
HowOften(text='분기별 1회 이상', times=1, per='quarter', bound='at_least')
>>> quota = parse_korean_quota("정기회의는 연 3회 개최한다").quota("council", "2025-06-01")
>>> quota.times, quota.per
(3, 'year')

A number that is split is that of the shorter period, which says all that the longer says: 연
2회(상·하반기 각 1회) is once in each half-year.

Raises RuleError, with the `position` in the text, for what names days (parse_korean reads it), for
hours or other amounts, two numbers that do not agree, and a period that no quota has, such as a
week.)");
}

}  // namespace probity::python
