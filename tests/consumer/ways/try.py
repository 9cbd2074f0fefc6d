#!/usr/bin/env python3
"""Builds the program of ten lines in every way in which a project may link probity::calendar.

    tests/consumer/ways/try.py [--cxx clang++-16] [--cxxflags=-stdlib=libc++] [--standards 20 23]
                               [--kinds static shared] [--without-pkg-config] [--build build/ways]

Static and shared, the calendar is built alone, with nothing to be found but Boost's headers,
installed, and its prefix moved. Then the program is built by find_package and by pkg-config from
there, and by add_subdirectory and FetchContent from the sources; a project that takes the sources
gets no rules of installation. A component that is not to be had is refused with a reason. A shared
library gives out nothing of a namespace detail but what exported_detail.txt names. Ends with 1 if
any of it fails.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HERE = Path(__file__).resolve().parent
PRINTED = "[2026-03-16, 2026-03-23) 2026-02-25 "
# None of these may be asked for: the calendar needs Boost's headers.
UNASKED = ("GTest", "ICU", "benchmark", "nlohmann_json", "cctz", "SQLite3", "Nettle", "OpenSSL")
WITHOUT = [f"-DCMAKE_DISABLE_FIND_PACKAGE_{name}=ON" for name in UNASKED]
CALENDAR = ["-DPROBITY_PROGRAMME=OFF", "-DPROBITY_TIMES=OFF"]
QUICK = ["-DPROBITY_UNITY=ON", "-DPROBITY_PRECOMPILE=ON"]


def run(*command: str | Path, env: dict[str, str] | None = None) -> str:
    """What a command prints; if it fails, AssertionError with that."""
    done = subprocess.run(
        [str(each) for each in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **(env or {})},
    )
    assert done.returncode == 0, f"{' '.join(map(str, command))}\n{done.stdout}"
    return done.stdout


class Ways:
    """One kind of library by one compiler, and the programs that link it."""

    def __init__(self, kind: str, cxx: str, flags: str, build: Path) -> None:
        self.kind, self.cxx, self.flags = kind, cxx, flags
        self.shared = f"-DBUILD_SHARED_LIBS={'ON' if kind == 'shared' else 'OFF'}"
        self.build = build / kind
        self.prefix = self.build / "moved prefix"
        shutil.rmtree(self.build, ignore_errors=True)
        self.build.mkdir(parents=True)

    def cmake(self, source: Path, build: Path, *arguments: str) -> str:
        configured = run(
            "cmake", "-S", source, "-B", build, "-G", "Ninja", "--no-warn-unused-cli",
            "-DCMAKE_BUILD_TYPE=Debug", f"-DCMAKE_CXX_COMPILER={self.cxx}",
            f"-DCMAKE_CXX_FLAGS={self.flags}", *arguments,
        )  # fmt: skip
        assert "CMP0167" not in configured and "Warning" not in configured, configured
        return configured

    def install(self) -> None:
        """The calendar, built alone, in a prefix that was moved."""
        tree, first = self.build / "library", self.build / "first prefix"
        self.cmake(ROOT, tree, self.shared, *QUICK, "-DPROBITY_TESTS=OFF", "-DPROBITY_WERROR=ON",
                   *CALENDAR, *WITHOUT)  # fmt: skip
        run("cmake", "--build", tree)
        run("cmake", "--install", tree, "--prefix", first)
        first.rename(self.prefix)
        documents = {path.name for path in self.prefix.glob("share/doc/probity/*")}
        assert documents == {"LICENSE", "THIRD_PARTY.md"}, documents
        headers = {path.name for path in (self.prefix / "include/probity").iterdir()}
        assert headers == {"date", "recurrence", "text", "version.hpp", "workdays"}, headers

    def project(self, name: str, how: str, standard: int, *arguments: str) -> Path:
        """A project of its own that builds the program; returns where."""
        source = self.build / f"{name}-{standard}"
        source.mkdir()
        shutil.copy(HERE / "program.cpp", source)
        (source / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(outside LANGUAGES CXX)\n"
            f"set(CMAKE_CXX_STANDARD {standard})\n{how}\n"
            "add_executable(program program.cpp)\n"
            "target_link_libraries(program PRIVATE probity::calendar)\n"
            "install(TARGETS program)\n"
        )
        tree = source / "build"
        self.cmake(source, tree, *WITHOUT, *arguments)
        run("cmake", "--build", tree)
        self.check(tree / "program")
        return tree

    def check(self, program: Path, env: dict[str, str] | None = None) -> None:
        printed = run(program, env=env)
        assert printed.startswith(PRINTED), printed

    def by_find_package(self, standard: int) -> None:
        how = f"find_package(probity {version('.')} REQUIRED COMPONENTS calendar)"
        self.project("found", how, standard, f"-DCMAKE_PREFIX_PATH={self.prefix}")

    def by_sources(self, standard: int) -> None:
        how = f'add_subdirectory("{ROOT}" probity EXCLUDE_FROM_ALL)'
        tree = self.project("sources", how, standard, self.shared, *CALENDAR, *QUICK)
        installed = run("cmake", "--install", tree, "--prefix", tree / "prefix")
        assert "probity" not in installed.replace(str(tree), ""), installed

    def by_fetch_content(self, standard: int) -> None:
        how = (
            "include(FetchContent)\n"
            f'FetchContent_Declare(probity SOURCE_DIR "{ROOT}")\n'
            "FetchContent_MakeAvailable(probity)"
        )
        self.project("fetched", how, standard, self.shared, *CALENDAR, *QUICK)

    def by_pkg_config(self, standard: int) -> None:
        where = {"PKG_CONFIG_PATH": f"{next(self.prefix.rglob('pkgconfig'))}"}
        flags = run("pkg-config", "--cflags", "--libs", "probity-calendar", env=where)
        out = self.build / f"by-pkg-config-{standard}"
        # Blanks in a path are written with a backslash, as a shell reads them.
        run("sh", "-c", f"{self.cxx} {self.flags} -std=c++{standard} -o '{out}' "
                        f"'{HERE / 'program.cpp'}' {flags}")  # fmt: skip
        libraries = next(self.prefix.rglob("libprobity_calendar.*")).parent
        self.check(out, {"LD_LIBRARY_PATH": str(libraries)})

    def reasons(self) -> None:
        """What is not to be had is refused, with its reason."""
        have = version(".")
        later = f"{have.split('.')[0]}.{int(have.split('.')[1]) + 1}"
        for asked, reason in {
            "COMPONENTS calendar journal":
                "component 'journal' was left out of this build, which has calendar",
            "COMPONENTS calender": "there is no component 'calender': the components are calendar,",
            later: f"version: {have}",
        }.items():  # fmt: skip
            source = self.build / "refused"
            shutil.rmtree(source, ignore_errors=True)
            source.mkdir()
            (source / "CMakeLists.txt").write_text(
                "cmake_minimum_required(VERSION 3.25)\nproject(outside LANGUAGES CXX)\n"
                f"find_package(probity {asked} REQUIRED)\n"
            )
            done = subprocess.run(
                ["cmake", "-S", source, "-B", source / "build", "-G", "Ninja",
                 f"-DCMAKE_CXX_COMPILER={self.cxx}", f"-DCMAKE_CXX_FLAGS={self.flags}",
                 f"-DCMAKE_PREFIX_PATH={self.prefix}"],
                capture_output=True, text=True,
            )  # fmt: skip
            said = " ".join(done.stderr.split())
            assert done.returncode != 0 and reason in (said + done.stdout), said
        # One that is only wished for is passed over.
        how = "find_package(probity REQUIRED COMPONENTS calendar OPTIONAL_COMPONENTS journal)"
        how += "\nif(probity_journal_FOUND)\nmessage(FATAL_ERROR)\nendif()"
        self.project("wished", how, 20, f"-DCMAKE_PREFIX_PATH={self.prefix}")

    def symbols(self) -> None:
        """The shared library gives out what is public, under the version of its minor version."""
        library = next(self.prefix.rglob("libprobity_calendar.so"))
        listed = run("nm", "-D", "-C", "--defined-only", library)
        soname = re.search(r"SONAME.*\[(.*)\]", run("readelf", "-d", library))
        minor = ".".join(version(".").split(".")[:2])
        assert soname and soname[1] == f"libprobity_calendar.so.{minor}", soname
        node = f"PROBITY_{minor}"
        between = (ROOT / "cmake/exported_detail.txt").read_text().split("\n")
        between = [line for line in between if re.match("[a-z]", line)]
        names = [line.split(" ", 2)[2] for line in listed.splitlines() if " A " not in line]
        assert any(name.startswith("probity::WorkCalendar::korea") for name in names), listed
        for name in names:
            bare, tag = name.rsplit("@@", 1)
            is_detail = "probity::detail::" in re.sub(r"\(.*", "", bare)
            assert tag == (f"{node}_PRIVATE" if is_detail else node), name
            if is_detail:
                assert any(re.search(rf"\b{re.escape(one)}\b", bare) for one in between), name


def version(dot: str) -> str:
    """The version of the sources."""
    header = (ROOT / "include/probity/version.hpp").read_text()
    return dot.join(re.findall(r"#define PROBITY_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header))


Step = tuple[str, Callable[[], None]]


def steps_of(ways: Ways, standards: list[int], pkg_config: bool) -> Iterator[Step]:
    """What is tried of a kind of library, by name."""
    yield "install", ways.install
    for n in standards:
        yield f"find_package, C++{n}", partial(ways.by_find_package, n)
        if pkg_config:
            yield f"pkg-config, C++{n}", partial(ways.by_pkg_config, n)
    yield "add_subdirectory", partial(ways.by_sources, standards[0])
    yield "FetchContent", partial(ways.by_fetch_content, standards[0])
    yield "reasons", ways.reasons
    if ways.kind == "shared":
        yield "symbols", ways.symbols


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--cxx", default="c++")
    parser.add_argument("--cxxflags", default="")
    parser.add_argument("--standards", nargs="+", type=int, default=[20, 23])
    parser.add_argument("--kinds", nargs="+", default=["static", "shared"])
    parser.add_argument("--without-pkg-config", action="store_true", help="where there is none")
    parser.add_argument("--build", type=Path, default=ROOT / "build/ways")
    told = parser.parse_args()
    failed = 0
    for kind in told.kinds:
        ways = Ways(kind, told.cxx, told.cxxflags, told.build.resolve())
        for name, step in steps_of(ways, told.standards, not told.without_pkg_config):
            try:
                step()
                print(f"{told.cxx} {kind}: {name}: passed", flush=True)
            except AssertionError as error:
                failed += 1
                print(f"{told.cxx} {kind}: {name}: FAILED\n{error}", flush=True)
                if name == "install":
                    break
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
