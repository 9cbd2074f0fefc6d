// A status of an occurrence as Python has it: its name, "held".
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>

#include "probity/planning/observance.hpp"

namespace pybind11::detail {

template <>
struct type_caster<probity::OccurrenceStatus> {
    PYBIND11_TYPE_CASTER(probity::OccurrenceStatus, const_name("str"));

    /// Throws ProbityError for a name that there is not.
    bool load(handle given, bool) {
        if (!isinstance<str>(given)) return false;
        value = probity::parse_occurrence_status(given.cast<std::string>());
        return true;
    }
    static handle cast(probity::OccurrenceStatus status, return_value_policy, handle) {
        return str(std::string(probity::to_string(status))).release();
    }
};

}  // namespace pybind11::detail
