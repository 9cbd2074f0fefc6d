// Kinds, states and outcomes: in Python the plain strings that documents write.
#pragma once

#include <pybind11/pybind11.h>

#include <algorithm>
#include <string>

#include "convert.hpp"
#include "probity/date/error.hpp"
#include "records/names.hpp"
#include "text/sentence.hpp"

namespace probity::python {

/// Reads a name. Throws ProbityError, naming those there are, for another.
template <class Enum>
[[nodiscard]] Enum named_from_python(py::handle str) {
    const auto& known = detail::names<Enum>;
    const std::string name = text_of(str);
    const auto found = std::find(known.begin(), known.end(), name);
    if (found != known.end()) return static_cast<Enum>(found - known.begin());
    std::string allowed;
    for (const std::string_view each : known) {
        allowed += (allowed.empty() ? "'" : ", '") + std::string(each) + "'";
    }
    throw ProbityError(detail::sentence("python.none_of", {{"value", name}, {"known", allowed}}));
}

}  // namespace probity::python

namespace pybind11::detail {

template <class Enum>
struct named_caster {
    PYBIND11_TYPE_CASTER(Enum, const_name("str"));

    bool load(handle source, bool) {
        if (!isinstance<str>(source)) return false;
        value = probity::python::named_from_python<Enum>(source);
        return true;
    }
    static handle cast(Enum given, return_value_policy, handle) {
        return str(std::string(probity::detail::name_of(given))).release();
    }
};

template <>
struct type_caster<probity::UnitKind> : named_caster<probity::UnitKind> {};
template <>
struct type_caster<probity::SeatKind> : named_caster<probity::SeatKind> {};
template <>
struct type_caster<probity::TaskKind> : named_caster<probity::TaskKind> {};
template <>
struct type_caster<probity::TaskState> : named_caster<probity::TaskState> {};
template <>
struct type_caster<probity::MeetingKind> : named_caster<probity::MeetingKind> {};
template <>
struct type_caster<probity::MeetingState> : named_caster<probity::MeetingState> {};
template <>
struct type_caster<probity::MemberRole> : named_caster<probity::MemberRole> {};
template <>
struct type_caster<probity::ItemKind> : named_caster<probity::ItemKind> {};
template <>
struct type_caster<probity::ItemOutcome> : named_caster<probity::ItemOutcome> {};

}  // namespace pybind11::detail
