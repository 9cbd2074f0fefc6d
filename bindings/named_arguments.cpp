#include "named_arguments.hpp"

#include <unordered_map>

namespace probity::python {
namespace {

/// The names of each record that a call made. Python's lock guards it.
struct Remembered {
    std::unordered_map<PyObject*, std::vector<std::string>> names;
    /// The record of each weak reference, through which its end is learnt.
    std::unordered_map<PyObject*, PyObject*> records;
};

// Never destroyed: records may outlive the module's own objects.
Remembered& remembered() {
    static auto* const all = new Remembered;
    return *all;
}

void forget(py::handle reference) {
    const auto found = remembered().records.find(reference.ptr());
    if (found == remembered().records.end()) return;
    remembered().names.erase(found->second);
    remembered().records.erase(found);
    reference.dec_ref();
}

py::handle forgetting() {
    static const py::handle function = py::cpp_function(&forget).release();
    return function;
}

}  // namespace

void remember_names(py::handle record, std::vector<std::string> names) {
    const auto [found, is_new] =
        remembered().names.insert_or_assign(record.ptr(), std::move(names));
    if (!is_new) return;
    const py::handle reference = py::weakref(record, forgetting()).release();
    remembered().records.emplace(reference.ptr(), record.ptr());
}

const std::vector<std::string>* names_of(py::handle record) {
    const auto found = remembered().names.find(record.ptr());
    return found == remembered().names.end() ? nullptr : &found->second;
}

}  // namespace probity::python
