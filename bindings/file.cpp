#include "exchange/saving.hpp"

#include <pybind11/stl/filesystem.h>

#include "convert.hpp"
#include "module.hpp"

namespace probity::python {

void bind_file(py::module_& m) {
    // For files that Python code writes: pages and tables.
    m.def(
        "_write_file",
        [](const std::filesystem::path& path, const py::bytes& data) {
            detail::write_output(path, static_cast<std::string_view>(data));
        },
        py::arg("path"), py::arg("data"));
}

}  // namespace probity::python
