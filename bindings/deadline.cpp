#include "probity/workdays/deadline.hpp"

#include <array>
#include <chrono>
#include <utility>
#include <variant>
#include <vector>

#include "convert.hpp"
#include "module.hpp"
#include "probity/workdays/notice.hpp"
#include "text/sentence.hpp"
#include "value.hpp"
#include "work_calendar.hpp"

namespace probity::python {
namespace {

using std::chrono::local_seconds;

// Times in Korea ----------------------------------------------------------------------------------

py::object datetime_named(const char* name) { return py::module_::import("datetime").attr(name); }

py::object time_to_python(const local_seconds& time) {
    const py::object epoch = datetime_named("datetime")(1970, 1, 1);
    return epoch + datetime_named("timedelta")(0, time.time_since_epoch().count());
}

/// A datetime.datetime as the time in Korea, to the second.
local_seconds time_from_python(py::object time) {
    if (!time.attr("utcoffset")().is_none()) {
        const py::object seoul =
            datetime_named("timezone")(datetime_named("timedelta")(0, 9 * 3600));
        time = time.attr("astimezone")(seoul).attr("replace")(py::arg("tzinfo") = py::none());
    }
    const py::object since = time - datetime_named("datetime")(1970, 1, 1);
    return local_seconds(std::chrono::seconds((since.attr("days").cast<std::int64_t>() * 86400) +
                                              since.attr("seconds").cast<std::int64_t>()));
}

/// A day, or a time of one: a datetime.datetime or its text. A pandas Timestamp at midnight is a day.
std::variant<Date, local_seconds> start_of(const py::object& given) {
    const py::object datetime = datetime_named("datetime");
    if (py::isinstance(given, datetime)) {
        const bool plain = py::type::of(given).is(datetime);
        const bool midnight = given.attr("time")().equal(datetime_named("time")());
        if (!plain && midnight) return date_from_python(given.ptr());
        return time_from_python(given);
    }
    if (py::isinstance<py::str>(given)) {
        const std::string text = text_of(given);
        if (text.find_first_of("T ") != std::string::npos) {
            try {
                return time_from_python(datetime.attr("fromisoformat")(given));
            } catch (const py::error_already_set& error) {
                if (!error.matches(PyExc_ValueError)) throw;
                throw DateError(
                    detail::sentence("python.no_time", {{"value", text_of(py::repr(given))}}));
            }
        }
    }
    return date_from_python(given.ptr());
}

// Periods -----------------------------------------------------------------------------------------

LegalPeriod period_of(const std::array<py::object, 4>& numbers) {
    std::optional<LegalPeriod> period;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i].is_none()) continue;
        if (period) throw ProbityError(detail::sentence("python.two_units"));
        period = LegalPeriod{long_number_from_python(numbers[i].ptr()), static_cast<PeriodUnit>(i)};
    }
    if (!period) throw ProbityError(detail::sentence("python.no_period"));
    return *period;
}

Deadline deadline_from_python(const WorkCalendar& self, const py::object& start,
                              const py::object& days, const py::object& weeks,
                              const py::object& months, const py::object& years,
                              const py::str& rule, bool from_midnight, bool worse_for_citizen) {
    const LegalPeriod period = period_of({days, weeks, months, years});
    const DeadlineTerms terms{.rule = parse_period_rule(text_of(rule)),
                              .from_midnight = from_midnight,
                              .worse_for_citizen = worse_for_citizen};
    return std::visit([&](const auto& begin) { return deadline(self, begin, period, terms); },
                      start_of(start));
}

py::object or_none(const std::optional<Date>& date) {
    return date ? py::object(date_text(*date)) : py::none();
}

// Classes -----------------------------------------------------------------------------------------

void bind_passed_day(py::module_& m) {
    py::class_<PassedDay> day(m, "PassedDay",
                              "A Saturday, Sunday or public holiday that a period passes over.");
    day.def(py::init([](const Date& date, std::string name, std::string name_en) {
                return PassedDay{date, std::move(name), std::move(name_en)};
            }),
            py::arg("date"), py::arg("name"), py::arg("name_en"))
        .def_readonly("date", &PassedDay::date)
        .def_readonly("name", &PassedDay::name,
                      "The names of its public holidays, else its weekday: '토요일'.")
        .def_readonly("name_en", &PassedDay::name_en, "The same in English.");
    value(
        day,
        [](const PassedDay& self) {
            return py::make_tuple(date_text(self.date), self.name, self.name_en);
        },
        [](const PassedDay& self) { return day_number(self.date); });
}

void bind_deadline_class(py::module_& m) {
    py::class_<Deadline> answer(m, "Deadline",
                                R"(The last day of a period of law, and how it was found.

>>> answer = WorkCalendar.korea().deadline("2026-01-31", days=14)
>>> answer.date, answer.nominal, answer.advised
(datetime.date(2026, 2, 19), datetime.date(2026, 2, 14), datetime.date(2026, 2, 13))
>>> answer.clause_en
'Civil Act, articles 157, 159, 161'
>>> [day.name for day in answer.skipped]
['토요일', '일요일', '설날 전날', '설날', '설날 다음 날'])");
    answer
        .def(py::init([](const Date& date, const Date& nominal, const Date& advised,
                         const std::optional<Date>& first, const py::object& at,
                         std::vector<PassedDay> skipped, std::string clause, std::string clause_en,
                         std::string text, std::string text_en) {
                 return Deadline{date,
                                 nominal,
                                 advised,
                                 first,
                                 at.is_none() ? std::nullopt : std::optional(time_from_python(at)),
                                 std::move(skipped),
                                 std::move(clause),
                                 std::move(clause_en),
                                 std::move(text),
                                 std::move(text_en)};
             }),
             py::arg("date"), py::arg("nominal"), py::arg("advised"), py::arg("first") = py::none(),
             py::arg("at") = py::none(), py::arg("skipped") = py::list(), py::arg("clause") = "",
             py::arg("clause_en") = "", py::arg("text") = "", py::arg("text_en") = "")
        .def_readonly("date", &Deadline::date, "The last day: the period ends with it.")
        .def_readonly("nominal", &Deadline::nominal,
                      "The last day before it was put off for being a day off.")
        .def_readonly("advised", &Deadline::advised,
                      "The working day by which to plan: `nominal` or the working day before it. "
                      "Advice, never the deadline.")
        .def_readonly("first", &Deadline::first,
                      "The first day that counts; None for a day that a law names.")
        .def_property_readonly(
            "at",
            [](const Deadline& self) {
                return self.at ? time_to_python(*self.at) : py::object(py::none());
            },
            "The time in Korea at which it ends, a datetime.datetime; None unless hours of work "
            "are "
            "counted.")
        .def_readonly("skipped", &Deadline::skipped,
                      "The days that do not count, or over which the last day was put off.")
        .def_readonly("clause", &Deadline::clause, "The articles, in Korean.")
        .def_readonly("clause_en", &Deadline::clause_en, "The articles, in English.")
        .def_readonly("text", &Deadline::text, "The whole answer in Korean.")
        .def_readonly("text_en", &Deadline::text_en, "The whole answer in English.")
        .def(
            "describe", [](const Deadline& self, Language lang) { return self.describe(lang); },
            py::arg("lang") = Language::english, "The whole answer in a few sentences.")
        .def("__str__", [](const Deadline& self) { return self.text_en; });
    value(
        answer,
        [](const Deadline& self) {
            return py::make_tuple(
                date_text(self.date), date_text(self.nominal), date_text(self.advised),
                or_none(self.first), self.at ? time_to_python(*self.at) : py::object(py::none()),
                self.skipped, self.clause, self.clause_en, self.text, self.text_en);
        },
        [](const Deadline& self) { return day_number(self.date); });
}

void bind_notice(py::module_& m) {
    py::class_<Notice> notice(m, "Notice",
                              R"(By when notice of a meeting is given.

>>> notice = WorkCalendar.korea().notice_by("2026-03-10", days=7)
>>> notice.last, notice.date
(datetime.date(2026, 3, 2), datetime.date(2026, 2, 27)))");
    notice
        .def(py::init([](const Date& last, const Date& date, std::vector<PassedDay> skipped,
                         std::string clause, std::string clause_en, std::string text,
                         std::string text_en) {
                 return Notice{last,
                               date,
                               std::move(skipped),
                               std::move(clause),
                               std::move(clause_en),
                               std::move(text),
                               std::move(text_en)};
             }),
             py::arg("last"), py::arg("date"), py::arg("skipped") = py::list(),
             py::arg("clause") = "", py::arg("clause_en") = "", py::arg("text") = "",
             py::arg("text_en") = "")
        .def_readonly("last", &Notice::last, "The last day, by which notices are judged.")
        .def_readonly("date", &Notice::date,
                      "The day by which to plan: `last`, or the working day before it.")
        .def_readonly("skipped", &Notice::skipped, "The days off from `date` to `last`.")
        .def_readonly("clause", &Notice::clause, "The articles, in Korean.")
        .def_readonly("clause_en", &Notice::clause_en, "The articles, in English.")
        .def_readonly("text", &Notice::text, "The whole answer in Korean.")
        .def_readonly("text_en", &Notice::text_en, "The whole answer in English.")
        .def(
            "describe", [](const Notice& self, Language lang) { return self.describe(lang); },
            py::arg("lang") = Language::english, "The whole answer in a few sentences.")
        .def("__str__", [](const Notice& self) { return self.text_en; });
    value(
        notice,
        [](const Notice& self) {
            return py::make_tuple(date_text(self.last), date_text(self.date), self.skipped,
                                  self.clause, self.clause_en, self.text, self.text_en);
        },
        [](const Notice& self) { return day_number(self.last); });
}

}  // namespace

void bind_deadline(py::module_& m) {
    bind_passed_day(m);
    bind_deadline_class(m);
    bind_notice(m);
}

void bind_deadlines(py::class_<WorkCalendar>& calendar) {
    calendar
        .def(
            "deadline", &deadline_from_python, py::arg("start"), py::kw_only(),
            py::arg("days") = py::none(), py::arg("weeks") = py::none(),
            py::arg("months") = py::none(), py::arg("years") = py::none(),
            py::arg("rule") = "civil", py::arg("from_midnight") = false,
            py::arg("worse_for_citizen") = false,
            R"doc(The last day of a period that begins on a day: of the event, of receipt, of knowledge.

Name one of `days`, `weeks`, `months` and `years`. By `rule`:

"civil": Civil Act, articles 155 to 161. The first day does not count, unless the period begins at
midnight (`from_midnight`); months go by the calendar; a last day that is a Saturday or a public
holiday is put off to the next day that is neither.

"administrative": Administrative Basic Act, article 6(1). The same.

"restriction": article 6(2), for how long a right is restricted or a duty lasts. The first day counts,
and the period ends on its last day whatever that is; unless that is `worse_for_citizen`: then the
Civil Act applies.

"petition": Civil Petitions Treatment Act, article 19. Six days and more: the first day counts,
Saturdays and public holidays do not. Five days and fewer: hours of work from the time of receipt, so
that `start` is a datetime.datetime or "2026-09-21T14:30" in Korean time, and `at` the same time of day
so many days of work on; outside 09:00 to 18:00 the next opening counts. Weeks, months, years: the
first day counts, then as the Civil Act.

"information": Information Disclosure Act, article 29(2), for the decision, its extension and rulings
on objections: as petitions of six days and more, also for fewer days. Weeks, months and years go by
the Civil Act.

A day on which the institution alone is closed is no public holiday. Raises ProbityError for a period
that is none or in two units, for a bare date where hours are counted, and for terms that the rule
does not have; HorizonError before the act was in force and before `verified_from`.

>>> kr = WorkCalendar.korea()
>>> kr.deadline("2026-01-31", months=1).date         # 1 February to its end, a Saturday; 3.1.
datetime.date(2026, 3, 3)
>>> kr.deadline("2026-09-21T14:30", days=3, rule="petition").at
datetime.datetime(2026, 9, 28, 14, 30)
>>> print(kr.deadline("2026-09-21", days=10, rule="information"))
10 days from 2026-09-21 (Monday), the first day counted: until 2026-10-07 (Wednesday). 7 days between, Saturdays and public holidays, do not count. By: Information Disclosure Act, article 29(2).)doc")
        .def(
            "statutory_day",
            [](const WorkCalendar& self, const Date& date) { return statutory_day(self, date); },
            py::arg("date"),
            R"(A day that a law names: if it is a Saturday or a public holiday, the next that is neither.

The working day before it is `advised`, never the deadline. Raises HorizonError as deadline() does.

>>> day = WorkCalendar.korea().statutory_day("2026-02-28")
>>> day.date, day.advised
(datetime.date(2026, 3, 3), datetime.date(2026, 2, 27)))")
        .def(
            "notice_by",
            [](const WorkCalendar& self, const Date& meeting, Number days, bool clear) {
                return notice_by(self, meeting, NoticeDays{.days = days, .clear = clear});
            },
            py::arg("meeting"), py::kw_only(), py::arg("days"), py::arg("clear") = true,
            R"(By when notice of a meeting is given, so many days before it.

They are clear days: neither the day of notice nor that of the meeting counts (Civil Act, articles
157 and 159, counted back), so that `last` of seven days is eight days before. With `clear=False` the
day of notice counts, as a charter may say. By `last` notices are judged; `date`, the same or the
working day before it, is the day by which to plan. Raises ProbityError for days outside 1 to 366.

>>> WorkCalendar.korea().notice_by("2026-07-15", days=7).last
datetime.date(2026, 7, 7))");
}

}  // namespace probity::python
