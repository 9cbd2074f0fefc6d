"""The site of the documents: `make docs` builds it, without warnings, in build/docs/html."""

import os
import sys
from pathlib import Path

from jupyter_client.manager import KernelManager

import probity

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS / "extensions"))

project = "probity"
author = "the authors of probity"
version = release = probity.__version__

extensions = [
    "sphinx.ext.autodoc",
    "sphinx.ext.autosummary",
    "myst_nb",
    "breathe",
    "sphinx_copybutton",
    "sphinx_design",
    "header_page",
    "korean_pages",
    "python_stubs",
    "refusals",
]
exclude_patterns = ["extensions"]
root_doc = "index"
language = "en"

# Nothing is fetched while the site is built, so names of other libraries lead nowhere.
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(datetime|np|npt|numpy|os|pd|pandas|Path|matplotlib|zoneinfo)(\..+)?|Axes"),
    ("py:.*", r"(pl|polars|_?duckdb)(\..+)?"),
    ("py:.*", r"(collections\.abc|typing)\..+|Any|Iterable|Iterator|Mapping|Sequence"),
    ("py:.*", r"(.+\.)?_[A-Z]\w*|probity\.tables(\.table)?\.Record"),
    # A kind of sheet: "tasks" or "bands".
    ("py:class", r"Kind"),
    ("cpp:identifier", r"(std|boost|nlohmann|detail)(::.+)?|Part|PROBITY_VERSION_STRING"),
]
# Each header opens the namespaces anew.
suppress_warnings = ["duplicate_declaration.cpp"]

# Markdown and notebooks ---------------------------------------------------------------------------

myst_enable_extensions = ["colon_fence", "linkify"]
myst_html_meta = {"description": "Integrity calendars, recurring dates and Korean working days."}
myst_linkify_fuzzy_links = False
myst_heading_anchors = 4
nb_execution_mode = "force"
nb_execution_timeout = 60
# What a notebook writes is not left among the pages.
nb_execution_in_temp = True
nb_execution_raise_on_error = True
nb_execution_show_tb = True
nb_merge_streams = True
# Else each kernel warns that what it says can be overheard.
KernelManager.transport_encryption.default_value = "auto"

# Python -------------------------------------------------------------------------------------------

# Docstrings write code in single backticks.
default_role = "literal"
autodoc_default_options = {"members": True, "undoc-members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autosummary_generate = False
python_display_short_literal_types = True
python_maximum_signature_line_length = 130
toc_object_entries_show_parents = "hide"

# C++ ----------------------------------------------------------------------------------------------

breathe_projects = {"probity": str(DOCS.parent / "build/docs/doxygen/xml")}
breathe_default_project = "probity"
breathe_domain_by_extension = {"hpp": "cpp"}
breathe_show_include = False
cpp_maximum_signature_line_length = 110
cpp_id_attributes = ["nodiscard"]

# The site -----------------------------------------------------------------------------------------

html_theme = "pydata_sphinx_theme"
html_title = f"probity {version}"
html_favicon = "static/favicon.svg"
html_search_scorer = str(DOCS / "static/search_scorer.js")
html_static_path = ["static"]
html_css_files = ["probity.css"]
html_show_sourcelink = False
html_copy_source = False
html_sidebars = {page: [] for page in ("index", "start", "cpp", "data", "changes")}
html_theme_options = {
    "show_toc_level": 2,
    "navigation_with_keys": False,
    "show_prev_next": True,
    "header_links_before_dropdown": 6,
    "footer_start": [],
    "footer_end": [],
}
# A site that knows where its sources are has a link on each page to change them.
if repository := os.environ.get("PROBITY_REPOSITORY"):
    html_theme_options["use_edit_page_button"] = True
    html_context = {"edit_page_url_template": f"{repository}/edit/main/docs/{{{{ file_name }}}}"}
# Prompts of doctests and of shells are not copied.
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True
