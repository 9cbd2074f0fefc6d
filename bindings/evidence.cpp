#include "probity/planning/evidence.hpp"

#include <pybind11/stl/filesystem.h>

#include "module.hpp"
#include "probity/exchange/digest.hpp"
#include "record.hpp"

namespace probity::python {
namespace {

/// The media type that a file's name stands for.
std::string guessed_media_type(const std::filesystem::path& path) {
    const py::object guess = py::module_::import("mimetypes").attr("guess_type");
    const py::object type = guess(py::cast(path)).cast<py::tuple>()[0];
    return type.is_none() ? "application/octet-stream" : type.cast<std::string>();
}

}  // namespace

void bind_evidence(py::module_& m) {
    Record<Evidence>(m, R"(A file that shows that something was done, named by its content.

>>> Evidence("minutes-2026-1.pdf", "application/pdf", 64 * "0").name
'minutes-2026-1.pdf'

The file itself is not moved; Evidence.of(path) names it.)")
        .made()
        .def_static(
            "of",
            [](const std::filesystem::path& path, const std::optional<std::string>& media_type) {
                return evidence_of(path, media_type ? *media_type : guessed_media_type(path));
            },
            py::arg("path"), py::arg("media_type") = py::none(),
            R"(A file as evidence, with the media type that its name stands for if none is given.

Raises DocumentError if it cannot be read, is no regular file (a directory, a device, a pipe) or has
more than 1 GiB.)");
}

}  // namespace probity::python
