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
    Record<Unit>(m, R"(A department of the institution, or an institution affiliated to it.

>>> unit = Unit("tax-1", ("세무1과", "Taxation Division 1"))
>>> print(unit.title, unit.title.korean, unit.kind)
Taxation Division 1 세무1과 department

It exists on [begin, end); open if none are named. `kind` is "department" or
"affiliated_institution".)")
        .first({"id", "title"})
        .made();
    Record<Seat>(m, R"(A post, by which members of councils are named, and not a person.

>>> Seat("tax-1-head", "Head of Taxation Division 1", kind="department_head", unit="tax-1").unit
'tax-1'

It exists on [begin, end); open if none are named. `kind` is "head", "senior_official",
"department_head" or "staff".)")
        .first({"id", "title"})
        .made();
}

void bind_band(py::module_& m) {
    Record<Band>(m, R"(One group of an institution's units that work on integrity together.

>>> Band("B-01", units=["audit", "tax-1"]).units
['audit', 'tax-1'])")
        .made();
    Record<Banding>(m, R"(The parting of an institution's units into bands.

>>> Banding("청렴 밴드", bands=[Band("B-01", units=["audit", "tax-1"])]).bands[0].units
['audit', 'tax-1'])")
        .given({"bands"})
        .made();
}

void bind_area(py::module_& m) {
    Record<RiskArea>(m, R"(A corruption-prone area of work.

>>> RiskArea("contracts", ("계약", "Contracts"), owners=["finance"]).owners
['finance'])")
        .made();
}

}  // namespace

void bind_institution(py::module_& m) {
    Record<Source>(m).made();
    Record<Head>(m).made();
    bind_unit(m);
    py::class_<Institution> institution =
        Record<Institution>(m)
            .table("units", &Institution::units, "As far as they are published.")
            .given({"units", "seats"})
            .made();
    shown_as_html(institution, "institution");
    bind_band(m);
    bind_area(m);
    Record<DeclaredCount>(m).made();
    Record<Occasion>(m).made();
}

}  // namespace probity::python
