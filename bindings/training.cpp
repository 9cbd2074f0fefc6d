// Training and assessment: what education is owed and attended, and how integrity is assessed.
#include "probity/records/training.hpp"

#include "convert.hpp"
#include "module.hpp"
#include "probity/records/assessment.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

namespace {

void bind_assessment(py::module_& m) {
    Record<Indicator>(m, R"(What the assessment of a year asks evidence for.

>>> Indicator("2026-1-1", 2026, ("기관장의 청렴 노력", "Effort of the head for integrity")).year
2026)")
        .made_by(
            +[](const std::string& id, Number year, const Text& title, const std::string& source) {
                return Indicator{id, year, title, source};
            },
            py::arg("id"), py::arg("year"), py::arg("title"), py::kw_only(),
            py::arg("source") = "");
    Record<YearGoal>(m, R"(What an institution aims at in a year.

>>> YearGoal("grade-2026", 2026, ("종합청렴도 1등급", "Grade 1"), grade=1).grade
1)")
        .made_by(
            +[](const std::string& id, Number year, const Text& title,
                const std::optional<Number>& grade,
                const std::string& source) { return YearGoal{id, year, title, grade, source}; },
            py::arg("id"), py::arg("year"), py::arg("title"), py::kw_only(),
            py::arg("grade") = py::none(), py::arg("source") = "");
    Record<Assessment>(m, R"(The result of a year's assessment, as far as it was published.

>>> Assessment(2025, grade=2, score=83.4).grade
2

It is that of the Anti-Corruption and Civil Rights Commission: the level as perceived (60 %), the
level of effort (40 %), less a deduction for corruption cases. Scores are points of 100; grade 1 is the
best, 5 the last.)")
        .made_by(
            +[](Number year, const std::optional<Number>& grade,
                const std::optional<double>& perception, const std::optional<double>& effort,
                const std::optional<double>& deduction, const std::optional<double>& score,
                const std::optional<Date>& published, const Text& note, const std::string& source) {
                return Assessment{year,  grade,     perception, effort, deduction,
                                  score, published, note,       source};
            },
            py::arg("year"), py::kw_only(), py::arg("grade") = py::none(),
            py::arg("perception") = py::none(), py::arg("effort") = py::none(),
            py::arg("deduction") = py::none(), py::arg("score") = py::none(),
            py::arg("published") = py::none(), py::arg("note") = "", py::arg("source") = "");
}

}  // namespace

void bind_training(py::module_& m) {
    Record<Duty>(m, R"(A statutory duty of education in integrity.

Anti-corruption education is owed at least once and at least two hours a year (Article 81-2 of the
act on the Anti-Corruption and Civil Rights Commission).)")
        .done();
    Record<Official>(m, R"(Someone who owes education, under a number: names are private.

>>> Official("0412", unit="tax-1", appointed="2026-03-02").appointed
datetime.date(2026, 3, 2)

In service on [begin, end).)")
        .made_by(
            +[](const std::string& id, const std::string& unit, const std::optional<Date>& begin,
                const std::optional<Date>& end, const std::optional<Date>& appointed) {
                return Official{id, unit, begin, end, appointed};
            },
            py::arg("id"), py::kw_only(), py::arg("unit") = "", py::arg("begin") = py::none(),
            py::arg("end") = py::none(), py::arg("appointed") = py::none());
    Record<Attendance>(m).done();
    bind_assessment(m);
}

}  // namespace probity::python
