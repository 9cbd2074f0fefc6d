#include "probity/exchange/import.hpp"

#include "convert.hpp"
#include "date/interruption.hpp"
#include "exchange/import/headings.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {

template <>
SheetKind value_named(const std::string& name) {
    return value_up_to(name, SheetKind::tasks);
}
/// A row as the pair of its number and its cells.
template <>
struct Kept<SheetRow> {
    static py::object out(const SheetRow& row) { return py::make_tuple(row.number, row.cells); }
    static std::optional<SheetRow> in(py::handle kept) {
        const auto parts = Kept<std::pair<int, std::vector<std::string>>>::in(kept);
        if (!parts) return std::nullopt;
        return SheetRow{parts->first, parts->second};
    }
};

namespace {

// Lives as long as the process, as the translator that raises it does.
PyObject* import_errors = nullptr;

void translate(std::exception_ptr pointer) {
    try {
        if (pointer) std::rethrow_exception(pointer);
    } catch (const ImportErrors& errors) {
        const py::object error = py::reinterpret_borrow<py::object>(import_errors)(errors.what());
        error.attr("text") = text_to_python(errors.text());
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

std::vector<std::string> texts_of(const py::handle& cells) {
    std::vector<std::string> out;
    for (const py::handle cell : cells) out.push_back(text_of(cell));
    return out;
}

void bind_columns(py::module_& m) {
    m.def("_columns_of", [](const std::string& kind) {
        py::list out;
        for (const SheetColumn& column : columns_of(sheet_kind(kind))) {
            out.append(py::make_tuple(column.id, column.heading, column.needed));
        }
        return out;
    });
    m.def("_column_named", [](const std::string& kind, const py::str& heading) {
        return column_named(sheet_kind(kind), text_of(heading));
    });
    m.def("_heading_rows",
          [](const std::string& kind, const std::vector<py::list>& rows) -> py::object {
              std::vector<std::vector<std::string>> texts;
              for (const py::list& row : rows) texts.push_back(texts_of(row));
              const auto found = detail::heading_rows(sheet_kind(kind), texts);
              if (!found) return py::none();
              return py::make_tuple(found->place + found->height - 1, found->headings, found->known,
                                    found->complete);
          });
    m.attr("_MOST_ROWS_ABOVE") = detail::most_rows_above;
    m.def("_task_kinds", [] {
        py::list out;
        for (const TaskKindName& each : task_kinds()) {
            out.append(py::make_tuple(std::string(to_string(each.kind)), each.name));
        }
        return out;
    });
    m.attr("_MOST_ROWS") = most_rows;
    m.attr("_MOST_WEIGHT") = most_weight;
    m.def("_days_of_tables", [] {
        const Interval days = days_of_tables();
        return py::make_tuple(days.begin(), days.last());
    });
}

void bind_sheet(py::module_& m) {
    py::class_<Sheet> sheet(m, "_Sheet");
    sheet
        .def_property_readonly("kind",
                               [](const Sheet& self) { return std::string(to_string(self.kind)); })
        .def_readonly("headings", &Sheet::headings)
        .def_readonly("heading_row", &Sheet::heading_row)
        .def_property_readonly("rows",
                               [](const Sheet& self) {
                                   py::list out;
                                   for (const SheetRow& row : self.rows) {
                                       out.append(py::make_tuple(row.number, row.cells));
                                   }
                                   return out;
                               })
        .def("_add_fault", [](Sheet& self, int row, const py::str& column, const py::str& value,
                              const Text& problem, const Text& allowed) {
            self.faults.push_back({.sheet = self.kind,
                                   .row = row,
                                   .column = text_of(column),
                                   .value = text_of(value),
                                   .problem = problem,
                                   .allowed = allowed});
        });
    sheet.attr("__module__") = "probity._core";  // where pickles find it
    KeptMembers<Sheet>()
        .add("kind", &Sheet::kind)
        .add("headings", &Sheet::headings)
        .add("heading_row", &Sheet::heading_row)
        .add("rows", &Sheet::rows)
        .add("faults", &Sheet::faults)
        .pickles(sheet, "_Sheet");
    m.def("_read_csv", [](const std::string& kind, const py::str& text) {
        return read_csv(sheet_kind(kind), text_of(text));
    });
    m.def("_read_json_lines", [](const std::string& kind, const py::str& text) {
        return read_json_lines(sheet_kind(kind), text_of(text));
    });
    m.def("_sheet", [](const std::string& kind, const py::list& headings, const py::list& rows) {
        Sheet read{.kind = sheet_kind(kind), .headings = texts_of(headings)};
        int number = 1;
        for (const py::handle row : rows) {
            detail::interruption_point();
            read.rows.push_back({.number = ++number, .cells = texts_of(row)});
        }
        return read;
    });
    m.def("_sheet_at", [](const std::string& kind, const py::list& headings, int heading_row,
                          const std::vector<std::pair<int, py::list>>& rows) {
        Sheet read{
            .kind = sheet_kind(kind), .headings = texts_of(headings), .heading_row = heading_row};
        for (const auto& [number, cells] : rows) {
            detail::interruption_point();
            read.rows.push_back({.number = number, .cells = texts_of(cells)});
        }
        return read;
    });
}

/// Methods of an exception are set once it is there.
void bind_annotate() {
    const py::handle cls(import_errors);
    cls.attr("annotate") = py::cpp_function(
        [](const py::object& self, const py::object& path, const std::optional<Language>& lang,
           bool replace) {
            call_python("probity.excel.annotating", "annotate", self, path, lang, replace);
        },
        py::name("annotate"), py::is_method(cls), py::arg("path"), py::arg("lang") = py::none(),
        py::kw_only(), py::arg("replace") = false,
        R"(Hands the bad rows back: writes the workbook that was read, with the reason beside each.

The column "고칠 점" ("To mend") to the right of a table says what is wrong with a row and what is
allowed; bad cells are coloured and have a note. When the rows are mended the workbook is imported
as it is: the column is passed over, and the next annotate clears it. `lang` is the language of the
import unless another is given. Rows that came from no workbook are written into a new one.

A copy is written: raises ProbityError if `path` is the very workbook that was read, unless
`replace` says that it may be. Charts, shapes, pictures, and drop-downs that point at cells of
another sheet, are not in the copy; macros are where its name ends in .xlsm. Raises DocumentError if
the file cannot be written, and ImportError without the package openpyxl.)");
}

}  // namespace

void bind_import(py::module_& m) {
    Record<RowError>(m, "RowError", "Why a row of a table is not imported.")
        .member("sheet", &RowError::sheet, "\"bands\" or \"tasks\".")
        .member("row", &RowError::row,
                "As a spreadsheet counts: the row of the headings is 1. In JSON Lines, the line.")
        .member("column", &RowError::column, "The heading; empty if it is the row as a whole.")
        .member("value", &RowError::value, "What stands there.")
        .member("message", &sentence, "The whole sentence, with all that the other members say.")
        .member(
            "reason",
            [](const RowError& self) {
                return Text{reason(self, Language::korean), reason(self, Language::english)};
            },
            "The fault and the values allowed, without the place.")
        .member("allowed", &RowError::allowed, "The values that are allowed.")
        .kept("problem", &RowError::problem)
        .member("suggestion", &RowError::suggestion,
                "The value that was probably meant; empty if none is near.")
        .done()
        .def("__str__", [](const RowError& self) { return describe(self); });

    py::dict attributes;
    attributes["rows"] = py::list();
    // Set by probity.import_rows, which knows the tables as they were given.
    attributes["cells"] = py::list();
    attributes["_tables"] = py::dict();
    attributes["_lang"] = "en";
    const py::object base = m.attr("ProbityError");
    import_errors = PyErr_NewExceptionWithDoc(
        "probity.ImportErrors",
        "Tables of which nothing was imported, because rows are to be mended.\n\n"
        "`rows` lists what is wrong, as RowErrors; str() is all of it in the language asked for. "
        "`cells` has the place of each of them in a workbook, \"과제!G8\"; empty for other tables.",
        base.ptr(), attributes.ptr());
    if (import_errors == nullptr) throw py::error_already_set();
    m.add_object("ImportErrors", import_errors);
    bind_annotate();
    py::register_exception_translator(&translate);

    bind_columns(m);
    bind_sheet(m);
    m.def("_import_rows", [](const Programme& programme, const std::vector<Sheet>& sheets,
                             const Date& on, const std::string& by, const std::string& reason,
                             Language lang, const std::vector<std::string>& ignored) {
        const Act act{.on = on, .by = by, .reason = reason};
        const Import import = import_rows(programme, sheets, act, lang, ignored);
        py::list notices;
        for (const ImportNotice& notice : import.notices) {
            notices.append(describe(notice, lang));
        }
        return py::make_tuple(programme.apply(import.events), notices);
    });
}

}  // namespace probity::python
