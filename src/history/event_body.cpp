// The body of an event: how it is copied and compared.
#include "probity/history/event.hpp"

namespace probity {

EventBody::EventBody() noexcept = default;
EventBody::EventBody(const EventBody& other) = default;
EventBody::EventBody(EventBody&& other) noexcept = default;
EventBody& EventBody::operator=(const EventBody& other) = default;
EventBody& EventBody::operator=(EventBody&& other) noexcept = default;
EventBody::~EventBody() = default;

bool operator==(const EventBody& a, const EventBody& b) {
    return static_cast<const EventBodies&>(a) == static_cast<const EventBodies&>(b);
}

}  // namespace probity
