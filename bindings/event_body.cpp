// What events say beyond their kind and subject.
#include "convert.hpp"
#include "history.hpp"
#include "module.hpp"
#include "named.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

py::object to_python(const std::monostate&) { return py::none(); }

template <class T>
py::object to_python(const Held<T>& held) {
    return py::cast(*held);
}

/// Sets `body` to a record of one type, if it is one.
template <class Alternative>
bool set_body(std::optional<EventBody>&, py::handle) {
    return false;  // None is no record
}
template <class Alternative>
    requires requires(const Alternative& held) { *held; }
bool set_body(std::optional<EventBody>& body, py::handle record) {
    using Body = std::decay_t<decltype(*std::declval<const Alternative&>())>;
    if (!py::isinstance<Body>(record)) return false;
    body = Held<Body>(record.cast<const Body&>());
    return true;
}
template <class... Alternatives>
std::optional<EventBody> body_among(py::handle record,
                                    const std::variant<Alternatives...>* /*bodies*/) {
    std::optional<EventBody> body;
    static_cast<void>((set_body<Alternatives>(body, record) || ...));
    return body;
}

void bind_bodies_of_institutions(py::module_& m) {
    Record<UnitAdded>(m, "UnitAdded", "Body of unit.added: the unit, and the band that it joins.")
        .member("unit", &UnitAdded::unit)
        .member("band", &UnitAdded::band)
        .done();
    Record<UnitMoved>(m, "UnitMoved", "Body of unit.moved: the band to which it moves.")
        .member("band", &UnitMoved::band)
        .done();
    Record<UnitClosed>(m, "UnitClosed",
                       "Body of unit.closed: the unit that takes over what it owned.")
        .member("to", &UnitClosed::to, "Its id; empty if nothing was left to take over.")
        .done();
    Record<BandsParted>(m, "BandsParted", "Body of bands.parted: all bands, anew.")
        .member("bands", &BandsParted::bands)
        .done();
    Record<AreaAssigned>(m, "AreaAssigned", "Body of area.assigned: the units that own it.")
        .member("owners", &AreaAssigned::owners)
        .done();
}

void bind_bodies_of_councils(py::module_& m) {
    Record<MemberLeft>(m, "MemberLeft", "Body of council.member_left: the seat.")
        .member("seat", &MemberLeft::seat)
        .done();
    Record<MeetingMoved>(m, "MeetingMoved", "Body of meeting.postponed: the new date.")
        .member("date", &MeetingMoved::date, "None where it is not set yet.")
        .member("begins", &MeetingMoved::begins, "None if it keeps its hours.")
        .member("ends", &MeetingMoved::ends)
        .done();
    Record<MeetingHeld>(m, "MeetingHeld", "Body of meeting.held: how it was held.")
        .member("date", &MeetingHeld::date)
        .member("earliest", &MeetingHeld::earliest)
        .member("before", &MeetingHeld::before)
        .member("present", &MeetingHeld::present, "The ids of the seats present.")
        .done();
    Record<EvidenceGiven>(m, "EvidenceGiven",
                          "Body of meeting.minuted and task.submitted: what was handed in.")
        .member("evidence", &EvidenceGiven::evidence)
        .done();
    Record<ItemDecided>(m, "ItemDecided", "Body of item.decided: the outcome, with the votes.")
        .member("item", &ItemDecided::item)
        .member("outcome", &ItemDecided::outcome)
        .member("in_favour", &ItemDecided::in_favour)
        .member("against", &ItemDecided::against)
        .member("abstained", &ItemDecided::abstained)
        .done();
}

void bind_bodies_of_tasks(py::module_& m) {
    Record<TaskSuperseded>(m, "TaskSuperseded",
                           "Body of task.superseded: the task that takes its place.")
        .member("by", &TaskSuperseded::by)
        .done();
    Record<TaskAssigned>(m, "TaskAssigned", "Body of task.assigned: the unit, and its band.")
        .member("owner", &TaskAssigned::owner)
        .member("band", &TaskAssigned::band)
        .done();
    Record<TaskRescheduled>(m, "TaskRescheduled", "Body of task.rescheduled: the new due date.")
        .member("due", &TaskRescheduled::due)
        .done();
    Record<TaskWeighted>(m, "TaskWeighted", "Body of task.weighted: the new weight.")
        .member("weight", &TaskWeighted::weight)
        .done();
    Record<TaskLinked>(m, "TaskLinked",
                       "Body of task.linked: what it depends on, and the indicators it serves.")
        .member("depends_on", &TaskLinked::depends_on)
        .member("indicators", &TaskLinked::indicators)
        .done();
    Record<TaskDirected>(m, "TaskDirected", "Body of task.directed: the risk area.")
        .member("risk_area", &TaskDirected::risk_area)
        .done();
}

}  // namespace

py::object body_to_python(const EventBody& body) {
    return std::visit([](const auto& held) { return to_python(held); }, body);
}

std::optional<EventBody> body_from_python(py::handle record) {
    if (record.is_none()) return EventBody();
    return body_among(record, static_cast<const EventBody*>(nullptr));
}

void bind_event_body(py::module_& m) {
    bind_bodies_of_institutions(m);
    bind_bodies_of_councils(m);
    bind_bodies_of_tasks(m);
}

}  // namespace probity::python
