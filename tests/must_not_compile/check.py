"""Proves that illegal code does not compile, each line of it for its own reason.

    check.py CASES.cpp -- COMPILER FLAG...

CASES.cpp holds its cases one to a line, each with a legal counterpart and the reason for which the
illegal one is refused, as a regular expression over the compiler's message:

    CASE(date + days(1), date + date);  // refused: no match for 'operator\\+'

It is compiled twice, for its syntax only: with the legal halves it must compile, so that nothing
but the fault in question stands in the way; with the illegal halves (PROBITY_ILLEGAL defined) every
case must have an error on its own line that fits its reason, and nothing else may have one.
"""

import pathlib
import re
import subprocess
import sys

CASE = re.compile(r"^\s*CASE\(.*\);\s*// refused: (?P<reason>.+)$")


def cases_of(source: pathlib.Path) -> dict[int, str]:
    """The reason for each line that is a case."""
    cases = {}
    for number, line in enumerate(source.read_text(encoding="utf-8").splitlines(), start=1):
        if line.lstrip().startswith("CASE("):
            match = CASE.match(line)
            if match is None:
                sys.exit(f"{source}:{number}: a case without its reason: {line.strip()}")
            cases[number] = match["reason"]
    return cases


def compile_syntax(command: list[str], source: pathlib.Path, *flags: str) -> str:
    """What the compiler says; nothing if it is content."""
    result = subprocess.run(
        [*command, "-fsyntax-only", *flags, str(source)],
        capture_output=True,
        text=True,
        env={"LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )
    return result.stderr if result.returncode else ""


def errors_by_line(source: pathlib.Path, messages: str) -> dict[int, list[str]]:
    """The errors that the compiler reports in the source itself, by line."""
    pattern = re.compile(rf"^{re.escape(str(source))}:(\d+):\d+: error: (.*)$", re.MULTILINE)
    errors: dict[int, list[str]] = {}
    for number, text in pattern.findall(messages):
        errors.setdefault(int(number), []).append(text.replace("‘", "'").replace("’", "'"))
    return errors


def main() -> int:
    source, separator, *command = sys.argv[1:]
    if separator != "--":
        sys.exit(__doc__)
    source = pathlib.Path(source)
    cases = cases_of(source)
    if not cases:
        sys.exit(f"{source}: no cases")

    faults = []
    legal = compile_syntax(command, source)
    if legal:
        faults.append(f"the legal counterparts do not compile:\n{legal}")
    illegal = compile_syntax(command, source, "-DPROBITY_ILLEGAL", "-fmax-errors=0")
    errors = errors_by_line(source, illegal)
    for number, reason in cases.items():
        found = errors.pop(number, [])
        if not found:
            faults.append(f"{source}:{number}: compiles, though it must not")
        elif not any(re.search(reason, text) for text in found):
            faults.append(f"{source}:{number}: refused, but not for /{reason}/: {found}")
    for number, found in errors.items():
        faults.append(f"{source}:{number}: not a case, but has errors: {found}")

    for fault in faults:
        print(fault)
    print(f"{len(cases)} cases, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
