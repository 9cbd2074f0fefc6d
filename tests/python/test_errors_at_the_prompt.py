"""The rule of languages for errors: a value that is refused is a ProbityError, in each language.

Python's own errors (TypeError, IndexError ...) tell a programmer of a mistake, in English, and no
command lets one out.
"""

import ast
import itertools
import re
import shutil
from pathlib import Path

import click
import pytest

import probity as pb
from command_line import call
from korean_refusals import english_in
from probity.cli import FAMILIES, cli
from probity.cli.verbs import MODULES

ROOT = Path(__file__).parents[2]
#: Python's errors that C++ may raise with words of its own: of a program's mistakes, never of a
#: value that was typed.
OF_PROGRAMS = {"type_error", "index_error", "stop_iteration"}
#: Those of Python's modules, besides the errors of the library and of click.
IN_PYTHON = {"TypeError", "AttributeError", "KeyError"}


def test_cpp_raises_no_errors_of_python_for_values():
    found = set()
    for path in (ROOT / "bindings").rglob("*.[ch]pp"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"throw py::(\w+)", text))
        assert not re.search(r"PyErr_(SetString|Format)\(", text), path.name
    assert found <= OF_PROGRAMS | {"error_already_set"}


def test_python_raises_errors_of_the_library_for_values():
    builtins = set()
    for path in (ROOT / "python/probity").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Raise) or node.exc is None:
                continue
            called = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            name = ast.unparse(called)
            if name not in dir(__import__("builtins")) or name in IN_PYTHON:
                continue
            # Of a ValueError the message is the library's: it is caught where the value was typed.
            said = ast.unparse(node.exc.args[0]) if getattr(node.exc, "args", None) else ""
            if not said.startswith("refusal("):
                builtins.add(f"{path.name}:{node.lineno}: {name}")
    assert builtins == set()


# At the prompt ------------------------------------------------------------------------------------

WRONG = ["x", "", "-1", "2026-02-31", "9" * 20, "a\x07b", "청렴", "\udcff"]


def commands(group=cli, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    path = tmp_path_factory.mktemp("office") / "songpa.jsonl"
    pb.examples.songpa().save(path)
    return path


def refusals(path, command, office):
    """What a command says to a wrong value of each argument and option in its turn."""
    arguments = [each for each in command.params if isinstance(each, click.Argument)]
    options = [
        each for each in command.params if isinstance(each, click.Option) and not each.is_flag
    ]
    wrong = itertools.cycle(WRONG[len("".join(path)) % len(WRONG) :] + WRONG)
    for place in range(len(arguments)):
        given = [str(office) if "programme" in each.name else "T-01" for each in arguments]
        given[place] = next(wrong)
        yield call(*path, *given, "--lang", "ko", check=None)
    for option in options:
        if option.name != "lang":
            yield call(*path, option.opts[0], next(wrong), "--lang", "ko", check=None)


NAMES = {" ".join(path): (path, command) for path, command in commands()}


def test_every_command_is_tried():
    assert {name.split()[0] for name in NAMES} >= {*FAMILIES, *MODULES}


@pytest.mark.parametrize("name", NAMES)
def test_no_command_lets_an_error_of_python_out(name, office, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PROBITY_FILE", str(shutil.copy(office, tmp_path)))
    path, command = NAMES[name]
    for result in refusals(path, command, office):
        assert result.exit_code in (0, 1, 2, 3), result.output
        if result.exit_code in (2, 3):
            said = result.stderr
            # Usage and advice name commands.
            said = re.sub(rf"\b(cli|probity) {name}", "", said)
            assert english_in(said) == [], said


def test_what_is_no_utf8_is_said_in_korean(office, tmp_path):
    path = shutil.copy(office, tmp_path)
    line = ("unit", "add", "\udcff", "--on", "2026-02-02", "--by", "kim", "-f", str(path))
    said = call(*line, "--lang", "ko", check=3).stderr
    assert said == "probity: UTF-8이 아닌 글이 있습니다\n"
    assert "is not UTF-8" in call(*line, check=3).stderr


def test_a_quota_of_nothing_is_refused_as_a_missing_key(office, tmp_path):
    path = shutil.copy(office, tmp_path)
    line = ("quota", "add", "q", "--on", "2026-02-02", "--by", "kim", "-f", str(path))
    assert "the key 'times' is missing" in call(*line, check=3).stderr
