"""What stands around the library: workflows, recipes, and the script that makes a release."""

import importlib.machinery
import importlib.util
import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
HEADER = (ROOT / "include/probity/version.hpp").read_text("utf-8")


def read_yaml(path):
    # "on" is a key there, and no truth value.
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture
def release():
    """The script, loaded as a module."""
    loader = importlib.machinery.SourceFileLoader("release", str(ROOT / "packaging/release"))
    spec = importlib.util.spec_from_loader("release", loader)
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_call_scripts_and_presets_that_there_are(path):
    steps = [step for job in read_yaml(path)["jobs"].values() for step in job["steps"]]
    text = "\n".join(step["run"] for step in steps if "run" in step)
    scripts = re.findall(r"(?<![\w/])((?:\.ci|packaging|tests)/[\w./-]+)", text)
    for script in scripts:
        assert (ROOT / script).stat().st_mode & 0o100, script
    presets = json.loads((ROOT / "CMakePresets.json").read_text())["configurePresets"]
    assert set(re.findall(r"--preset (\w+)", text)) <= {each["name"] for each in presets}
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"^\s*(?:- )?make (\w+)$", text, re.MULTILINE)
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)
    assert scripts or targets or path.stem == "codeql"


def test_every_workflow_has_no_more_rights_than_it_needs():
    assert len(WORKFLOWS) >= 5
    for path in WORKFLOWS:
        assert read_yaml(path)["permissions"]["contents"] == "read", path


def test_read_the_docs_has_the_packages_of_the_documents():
    listed = read_yaml(ROOT / ".readthedocs.yaml")["build"]["apt_packages"]
    script = (ROOT / ".ci/debian-packages").read_text("utf-8")
    wanted = " ".join(
        re.search(rf"^    {name}\) echo (.*?);;", script, re.MULTILINE | re.DOTALL)[1]
        for name in ("build", "docs")
    )
    assert listed == wanted.replace("\\\n", " ").split()


@pytest.mark.parametrize("name", ["bug", "holiday", "wish"])
def test_forms_of_issues_ask_by_fields_with_names_of_their_own(name):
    form = read_yaml(ROOT / f".github/ISSUE_TEMPLATE/{name}.yml")
    assert form["name"] and form["description"]
    ids = [field["id"] for field in form["body"]]
    assert len(set(ids)) == len(ids) > 0
    assert all(field["attributes"]["label"] for field in form["body"])


def test_recipes_have_the_version_and_the_parts_of_the_library(release):
    version = release.version_in(HEADER)
    parts = set(re.findall(r"^    option\(PROBITY_(\w+)|^option\(PROBITY_(\w+)",
                           (ROOT / "CMakeLists.txt").read_text("utf-8"), re.MULTILINE))  # fmt: skip
    named = {"PROGRAMME", "TIMES", "EXCHANGE", "JOURNAL"}
    assert named <= {a or b for a, b in parts}
    port = json.loads((ROOT / "packaging/vcpkg/vcpkg.json").read_text("utf-8"))
    assert port["version"] == version
    assert {name.upper() for name in port["features"]} == named
    assert read_yaml(ROOT / "packaging/conda/recipe.yaml")["context"]["version"] == version
    conan = (ROOT / "packaging/conan/conanfile.py").read_text("utf-8")
    assert f'version = "{version}"' in conan
    assert {name.upper() for name in re.findall(r'"(\w+)": \[True, False\]', conan)} >= named


def test_a_release_writes_its_version_into_every_file(release):
    header = release.with_version(HEADER, "12.3.45")
    assert release.version_in(header) == "12.3.45"
    for name, pattern in release.RECIPES.items():
        text = (ROOT / name).read_text("utf-8")
        changed = release.in_recipe(text, pattern, "12.3.45")
        assert changed != text and changed.count("12.3.45") == 1
    assert release.dated("# Changes\n\n## 0.2.0\n\n- New.\n", "0.2.0", "2026-12-15") == (
        "# Changes\n\n## 0.2.0 (2026-12-15)\n\n- New.\n"
    )


@pytest.mark.parametrize("changelog", ["# Changes\n", "## 0.2.0\n\n## 0.1.0\n\n- Old.\n"])
def test_a_release_of_which_the_changelog_says_nothing_is_refused(release, changelog):
    with pytest.raises(release.Refused, match=r"CHANGELOG.md has no section '## 0.2.0'"):
        release.dated(changelog, "0.2.0", "2026-12-15")


@pytest.mark.parametrize("version", ["0.2", "v0.2.0", "0.2.0-rc1"])
def test_a_version_is_three_numbers(release, version):
    with pytest.raises(release.Refused, match="is no version"):
        release.numbers(version)


def test_the_checksums_of_a_release_are_those_that_sha256sum_checks(release, tmp_path):
    (tmp_path / "probity-0.2.0.tar.gz").write_bytes(b"sources")
    (tmp_path / "SHA256SUMS").write_text(release.checksums(tmp_path))
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path)
    assert done.returncode == 0
