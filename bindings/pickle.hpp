// How values that are made of members are pickled: by the names and values of all their members, and
// by nothing that only a call could say.
//
//     KeptMembers<Task> members;
//     members.add("id", &Task::id).add("state", &Task::state);
//     members.pickles(cls, "Task");
//
// A version that has more members reads the pickles of an earlier one, and gives those members their
// defaults. A member that there is not, of a later version, is refused, and so is a value that a member
// cannot have: ProbityError names both.
//
// A value that belongs to another, such as a task that knows its programme, is pickled as the call
// that gives it (`pickled_by_call`), so that what several belong to stands in a pickle once.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "convert.hpp"
#include "date/text.hpp"
#include "named.hpp"
#include "probity/programme/programme.hpp"
#include "probity/text/text.hpp"
#include "text.hpp"
#include "text/sentence.hpp"
#include "value.hpp"

namespace probity::python {

// Values of members -------------------------------------------------------------------------------

/// The value of an enumeration by its name. Throws ProbityError for a name that there is not.
template <class Enum>
[[nodiscard]] Enum value_named(const std::string& name) {
    return named_from_python<Enum>(py::str(name));
}

/// The same of an enumeration without a list of names, up to its last value.
template <class Enum>
[[nodiscard]] Enum value_up_to(const std::string& name, Enum last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (to_string(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
    }
    throw ProbityError(
        detail::sentence("python.pickle_name", {{"value", detail::printable(name)}}));
}

/// How a pickle has the value of a member: as Python has it, but an enumeration by its name and a text
/// as the pair of its languages.
template <class Value>
struct Kept {
    static py::object out(const Value& value) {
        if constexpr (std::is_enum_v<Value>) {
            return py::str(std::string(to_string(value)));
        } else {
            return py::cast(value);
        }
    }
    /// Nothing for what the member cannot be.
    static std::optional<Value> in(py::handle kept) {
        if constexpr (std::is_enum_v<Value>) {
            if (!py::isinstance<py::str>(kept)) return std::nullopt;
            return value_named<Value>(text_of(kept));
        } else {
            py::detail::make_caster<Value> caster;
            if (!caster.load(kept, false)) return std::nullopt;
            return py::detail::cast_op<Value>(std::move(caster));
        }
    }
};

/// Parts of a majority, "more than 1/2", dates of which the day is not known, "2025-06", and what is
/// counted, "bands".
template <>
struct Kept<Share> {
    static py::object out(const Share& share) { return py::str(to_string(share)); }
    static std::optional<Share> in(py::handle kept) {
        if (!py::isinstance<py::str>(kept)) return std::nullopt;
        return parse_share(text_of(kept));
    }
};
template <>
struct Kept<Counted> {
    static py::object out(const Counted& counted) { return py::str(to_string(counted)); }
    static std::optional<Counted> in(py::handle kept) {
        if (!py::isinstance<py::str>(kept)) return std::nullopt;
        return Counted(text_of(kept));
    }
};
template <>
struct Kept<PartialDate> {
    static py::object out(const PartialDate& date) { return py::str(to_string(date)); }
    static std::optional<PartialDate> in(py::handle kept) {
        if (!py::isinstance<py::str>(kept)) return std::nullopt;
        return PartialDate::parse(text_of(kept));
    }
};

template <>
struct Kept<Text> {
    static py::object out(const Text& text) { return text_to_kept(text); }
    static std::optional<Text> in(py::handle kept) { return text_from_python(kept); }
};

template <class Value>
struct Kept<std::optional<Value>> {
    static py::object out(const std::optional<Value>& value) {
        return value ? Kept<Value>::out(*value) : py::none();
    }
    static std::optional<std::optional<Value>> in(py::handle kept) {
        if (kept.is_none()) return std::optional<Value>();
        std::optional<Value> value = Kept<Value>::in(kept);
        if (!value) return std::nullopt;
        return std::optional<std::optional<Value>>(std::in_place, std::move(value));
    }
};

template <class Value>
struct Kept<std::vector<Value>> {
    static py::object out(const std::vector<Value>& values) {
        py::list list(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) list[i] = Kept<Value>::out(values[i]);
        return list;
    }
    static std::optional<std::vector<Value>> in(py::handle kept) {
        if (!py::isinstance<py::list>(kept)) return std::nullopt;
        std::vector<Value> values;
        for (const py::handle each : kept) {
            std::optional<Value> value = Kept<Value>::in(each);
            if (!value) return std::nullopt;
            values.push_back(*std::move(value));
        }
        return values;
    }
};

// Members -----------------------------------------------------------------------------------------

namespace pickling {

/// A member of a record of any type.
struct Member {
    std::string name;
    std::function<py::object(const void* record)> get;
    /// Returns false for a value that the member cannot have.
    std::function<bool(void* record, py::handle kept)> set;
    /// Whether a pickle without it is refused.
    bool is_needed = false;
};
using Members = std::vector<Member>;

/// The result of __reduce__: an empty value of the class, and the state that fills it.
[[nodiscard]] py::tuple reduced(py::handle self, const void* record, const Members& members);

/// Fills a record from a state, and gives back to `self` what it has beside it. Throws ProbityError.
void restore(py::handle self, void* record, const std::string& name, const Members& members,
             const py::object& state);

/// Stands for a value of any type, to count how many an aggregate takes.
struct Anything {
    template <class Value>
    operator Value() const;
};

}  // namespace pickling

/// How many members an aggregate has.
template <class T, class... Given>
[[nodiscard]] consteval std::size_t member_count() {
    static_assert(sizeof...(Given) < 64);
    constexpr bool takes_these = requires { T{Given{}...}; };
    constexpr bool takes_more = requires { T{Given{}..., pickling::Anything{}}; };
    if constexpr (takes_these && !takes_more) {
        return sizeof...(Given);
    } else {
        return member_count<T, Given..., pickling::Anything>();
    }
}

/// Days for a value that restore() is yet to fill: a pickle without its own is refused.
[[nodiscard]] inline Interval days_to_fill() { return Interval(first_date()); }

/// The values of members that an earlier version did not write.
template <class T>
[[nodiscard]] T with_defaults() {
    return T{};
}

/// The members of T that its pickles have.
template <class T>
class KeptMembers {
  public:
    template <class Owner, class Value>
    KeptMembers& add(const char* name, Value Owner::*member) {
        add(
            name, [member](const T& record) { return Kept<Value>::out(record.*member); },
            [member](T& record, py::handle kept) {
                std::optional<Value> value = Kept<Value>::in(kept);
                if (value) record.*member = *std::move(value);
                return value.has_value();
            });
        // A Date without a day is no date, and an Event without one never happened.
        if constexpr (!std::is_default_constructible_v<Value> || std::is_same_v<Value, Date> ||
                      std::is_same_v<Value, Event>) {
            needed();
        }
        return *this;
    }
    /// A member that Python has in another form. `set` returns false for what it cannot be.
    template <class Get, class Set>
    KeptMembers& add(const char* name, Get get, Set set) {
        members_.push_back(
            {name, [get](const void* record) { return get(*static_cast<const T*>(record)); },
             [set](void* record, py::handle kept) { return set(*static_cast<T*>(record), kept); }});
        return *this;
    }

    /// Refuses pickles without the member that was added last.
    KeptMembers& needed() {
        members_.back().is_needed = true;
        return *this;
    }

    [[nodiscard]] std::size_t size() const noexcept { return members_.size(); }

    /// Defines the pickles of a class. `check` throws for a value that is not sound as a whole.
    template <class... Options>
    void pickles(py::class_<T, Options...>& cls, const std::string& name,
                 const std::function<void(const T&)>& check = {}) const {
        cls.def("__reduce__", [members = members_](const py::object& self) {
            return pickling::reduced(self, &self.cast<const T&>(), members);
        });
        cls.def(
            "__setstate__",
            [members = members_, name, check](py::detail::value_and_holder& made,
                                              const py::object& state) {
                auto record = std::make_unique<T>(with_defaults<T>());
                pickling::restore(reinterpret_cast<PyObject*>(made.inst), record.get(), name,
                                  members, state);
                if (check) check(*record);
                made.value_ptr() = record.release();
            },
            py::detail::is_new_style_constructor(), py::arg("state"));
    }

  private:
    pickling::Members members_;
};

// Values that belong to others --------------------------------------------------------------------

/// A programme as Python has it: one object for as long as it is held, so that a pickle of much that
/// belongs to it has it once.
[[nodiscard]] py::object shared_in_python(const Programme& programme);

/// Defines the pickles of a class by the call that gives a value of it: `call` returns what
/// method_call does.
template <class T, class... Options, class Call>
void pickled_by_call(py::class_<T, Options...>& cls, Call call) {
    cls.def("__reduce__", [call](const T& self) -> py::tuple { return call(self); });
}

}  // namespace probity::python
