#include "probity/planning/cadence.hpp"

#include "convert.hpp"
#include "day_array.hpp"
#include "exchange/json/leaves.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "planning.hpp"
#include "record.hpp"
#include "recurrence.hpp"
#include "text.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {

namespace {

/// A cadence that can be asked: what it is made with is checked.
template <class T>
T checked(T cadence) {
    check(Cadence(cadence));
    return cadence;
}

}  // namespace

namespace {

ObservanceRule rule_of_document(const std::string& text) {
    ObservanceRule rule;
    detail::read_value(nlohmann::json::parse(text), "/rule", rule);
    return rule;
}

}  // namespace

ObservanceRule observance_rule_of(py::handle rule) {
    if (py::isinstance<Rule>(rule)) return SpanRule{rule.cast<const Rule&>(), 0, 1};
    if (py::isinstance<Spans>(rule)) {
        return rule_of_week(rule.cast<const Spans&>(), std::nullopt, py::none(),
                            WeekConvention::iso());
    }
    if (py::isinstance<ByWeek>(rule)) return rule.cast<const ByWeek&>().rule;
    if (py::isinstance<py::dict>(rule)) {
        const py::module_ json = py::module_::import("json");
        const py::dict object(py::reinterpret_borrow<py::object>(rule).attr("copy")());
        // Weeks of the month are by the usual convention unless another is named.
        if (object.contains("week") && !object.contains("convention")) object["convention"] = "ISO";
        return rule_of_document(py::str(json.attr("dumps")(object, py::arg("allow_nan") = false)));
    }
    const bool is_read = py::hasattr(rule, "readings") || py::hasattr(rule, "terms");
    if (!py::isinstance<py::str>(rule) && !is_read) {
        throw py::type_error(
            "a rule is a sentence such as \"매월 둘째 주\", a Rule or its text, Spans, a ByWeek, "
            "or "
            "what a document has, not " +
            text_of(py::repr(rule)));
    }
    const py::object rule_json = py::module_::import("probity.sentences").attr("rule_json");
    return rule_of_document(py::str(rule_json(rule)));
}

py::object rule_to_python(const ObservanceRule& rule) {
    return py::module_::import("json").attr("loads")(detail::json_of(rule).dump());
}

ObservanceRule rule_of_week(const WeekLike& week, const std::optional<Weekday>& weekday,
                            const py::object& months, WeekConvention convention) {
    if (const auto* sentence = std::get_if<std::string>(&week)) {
        if (weekday || !months.is_none()) {
            throw ProbityError(detail::sentence("python.cadence_sentence"));
        }
        return observance_rule_of(py::str(*sentence));
    }
    if (const auto* spans = std::get_if<Spans>(&week)) {
        if (spans->anchors().rule() == nullptr || weekday || !months.is_none()) {
            throw ProbityError(detail::sentence("python.cadence_spans"));
        }
        return SpanRule{*spans->anchors().rule(), spans->offset(), spans->length()};
    }
    std::vector<int> numbers;
    if (PyIndex_Check(months.ptr()) != 0) {
        numbers.push_back(number_from_python(months.ptr()));
    } else if (!months.is_none()) {
        for (const py::handle month : months) numbers.push_back(month.cast<Number>());
    }
    const int n = std::get<Number>(week);
    if (weekday) return WeekdayOfWeek{*weekday, n, numbers, convention};
    return NthWeek{n, numbers, convention};
}

namespace {

/// Common to all cadences: their arguments give them back, and they have a hash.
template <class T, class Arguments>
void bind_common(py::class_<T>& cls, Arguments arguments) {
    cls.def(
           "slot", [](const T& self, LongNumber k) { return slot(self, k); }, py::arg("k"),
           "The nominal date of slot k, counted from 0; None past the last one. Raises "
           "ProbityError "
           "for a negative k.")
        .def(
            "describe", [](const T& self, Language lang) { return describe(self, lang); },
            py::arg("lang") = Language::english, "The cadence in words.");
    value(cls, arguments);
}

void bind_steps(py::module_& m) {
    py::class_<TimesAYear> times(m, "TimesAYear",
                                 R"(So many times a year, evenly, from a first date on.

>>> TimesAYear(3, "2025-03-15").slot(1)
datetime.date(2025, 7, 15)

Where 12 divides by `times`, 1 to 365, the slots are whole months apart. Else slot r of a year of so
many days lies floor(r * days / times) days after its beginning, on the anchor's day and month.)");
    times
        .def(py::init([](Number n, const Date& anchor) { return checked(TimesAYear{n, anchor}); }),
             py::arg("times"), py::arg("anchor"))
        .def_readonly("times", &TimesAYear::times)
        .def_readonly("anchor", &TimesAYear::anchor, "The date of slot 0.");
    bind_common(times, [](const TimesAYear& self) {
        return py::make_tuple(self.times, date_text(self.anchor));
    });

    py::class_<EveryMonths> months(m, "EveryMonths", R"(Every so many months, 1 to 1200.

On the anchor's day of the month, or on the last day of a month that is too short for it:

>>> monthly = EveryMonths(1, "2026-01-31")
>>> monthly.slot(1), monthly.slot(2)
(datetime.date(2026, 2, 28), datetime.date(2026, 3, 31))

Each slot follows from the anchor and its number, so that nothing drifts:

>>> EveryMonths(4, "2025-03-15").slot(300)
datetime.date(2125, 3, 15))");
    months
        .def(py::init([](Number n, const Date& anchor) { return checked(EveryMonths{n, anchor}); }),
             py::arg("months"), py::arg("anchor"))
        .def_readonly("months", &EveryMonths::months)
        .def_readonly("anchor", &EveryMonths::anchor, "The date of slot 0.");
    bind_common(months, [](const EveryMonths& self) {
        return py::make_tuple(self.months, date_text(self.anchor));
    });

    py::class_<ByRule> by_rule(m, "ByRule", R"(The dates of a recurrence rule from a start on.

>>> ByRule("FREQ=MONTHLY;INTERVAL=4;BYDAY=3WE", "2026-01-01").slot(1)
datetime.date(2026, 5, 20))");
    by_rule
        .def(py::init([](const py::object& rule, const Date& start) {
                 return checked(ByRule{rule_or_sentence(rule), start});
             }),
             py::arg("rule"), py::arg("start"))
        .def_readonly("rule", &ByRule::rule)
        .def_readonly("start", &ByRule::start);
    bind_common(by_rule, [](const ByRule& self) {
        return py::make_tuple(to_string(self.rule), date_text(self.start));
    });
}

py::tuple arguments_of(const ByWeek& self) {
    const py::str start = date_text(self.start);
    const auto months_of = [](const auto& rule) -> py::object {
        if (rule.months.empty()) return py::none();
        return py::tuple(py::cast(rule.months));
    };
    if (const auto* rule = std::get_if<NthWeek>(&self.rule)) {
        return py::make_tuple(rule->week, start, py::none(), months_of(*rule), rule->convention);
    }
    if (const auto* rule = std::get_if<WeekdayOfWeek>(&self.rule)) {
        return py::make_tuple(rule->week, start, rule->weekday, months_of(*rule), rule->convention);
    }
    return py::make_tuple(Spans(std::get<SpanRule>(self.rule), self.start), start);
}

void bind_weeks(py::module_& m) {
    py::class_<ByWeek> weeks(m, "ByWeek", R"(The n-th week of the month, or a weekday in it.

>>> ByWeek(3, "2026-01-01").slot(2)
datetime.date(2026, 3, 16)
>>> integrity_day = ByWeek(3, "2024-01-01", WE, months=[3])
>>> integrity_day.slot(2), integrity_day.describe("ko")
(datetime.date(2026, 3, 18), '매년 3월 셋째 주 수요일 (주 기준 ISO)')

Without a weekday it falls on the first day of the week. `week` is 1 to 5, or -1 to -5 from the
month's end; or Spans, whose first days are the slots.)");
    weeks
        .def(py::init([](const WeekLike& week, const Date& start,
                         const std::optional<Weekday>& weekday, const py::object& months,
                         WeekConvention convention) {
                 return checked(ByWeek{rule_of_week(week, weekday, months, convention), start});
             }),
             py::arg("week"), py::arg("start"), py::arg("weekday") = py::none(),
             py::arg("months") = py::none(), py::arg("convention") = WeekConvention::iso())
        .def_readonly("start", &ByWeek::start);
    bind_common(weeks, &arguments_of);
}

std::vector<Interval> days_of(const py::iterable& occurrences) {
    std::vector<Interval> days;
    for (const py::handle each : occurrences) {
        days.push_back(py::isinstance<Occurrence>(each) ? each.cast<const Occurrence&>().observed
                                                        : each.cast<Interval>());
    }
    return days;
}

void bind_lists(py::module_& m) {
    py::class_<OnDates> dates(m, "OnDates", R"(Dates that are listed, in order.

>>> OnDates(["2025-07-25", "2025-11-14"]).slot(1)
datetime.date(2025, 11, 14))");
    dates
        .def(
            py::init([](const py::object& given) { return checked(OnDates{date_list_of(given)}); }),
            py::arg("dates"))
        .def_readonly("dates", &OnDates::dates);
    bind_common(dates, [](const OnDates& self) {
        py::list texts;
        for (const Date& date : self.dates) texts.append(date_text(date));
        return py::make_tuple(py::tuple(texts));
    });

    py::class_<InEach> each(m, "InEach",
                            R"(In each Integrity Week, or occurrence of another observance.

>>> from probity import examples
>>> week = examples.songpa().observances[0]
>>> cadence = InEach(week.occurrences("2026-01-01", "2027-01-01"), WE, week.title)
>>> cadence.slot(2), cadence.describe("en")
(datetime.date(2026, 3, 18), 'in each Integrity Week, on Wednesday')

`occurrences` are those of an Observance, or Intervals. It falls on the weekday named; on the first
day if none is named, and if the occurrence has no such day.)");
    each.def(py::init([](const py::iterable& occurrences, const std::optional<Weekday>& weekday,
                         const Text& title) {
                 return checked(InEach{days_of(occurrences), weekday, title});
             }),
             py::arg("occurrences"), py::arg("weekday") = py::none(), py::arg("title") = "")
        .def_readonly("occurrences", &InEach::occurrences, "Their days.")
        .def_readonly("weekday", &InEach::weekday)
        .def_property_readonly("title", [](const InEach& self) { return self.title; });
    bind_common(each, [](const InEach& self) {
        return py::make_tuple(py::tuple(py::cast(self.occurrences)), self.weekday, self.title);
    });
}

void bind_versions(py::module_& m) {
    Record<CadenceVersion>(m, R"(A cadence with the days on which it is in force, [begin, end).

>>> version = CadenceVersion("2025-01-01", EveryMonths(4, "2025-03-15"))
>>> version.cadence.describe()
'every 4 months from 2025-03-15')")
        .first({"begin", "cadence"})
        .made();

    Record<Slot>(m, "Slot", "One slot of a cadence, with the working day to which it is rolled.")
        .member("number", &Slot::number, "Its k: cadence.slot(k) is its nominal date.")
        .member("nominal", &Slot::nominal)
        .member("adjusted", &Slot::adjusted, "The working day.")
        .member("version", &Slot::version, "Which of the versions gave it, from 0.")
        .member("reason", &Slot::reason,
                "The cadence in words, and why the dates differ if they do.")
        .member("called_off", &Slot::called_off,
                "Whether nothing can be held on it: the occurrence was cancelled or not held.")
        .done();
}

using GivenCadence = std::variant<std::vector<CadenceVersion>, Cadence>;

std::vector<CadenceVersion> versions_of(const GivenCadence& given) {
    if (const auto* versions = std::get_if<std::vector<CadenceVersion>>(&given)) return *versions;
    return {{.cadence = std::get<Cadence>(given)}};
}

}  // namespace

void bind_cadence(py::module_& m) {
    bind_steps(m);
    bind_weeks(m);
    bind_lists(m);
    bind_versions(m);

    m.def(
        "slots",
        [](const GivenCadence& cadence, const Date& begin, const std::optional<Date>& end,
           const std::optional<WorkCalendar>& workdays, const std::string& roll) {
            return table_of(slots(versions_of(cadence), Interval(begin, end), or_korea(workdays),
                                  parse_roll_convention(roll)));
        },
        py::arg("cadence"), py::arg("begin"), py::arg("end") = py::none(),
        py::arg("workdays") = py::none(), py::arg("roll") = "following",
        R"(The slots whose nominal date lies in [begin, end), rolled to working days, as a Table.

>>> for slot in slots(EveryMonths(4, "2025-03-15"), "2025-01-01", "2026-01-01"):
...     print(slot.nominal, slot.adjusted)
2025-03-15 2025-03-17
2025-07-15 2025-07-15
2025-11-15 2025-11-17

`cadence` is a cadence, or the CadenceVersions of one in order; a slot belongs to the version in
force on its nominal date. Working days are Korea's if no calendar is given. Raises HorizonError if
the calendar does not reach so far, and ProbityError for versions that overlap.)");
    m.def(
        "changed_cadence",
        [](std::vector<CadenceVersion> versions,
           CadenceVersion next) -> std::vector<CadenceVersion> {
            return changed_cadence(std::move(versions), std::move(next));
        },
        py::arg("versions"), py::arg("next"),
        R"(The versions, with another in force from its first day on.

>>> old = [CadenceVersion("2025-01-01", EveryMonths(4, "2025-03-15"))]
>>> new = changed_cadence(old, CadenceVersion("2026-01-01", TimesAYear(4, "2026-02-01")))
>>> [version.end for version in new]
[datetime.date(2026, 1, 1), None]

Past slots stay. Raises ProbityError if a version begins on that day or later.)");
}

}  // namespace probity::python
