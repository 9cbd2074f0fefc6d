// Risk areas with what is done for them, and announced counts beside what is recorded.
#include "probity/programme/coverage.hpp"
#include "probity/programme/reconciliation.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

template <>
Missing value_named(const std::string& name) {
    return value_up_to(name, Missing::area);
}

void bind_coverage(py::module_& m) {
    Record<CoverageRow>(m, "CoverageRow", "A risk area with what is done for it and who owns it.")
        .member("area", &CoverageRow::area)
        .member("title", &CoverageRow::title)
        .member("measures", &CoverageRow::measures, "The ids of its tasks.")
        .member("owners", &CoverageRow::owners, "The ids of the units that own it.")
        .member("is_covered", &CoverageRow::is_covered, "Whether it has both.")
        .done();
    Record<CoverageGap>(m, "CoverageGap",
                        "A gap: something that a risk area lacks, a measure without an area, or an "
                        "open task whose owner is closed.")
        .member("subject", &CoverageGap::subject, "The id of the risk area, or of the task.")
        .member("record", &CoverageGap::record, "\"risk_area\" or \"task\".")
        .member(
            "missing", &CoverageGap::missing,
            "\"measure\": no measure is recorded for a risk area; \"owner\": it has none, or it or "
            "an open task has one that is closed; \"area\": a measure belongs to no risk area.")
        .member("text", &CoverageGap::text)
        .done();
    auto coverage =
        Record<Coverage>(m, "Coverage", "The matrix of risk areas, measures and owners.")
            .table("rows", &Coverage::rows)
            .table("gaps", &Coverage::gaps)
            .done();
    shown_as_table(coverage, "The matrix, a row for each risk area");
    shown_as_html(coverage, "report");
    Record<Reconciliation>(m, "Reconciliation", "An announced count beside what is recorded.")
        .kept("what", &Reconciliation::what)
        .member(
            "what", [](const Reconciliation& self) { return to_string(self.what); },
            "\"bands\", \"tasks\", \"measures\" or \"projects\"; another thing by its word.")
        .member("year", &Reconciliation::year)
        .member("declared", &Reconciliation::declared)
        .member("recorded", &Reconciliation::recorded,
                "None if nothing of that sort is recorded, for the year or without a date.")
        .member("undated", &Reconciliation::undated,
                "How many more are recorded without a date, and so of no year.")
        .member("counts", &Reconciliation::counts,
                "The records that are counted, in words; empty if nothing of that sort can be "
                "recorded.")
        .member("agrees", &Reconciliation::agrees, "None if nothing is recorded.")
        .member("text", &Reconciliation::text)
        .done();
}

}  // namespace probity::python
