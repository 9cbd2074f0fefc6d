"""Every error is a sentence of the catalogues: none is written in English where it is thrown."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for folder in ("src", "bindings")
    for path in sorted((ROOT / folder).rglob("*.[ch]pp"))
    # Patterns are refused to nobody but who wrote them.
    if not path.name.startswith("pattern_")
]
#: What throws, or hands on a message to what does; in calendar files, notes what is mended or lost.
THROWS = re.compile(
    r"\bthrow \w*(?:Error|Lost|Refused)\(|\b\w*(?:refuse|refusal|fail)\w*\("
    r"|\b(?:mend|lose|told_of|(?:notes|broken|findings)_?\.push_back|mended\.add)\("
)
WORDS = re.compile(r'"(?:[^"\\\n]|\\.)*"')
#: An example in the language of a sentence, which is a value: such("매주 금요일", "every Friday").
SUCH = re.compile(r"\bsuch\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)")
#: Kinds that are put together: "owned.task".
MADE = {"owned.", "version.", "notice.", "cannot_", "finding.", "advice."}


def statements(text):
    """The statements that throw, without the bodies of functions."""
    for found in THROWS.finditer(text):
        end = found.end()
        depth = 1
        while depth and end < len(text):
            literal = WORDS.match(text, end)
            if literal:
                end = literal.end()
                continue
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        yield text[found.start() : end]


def kinds(lang):
    text = (ROOT / f"src/text/refusals_{lang}.inc").read_text(encoding="utf-8")
    return re.findall(r'LABEL\("([^"]+)"', text)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_thrown_has_no_words_of_its_own(path):
    text = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
    found = []
    for statement in statements(text):
        statement = SUCH.sub("", statement)
        if re.search("logic_error|type_error|SqlError|refuse\\(r", statement):
            continue
        found += [each for each in WORDS.findall(statement) if re.search(r"[a-z] [a-z]", each)]
    assert found == []


def test_every_kind_has_its_sentence_and_is_used():
    text = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("src", "bindings")
        for path in (ROOT / folder).rglob("*.[ch]pp")
    )
    known = kinds("en")
    assert len(known) == len(set(known))
    asked = set(re.findall(r'\bsentence\(\s*"([^"]+)"', text))
    assert asked - set(known) - MADE == set()
    literals = set(re.findall(r'"([\w.]+)"', text))
    unused = [kind for kind in known if kind not in literals]
    assert [kind for kind in unused if not kind.startswith(tuple(MADE))] == []


def test_python_raises_what_its_catalogues_say():
    found = []
    for path in sorted((ROOT / "python/probity").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call):
                continue
            name = ast.unparse(node.exc.func).rsplit(".", 1)[-1]
            if name in ("TypeError", "AttributeError", "NotImplementedError"):
                continue
            literals = (ast.JoinedStr, ast.Constant)
            first = ast.unparse(node.exc.args[0]) if node.exc.args else ""
            is_literal = bool(node.exc.args) and isinstance(node.exc.args[0], literals)
            if is_literal and re.search("[a-z] [a-z]", first):
                found.append(f"{path.name}:{node.lineno}: {first}")
    assert found == []
