// Commands: methods that give the checked event of one step, all with the same last arguments. Each is a
// verb of probity/programme/commands.hpp, which decides what is left out.
//
//     command(task, "weigh", +[](const ProgrammeTask& self, const Said& said, Number weight) {
//         return weigh(self.programme, self.id, weight, said);
//     }, "What it counts for from now on, from 1.", py::arg("weight"));
//
//     task.weigh(3, on="2026-03-02", by="integrity-team")
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <utility>

#include "convert.hpp"
#include "instant.hpp"
#include "named_arguments.hpp"
#include "pickle.hpp"
#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"
#include "text.hpp"

namespace probity::python {

/// An event, with its number if it stands in a history.
struct NumberedEvent : Event {
    std::optional<int> number = std::nullopt;
};

/// Says for an act by whom it is done, when and why; why in two languages if it was said in both.
struct Said : Act {
    Text why = {};
};

/// A record that knows its programme, and so can be changed by commands.
template <class Record>
struct InProgramme : Record {
    InProgramme(const Record& record, Programme whole)
        : Record(record), programme(std::move(whole)) {}

    Programme programme;
};

/// All records of a kind, each knowing its programme.
template <class Records>
[[nodiscard]] auto in_programme(const Records& records, const Programme& programme) {
    using Record = typename Records::value_type;
    std::vector<InProgramme<Record>> out;
    out.reserve(records.size());
    for (const Record& record : records) out.emplace_back(record, programme);
    return out;
}

/// Takes a step with the arguments of a call; of a correction it says which fields they name.
template <class Self, class... Given, std::size_t... I>
[[nodiscard]] Event take_step(Event (*step)(const Self&, const Said&, Given...), const Self& self,
                              Said said, const Named<Text>& reason, const Parameters& parameters,
                              std::index_sequence<I...>,
                              const Named<std::decay_t<Given>>&... given) {
    if (reason.value) {
        said.why = *reason.value;
        said.reason = said.why.in(Language::english);
    }
    if (said.corrects != 0) {
        said.named = fields_named(parameters, given...);
        // An empty reason is none, and leaves the one that was given; None empties it.
        const bool says_why = reason.is_named && (!reason.value || !reason.value->empty());
        if (said.named && says_why) said.named->emplace_back("reason");
    }
    return step(self, said, parameters.value(I, given)...);
}

/// Defines a method that records a step: its own arguments, then `on`, `by`, `reason`, `recorded`
/// and `corrects` by keyword.
template <class Self, class... Bases, class... Given, class... Options>
void command(py::class_<Self, Bases...>& cls, const char* name,
             Event (*step)(const Self&, const Said&, Given...), const char* doc,
             const Options&... options) {
    const auto method = [step, parameters = Parameters(options...)](
                            const Self& self, const Named<std::decay_t<Given>>&... given,
                            const Date& on, const std::string& by, const Named<Text>& reason,
                            const std::optional<Instant>& recorded, Number corrects) {
        const Said said{{.on = on, .by = by, .recorded = recorded, .corrects = corrects}, {}};
        return NumberedEvent{take_step(step, self, said, reason, parameters,
                                       std::index_sequence_for<Given...>{}, given...)};
    };
    const auto define = [&](const auto&... all) {
        cls.def(name, method, all..., py::arg("on"), py::arg("by"),
                py::arg_v("reason", py::ellipsis(), "''"), py::arg("recorded") = py::none(),
                py::arg("corrects") = 0, doc);
    };
    with_told(
        [&](const auto&... told) {
            if constexpr ((std::is_same_v<Options, py::kw_only> || ...)) {
                define(told...);
            } else {
                define(told..., py::kw_only());
            }
        },
        options...);
}

/// Defines the pickles of records that know their programme: the programme is asked for them.
template <class Record, class... Bases>
void pickled_by_id(py::class_<InProgramme<Record>, Bases...>& cls, const char* method) {
    pickled_by_call(cls, [method](const InProgramme<Record>& self) {
        return method_call(shared_in_python(self.programme), method, self.id);
    });
}

}  // namespace probity::python
