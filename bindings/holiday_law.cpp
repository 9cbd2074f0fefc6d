#include "probity/workdays/holiday_law.hpp"

#include <algorithm>
#include <variant>

#include "convert.hpp"
#include "day_array.hpp"
#include "module.hpp"
#include "recurrence.hpp"
#include "value.hpp"
#include "work_calendar.hpp"

namespace probity::python {
namespace {

// Rules -------------------------------------------------------------------------------------------

/// A rule of RFC 5545 if it has a part; a sentence if it has a letter; else a date.
HolidayRule rule_of_text(const py::object& given) {
    const std::string text = text_of(given);
    if (text.find('=') != std::string::npos) return Rule::parse(text);
    const auto is_of_dates = [](char each) {
        return ('0' <= each && each <= '9') || each == '-' || each == '.' || each == ' ';
    };
    if (!text.empty() && !std::all_of(text.begin(), text.end(), is_of_dates)) {
        return rule_or_sentence(given);
    }
    return OneDate{parse_date(text)};
}

HolidayRule rule_from_python(const py::object& given) {
    if (py::isinstance<Rule>(given)) return given.cast<Rule>();
    if (py::isinstance<FixedDay>(given)) return given.cast<FixedDay>();
    if (py::isinstance<LunarDay>(given)) return given.cast<LunarDay>();
    if (py::isinstance<EasterDay>(given)) return given.cast<EasterDay>();
    if (py::isinstance<py::str>(given)) return rule_of_text(given);
    if (is_one_date(given.ptr())) return OneDate{date_from_python(given.ptr())};
    if (py::isinstance<py::iterable>(given)) return ListedDates{date_list_of(given)};
    throw py::type_error(
        "a holiday falls on a date, a list of dates, a Rule, its text or a sentence, a FixedDay, "
        "LunarDay or "
        "EasterDay, not on " +
        text_of(py::repr(given)));
}

struct RuleToPython {
    py::object operator()(const OneDate& once) const { return date_text(once.date); }
    py::object operator()(const ListedDates& listed) const {
        py::list dates;
        for (const Date& date : listed.dates) dates.append(date_text(date));
        return dates;
    }
    py::object operator()(const ElectionDay&) const { return py::none(); }
    py::object operator()(const auto& rule) const { return py::cast(rule); }
};

py::object rule_to_python(const HolidayRule& rule) { return std::visit(RuleToPython{}, rule); }

// Arguments ---------------------------------------------------------------------------------------

std::optional<Date> known(const Date& date) {
    return date.is_special() ? std::nullopt : std::optional(date);
}

/// A date as repr and pickles have it, or None.
py::object text_or_none(const std::optional<Date>& date) {
    return date ? py::object(date_text(*date)) : py::none();
}

/// Weekdays as repr and pickles have them: ["SA", "SU"].
py::list weekday_texts(const std::vector<Weekday>& weekdays) {
    py::list texts;
    for (const Weekday weekday : weekdays) texts.append(to_string(weekday));
    return texts;
}

/// "Name('a', since='2026-01-01')": what differs from the defaults, by name but for the first ones.
template <class T>
void repr_by_name(py::class_<T>& cls, std::size_t positional, auto arguments) {
    cls.def("__repr__", [positional, arguments](const T& self) {
        std::string text = py::str(py::type::of<T>().attr("__name__"));
        text += '(';
        bool first = true;
        std::size_t i = 0;
        for (const auto& [name, value, standard] : arguments(self)) {
            const bool by_place = i++ < positional;
            if (!by_place && value.equal(standard)) continue;
            if (!first) text += ", ";
            first = false;
            if (!by_place) text += std::string(name) + "=";
            text += text_of(py::repr(value));
        }
        return text + ")";
    });
}

struct Argument {
    const char* name;
    py::object value;
    py::object standard;
};

template <class T>
void value_by_name(py::class_<T>& cls, std::size_t positional, auto arguments) {
    repr_by_name(cls, positional, arguments);
    const auto values = [arguments](const T& self) {
        const std::vector<Argument> given = arguments(self);
        py::tuple tuple(given.size());
        for (std::size_t i = 0; i < given.size(); ++i) tuple[i] = given[i].value;
        return tuple;
    };
    value_without_repr(cls, values, [values](const T& self) {
        // Lists have no hash; their text does.
        return py::hash(py::repr(values(self)));
    });
}

const auto none = [] { return py::object(py::none()); };
const auto empty = [] { return py::object(py::str("")); };

// Bindings ----------------------------------------------------------------------------------------

void bind_days(py::module_& m) {
    py::class_<FixedDay> fixed(m, "FixedDay",
                               R"(The same date every year, as the rule of a HolidayRow.

29 February is a holiday of leap years only.)");
    fixed
        .def(py::init([](Number month, Number day) { return FixedDay{month, day}; }),
             py::arg("month"), py::arg("day"))
        .def_readonly("month", &FixedDay::month)
        .def_readonly("day", &FixedDay::day);
    value(fixed, [](const FixedDay& self) { return py::make_tuple(self.month, self.day); });

    py::class_<LunarDay> lunar(
        m, "LunarDay",
        R"(A date of the Korean lunisolar calendar every year, as the rule of a HolidayRow.

Never in a leap month, and `offset` days from it, at most 366 either way: the day before Seollal is
LunarDay(1, 1, -1).)");
    lunar
        .def(py::init([](Number month, Number day, Number offset) {
                 return LunarDay{month, day, offset};
             }),
             py::arg("month"), py::arg("day"), py::arg("offset") = Number{0})
        .def_readonly("month", &LunarDay::month)
        .def_readonly("day", &LunarDay::day)
        .def_readonly("offset", &LunarDay::offset);
    value(lunar,
          [](const LunarDay& self) { return py::make_tuple(self.month, self.day, self.offset); });

    py::class_<EasterDay> easter(
        m, "EasterDay",
        R"(So many days from Easter Sunday of the Gregorian calendar, as the rule of a HolidayRow.

Good Friday is EasterDay(-2), Easter Monday EasterDay(1); at most 366 days either way.)");
    easter
        .def(py::init([](Number offset) { return EasterDay{offset}; }),
             py::arg("offset") = Number{0})
        .def_readonly("offset", &EasterDay::offset);
    value(easter, [](const EasterDay& self) { return py::make_tuple(self.offset); });
}

void bind_substitute(py::module_& m) {
    py::class_<SubstituteTerm> term(
        m, "SubstituteTerm",
        R"(When a holiday that is lost earns a substitute, and from when to when the law has that.

`policy` is "sunday" (lost to a Sunday, or on a weekday to another holiday: the first free day after
it), "weekend" (the same for any day of the weekend), "next_day" (the next day, unless that is a
holiday anyway) or "nearest_weekday" (a Saturday's on the Friday before, a Sunday's on the Monday
after). `lost_on` names other days of the week; `coinciding` is False if another holiday on the day
does not count. `title` names the substitute, "{name}" standing for the holiday's name; without it
the substitute bears the holiday's own.)");
    term.def(py::init([](const std::string& policy, const Date& since,
                         const std::optional<Date>& until, const std::optional<Date>& decided_on,
                         const std::optional<Date>& ended_on, const py::object& lost_on,
                         bool coinciding, std::string title, std::string title_en,
                         std::string basis, std::string basis_en, std::string coinciding_basis,
                         std::string coinciding_basis_en) {
                 return SubstituteTerm{.policy = parse_substitute_policy(policy),
                                       .from = since,
                                       .until = until,
                                       .decided_on = decided_on.value_or(since),
                                       .ended_on = ended_on,
                                       .lost_on = lost_on.is_none()
                                                      ? std::nullopt
                                                      : std::optional(weekdays_of(lost_on)),
                                       .coinciding = coinciding,
                                       .title = std::move(title),
                                       .title_en = std::move(title_en),
                                       .basis = std::move(basis),
                                       .basis_en = std::move(basis_en),
                                       .coinciding_basis = std::move(coinciding_basis),
                                       .coinciding_basis_en = std::move(coinciding_basis_en)};
             }),
             py::arg("policy"), py::arg("since"), py::arg("until") = py::none(),
             py::arg("decided_on") = py::none(), py::arg("ended_on") = py::none(),
             py::arg("lost_on") = py::none(), py::arg("coinciding") = true, py::arg("title") = "",
             py::arg("title_en") = SubstituteTerm{}.title_en, py::arg("basis") = "",
             py::arg("basis_en") = "", py::arg("coinciding_basis") = "",
             py::arg("coinciding_basis_en") = "")
        .def_property_readonly(
            "policy",
            [](const SubstituteTerm& self) { return std::string(to_string(self.policy)); })
        .def_readonly("since", &SubstituteTerm::from, "The first day whose holiday it covers.")
        .def_readonly("until", &SubstituteTerm::until, "The first that it no longer does.")
        .def_readonly("decided_on", &SubstituteTerm::decided_on,
                      "When it was decided; with its first day if not said.")
        .def_readonly("ended_on", &SubstituteTerm::ended_on, "When its end was decided.")
        .def_readonly("lost_on", &SubstituteTerm::lost_on,
                      "The days of the week to which a holiday is lost, if others than the policy "
                      "says.")
        .def_readonly("coinciding", &SubstituteTerm::coinciding,
                      "Whether falling on another holiday counts as lost.")
        .def_readonly("title", &SubstituteTerm::title)
        .def_readonly("title_en", &SubstituteTerm::title_en)
        .def_readonly("basis", &SubstituteTerm::basis,
                      "By what text a day lost to the weekend is substituted.")
        .def_readonly("basis_en", &SubstituteTerm::basis_en)
        .def_readonly("coinciding_basis", &SubstituteTerm::coinciding_basis,
                      "By what text one lost to another holiday is, if that is another text.")
        .def_readonly("coinciding_basis_en", &SubstituteTerm::coinciding_basis_en);
    value_by_name(term, 1, [](const SubstituteTerm& self) {
        return std::vector<Argument>{
            {"policy", py::str(std::string(to_string(self.policy))), none()},
            {"since", date_text(self.from), none()},
            {"until", text_or_none(self.until), none()},
            {"decided_on", date_text(self.decided_on), date_text(self.from)},
            {"ended_on", text_or_none(self.ended_on), none()},
            {"lost_on", self.lost_on ? py::object(weekday_texts(*self.lost_on)) : none(), none()},
            {"coinciding", py::bool_(self.coinciding), py::bool_(true)},
            {"title", py::str(self.title), empty()},
            {"title_en", py::str(self.title_en), py::str(SubstituteTerm{}.title_en)},
            {"basis", py::str(self.basis), empty()},
            {"basis_en", py::str(self.basis_en), empty()},
            {"coinciding_basis", py::str(self.coinciding_basis), empty()},
            {"coinciding_basis_en", py::str(self.coinciding_basis_en), empty()}};
    });
}

using FurtherTuple = std::tuple<Date, std::string, std::string>;

std::vector<FurtherBasis> further_of(const std::vector<FurtherTuple>& given) {
    std::vector<FurtherBasis> further;
    for (const auto& [decided_on, basis, basis_en] : given) {
        further.push_back({decided_on, basis, basis_en});
    }
    return further;
}

py::list further_texts(const std::vector<FurtherBasis>& further) {
    py::list texts;
    for (const FurtherBasis& one : further) {
        texts.append(py::make_tuple(date_text(one.decided_on), one.basis, one.basis_en));
    }
    return texts;
}

void bind_row(py::module_& m) {
    py::class_<HolidayRow> row(
        m, "HolidayRow",
        R"doc(A holiday as the law has it: one row of dated law, for WorkCalendar.of_law.

`rule` says on which dates it falls: a Rule, its text or a sentence such as "매년 9월 첫째 월요일",
which counts from `since`; a FixedDay, LunarDay or EasterDay; one date, or a list of dates that no
rule gives. `since` and `until` are the first day for which the law has it and the first for which
it no longer does; a row of dates needs neither. `decided_on` is when it was promulgated, with `since` if not said, and `ended_on` when its
end was. `further` lists more texts by which it is a holiday, as (decided_on, basis, basis_en). A
`half_day` is worked until noon.

>>> HolidayRow("", "Labor Day", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", since="1894-06-28")
HolidayRow('', 'Labor Day', Rule('FREQ=YEARLY;BYMONTH=9;BYDAY=1MO'), since='1894-06-28'))doc");
    row.def(py::init([](std::string name, std::string name_en, const py::object& rule,
                        const std::optional<Date>& since, const std::optional<Date>& until,
                        const std::string& kind, const std::optional<Date>& decided_on,
                        const std::optional<Date>& ended_on, std::string basis,
                        std::string basis_en, const std::vector<FurtherTuple>& further,
                        std::vector<SubstituteTerm> substitutes, std::string substitute_name,
                        std::string substitute_name_en) {
                HolidayRow made{.name = std::move(name),
                                .name_en = std::move(name_en),
                                .rule = rule_from_python(rule),
                                .kind = parse_holiday_kind(kind),
                                .until = until,
                                .decided_on = decided_on ? decided_on : since,
                                .ended_on = ended_on,
                                .basis = std::move(basis),
                                .basis_en = std::move(basis_en),
                                .further = further_of(further),
                                .substitutes = std::move(substitutes),
                                .substitute_name = std::move(substitute_name),
                                .substitute_name_en = std::move(substitute_name_en)};
                if (since) made.from = *since;
                return made;
            }),
            py::arg("name"), py::arg("name_en"), py::arg("rule"), py::arg("since") = py::none(),
            py::arg("until") = py::none(), py::arg("kind") = "public_holiday",
            py::arg("decided_on") = py::none(), py::arg("ended_on") = py::none(),
            py::arg("basis") = "", py::arg("basis_en") = "",
            py::arg("further") = std::vector<FurtherTuple>(),
            py::arg("substitutes") = std::vector<SubstituteTerm>(), py::arg("substitute_name") = "",
            py::arg("substitute_name_en") = "")
        .def_readonly("name", &HolidayRow::name)
        .def_readonly("name_en", &HolidayRow::name_en)
        .def_property_readonly(
            "rule", [](const HolidayRow& self) { return rule_to_python(self.rule); },
            "A Rule, FixedDay, LunarDay or EasterDay, the text of one date, or a list of such "
            "texts.")
        .def_property_readonly(
            "since", [](const HolidayRow& self) { return known(self.from); },
            "The first day for which the law has it.")
        .def_readonly("until", &HolidayRow::until, "The first for which it no longer does.")
        .def_property_readonly(
            "kind", [](const HolidayRow& self) { return std::string(to_string(self.kind)); })
        .def_readonly("decided_on", &HolidayRow::decided_on, "When it was promulgated.")
        .def_readonly("ended_on", &HolidayRow::ended_on, "When its end was.")
        .def_readonly("basis", &HolidayRow::basis)
        .def_readonly("basis_en", &HolidayRow::basis_en)
        .def_property_readonly(
            "further", [](const HolidayRow& self) { return further_texts(self.further); },
            "More texts by which it is a holiday: (decided_on, basis, basis_en).")
        .def_readonly("substitutes", &HolidayRow::substitutes)
        .def_readonly("substitute_name", &HolidayRow::substitute_name,
                      "The name by which its substitute is called, if not its own.")
        .def_readonly("substitute_name_en", &HolidayRow::substitute_name_en);
    value_by_name(row, 3, [](const HolidayRow& self) {
        return std::vector<Argument>{
            {"name", py::str(self.name), none()},
            {"name_en", py::str(self.name_en), none()},
            {"rule", rule_to_python(self.rule), none()},
            {"since", text_or_none(known(self.from)), none()},
            {"until", text_or_none(self.until), none()},
            {"kind", py::str(std::string(to_string(self.kind))), py::str("public_holiday")},
            {"decided_on", text_or_none(self.decided_on), text_or_none(known(self.from))},
            {"ended_on", text_or_none(self.ended_on), none()},
            {"basis", py::str(self.basis), empty()},
            {"basis_en", py::str(self.basis_en), empty()},
            {"further", further_texts(self.further), py::list()},
            {"substitutes", py::cast(self.substitutes), py::list()},
            {"substitute_name", py::str(self.substitute_name), empty()},
            {"substitute_name_en", py::str(self.substitute_name_en), empty()}};
    });
}

void bind_weekend(py::module_& m) {
    py::class_<WeekendTerm> weekend(
        m, "WeekendTerm",
        R"(A weekend from a day on, until the next one of the law begins.

`holidays` are those of the days that the law makes public holidays, as Korea's Sundays are, and
`basis` by what text; none as a rule. The earliest term of a law may leave out `since`.)");
    weekend
        .def(py::init([](const py::object& days, const py::object& holidays,
                         const std::optional<Date>& since, const std::optional<Date>& decided_on,
                         std::string basis, std::string basis_en) {
                 return WeekendTerm{.days = weekdays_of(days),
                                    .holidays = weekdays_of(holidays),
                                    .from = since,
                                    .decided_on = decided_on,
                                    .basis = std::move(basis),
                                    .basis_en = std::move(basis_en)};
             }),
             py::arg("days"), py::arg("holidays") = py::tuple(), py::arg("since") = py::none(),
             py::arg("decided_on") = py::none(), py::arg("basis") = "", py::arg("basis_en") = "")
        .def_readonly("days", &WeekendTerm::days, "The days of the week that are not worked.")
        .def_readonly("holidays", &WeekendTerm::holidays, "Those that are public holidays.")
        .def_readonly("since", &WeekendTerm::from, "The first day of it.")
        .def_readonly("decided_on", &WeekendTerm::decided_on,
                      "When it was decided; with its first day if not said.")
        .def_readonly("basis", &WeekendTerm::basis)
        .def_readonly("basis_en", &WeekendTerm::basis_en);
    value_by_name(weekend, 1, [](const WeekendTerm& self) {
        return std::vector<Argument>{{"days", weekday_texts(self.days), none()},
                                     {"holidays", weekday_texts(self.holidays), py::list()},
                                     {"since", text_or_none(self.from), none()},
                                     {"decided_on", text_or_none(self.decided_on), none()},
                                     {"basis", py::str(self.basis), empty()},
                                     {"basis_en", py::str(self.basis_en), empty()}};
    });
}

void bind_between(py::module_& m) {
    py::class_<DayBetweenTerm> between(
        m, "DayBetweenTerm",
        R"(The rule that a day between two holidays is a holiday itself, as Japan's 国民の休日.

It covers no day that is a holiday or a substitute anyway, and none of the days of the week
`not_on`.)");
    between
        .def(py::init([](std::string name, std::string name_en, const Date& since,
                         const std::optional<Date>& until, const std::optional<Date>& decided_on,
                         const std::optional<Date>& ended_on, const py::object& not_on,
                         std::string basis, std::string basis_en) {
                 return DayBetweenTerm{.name = std::move(name),
                                       .name_en = std::move(name_en),
                                       .from = since,
                                       .until = until,
                                       .decided_on = decided_on ? decided_on : since,
                                       .ended_on = ended_on,
                                       .not_on = weekdays_of(not_on),
                                       .basis = std::move(basis),
                                       .basis_en = std::move(basis_en)};
             }),
             py::arg("name"), py::arg("name_en"), py::arg("since"), py::arg("until") = py::none(),
             py::arg("decided_on") = py::none(), py::arg("ended_on") = py::none(),
             py::arg("not_on") = py::tuple(), py::arg("basis") = "", py::arg("basis_en") = "")
        .def_readonly("name", &DayBetweenTerm::name)
        .def_readonly("name_en", &DayBetweenTerm::name_en)
        .def_readonly("since", &DayBetweenTerm::from, "The first day that it covers.")
        .def_readonly("until", &DayBetweenTerm::until, "The first that it no longer does.")
        .def_readonly("decided_on", &DayBetweenTerm::decided_on, "When it was decided.")
        .def_readonly("ended_on", &DayBetweenTerm::ended_on, "When its end was decided.")
        .def_readonly("not_on", &DayBetweenTerm::not_on,
                      "Days of the week on which it gives nothing.")
        .def_readonly("basis", &DayBetweenTerm::basis)
        .def_readonly("basis_en", &DayBetweenTerm::basis_en);
    value_by_name(between, 2, [](const DayBetweenTerm& self) {
        return std::vector<Argument>{
            {"name", py::str(self.name), none()},
            {"name_en", py::str(self.name_en), none()},
            {"since", date_text(self.from), none()},
            {"until", text_or_none(self.until), none()},
            {"decided_on", text_or_none(self.decided_on), date_text(self.from)},
            {"ended_on", text_or_none(self.ended_on), none()},
            {"not_on", weekday_texts(self.not_on), py::list()},
            {"basis", py::str(self.basis), empty()},
            {"basis_en", py::str(self.basis_en), empty()}};
    });
}

}  // namespace

void bind_holiday_law(py::module_& m) {
    bind_days(m);
    bind_substitute(m);
    bind_row(m);
    bind_weekend(m);
    bind_between(m);
}

}  // namespace probity::python
