// Things that do not go together.
#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "probity/programme/view.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

template <>
ConflictKind value_named(const std::string& name) {
    return value_up_to(name, ConflictKind::closed_owner);
}

namespace {

std::vector<std::string> records_of(const Conflict& conflict) {
    std::vector<std::string> names;
    for (const RecordKind record : conflict.records) names.emplace_back(to_string(record));
    return names;
}

}  // namespace

void bind_conflict(py::module_& m) {
    Record<Conflict>(m, "Conflict", "Things that do not go together, or cannot be as planned.")
        .member("date", &Conflict::date)
        .member(
            "kind", &Conflict::kind,
            "\"day_off\": a meeting or day lies on one; \"short_week\": a week has too few working "
            "days; \"overlap\": two meetings share hours and a member; \"notice\": its last day "
            "has "
            "gone by; \"order\": a task is due before one that it waits for; \"closed_owner\": the "
            "owner of a task or risk area is closed.")
        .member("subjects", &Conflict::subjects, "The ids of what is in conflict.")
        .kept("records", &Conflict::records)
        .member("records", &records_of,
                "Which kinds of records these are, in the same order: \"meeting\", \"observance\", "
                "\"task\", \"risk_area\" or \"unit\".")
        .member("text", &Conflict::text)
        .done();
}

}  // namespace probity::python
