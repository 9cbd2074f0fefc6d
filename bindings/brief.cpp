// The brief: one page for the head.
#include "brief.hpp"

#include "convert.hpp"
#include "in_python.hpp"
#include "module.hpp"
#include "record.hpp"
#include "text.hpp"

namespace probity::python {
namespace {

/// The brief as a page, which is written in Python.
void bind_brief_page(py::class_<ViewBrief>& brief) {
    brief
        .def_property_readonly(
            "view", [](const ViewBrief& self) { return py::cast(*self.view); },
            "The View that it sums up.")
        .def(
            "to_html",
            [](const py::object& self, const py::object& path, Language lang,
               const std::string& paper, const Text& author, const Text& department,
               const std::vector<Text>& approval) {
                call_python("probity.pages.brief", "save", self, path, lang, paper, author,
                            department, approval);
            },
            py::arg("path"), py::arg("lang") = Language::english, py::arg("paper") = "A4",
            py::kw_only(), py::arg("author") = "", py::arg("department") = "",
            py::arg("approval") = std::vector<Text>{},
            R"(Writes the brief as one page to print, in Korean or English.

The page needs no other file. It has what is to be decided and what is late, with dates, owners and
working days, how the quotas stand, the risk areas without a measure or an owner, what was done this
year, and what comes. Entries that do not fit are counted. `author` and `department` say whose it is,
and `approval` names up to six posts, each with a space for a signature (결재란). `paper` is "A4", "A3" or
"Letter", in portrait. The file is replaced as a whole.

Raises ProbityError for another paper; DocumentError if the file cannot be written.)")
        .def(
            "html_text",
            [](const py::object& self, Language lang, const std::string& paper, const Text& author,
               const Text& department, const std::vector<Text>& approval) {
                return py::str(call_python("probity.pages.brief", "page", self, lang, paper, author,
                                           department, approval));
            },
            py::kw_only(), py::arg("lang") = Language::english, py::arg("paper") = "A4",
            py::arg("author") = "", py::arg("department") = "",
            py::arg("approval") = std::vector<Text>{}, "The text of the brief's page.")
        .def(
            "to_docx",
            [](const py::object& self, const py::object& path, Language lang, const Text& author,
               const Text& department, const std::vector<Text>& approval) {
                call_python("probity.papers.brief", "save", self, path, lang, author, department,
                            approval);
            },
            py::arg("path"), py::arg("lang") = Language::english, py::kw_only(),
            py::arg("author") = "", py::arg("department") = "",
            py::arg("approval") = std::vector<Text>{},
            R"(Writes the brief as a document of Word, to be edited: all its entries, none left out.

Raises ImportError without the package python-docx (the extra probity[docx]); DocumentError if the
file cannot be written.)")
        .def(
            "to_hwpx",
            [](const py::object& self, const py::object& path, Language lang, const Text& author,
               const Text& department, const std::vector<Text>& approval) {
                call_python("probity.papers.brief", "save_hwpx", self, path, lang, author,
                            department, approval);
            },
            py::arg("path"), py::arg("lang") = Language::english, py::kw_only(),
            py::arg("author") = "", py::arg("department") = "",
            py::arg("approval") = std::vector<Text>{},
            R"(Writes the brief as a document of Hangul (HWPX), to be edited: all its entries.

Raises ImportError without the package python-hwpx (the extra probity[hwpx]); DocumentError if the
file cannot be written.)");
}

}  // namespace

void bind_brief(py::module_& m) {
    Record<BriefLine>(m, "BriefLine", "A line of a brief.")
        .member("id", &BriefLine::id)
        .member("record", &BriefLine::record,
                "Which kind of record that is: \"task\", \"quota\", \"meeting\", \"observance\", "
                "\"activity\", \"council\" or \"occasion\".")
        .member("date", &BriefLine::date)
        .member("text", &BriefLine::text,
                "In words: what it is about, and what is to be said of it.")
        .member("title", &BriefLine::title, "Its subject.")
        .member("what", &BriefLine::what,
                "The remark about it, which many lines may have in common; empty if it only names "
                "something.")
        .member("owner", &BriefLine::owner,
                "The title of the unit that owns it; empty if none is recorded.")
        .done();
    py::class_<ViewBrief> brief =
        Record<ViewBrief>(m, "Brief",
                          "One page for the head: done, late, to be decided, and coming.")
            .member("on", &Brief::on)
            .member("title", &ViewBrief::title)
            .member("progress", &Brief::progress)
            .member("done", &Brief::done, "The tasks done this year.")
            .member("late", &Brief::late, "Tasks, those late by the most working days first.")
            .member(
                "decisions", &Brief::decisions,
                "The worst first: quotas that are missed or at risk, late tasks that wait for a "
                "decision, then what else waits for one; quotas that only lack a record last.")
            .member("coming", &Brief::coming, "In the next four weeks.")
            .pickled_by(
                [](const ViewBrief& self) { return method_call(py::cast(*self.view), "brief"); })
            .done();
    shown_as_table(brief, "Each line with the part in which it stands");
    shown_as_html(brief, "brief");
    bind_brief_page(brief);
}

}  // namespace probity::python
