#include "pickle.hpp"

#include <pybind11/gil_safe_call_once.h>

#include <algorithm>

#include "date/text.hpp"
#include "named_arguments.hpp"
#include "text/sentence.hpp"

namespace probity::python {

namespace pickling {
namespace {

[[noreturn]] void refuse(const std::string& name, const Text& fault) {
    throw ProbityError(detail::sentence("python.pickle", {{"name", name}, {"fault", fault}}));
}

/// The names with which a call made a record, which corrections ask for; None if no call made it.
py::object names_in_pickle(py::handle self) {
    const std::vector<std::string>* names = names_of(self);
    return names == nullptr ? py::object(py::none()) : py::object(py::tuple(py::cast(*names)));
}

void set_member(void* record, const std::string& name, const Member& member, py::handle kept) {
    bool is_set = false;
    try {
        is_set = member.set(record, kept);
    } catch (const ProbityError& error) {
        refuse(name, detail::sentence("python.pickle_member",
                                      {{"member", member.name}, {"message", error.text()}}));
    } catch (const py::builtin_exception& error) {
        refuse(name, detail::sentence("python.pickle_member",
                                      {{"member", member.name}, {"message", error.what()}}));
    }
    if (!is_set) {
        const std::string type = py::str(py::type::of(kept).attr("__name__"));
        refuse(name,
               detail::sentence("python.pickle_type", {{"member", member.name}, {"type", type}}));
    }
}

}  // namespace

py::tuple reduced(py::handle self, const void* record, const Members& members) {
    py::dict kept;
    for (const Member& member : members) {
        // Interned, so that many records in one pickle name their members once.
        const auto name =
            py::reinterpret_steal<py::str>(PyUnicode_InternFromString(member.name.c_str()));
        kept[name] = member.get(record);
    }
    return py::make_tuple(py::module_::import("copyreg").attr("__newobj__"),
                          py::make_tuple(py::type::of(self)),
                          py::make_tuple(kept, names_in_pickle(self), own_attributes(self)));
}

void restore(py::handle self, void* record, const std::string& name, const Members& members,
             const py::object& state) {
    if (!py::isinstance<py::tuple>(state) || py::len(state) != 3) {
        refuse(name, detail::sentence("python.pickle_parts"));
    }
    const auto parts = py::reinterpret_borrow<py::tuple>(state);
    const auto is_dict_or_none = [](py::handle part) {
        return part.is_none() || py::isinstance<py::dict>(part);
    };
    if (!py::isinstance<py::dict>(parts[0]) || !is_dict_or_none(parts[2])) {
        refuse(name, detail::sentence("python.pickle_members"));
    }
    for (const auto& [key, kept] : py::reinterpret_borrow<py::dict>(parts[0])) {
        const std::string wanted = py::isinstance<py::str>(key) ? text_of(key) : "";
        const auto found = std::find_if(members.begin(), members.end(), [&](const Member& member) {
            return member.name == wanted;
        });
        if (found == members.end()) {
            refuse(name,
                   detail::sentence("python.pickle_has", {{"member", detail::printable(wanted)}}));
        }
        set_member(record, name, *found, kept);
    }
    for (const Member& member : members) {
        if (member.is_needed && !parts[0].contains(member.name)) {
            refuse(name, detail::sentence("python.pickle_lacks", {{"member", member.name}}));
        }
    }
    if (!parts[1].is_none()) {
        py::detail::make_caster<std::vector<std::string>> names;
        if (!names.load(parts[1], false)) refuse(name, detail::sentence("python.pickle_names"));
        remember_names(self, py::detail::cast_op<std::vector<std::string>>(std::move(names)));
    }
    if (!parts[2].is_none()) {
        const py::object attributes = py::getattr(self, "__dict__", py::none());
        if (attributes.is_none()) refuse(name, detail::sentence("python.pickle_subclass"));
        attributes.attr("update")(parts[2]);
    }
}

}  // namespace pickling

py::object shared_in_python(const Programme& programme) {
    PYBIND11_CONSTINIT static py::gil_safe_call_once_and_store<py::object> known;
    known.call_once_and_store_result(
        [] { return py::object(py::module_::import("weakref").attr("WeakValueDictionary")()); });
    const py::object& objects = known.get_stored();
    // Copies share their parts, which live as long as the object that is known by their address.
    const py::int_ address(reinterpret_cast<std::uintptr_t>(&programme.parts()));
    py::object found = objects.attr("get")(address);
    if (found.is_none()) {
        found = py::cast(programme);
        objects.attr("__setitem__")(address, found);
    }
    return found;
}

}  // namespace probity::python
