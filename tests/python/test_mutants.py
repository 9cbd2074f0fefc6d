"""A mutant is chosen while the tests run: in a condition, a value or a statement of the code."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / ".ci"))

from mutants import Mutant, as_change  # noqa: E402
from switches import switched  # noqa: E402

CODE = """\
constexpr int most = 3;
constexpr int twice(int a) { return a + a; }
int f(int a, int b) {
    const int sum = a + b;
    if (a < b && b > 0) return sum;
    for (int i = 0; i < b; ++i) {
        call(a, i);
    }
    const auto is_it = [&](int each) { return each == sum; };
    static constexpr int least = 1;
    return a < b ? call(a, b) : least;
}
"""


def written(line: int, before: str, after: str) -> tuple[str, dict[int, str]]:
    whole = CODE.splitlines()[line - 1]
    assert before in whole
    mutant = Mutant(Path("f.cpp"), line, "", whole, whole.replace(before, after, 1))
    return switched(CODE, "f.cpp", [as_change(7, mutant, CODE)])


@pytest.mark.parametrize(
    ("line", "before", "after", "sort", "changed"),
    [
        (4, "a + b", "a - b", "value", "a - b"),
        (5, "<", "<=", "condition", "a <= b && b > 0"),
        (5, "sum", "a", "statement", "return a;"),
        (6, "<", "<=", "condition", "i <= b"),
        (6, "++i", "--i", "void", "--i"),
        (6, "0", "1", "value", "1"),
        (7, "call(a, i);", ";", "statement", ";"),
        (9, "==", "!=", "statement", "return each != sum;"),
        (11, "a, b", "b, a", "statement", "return a < b ? call(b, a) : least;"),
    ],
)
def test_the_smallest_piece_that_has_a_change(line, before, after, sort, changed):
    text, sorts = written(line, before, after)
    assert sorts == {7: sort}
    chosen = text.split('#line 1 "mutant-7"\n')[1]
    assert chosen.split("\n")[0].strip() == changed
    assert text.count("probity_mutant(7)") == 1
    assert before in chosen  # the code as it is, for all other mutants


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [(1, "3", "4"), (2, "a + a", "a - a"), (3, "int b", "int c"), (10, "1", "2")],
)
def test_what_no_switch_can_choose_is_left_as_it_is(line, before, after):
    text, sorts = written(line, before, after)
    assert sorts == {}
    assert text.endswith(CODE)


def test_two_changes_of_one_piece_are_alternatives():
    lines = CODE.splitlines()
    mutants = [
        Mutant(Path("f.cpp"), 5, "", lines[4], lines[4].replace("<", after))
        for after in ("<=", ">")
    ]
    text, sorts = switched(
        CODE, "f.cpp", [as_change(number, one, CODE) for number, one in enumerate(mutants, 1)]
    )
    assert sorts == {1: "condition", 2: "condition"}
    assert "a <= b && b > 0\n) : probity_mutant(2) ? bool(" in text
