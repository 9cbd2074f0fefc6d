// The records that lie on a date, and those that a changed calendar moves.
#include "probity/programme/impact.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "probity/programme/view.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

template <>
MoveKind value_named(const std::string& name) {
    return value_up_to(name, MoveKind::notice);
}
template <>
DateReasonKind value_named(const std::string& name) {
    return value_up_to(name, DateReasonKind::day_off);
}

namespace {

std::optional<std::string> record_of(const DateReason& reason) {
    if (!reason.record) return std::nullopt;
    return std::string(to_string(*reason.record));
}

}  // namespace

void bind_impact(py::module_& m) {
    Record<DateReason>(m, "DateReason", "One thing that lies on a date, and by which rule.")
        .member("kind", &DateReason::kind,
                "Of what lies on the date, \"week\", \"day\", \"activity\", \"meeting\" or "
                "\"event\", or \"task\" if one is due; of what lay on it before, \"moved_away\", "
                "\"cancelled\" or \"corrected\"; of the work calendar, \"working_day\" or "
                "\"day_off\".")
        .member("id", &DateReason::id, "Empty of the work calendar's.")
        .kept("record", &DateReason::record)
        .member("record", &record_of,
                "Which kind of record that is: \"observance\", \"activity\", \"council\", "
                "\"meeting\", \"occasion\" or \"task\"; None of the work calendar.")
        .member("title", &DateReason::title)
        .member("reason", &DateReason::reason)
        .member("source", &DateReason::source)
        .done();
    Record<Move>(m, "Move", "Something that a changed calendar moves or makes shorter.")
        .member("kind", &Move::kind)
        .member("id", &Move::id)
        .member("period", &Move::period)
        .member("title", &Move::title)
        .member("before", &Move::before)
        .member("after", &Move::after)
        .member("days_before", &Move::days_before, "Of a week, its working days.")
        .member("days_after", &Move::days_after)
        .member("why", &Move::why, "The day that changed, and its holiday.")
        .member("consequence", &Move::consequence)
        .done();
}

}  // namespace probity::python
