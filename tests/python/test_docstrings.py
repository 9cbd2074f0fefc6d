"""The examples in the docstrings run, and every public name has one to read."""

import doctest
import inspect

import pytest

import probity as pb
import probity.cli
import probity.display.html
import probity.excel.table
import probity.ics.reading
import probity.plot.style
import probity.tables
import probity.text
import probity.types

NAMES = {name: getattr(pb, name) for name in pb.__all__}
# Loaded when they are first named.
LATER = (pb.korean, pb.ics, pb.excel)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL


def documented():
    """(name, docstring) of every public object and its members."""
    modules = (
        pb,
        pb.examples,
        probity.cli,
        probity.display.html,
        probity.plot.style,
        probity.tables,
        probity.text,
        probity.types,
    )
    for module in modules:
        yield module.__name__, module.__doc__
    for module in (*LATER, probity.ics.reading, probity.excel.table):
        yield module.__name__, module.__doc__
        for name in module.__all__:
            if callable(getattr(module, name)):
                yield f"{module.__name__}.{name}", getattr(module, name).__doc__
    for function in (probity.display.html.escape, probity.display.html.element):
        yield f"probity.display.html.{function.__name__}", function.__doc__
    for name, value in NAMES.items():
        yield name, value.__doc__
        if inspect.isclass(value):
            for member, attribute in vars(value).items():
                if not member.startswith("_") and attribute.__doc__:
                    yield f"{name}.{member}", attribute.__doc__


EXAMPLES = [(name, doc) for name, doc in documented() if doc and ">>>" in doc]


@pytest.mark.parametrize(("name", "doc"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_examples_run(name, doc, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = NAMES
    if name.startswith("probity."):
        names = dict(NAMES)
        for module in (pb.korean, pb.ics, probity.display.html, probity.excel.table):
            names |= vars(module)
    test = doctest.DocTestParser().get_doctest(doc, dict(names), name, None, None)
    report = []
    runner = doctest.DocTestRunner(optionflags=FLAGS)
    runner.run(test, out=report.append)
    assert runner.failures == 0, "".join(report)


def test_there_are_examples_for_the_main_concepts():
    with_examples = {name for name, _ in EXAMPLES}
    assert with_examples >= {
        "Interval",
        "Weekday",
        "WeekConvention",
        "LunarDate",
        "DateSet",
        "Rule",
        "Recurrence",
        "Spans",
        "WorkCalendar",
        "Agenda",
        "Programme",
        "Text",
    }


def test_signatures_speak_of_python_types():
    members = [
        (f"{cls}.{name}", inspect.getdoc(member))
        for cls, value in NAMES.items()
        if inspect.isclass(value)
        for name, member in vars(value).items()
    ]
    functions = [(name, inspect.getdoc(value)) for name, value in NAMES.items()]
    assert not [name for name, doc in members + functions if doc and "::" in doc.split("\n")[0]]


@pytest.mark.parametrize("name", [n for n, v in NAMES.items() if callable(v)])
def test_every_public_class_and_function_is_documented(name):
    assert inspect.getdoc(NAMES[name])


def test_all_names_there_is():
    assert sorted(pb.__all__) == sorted(set(pb.__all__))
    public = {name for name, value in vars(pb).items() if not name.startswith("_")}
    modules = {name for name in public if inspect.ismodule(getattr(pb, name))}
    assert public - modules <= set(pb.__all__)
