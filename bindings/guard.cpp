// Guards every function and class of the module against odd callers: a keyword that there
// is not is named in a line, no error repeats a whole value, and a value that was made without
// __init__ is refused. Ctrl-C ends every call that takes long.

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "date/interruption.hpp"
#include "exchange/nearest.hpp"
#include "module.hpp"

namespace probity::python {
namespace {

using Record = py::detail::function_record;
using Call = PyObject* (*)(PyObject* self, PyObject* const* arguments, Py_ssize_t count,
                           PyObject* keywords);

// How pybind11 calls any function: the one call that stands behind all of them.
Call call_function = nullptr;

/// Whether a byte of UTF-8 goes on with a character: 10xxxxxx.
bool goes_on(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// --- Keywords -------------------------------------------------------------------------------------

/// The names that a function takes as keywords, in its order, by all its overloads.
std::vector<std::string> keywords_of(const Record* overload) {
    std::vector<std::string> names;
    for (; overload != nullptr; overload = overload->next) {
        const std::size_t first =
            std::max<std::size_t>(overload->nargs_pos_only, overload->is_method ? 1 : 0);
        for (std::size_t i = first; i < overload->args.size(); ++i) {
            const char* name = overload->args[i].name;
            if (name == nullptr || *name == '\0') continue;
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.emplace_back(name);
        }
    }
    return names;
}

bool takes(const Record* overload, std::string_view keyword) {
    for (; overload != nullptr; overload = overload->next) {
        if (overload->has_kwargs) return true;
        for (const auto& argument : overload->args) {
            if (argument.name != nullptr && keyword == argument.name) return true;
        }
    }
    return false;
}

/// "view" of a method, "Rule" of a constructor.
std::string name_of(const Record& record) {
    if (!record.is_constructor) return record.name;
    return py::str(record.scope.attr("__name__"));
}

/// The name that was probably meant: one that few letters tell apart, or that begins alike.
std::string probably(const std::string& keyword, const std::vector<std::string>& names) {
    const std::string near = detail::nearest(keyword, names);
    if (!near.empty()) return near;
    for (const std::string& name : names) {
        const bool alike = keyword.starts_with(name) || name.starts_with(keyword);
        if (alike && std::min(keyword.size(), name.size()) >= 2) return name;
    }
    return {};
}

/// The beginning of a text that is longer than a name, cut between two characters.
std::string shortened(const std::string& text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (goes_on(text[end])) --end;
    return text.substr(0, end) + "...";
}

/// "view() takes no keyword 'onn'; did you mean 'on'? It takes on, workdays".
std::string refusal(const std::string& function, const std::vector<std::string>& names,
                    const std::string& keyword) {
    const std::string meant = probably(keyword, names);
    std::string text = function + "() takes no keyword '" + shortened(keyword) + "'";
    if (!meant.empty()) text += "; did you mean '" + meant + "'?";
    if (names.empty()) return text + (meant.empty() ? ", nor any other" : "");
    text += meant.empty() ? "; it takes " : " It takes ";
    for (std::size_t i = 0; i < names.size(); ++i) text += (i == 0 ? "" : ", ") + names[i];
    return text;
}

/// Sets a TypeError and returns false if one of the keywords is none of the function's.
bool knows_keywords(const Record* record, PyObject* keywords) {
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(keywords); ++i) {
        Py_ssize_t size = 0;
        const char* text = PyUnicode_AsUTF8AndSize(PyTuple_GET_ITEM(keywords, i), &size);
        if (text == nullptr) return false;  // half a character: Python's own error
        const std::string_view keyword(text, static_cast<std::size_t>(size));
        if (takes(record, keyword)) continue;
        py::set_error(PyExc_TypeError,
                      refusal(name_of(*record), keywords_of(record), std::string(keyword)).c_str());
        return false;
    }
    return true;
}

// --- Long errors ----------------------------------------------------------------------------------

/// A TypeError repeats what was given; of a long one the beginning and the end stay.
void shorten_error() {
    constexpr std::size_t longest = 2000;
    constexpr std::size_t at_end = 200;
    if (PyErr_ExceptionMatches(PyExc_TypeError) == 0) return;
    py::error_already_set error;
    const std::string text = py::str(error.value());
    if (text.size() <= longest) {
        error.restore();
        return;
    }
    std::size_t first = longest - at_end;
    while (goes_on(text[first])) --first;
    std::size_t last = text.size() - at_end;
    while (last < text.size() && goes_on(text[last])) ++last;
    py::set_error(PyExc_TypeError, (text.substr(0, first) + " [...] " + text.substr(last)).c_str());
}

// --- Ctrl-C ---------------------------------------------------------------------------------------

/// During a call the loops of the library ask now and then (date/interruption.hpp) whether a signal
/// has come in. If its handler raises, as that of Ctrl-C does, the call ends with its error. It is
/// the same whether the call holds the interpreter lock or not.
class Interruptible {
  public:
    Interruptible() noexcept : before_(detail::interruption) {
        detail::interruption = &look_at_signals;
    }
    Interruptible(const Interruptible&) = delete;
    Interruptible& operator=(const Interruptible&) = delete;
    ~Interruptible() { detail::interruption = before_; }

  private:
    using Clock = std::chrono::steady_clock;

    // Python runs handlers of signals in its main thread alone; other threads have none to run.
    static void look_at_signals() {
        constexpr std::chrono::milliseconds often(50);
        const auto now = Clock::now();
        if (now - looked_ < often) return;
        looked_ = now;
        const py::gil_scoped_acquire acquired;
        if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    }

    static inline thread_local constinit Clock::time_point looked_{};

    detail::Interruption before_;
};

PyObject* guarded_call(PyObject* self, PyObject* const* arguments, Py_ssize_t count,
                       PyObject* keywords) {
    try {
        if (keywords != nullptr && PyTuple_GET_SIZE(keywords) != 0) {
            const Record* record = py::detail::function_record_ptr_from_PyObject(self);
            if (record != nullptr && !knows_keywords(record, keywords)) return nullptr;
        }
        const Interruptible interruptible;
        PyObject* const result = call_function(self, arguments, count, keywords);
        if (result == nullptr) shorten_error();
        return result;
    } catch (py::error_already_set& error) {
        error.restore();
    } catch (const std::bad_alloc&) {
        PyErr_NoMemory();
    }
    return nullptr;
}

// --- Values without __init__ ----------------------------------------------------------------------

/// Stands where pybind11 would give raw memory to a value that was never made.
void* refuse_unmade(std::size_t) {
    throw py::type_error(
        "a value that was made by __new__ alone is empty: call its class, which runs __init__");
}

// --- The walk over the module ---------------------------------------------------------------------

void guard_function(py::handle given) {
    PyObject* function = given.ptr();
    if (PyInstanceMethod_Check(function)) function = PyInstanceMethod_GET_FUNCTION(function);
    if (function == nullptr || PyCFunction_Check(function) == 0) return;
    PyObject* const self = PyCFunction_GET_SELF(function);
    if (self == nullptr || py::detail::function_record_ptr_from_PyObject(self) == nullptr) return;
    PyMethodDef* const definition = reinterpret_cast<PyCFunctionObject*>(function)->m_ml;
    const auto call = reinterpret_cast<Call>(reinterpret_cast<void (*)()>(definition->ml_meth));
    if (call == &guarded_call) return;
    call_function = call;
    definition->ml_meth =
        reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(&guarded_call));
}

void guard_values(py::handle cls) {
    auto* const type = reinterpret_cast<PyTypeObject*>(cls.ptr());
    py::detail::type_info* const info = py::detail::get_type_info(type);
    if (info == nullptr) return;  // an exception
    info->operator_new = &refuse_unmade;
    // Python's own way to reduce makes a value of pybind11's base class, which ends the process.
    const py::object reduce = cls.attr("__reduce__");
    if (reduce.is(py::module_::import("builtins").attr("object").attr("__reduce__"))) {
        cls.attr("__reduce__") = py::cpp_function(
            [](const py::object& self) -> py::object {
                throw py::type_error("cannot pickle a value of " +
                                     std::string(py::str(py::type::of(self).attr("__name__"))));
            },
            py::name("__reduce__"), py::is_method(cls));
    }
}

void guard_class(py::handle cls) {
    guard_values(cls);
    for (const auto& item : py::dict(cls.attr("__dict__"))) {
        const py::handle member = item.second;
        guard_function(member);
        for (const char* part : {"__func__", "fget", "fset"}) {
            if (py::hasattr(member, part)) guard_function(member.attr(part));
        }
    }
}

}  // namespace

void guard_callers(py::module_& m) {
    // For the functions that are written in Python (python/probity/keywords.py).
    m.def("_unknown_keyword", &refusal, py::arg("function"), py::arg("names"), py::arg("keyword"));
    for (const auto& item : py::dict(m.attr("__dict__"))) {
        guard_function(item.second);
        if (PyType_Check(item.second.ptr()) != 0) guard_class(item.second);
    }
}

}  // namespace probity::python
