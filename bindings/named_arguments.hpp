// Which arguments a call names. A correction is a patch, so a command has to know what was said and
// what was left out, also of the record that it is given:
//
//     p.propose_task(Task("T-40", "New title"), on=..., by=..., corrects=5)     # names id and title
//     p.propose_task(Task("T-40", due=None), on=..., by=..., corrects=5)        # and empties due
//
// None stands for an argument left out, but is named.
#pragma once

#include <pybind11/pybind11.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "probity/programme/command.hpp"
#include "text.hpp"

namespace probity::python {

/// An argument as it came.
template <class T>
struct Named {
    /// None if it was left out, or if None was given for a value that cannot be None.
    std::optional<T> value = std::nullopt;
    bool is_named = false;
    py::handle object = {};
};

/// The names of a function's own parameters, in order, with what they are if they are left out.
class Parameters {
  public:
    template <class... Options>
    explicit Parameters(const Options&... options) {
        (add(options), ...);
    }

    [[nodiscard]] const std::string& name(std::size_t i) const { return parameters_[i].name; }

    /// The value of parameter i. Throws TypeError for None if a value is needed.
    template <class T>
    [[nodiscard]] T value(std::size_t i, const Named<T>& given) const {
        if (given.value) return *given.value;
        const Parameter& parameter = parameters_[i];
        if (!parameter.usual) throw py::type_error("'" + parameter.name + "' is needed, not None");
        return parameter.usual.template cast<T>();
    }

  private:
    struct Parameter {
        std::string name;
        py::object usual;
    };
    void add(const py::arg& option) { parameters_.push_back({option.name, {}}); }
    void add(const py::arg_v& option) { parameters_.push_back({option.name, option.value}); }
    void add(const py::kw_only&) {}

    std::vector<Parameter> parameters_;
};

/// A parameter that shows as it was given and tells a caller's value from its own.
class Told {
  public:
    static const py::arg& option(const py::arg& plain) { return plain; }
    static const py::kw_only& option(const py::kw_only& mark) { return mark; }
    py::arg_v option(const py::arg_v& usual) {
        shown_ = py::repr(usual.value);
        return {usual.name, py::ellipsis(), shown_.c_str()};
    }

  private:
    std::string shown_;
};

/// Calls define(options...) with options that tell what is named.
template <class Define, class... Options>
void with_told(const Define& define, const Options&... options) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        [[maybe_unused]] std::array<Told, sizeof...(Options)> told;
        define(told[I].option(options)...);
    }(std::index_sequence_for<Options...>{});
}

/// A record that Python code makes and gives to a command.
template <class T>
concept MadeRecord =
    std::is_same_v<T, Unit> || std::is_same_v<T, Seat> || std::is_same_v<T, Council> ||
    std::is_same_v<T, Task> || std::is_same_v<T, RiskArea> || std::is_same_v<T, Activity> ||
    std::is_same_v<T, Quota> || std::is_same_v<T, Official> || std::is_same_v<T, Indicator> ||
    std::is_same_v<T, Assessment> || std::is_same_v<T, YearGoal>;

/// Keeps the names with which a record was made, as long as the record is there.
void remember_names(py::handle record, std::vector<std::string> names);
/// The names with which a record was made; none for one that no call of its class made.
[[nodiscard]] const std::vector<std::string>* names_of(py::handle record);

/// The fields that a call names: its own arguments, and what its record was made with. None if
/// the record was not made by a call: what differs from a fresh one then counts.
template <class... T>
[[nodiscard]] std::optional<std::vector<std::string>> fields_named(const Parameters& parameters,
                                                                   const Named<T>&... given) {
    std::optional<std::vector<std::string>> fields{std::in_place};
    std::size_t i = 0;
    [[maybe_unused]] const auto add = [&]<class Value>(const Named<Value>& each) {
        const std::string& name = parameters.name(i++);
        if (!fields || !each.is_named) return;
        if constexpr (MadeRecord<Value>) {
            const auto* names = names_of(each.object);
            if (names == nullptr) {
                fields.reset();
            } else {
                fields->insert(fields->end(), names->begin(), names->end());
            }
        } else {
            fields->push_back(name);
        }
    };
    (add(given), ...);
    return fields;
}

}  // namespace probity::python

namespace pybind11::detail {

template <class T>
inline constexpr bool takes_none = std::is_same_v<T, object>;
template <class T>
inline constexpr bool takes_none<std::optional<T>> = true;

template <class T>
struct type_caster<probity::python::Named<T>> {
    PYBIND11_TYPE_CASTER(probity::python::Named<T>, make_caster<T>::name);

    bool load(handle source, bool convert) {
        value.is_named = source.ptr() != Py_Ellipsis;
        if (!value.is_named) return true;
        value.object = source;
        if (source.is_none() && !takes_none<T>) return true;
        make_caster<T> inner;
        if (!inner.load(source, convert)) return false;
        value.value = cast_op<T>(std::move(inner));
        return true;
    }
};

}  // namespace pybind11::detail
