"""The page of the format is made from the descriptions, and its example is a document."""

import json
import re
import subprocess
import sys
from pathlib import Path

import probity as pb

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/format.md"


def test_the_page_is_as_the_descriptions_make_it():
    """If this fails: `make generated`."""
    tool = ROOT / "tests/tools/make_format.py"
    run = subprocess.run([sys.executable, tool, "--check", PAGE], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_every_key_of_the_shipped_documents_is_on_the_page():
    listed = set(re.findall(r"^\| `(\w+)` \|", PAGE.read_text("utf-8"), re.MULTILINE))

    def keys(value):
        if isinstance(value, dict):
            for key, each in value.items():
                yield key
                if key != "body":
                    yield from keys(each)
        elif isinstance(value, list):
            for each in value:
                yield from keys(each)

    for name in ("songpa", "yongsan"):
        for illustrative in (False, True):
            programme = getattr(pb.examples, name)(illustrative=illustrative)
            assert set(keys(json.loads(programme.to_json()))) <= listed


def test_its_links_lead_to_sections():
    text = PAGE.read_text("utf-8")
    headings = {
        each.lower().replace(" ", "-").replace("'", "")
        for each in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", text)) <= headings


def test_the_least_document_is_one():
    (example,) = re.findall(r"```json\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    programme = pb.Programme.parse(example)
    assert programme.institution.name.korean == "마포구"
