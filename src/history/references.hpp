// Checks that what the body of an event refers to is there.
#pragma once

#include <vector>

#include "history/body.hpp"
#include "history/fold.hpp"
#include "records/walk.hpp"

namespace probity::detail {

template <class T>
const T& Fold::body_of(const Step& step) const {
    static const std::vector<const Field*> referring = referring_fields(description_of<T>());
    const T& body = body_as<T>(step.body);
    require_references(referring, &body);
    return body;
}

}  // namespace probity::detail
