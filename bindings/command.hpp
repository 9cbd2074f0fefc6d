// Commands: methods that give the checked event of one step, all with the same last arguments.
//
//     command(task, "assign", +[](const ProgrammeTask& self, const Said& said,
//                                 const std::string& owner) { return record(...); },
//             "The unit that owns it from now on.", py::arg("owner"));
//
//     task.assign("tax-1", on="2026-03-02", by="integrity-team")
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <optional>
#include <string>
#include <utility>

#include "convert.hpp"
#include "instant.hpp"
#include "probity/history/command.hpp"
#include "text.hpp"

namespace probity::python {

/// An event, with its number where it stands in a history.
struct NumberedEvent : Event {
    std::optional<int> number = std::nullopt;
};

/// Who does something, when and why; why in two languages where it was said in both.
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
template <class Record>
[[nodiscard]] std::vector<InProgramme<Record>> in_programme(const std::vector<Record>& records,
                                                            const Programme& programme) {
    std::vector<InProgramme<Record>> out;
    out.reserve(records.size());
    for (const Record& record : records) out.emplace_back(record, programme);
    return out;
}

/// Defines a method that records a step: its own arguments, then `on`, `by`, `reason`, `recorded`
/// and `corrects` by keyword.
template <class Self, class... Bases, class... Given, class... Options>
void command(py::class_<Self, Bases...>& cls, const char* name,
             Event (*step)(const Self&, const Said&, Given...), const char* doc,
             const Options&... options) {
    const auto method = [step](const Self& self, Given... given, const Date& on,
                               const std::string& by, const Text& reason,
                               const std::optional<Instant>& recorded, Number corrects) {
        const Said said{{.on = on,
                         .by = by,
                         .reason = reason.english,
                         .recorded = recorded,
                         .corrects = corrects},
                        reason};
        return NumberedEvent{step(self, said, std::forward<Given>(given)...)};
    };
    const auto define = [&](const auto&... all) {
        cls.def(name, method, all..., py::arg("on"), py::arg("by"), py::arg("reason") = "",
                py::arg("recorded") = py::none(), py::arg("corrects") = 0, doc);
    };
    if constexpr ((std::is_same_v<Options, py::kw_only> || ...)) {
        define(options...);
    } else {
        define(options..., py::kw_only());
    }
}

/// A step that says nothing more, of a record with an id.
template <EventKind Kind, class Record>
[[nodiscard]] Event plain_step(const InProgramme<Record>& self, const Said& said) {
    return record(self.programme, Kind, self.id, {}, said);
}

}  // namespace probity::python
