// The institution with its units, seats and bands, and what it declared.
#include "probity/records/institution.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "named.hpp"
#include "probity/programme/programme.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

void bind_unit(py::module_& m) {
    Record<Unit>(m, "Unit", R"(A department of the institution, or an institution affiliated to it.

>>> unit = Unit("tax-1", ("세무1과", "Taxation Division 1"))
>>> print(unit.title, unit.title.korean, unit.kind)
Taxation Division 1 세무1과 department

It exists on [begin, end); open where none are named. `kind` is "department" or
"affiliated_institution".)")
        .member("id", &Unit::id)
        .member("title", &Unit::title)
        .member("kind", &Unit::kind)
        .member("begin", &Unit::begin)
        .member("end", &Unit::end)
        .member("source", &Unit::source)
        .made_by(
            +[](const std::string& id, const Text& title, UnitKind kind,
                const std::optional<Date>& begin, const std::optional<Date>& end,
                const std::string& source) { return Unit{id, kind, title, begin, end, source}; },
            py::arg("id"), py::arg("title"), py::kw_only(), py::arg("kind") = "department",
            py::arg("begin") = py::none(), py::arg("end") = py::none(), py::arg("source") = "");
    Record<Seat>(m, "Seat", R"(A post, by which members of councils are named, and not a person.

>>> Seat("tax-1-head", "Head of Taxation Division 1", kind="department_head", unit="tax-1").unit
'tax-1'

It exists on [begin, end); open where none are named. `kind` is "head", "senior_official",
"department_head" or "staff".)")
        .member("id", &Seat::id)
        .member("title", &Seat::title)
        .member("kind", &Seat::kind)
        .member("unit", &Seat::unit, "The id of its unit; empty where it belongs to none.")
        .member("begin", &Seat::begin)
        .member("end", &Seat::end)
        .member("source", &Seat::source)
        .made_by(
            +[](const std::string& id, const Text& title, SeatKind kind, const std::string& unit,
                const std::optional<Date>& begin, const std::optional<Date>& end,
                const std::string& source) {
                return Seat{id, kind, title, unit, begin, end, source};
            },
            py::arg("id"), py::arg("title"), py::kw_only(), py::arg("kind") = "staff",
            py::arg("unit") = "", py::arg("begin") = py::none(), py::arg("end") = py::none(),
            py::arg("source") = "");
}

void bind_band(py::module_& m) {
    Record<Band>(m, "Band", R"(One group of an institution's units that work on integrity together.

>>> Band("B-01", units=["audit", "tax-1"]).units
['audit', 'tax-1'])")
        .member("id", &Band::id)
        .member("title", &Band::title, "Empty where it is not published.")
        .member("units", &Band::units, "The ids of its units; none where they are not published.")
        .done()
        .def(py::init([](const std::string& id, const Text& title,
                         const std::vector<std::string>& units) { return Band{id, title, units}; }),
             py::arg("id"), py::arg("title") = "", py::kw_only(),
             py::arg("units") = std::vector<std::string>{});
    Record<Banding>(m, "Banding", "The parting of an institution's units into bands.")
        .member("title", &Banding::title)
        .member("inaugurated", &Banding::inaugurated)
        .member("units", &Banding::units)
        .member("character", &Banding::character)
        .member("purposes", &Banding::purposes)
        .member("bands", &Banding::bands)
        .member("note", &Banding::note)
        .member("source", &Banding::source)
        .done();
}

void bind_area(py::module_& m) {
    Record<RiskArea>(m, "RiskArea", R"(A corruption-prone area of work.

>>> RiskArea("contracts", ("계약", "Contracts"), owners=["finance"]).owners
['finance'])")
        .member("id", &RiskArea::id)
        .member("title", &RiskArea::title)
        .member("owners", &RiskArea::owners,
                "The ids of the units that own it; none where that is not published.")
        .member("source", &RiskArea::source)
        .made_by(
            +[](const std::string& id, const Text& title, const std::vector<std::string>& owners,
                const std::string& source) { return RiskArea{id, title, owners, source}; },
            py::arg("id"), py::arg("title"), py::kw_only(),
            py::arg("owners") = std::vector<std::string>{}, py::arg("source") = "");
}

}  // namespace

void bind_institution(py::module_& m) {
    Record<Source>(m, "Source", "A document that stands behind a fact.")
        .member("id", &Source::id)
        .member("title", &Source::title)
        .member("date", &Source::date, "None where its day is not known.")
        .done();
    Record<Head>(m, "Head", "The head of an institution, as an announcement names them.")
        .member("post", &Head::post)
        .member("name", &Head::name)
        .member("term", &Head::term)
        .done();
    bind_unit(m);
    Record<Institution>(m, "Institution", "A district office, an agency, a public corporation.")
        .member("name", &Institution::name)
        .member("head", &Institution::head)
        .table("units", &Institution::units, "As far as they are published.")
        .member("seats", &Institution::seats)
        .done();
    bind_band(m);
    bind_area(m);
    Record<DeclaredCount>(m, "DeclaredCount",
                          "A count that an institution announced, to be held against the record.")
        .member("what", &DeclaredCount::what)
        .member("count", &DeclaredCount::count)
        .member("year", &DeclaredCount::year)
        .member("note", &DeclaredCount::note)
        .member("source", &DeclaredCount::source)
        .done();
    Record<Occasion>(m, "Occasion", "A single occasion, such as an inauguration ceremony.")
        .member("id", &Occasion::id)
        .member("title", &Occasion::title)
        .member("date", &Occasion::date)
        .member("note", &Occasion::note)
        .member("source", &Occasion::source)
        .done();
}

}  // namespace probity::python
