"""Every code block of the documents, and every worked example of a header, runs and gives what it
states."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from snippets import (
    Snippet,
    console_commands,
    cpp_program,
    header_example,
    run_python,
    snippets_in,
)

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SNIPPETS = [snippet for path in DOCUMENTS for snippet in snippets_in(path, ROOT)]
CPP_SNIPPETS = [snippet for snippet in SNIPPETS if snippet.language == "cpp"]
# The project of example programs, each beside the text that it prints.
EXAMPLE_PROJECT = ROOT / "docs/examples"
EXAMPLE_PROGRAMS = sorted(EXAMPLE_PROJECT.glob("*.cpp"))
HEADERS = sorted((ROOT / "include/probity").glob("*/*.hpp"))
# A programme with an obligation, which falls due on the last day of February.
MAPO = """Programme mapo =
        new_programme("mapo", {"마포구", "Mapo-gu"}, {.on = make_date(2026, 1, 5), .by = "mayor"});
    mapo = mapo.apply(add(mapo,
        Obligation{.id = "education-report", .title = {"교육 결과 제출", "Report of education"},
                   .rule = SpanRule{Rule::parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"), 0, 1}},
        {.on = make_date(2026, 1, 5), .by = "mayor"}));"""
# What a header's example takes for given.
PRELUDES = {
    "date/date_set.hpp": "const Interval week{make_date(2026, 3, 16), make_date(2026, 3, 23)};",
    "exchange/icalendar.hpp": "const Programme songpa = examples::songpa();",
    "exchange/import.hpp": "Programme programme = examples::songpa();",
    "exchange/json.hpp": 'save(examples::songpa(), "songpa.json");',
    "exchange/overlay.hpp": """std::ofstream("temporary-days.json") << "{\\"holidays\\": []}";""",
    "exchange/save.hpp": """const Act act{.on = make_date(2026, 3, 1), .by = "mayor"};
    save(examples::songpa(), "songpa.jsonl", {.replace = true});
    const Event event = record(load("songpa.jsonl"), EventKind::task_adopted, "T-08", {}, act);""",
    "exchange/verify.hpp": """const std::string anchor = history_digest(
        save(examples::songpa_illustrative(), "songpa.jsonl", {.replace = true}));""",
    "journal/journal.hpp": """const Programme programme = examples::songpa();
    const Act act{.on = make_date(2026, 3, 1), .by = "kim"};
    std::filesystem::remove("mapo.probity");""",
    "journal/journal_file.hpp": """std::filesystem::remove("mapo.probity");
    save(examples::songpa(), "mapo.jsonl", {.replace = true});
    save_any(examples::songpa(), "mapo.probity");""",
    "programme/command.hpp": """Programme programme = examples::songpa();
    programme = programme.apply(record(programme, EventKind::task_adopted, "T-07", {},
                                       {.on = make_date(2026, 3, 1), .by = "mayor"}));
    programme = programme.apply(record(programme, EventKind::task_proposed, "T-40",
                                       Held(Task{.id = "T-40", .title = {"공개", "Open data"}}),
                                       {.on = make_date(2026, 1, 5), .by = "integrity-team"}));""",
    "planning/obligation.hpp": "const WorkCalendar kr = WorkCalendar::korea();",
    "programme/obligation_commands.hpp": MAPO,
    "programme/obligation_counts.hpp": f"{MAPO} const Programme dobong = mapo;",
    "programme/obligation_standing.hpp": MAPO,
    "programme/impact.hpp": "const Programme songpa = examples::songpa();",
    "programme/year_progress.hpp": "const Programme songpa = examples::songpa_illustrative();",
    "programme/view.hpp": "const Programme yongsan = examples::yongsan();",
    "planning/agenda.hpp": "const Programme programme = examples::songpa();",
    "recurrence/recurrence.hpp": "const Recurrence a = third_wednesday(3), b = third_wednesday();",
}
EXAMPLES = {
    path.relative_to(ROOT / "include/probity").as_posix(): example
    for path in HEADERS
    if (example := header_example(path, ROOT))
}

COMMANDS = [
    pytest.param(line, id=f"{snippet}:{line}")
    for snippet in SNIPPETS
    if snippet.language == "sh"
    for line in snippet.code.splitlines()
    if line.startswith("probity ")
]
CONSOLE_DOCUMENTS = sorted({s.document for s in SNIPPETS if s.language == "console"})
PYTHON_DOCUMENTS = sorted({s.document for s in SNIPPETS if s.language == "python"})

# The programs to build: those of the documents, then those of the headers.
PROGRAMS = [
    *((snippet, cpp_program(snippet)) for snippet in CPP_SNIPPETS),
    *(
        (
            EXAMPLES[name],
            cpp_program(
                EXAMPLES[name],
                includes=["all_layers.hpp"],
                prelude=PRELUDES.get(name, ""),
            ),
        )
        for name in EXAMPLES
    ),
]

# The examples of headers have every header at hand, which is compiled once for all of them. The
# blocks of documents include what a reader includes.
PROJECT = """\
cmake_minimum_required(VERSION 3.25)
project(snippets LANGUAGES CXX)
find_package(probity REQUIRED)
add_subdirectory("{examples}" examples)
foreach(number RANGE {last})
    add_executable(snippet_${{number}} snippet_${{number}}.cpp)
    target_include_directories(snippet_${{number}} PRIVATE "{helpers}")
    target_link_libraries(snippet_${{number}} PRIVATE probity::journal probity::times)
    if(number EQUAL {first_of_headers})
        target_precompile_headers(snippet_${{number}} PRIVATE all_layers.hpp)
    elseif(number GREATER {first_of_headers})
        target_precompile_headers(snippet_${{number}} REUSE_FROM snippet_{first_of_headers})
    endif()
endforeach()
"""


def test_preludes_belong_to_headers() -> None:
    assert PRELUDES.keys() <= EXAMPLES.keys()


def test_readme_shows_both_languages() -> None:
    languages = {s.language for s in SNIPPETS if s.document == "README.md"}
    assert {"python", "cpp", "sh"} <= languages


@pytest.mark.parametrize("document", PYTHON_DOCUMENTS)
def test_python(document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The blocks of a document run in order, each with the names of those before it."""
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {"__name__": "__main__"}
    for snippet in SNIPPETS:
        if snippet.document == document and snippet.language == "python":
            run_block(snippet, namespace)


def run_block(snippet: Snippet, namespace: dict[str, object]) -> None:
    if ">>>" in snippet.code:
        parser, runner = (
            doctest.DocTestParser(),
            doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS),
        )
        test = parser.get_doctest(
            snippet.code, namespace, str(snippet), snippet.document, snippet.line
        )
        report = io.StringIO()
        runner.run(test, out=report.write, clear_globs=False)
        namespace.update(test.globs)
        assert runner.failures == 0, report.getvalue()
        return
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        run_python(snippet, namespace)
    if snippet.prints is not None:
        assert printed.getvalue() == snippet.prints, str(snippet)


@pytest.fixture(scope="session")
def cpp_programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The C++ blocks, built as a user would: against the installed library."""
    prefix = os.environ.get("PROBITY_PREFIX")
    if not prefix:
        if os.environ.get("CI"):
            pytest.fail("PROBITY_PREFIX must say where the library is installed")
        pytest.skip("PROBITY_PREFIX does not say where the library is installed: use `make test`")
    folder = tmp_path_factory.mktemp("snippets")
    for number, (_, program) in enumerate(PROGRAMS):
        (folder / f"snippet_{number}.cpp").write_text(program, encoding="utf-8")
    (folder / "all_layers.hpp").write_text(
        "".join(f'#include "{path.relative_to(ROOT / "include")}"\n' for path in HEADERS),
        encoding="utf-8",
    )
    (folder / "CMakeLists.txt").write_text(
        PROJECT.format(
            first_of_headers=len(CPP_SNIPPETS),
            last=len(PROGRAMS) - 1,
            helpers=ROOT / "tests/snippets",
            examples=EXAMPLE_PROJECT,
        ),
        encoding="utf-8",
    )
    configure = ["cmake", "-S", folder, "-B", folder, "-G", "Ninja"]
    subprocess.run([*configure, f"-DCMAKE_PREFIX_PATH={prefix}"], check=True)
    # One that does not compile shows as its own test's failure.
    subprocess.run(["cmake", "--build", folder, "--", "-k", "0"], check=False)
    return folder


@pytest.mark.parametrize("number", range(len(PROGRAMS)), ids=[str(s) for s, _ in PROGRAMS])
def test_cpp(number: int, cpp_programs: Path) -> None:
    snippet, _ = PROGRAMS[number]
    program = cpp_programs / f"snippet_{number}"
    assert program.exists(), f"{snippet} does not compile"
    run = subprocess.run([program], capture_output=True, text=True, cwd=cpp_programs, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    if snippet.prints is not None:
        assert run.stdout == snippet.prints


@pytest.mark.parametrize("source", EXAMPLE_PROGRAMS, ids=lambda source: source.stem)
def test_example_program(source: Path, cpp_programs: Path, tmp_path: Path) -> None:
    """An example program is a page long, and prints what stands beside it."""
    assert len(source.read_text(encoding="utf-8").splitlines()) <= 70
    program = cpp_programs / "examples" / source.stem
    assert program.exists(), f"{source.name} does not compile"
    run = subprocess.run([program], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout == source.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", COMMANDS)
def test_command(line: str, tmp_path: Path) -> None:
    program = Path(sys.executable).parent / "probity"
    _, *arguments = shlex.split(line, comments=True)
    run = subprocess.run(
        [program, *arguments], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip(), "it prints something"


@pytest.mark.parametrize("document", CONSOLE_DOCUMENTS)
def test_console(document: str, tmp_path: Path) -> None:
    """The commands of a document's console blocks run in order, in one folder."""
    folder = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PROBITY_LANG", None)
    exit_code = 0
    for snippet in SNIPPETS:
        if snippet.document != document or snippet.language != "console":
            continue
        for command, prints in console_commands(snippet.code):
            if command == "echo $?":
                printed = f"{exit_code}\n"
            elif command.startswith("export "):
                name, _, value = command.removeprefix("export ").partition("=")
                environment[name] = value
                printed = ""
            else:
                run = subprocess.run(
                    ["bash", "-c", command],
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    encoding="utf-8",
                    cwd=tmp_path,
                    env=environment,
                    check=False,
                )
                printed, exit_code = run.stdout, run.returncode
            matches = doctest.OutputChecker().check_output(prints, printed, doctest.ELLIPSIS)
            assert matches, f"{snippet}: $ {command}\nprints\n{printed}\nstates\n{prints}"
