// The bodies of events: all that they say beyond their kind and subject.
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
    Record<UnitAdded>(m).done();
    Record<UnitMoved>(m).done();
    Record<UnitClosed>(m).done();
    Record<BandsParted>(m).done();
    Record<AreaAssigned>(m).done();
}

void bind_bodies_of_councils(py::module_& m) {
    Record<MemberLeft>(m).done();
    Record<MeetingMoved>(m).done();
    Record<MeetingHeld>(m).done();
    Record<EvidenceGiven>(m).done();
    Record<ItemDecided>(m).done();
}

void bind_bodies_of_tasks(py::module_& m) {
    Record<TaskSuperseded>(m).done();
    Record<TaskAssigned>(m).done();
    Record<TaskRescheduled>(m).done();
    Record<TaskWeighted>(m).done();
    Record<TaskLinked>(m).done();
    Record<TaskDirected>(m).done();
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
