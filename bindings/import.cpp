#include "probity/exchange/import.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

// Lives as long as the process, as the translator that raises it does.
PyObject* import_errors = nullptr;

void translate(std::exception_ptr pointer) {
    try {
        if (pointer) std::rethrow_exception(pointer);
    } catch (const ImportErrors& errors) {
        const py::object error = py::reinterpret_borrow<py::object>(import_errors)(errors.what());
        error.attr("rows") = table_of(errors.rows());
        PyErr_SetObject(import_errors, error.ptr());
    }
}

SheetKind sheet_kind(const std::string& name) {
    return name == to_string(SheetKind::bands) ? SheetKind::bands : SheetKind::tasks;
}

Text sentence(const RowError& error) {
    return {describe(error, Language::korean), describe(error, Language::english)};
}

}  // namespace

void bind_import(py::module_& m) {
    Record<RowError>(m, "RowError", "Why a row of a table is not imported.")
        .member(
            "sheet", [](const RowError& self) { return std::string(to_string(self.sheet)); },
            "\"bands\" or \"tasks\".")
        .member("row", &RowError::row,
                "As a spreadsheet counts: the row of the headings is 1. In JSON Lines, the line.")
        .member("column", &RowError::column, "The heading; empty where it is the row as a whole.")
        .member("value", &RowError::value, "What stands there.")
        .member("message", &sentence, "The whole sentence, with all that the other members say.")
        .member(
            "allowed", [](const RowError& self) { return self.allowed; }, "What may stand there.")
        .member("suggestion", &RowError::suggestion,
                "What was probably meant; empty where nothing is near.")
        .done()
        .def("__str__", [](const RowError& self) { return describe(self); });

    py::dict attributes;
    attributes["rows"] = py::list();
    const py::object base = m.attr("ProbityError");
    import_errors = PyErr_NewExceptionWithDoc(
        "probity.ImportErrors",
        "Tables of which nothing was imported, because rows are to be mended.\n\n"
        "`rows` lists what is wrong, as RowErrors; str() is all of it in the language asked for.",
        base.ptr(), attributes.ptr());
    if (import_errors == nullptr) throw py::error_already_set();
    m.add_object("ImportErrors", import_errors);
    py::register_exception_translator(&translate);

    py::class_<Sheet>(m, "_Sheet");
    m.def("_read_csv", [](const std::string& kind, const py::str& text) {
        return read_csv(sheet_kind(kind), text_of(text));
    });
    m.def("_read_json_lines", [](const std::string& kind, const py::str& text) {
        return read_json_lines(sheet_kind(kind), text_of(text));
    });
    m.def("_sheet", [](const std::string& kind, const py::list& headings, const py::list& rows) {
        Sheet sheet{.kind = sheet_kind(kind)};
        for (const py::handle heading : headings) sheet.headings.push_back(text_of(heading));
        int number = 1;
        for (const py::handle row : rows) {
            SheetRow& added = sheet.rows.emplace_back(SheetRow{.number = ++number, .cells = {}});
            for (const py::handle cell : row) added.cells.push_back(text_of(cell));
        }
        return sheet;
    });
    m.def("_import_rows",
          [](const Programme& programme, const std::vector<Sheet>& sheets, const Date& on,
             const std::string& by, const std::string& reason, Language lang) {
              const Act act{.on = on, .by = by, .reason = reason};
              return programme.apply(import_rows(programme, sheets, act, lang).events);
          });
}

}  // namespace probity::python
