// Training and assessment: what education is owed and attended, and how integrity is assessed.
#include "probity/records/attendance.hpp"
#include "probity/records/duty.hpp"
#include "probity/records/indicator.hpp"
#include "probity/records/official.hpp"
#include "probity/records/year_goal.hpp"

#include "convert.hpp"
#include "module.hpp"
#include "probity/records/assessment.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

namespace {

void bind_assessment(py::module_& m) {
    Record<Indicator>(m, R"(An indicator: a thing of which the assessment of a year asks evidence.

>>> Indicator("2026-1-1", 2026, ("기관장의 청렴 노력", "Effort of the head for integrity")).year
2026)")
        .made();
    Record<YearGoal>(m, R"(An aim of an institution in a year.

>>> YearGoal("grade-2026", 2026, ("종합청렴도 1등급", "Grade 1"), grade=1).grade
1)")
        .made();
    Record<Assessment>(m, R"(The result of a year's assessment, as far as it was published.

>>> Assessment(2025, grade=2, score=83.4).grade
2

It is that of the Anti-Corruption and Civil Rights Commission: the level as perceived (60 %), the
level of effort (40 %), less a deduction for corruption cases. Scores are points of 100; grade 1 is
the best, 5 the last.)")
        .made();
}

}  // namespace

void bind_training(py::module_& m) {
    Record<Duty>(m, R"(A statutory duty of education in integrity.

Anti-corruption education is owed at least once and at least two hours a year (Article 81-2 of the
act on the Anti-Corruption and Civil Rights Commission).

>>> Duty("education", "부패방지교육", minutes=120).sessions
1)")
        .made();
    Record<Official>(m, R"(Someone who owes education, under a number: names are private.

>>> Official("0412", unit="tax-1", appointed="2026-03-02").appointed
datetime.date(2026, 3, 2)

In service on [begin, end).)")
        .made();
    Record<Attendance>(m).made();
    bind_assessment(m);
}

}  // namespace probity::python
