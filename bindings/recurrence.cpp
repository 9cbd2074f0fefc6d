#include "recurrence.hpp"

#include <algorithm>
#include <array>
#include <variant>

#include "convert.hpp"
#include "day_array.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "probity/recurrence/expand.hpp"
#include "probity/recurrence/spans.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {

Rule rule_of(py::handle rule) {
    if (py::isinstance<Rule>(rule)) return rule.cast<Rule>();
    if (py::isinstance<py::str>(rule)) return Rule::parse(text_of(rule));
    throw py::type_error("a rule is a Rule or text such as \"FREQ=MONTHLY;BYDAY=3WE\", not " +
                         text_of(py::repr(rule)));
}

/// Each part of a rule in RFC 5545's notation has a sign, and a sentence has a space.
static bool is_sentence(std::string_view text) {
    return text.find('=') == std::string_view::npos && text.find(' ') != std::string_view::npos;
}

Rule rule_or_sentence(py::handle rule) {
    if (!py::isinstance<py::str>(rule)) return rule_of(rule);
    const std::string text = text_of(rule);
    if (!is_sentence(text)) return Rule::parse(text);
    return py::module_::import("probity.sentences").attr("rule_of_sentence")(rule).cast<Rule>();
}

namespace {

py::list texts_of(const std::vector<Date>& dates) {
    py::list texts;
    for (const Date& date : dates) texts.append(date_text(date));
    return texts;
}

py::object contains_array(const Recurrence& recurrence, py::handle values) {
    const DayArray array(values);
    NewArray<bool> result(array.shape());
    {
        const py::gil_scoped_release released;
        recurrence.contains(array.days(), result.values);
    }
    return std::move(result.array);
}

// The contents of the list given to expand(), with the objects that keep them: while the
// interpreter lock is not held another thread may change the list. Rules are all taken as texts, in
// the memory of Python, or all as Rules if one of them is a Rule; recurrences stand alone.
class ManyRules {
  public:
    explicit ManyRules(py::handle rules) {
        const auto list = py::reinterpret_steal<py::object>(
            PySequence_Fast(rules.ptr(), "rules is a list of rules, their texts, or recurrences"));
        if (!list) throw py::error_already_set();
        const auto size = static_cast<std::size_t>(PySequence_Fast_GET_SIZE(list.ptr()));
        kept_ = py::tuple(size);
        for (std::size_t i = 0; i < size; ++i) {
            const auto place = static_cast<Py_ssize_t>(i);
            const py::handle item = PySequence_Fast_GET_ITEM(list.ptr(), place);
            PyTuple_SET_ITEM(kept_.ptr(), place, item.inc_ref().ptr());
            if (!add_text(item)) break;
        }
        if (texts_.size() == size) return;
        kept_ = py::tuple(list);
        texts_.clear();
        size != 0 && py::isinstance<Recurrence>(kept_[0]) ? add_recurrences() : add_rules();
    }

    [[nodiscard]] ExpansionIn<std::int64_t> expand(const std::vector<Date>& starts,
                                                   const Date& begin,
                                                   const std::optional<Date>& end,
                                                   unsigned threads) const {
        const py::gil_scoped_release released;
        if (!recurrences_.empty()) {
            return probity::expand<std::int64_t>(recurrences_, begin, end, threads);
        }
        if (!rules_.empty()) {
            return probity::expand<std::int64_t>(rules_, starts, begin, end, threads);
        }
        return probity::expand<std::int64_t>(texts_, starts, begin, end, threads);
    }

    [[nodiscard]] bool are_recurrences() const noexcept { return !recurrences_.empty(); }

  private:
    [[nodiscard]] bool add_text(py::handle rule) {
        if (PyUnicode_Check(rule.ptr()) == 0) return false;
        Py_ssize_t size = 0;
        const char* text = PyUnicode_AsUTF8AndSize(rule.ptr(), &size);
        if (text == nullptr) {
            PyErr_Clear();  // half a character; as a Rule it is refused in words
            return false;
        }
        if (is_sentence({text, static_cast<std::size_t>(size)})) return false;
        texts_.emplace_back(text, static_cast<std::size_t>(size));
        return true;
    }

    void add_rules() {
        rules_.reserve(kept_.size());
        for (const py::handle item : kept_) {
            const bool is_rule = py::isinstance<Rule>(item) || py::isinstance<py::str>(item);
            if (!is_rule) refuse(rules_.size(), item, "a Rule, its text, or a sentence");
            rules_.push_back(rule_or_sentence(item));
        }
    }

    void add_recurrences() {
        recurrences_.reserve(kept_.size());
        for (const py::handle item : kept_) {
            if (!py::isinstance<Recurrence>(item)) {
                refuse(recurrences_.size(), item, "a Recurrence, as the first is");
            }
            recurrences_.push_back(item.cast<const Recurrence&>());
        }
    }

    [[noreturn]] static void refuse(std::size_t i, py::handle item, const char* wanted) {
        throw py::type_error("rule " + std::to_string(i) + " is " + wanted + ", not " +
                             text_of(py::repr(item)));
    }

    py::tuple kept_;
    std::vector<std::string_view> texts_;
    std::vector<Rule> rules_;
    std::vector<Recurrence> recurrences_;
};

std::vector<Date> starts_of(const py::object& starts, const ManyRules& rules) {
    if (rules.are_recurrences()) {
        if (starts.is_none()) return {};
        throw py::type_error("a Recurrence has its start: starts is None for them, not " +
                             text_of(py::repr(starts)));
    }
    if (starts.is_none())
        throw py::type_error("starts is None: rules need a start each or for all");
    if (is_one_date(starts.ptr())) return {date_from_python(starts.ptr())};
    return date_list_of(starts);
}

py::tuple expand_rules(const py::object& rules, const py::object& starts, const Date& begin,
                       const std::optional<Date>& end, Number threads) {
    if (threads < 0) {
        throw ProbityError(
            detail::sentence("python.threads", {{"number", std::to_string(threads)}}));
    }
    if (py::isinstance<py::str>(rules)) {
        throw py::type_error("rules is a list of rules, not one: write [" +
                             text_of(py::repr(rules)) + "]");
    }
    // An array of pyarrow is walked as scalars of its own.
    const ManyRules many(py::hasattr(rules, "to_pylist") ? rules.attr("to_pylist")() : rules);
    auto expansion =
        many.expand(starts_of(starts, many), begin, end, static_cast<unsigned>(threads));
    NewArray<std::int64_t> offsets({static_cast<py::ssize_t>(expansion.offsets.size())});
    std::copy(expansion.offsets.begin(), expansion.offsets.end(), offsets.values.begin());
    return py::make_tuple(std::move(offsets.array), to_array(std::move(expansion.days)));
}

using Step = Recurrence::Step;
using Operation = Step::Operation;

std::string rule_repr(const Recurrence& self) {
    const Rule* rule = self.rule();
    std::string text = "Recurrence(" + std::string(py::repr(py::str(to_string(*rule))));
    text += ", start=" + std::string(py::repr(date_text(*self.start())));
    const auto list = [&](const char* name, const std::vector<Date>& dates) {
        if (!dates.empty()) text += name + std::string(py::repr(texts_of(dates)));
    };
    list(", rdates=", self.extra_dates());
    list(", exdates=", self.excepted_dates());
    return text + ")";
}

/// The words before, between and after the parts of a step: "(a | b)", "a.shift(-3)",
/// "Spans(a, days=7).days()".
std::array<std::string, 3> words_of(const Step& step) {
    const std::string days = std::to_string(step.days);
    switch (step.operation) {
        case Operation::unite:
            return {"(", " | ", ")"};
        case Operation::intersect:
            return {"(", " & ", ")"};
        case Operation::subtract:
            return {"(", " - ", ")"};
        case Operation::shift:
            return {"", "", ".shift(" + days + ")"};
        default:
            return {"Spans(", "", ", days=" + days + ").days()"};
    }
}

bool has_two_parts(const Step& step) {
    return step.operation == Operation::unite || step.operation == Operation::intersect ||
           step.operation == Operation::subtract;
}

/// The call that gives the recurrence back; of one that would be written with very many parts how
/// many they are, in angle brackets.
std::string repr(const Recurrence& self) {
    if (self.rule() != nullptr) return rule_repr(self);
    const std::string text = to_string(self);
    if (text.starts_with('<')) return text;
    const std::vector<Step> steps = self.steps();
    // Still to be written, in reverse: the place of a step, or words.
    std::vector<std::variant<std::size_t, std::string>> waiting{steps.size() - 1};
    std::string out;
    while (!waiting.empty()) {
        const auto next = std::move(waiting.back());
        waiting.pop_back();
        if (const auto* words = std::get_if<std::string>(&next)) {
            out += *words;
            continue;
        }
        const Step& step = steps[std::get<std::size_t>(next)];
        if (step.rule) {
            out += rule_repr(*step.rule);
            continue;
        }
        auto [before, between, after] = words_of(step);
        out += before;
        waiting.emplace_back(std::move(after));
        if (has_two_parts(step)) {
            waiting.emplace_back(step.b);
            waiting.emplace_back(std::move(between));
        }
        waiting.emplace_back(step.a);
    }
    return out;
}

py::tuple rule_arguments(const Recurrence& self) {
    return py::make_tuple(to_string(*self.rule()), date_text(*self.start()),
                          texts_of(self.extra_dates()), texts_of(self.excepted_dates()));
}

constexpr std::array<const char*, 6> operation_names{"rule", "|", "&", "-", "shift", "days"};

/// A rule is pickled as the arguments that make it; a combination as its steps, each part once:
/// ("rule", arguments), ("|", a, b), ("shift", a, days) with places of earlier steps for a and b.
py::tuple reduce(const py::object& value) {
    const py::object cls = py::type::of<Recurrence>();
    const auto& self = value.cast<const Recurrence&>();
    if (self.rule() != nullptr) return class_call(value, cls, rule_arguments(self));
    py::list steps;
    for (const Step& step : self.steps()) {
        const char* name = operation_names[static_cast<std::size_t>(step.operation)];
        if (step.rule) {
            steps.append(py::make_tuple(name, rule_arguments(*step.rule)));
        } else if (has_two_parts(step)) {
            steps.append(py::make_tuple(name, step.a, step.b));
        } else {
            steps.append(py::make_tuple(name, step.a, step.days));
        }
    }
    return method_call(cls, "_of_steps", steps);
}

Recurrence of_steps(const py::list& given) {
    const py::object cls = py::type::of<Recurrence>();
    std::vector<Recurrence> made;
    for (const py::handle each : given) {
        const auto step = py::cast<py::tuple>(each);
        const auto name = step[0].cast<std::string>();
        if (name == "rule") {
            made.push_back(cls(*step[1].cast<py::tuple>()).cast<Recurrence>());
            continue;
        }
        const Recurrence& a = made.at(step[1].cast<std::size_t>());
        const auto b = [&]() -> const Recurrence& { return made.at(step[2].cast<std::size_t>()); };
        const auto days = [&] { return step[2].cast<std::int32_t>(); };
        made.push_back(name == "|"       ? a | b()
                       : name == "&"     ? a & b()
                       : name == "-"     ? a - b()
                       : name == "shift" ? a.shift(days())
                                         : Spans(a, 0, days()).days());
    }
    if (made.empty()) throw ProbityError(detail::sentence("python.pickle_steps"));
    return made.back();
}

void bind_iterator(py::module_& m) {
    py::class_<RecurrenceIterator>(m, "_RecurrenceIterator")
        .def("__iter__", [](py::object self) { return self; })
        .def("__next__", [](RecurrenceIterator& self) {
            self.advance();
            if (self.next == std::default_sentinel) throw py::stop_iteration();
            return *self.next;
        });
}

}  // namespace

void bind_recurrence(py::module_& m) {
    bind_iterator(m);

    py::class_<Recurrence> recurrence(
        m, "Recurrence",
        R"(A rule with the date from which it counts: an infinite ordered set.

>>> r = Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-01")
>>> r.next_after("2026-03-18")
datetime.date(2026, 4, 15)
>>> r.nth(0), r.nth(90_000)
(datetime.date(2026, 1, 21), datetime.date(9526, 1, 20))
>>> r.count("2026-01-01", "2027-01-01")
12
>>> r.between("2026-01-01", "2026-04-01")
DateSet(['2026-01-21', '2026-02-18', '2026-03-18'])
>>> "2026-03-18" in r
True

Nothing is walked: the n-th date, the number of dates between two days and the next one cost the
same in 2027 and in 9027. "Infinite" ends at 9999-12-31, the last date there is.

The start is a date of the recurrence only if the rule matches it. rdates are added and exdates
taken out after COUNT has been counted; an exdate also removes an rdate.

a | b, a & b and a - b combine recurrences as sets; the result answers the same questions.
a == b is structural: the same rule, start and exceptions. a.same_dates(b) compares the dates.)");
    recurrence
        .def(py::init([](const py::object& rule, const Date& start, const py::object& rdates,
                         const py::object& exdates) {
                 return Recurrence(rule_or_sentence(rule), start, date_list_of(rdates),
                                   date_list_of(exdates));
             }),
             py::arg("rule"), py::arg("start"), py::arg("rdates") = py::tuple(),
             py::arg("exdates") = py::tuple())
        .def_property_readonly(
            "rule",
            [](const Recurrence& self) -> std::optional<Rule> {
                if (self.rule() == nullptr) return std::nullopt;
                return *self.rule();
            },
            "The rule; None for a combination.")
        .def_property_readonly("start", &Recurrence::start,
                               "The date from which the rule counts; None for a combination.")
        .def_property_readonly("rdates", &Recurrence::extra_dates, "The extra dates, ascending.")
        .def_property_readonly("exdates", &Recurrence::excepted_dates,
                               "The excepted dates, ascending.")
        .def("between", &Recurrence::between, py::arg("begin"), py::arg("end") = py::none(),
             py::call_guard<py::gil_scoped_release>(), "The dates in [begin, end), as a DateSet.")
        .def("next_after", &Recurrence::next_after, py::arg("date"),
             "The first date after this one; None past the end.")
        .def("last_before", &Recurrence::last_before, py::arg("date"),
             "The last date before this one; None before the start.")
        .def(
            "nth", [](const Recurrence& self, LongNumber k) { return self.nth(k); }, py::arg("k"),
            "The k-th date, from 0; None past the end. Raises ProbityError for a negative k.")
        .def("count", &Recurrence::count, py::arg("begin"), py::arg("end") = py::none(),
             "How many dates lie in [begin, end).")
        .def(
            "__contains__",
            [](const Recurrence& self, const Date& date) { return self.contains(date); },
            py::arg("date"))
        .def("contains", &contains_array, py::arg("dates"),
             R"(For each date of an array whether it is one of the recurrence's.

An array of datetime64[D] is read without a copy, and the interpreter lock is not held. NaT and
dates outside 1400 to 9999 are in no recurrence.

>>> r = Recurrence("FREQ=MONTHLY;BYDAY=3WE", start="2026-01-01")
>>> r.contains(["2026-03-17", "2026-03-18"])
array([False,  True]))")
        .def("__iter__", [](const Recurrence& self) { return RecurrenceIterator{self.begin()}; })
        .def_property_readonly("is_finite", &Recurrence::is_finite,
                               "Whether it ends by COUNT or UNTIL, or matches nothing.")
        .def("same_dates", &Recurrence::same_dates, py::arg("other"),
             py::call_guard<py::gil_scoped_release>(),
             "Whether two recurrences, however made, have the same dates.")
        .def(
            "shift", [](const Recurrence& self, Number days) { return self.shift(days); },
            py::arg("days"),
            "Every date moved by so many days; those that leave 1400 to 9999 are dropped.")
        .def(
            "__or__", [](const Recurrence& a, const Recurrence& b) { return a | b; },
            py::is_operator(), py::arg("other"))
        .def(
            "__and__", [](const Recurrence& a, const Recurrence& b) { return a & b; },
            py::is_operator(), py::arg("other"))
        .def(
            "__sub__", [](const Recurrence& a, const Recurrence& b) { return a - b; },
            py::is_operator(), py::arg("other"))
        .def("__str__", [](const Recurrence& self) { return to_string(self); })
        .def("__repr__", &repr);
    recurrence.def_static("_of_steps", &of_steps);
    recurrence.def("__reduce__", &reduce);
    shown_as_html(recurrence, "recurrence");
    value_without_repr(recurrence, OwnReduce{});

    m.def("expand", &expand_rules, py::arg("rules"), py::arg("starts"), py::arg("begin"),
          py::arg("end"), py::kw_only(), py::arg("threads") = 0,
          R"(The dates in [begin, end) of many rules at once, as two flat arrays.

`rules` is a list of texts, sentences or Rules, `starts` one date for each or one for all; or a list of
Recurrences, and `starts` None. The dates of rule i are dates[offsets[i]:offsets[i + 1]]. The
interpreter lock is not held; `threads` is how many work on it, 0 for one on each processor.

>>> offsets, dates = expand(["FREQ=MONTHLY;BYDAY=3WE", "FREQ=YEARLY"], "2026-01-01",
...                         "2026-01-01", "2026-03-01")
>>> offsets
array([0, 2, 3])
>>> dates
array(['2026-01-21', '2026-02-18', '2026-01-01'], dtype='datetime64[D]')
>>> offsets, dates = expand(["매월 셋째 수요일"], "2026-01-01", "2026-01-01", "2026-03-01")
>>> dates
array(['2026-01-21', '2026-02-18'], dtype='datetime64[D]')

Raises RuleError naming the first rule that cannot be read by its index.)");
}

}  // namespace probity::python
