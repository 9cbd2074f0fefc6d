"""No getter of the public headers leaves a reference to a temporary behind."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEADERS = ROOT / "include" / "probity"
TEMPORARIES = "".join(
    (ROOT / "tests" / layer / "temporaries_test.cpp").read_text("utf-8")
    for layer in ("times", "workdays", "programme", "journal")
)

# "const Date& on() const" without a "&" behind it, and the like with a span or a pointer.
UNQUALIFIED = re.compile(
    r"\[\[nodiscard\]\] (?:const [\w:<> ]+[&*]|std::span<[^>]*>|std::string_view) "
    r"(?P<name>\w+|operator\[\])\([^()]*\) const(?!&)"
)
OF_TEMPORARY = re.compile(r"\[\[nodiscard\]\] [^=;{}()]+ (?P<name>\w+)\([^()]*\) &&")
# Plain arrays, which a caller walks as their own begin() and end() bound them.
ARRAYS = {("date/lunisolar.hpp", "begin"), ("date/lunisolar.hpp", "end")} | {
    ("recurrence/expand.hpp", name) for name in ("data", "begin", "end")
}
# Of a node that no caller has.
PRIVATE = {("records/hash_index.hpp", "entries")}


def getters(pattern: re.Pattern[str]) -> set[tuple[str, str]]:
    return {
        (str(header.relative_to(HEADERS)), match["name"])
        for header in HEADERS.rglob("*.hpp")
        for match in pattern.finditer(header.read_text("utf-8"))
    }


def test_no_getter_gives_a_reference_into_a_temporary() -> None:
    assert getters(UNQUALIFIED) - ARRAYS - PRIVATE == set()


def test_every_getter_is_asked_of_a_temporary() -> None:
    found = getters(OF_TEMPORARY)
    assert len(found) > 40
    assert {each for each in found if f".{each[1]}(" not in TEMPORARIES} == set()
