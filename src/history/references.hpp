// Checks that what the body of an event refers to is there.
#pragma once

#include "history/body.hpp"
#include "history/fold.hpp"
#include "records/walk.hpp"

namespace probity::detail {

template <class T>
const T& Fold::body_of(const Step& step) const {
    const T& body = body_as<T>(step.body);
    require_references(description_of<T>(), &body);
    return body;
}

}  // namespace probity::detail
