// Councils and meetings, as they are recorded; council_commands.cpp has what is done to them.
#include "probity/records/council.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "named.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

void bind_charter(py::module_& m) {
    Record<Charter>(m).done();
    Record<Membership>(m).done();
}

void bind_meeting_parts(py::module_& m) {
    Record<EarlierDate>(m).done();
    Record<Quorum>(m)
        .member(
            "met", [](const Quorum& self) { return self.met(); },
            "Whether it was met; None if no quorum is prescribed.")
        .done();
    Record<AgendaItem>(m).first({"id", "title"}).done();
}

void bind_meeting(py::module_& m) {
    Record<Meeting>(m).done().def_property_readonly(
        "id", [](const Meeting& self) { return meeting_id(self); },
        R"("2026-1"; "2026-x1" for an extraordinary one, "2026-w1" for one in writing.)");
}

}  // namespace

void bind_council(py::module_& m) {
    bind_charter(m);
    bind_meeting_parts(m);
    bind_meeting(m);
    Record<Council>(m, R"(A standing body with its meetings.

>>> Council("council", ("청렴협의체", "Integrity Council"), reports_to="the mayor").meetings
[])")
        .table("meetings", &Council::meetings)
        .made()
        .def(
            "charter_on",
            [](const Council& self, const Date& date) -> std::optional<Charter> {
                const Charter* charter = self.charter_on(date);
                if (charter == nullptr) return std::nullopt;
                return *charter;
            },
            py::arg("date"), "The charter in force on a date; None if none is recorded.");
}

}  // namespace probity::python
