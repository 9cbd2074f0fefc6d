"""The stubs say what the module has, and a typed program that uses it is taken by both checkers."""

import ast
import importlib.util
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest

import probity as pb
import probity._core
import typed_sample

STUB = Path(pb.__file__).with_name("_core.pyi")
SAMPLE = Path(typed_sample.__file__)
CONFIG = SAMPLE.parents[2] / "pyproject.toml"


def run(*arguments):
    return subprocess.run([sys.executable, "-m", *arguments], capture_output=True, text=True)


def test_the_members_of_records_are_those_of_their_descriptions():
    tool = SAMPLE.parents[1] / "tools" / "make_stub.py"
    done = subprocess.run(
        [sys.executable, str(tool), "--check", str(STUB)], capture_output=True, text=True
    )
    assert done.returncode == 0, f"run {tool} {STUB}: {done.stdout}{done.stderr}"


def stub_functions():
    """(qualified name, definitions) of the stub's functions and methods, overloads together."""
    found = {}
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    for node in tree.body:
        members = node.body if isinstance(node, ast.ClassDef) else [node]
        prefix = f"{node.name}." if isinstance(node, ast.ClassDef) else ""
        for member in members:
            if isinstance(member, ast.FunctionDef):
                found.setdefault(prefix + member.name, []).append(member)
    return found


def parameters(function: ast.FunctionDef) -> list[str]:
    arguments = function.args
    names = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
    names += [arguments.vararg.arg] if arguments.vararg else []
    names += [a.arg for a in arguments.kwonlyargs]
    return [name for name in names if name not in ("self", "cls")]


def bound_parameters(doc: str) -> list[str]:
    """The parameters in the signature that opens a bound function's docstring."""
    signature = doc.splitlines()[0]
    inside = signature[signature.index("(") + 1 : signature.rindex(") ->")]
    while inside != (inside := re.sub(r"\[[^][]*\]", "", inside)):
        pass  # commas inside types part no parameters
    names = re.findall(r"(?:^|, )\*?([a-z_]\w*)(?=: |, |$)", inside)
    return [name for name in names if name not in ("self", "cls")]


def public_functions():
    for name, definitions in stub_functions().items():
        head, _, member = name.partition(".")
        owner = getattr(probity._core, head)
        bound = inspect.getattr_static(owner, member) if member else owner
        if isinstance(bound, staticmethod):
            bound = bound.__func__
        hidden = (member or head).startswith("_") and member != "__init__"
        if hidden or isinstance(bound, property):
            continue
        yield name, definitions, bound.__doc__


FUNCTIONS = list(public_functions())


@pytest.mark.parametrize(("name", "definitions", "doc"), FUNCTIONS, ids=[f[0] for f in FUNCTIONS])
def test_parameters_are_those_of_the_module(name, definitions, doc):
    for definition in definitions:
        assert parameters(definition) == bound_parameters(doc)


def test_every_name_is_in_the_stub():
    tree = ast.parse(STUB.read_text(encoding="utf-8"))
    named = {node.name for node in tree.body if isinstance(node, (ast.ClassDef, ast.FunctionDef))}
    named |= {node.target.id for node in tree.body if isinstance(node, ast.AnnAssign)}
    assert {name for name in vars(probity._core) if not name.startswith("__")} == named - {
        "__version__"
    }


def test_stubtest():
    allowed = SAMPLE.with_name("stubtest_allowlist.txt")
    options = ["--mypy-config-file", str(CONFIG), "--allowlist", str(allowed)]
    result = run("mypy.stubtest", "probity._core", *options)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_sample_runs():
    typed_sample.main()


def test_the_sample_uses_every_public_name():
    text = SAMPLE.read_text(encoding="utf-8")
    weekdays = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}
    unused = [n for n in pb.__all__ if not re.search(rf"\bpb\.{n}\b", text)]
    assert set(unused) <= weekdays | {"__version__"}


def test_mypy_takes_the_sample():
    result = run("mypy", "--strict", "--config-file", str(CONFIG), str(SAMPLE))
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.skipif(importlib.util.find_spec("pyright") is None, reason="pyright is not installed")
def test_pyright_takes_the_sample():
    result = run("pyright", "--pythonpath", sys.executable, str(SAMPLE))
    assert result.returncode == 0, result.stdout + result.stderr
