"""The words of the package in each language: catalogues without gaps, help and refusals."""

import ast
import datetime
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import click
import pytest

import probity
from command_line import call, run
from probity.cli import FAMILIES, cli
from probity.cli.kinds import families
from probity.cli.language import help_keys, metavar_of, speaking, translated
from probity.cli.verbs import MODULES
from probity.words import LANGUAGES, find, phrases, say, say_number, text, words

PACKAGE = Path(probity.__file__).parent
OTHERS = [lang for lang in LANGUAGES if lang != "en"]
#: The sections that English has where it is used, and not in its catalogue.
ELSEWHERE = ("help", "default", "metavar", "click")


def commands():
    """All commands with their paths: (("journal", "log"), command)."""

    def within(path, command):
        yield path, command
        for name, each in getattr(command, "commands", {}).items():
            yield from within((*path, name), each)

    yield (), cli
    context = click.Context(cli)
    for name in FAMILIES:
        yield from within((name,), cli.get_command(context, name))
    # Other verbs are made from the library's descriptions, and have their words from there.
    for family, module in MODULES.items():
        made = cli.get_command(context, family).commands
        written = import_module(f"probity.cli.{module}").COMMANDS
        yield from (((family, verb), made[verb]) for verb in written)


def options():
    """(path, option) of all options, with those that help has besides."""
    for path, command in commands():
        yield from ((path, each) for each in command.params if isinstance(each, click.Option))


def code():
    catalogues = [PACKAGE / "words" / f"{lang}.py" for lang in LANGUAGES]
    return "".join(
        each.read_text(encoding="utf-8") for each in PACKAGE.rglob("*.py") if each not in catalogues
    )


def is_elsewhere(key):
    return re.split("[.:]", key)[0] in ELSEWHERE


class TestCatalogues:
    @pytest.mark.parametrize("lang", OTHERS)
    def test_no_sentence_is_missing(self, lang):
        english = {key for key in words("en") if not is_elsewhere(key)}
        assert english == {key for key in words(lang) if not is_elsewhere(key)}

    @pytest.mark.parametrize("lang", OTHERS)
    def test_a_sentence_tells_the_same(self, lang):
        def told(sentence):
            return {
                re.split(r"[.\[]", name)[0] for _, name, _, _ in Formatter().parse(sentence) if name
            }

        for key, sentence in words("en").items():
            if not key.startswith(("date.", "dates", "days", "week.", "month.", "metavar.")):
                assert told(sentence) == told(words(lang)[key]), key

    def test_every_sentence_is_used(self):
        used = code()
        for key in words("en"):
            if re.fullmatch(r"(month|month\.short|weekday|date)\.\w+", key):
                continue
            stem = re.sub("_[01]$", "", key)
            last = stem.rsplit(".", 1)[-1]
            prefix = stem.rsplit(".", 1)[0]
            assert re.search(rf"""["']({re.escape(stem)}|{re.escape(last)})["']""", used) or (
                re.search(rf"""f"{re.escape(prefix)}\.\{{""", used)
                or re.search(rf"""f"{re.escape(prefix.rsplit(".", 1)[0])}\.\{{""", used)
            ), key

    @pytest.mark.parametrize("lang", OTHERS)
    def test_no_help_is_missing(self, lang):
        for path, _ in commands():
            key = ".".join(["help", *path])
            assert find(key, lang), key
            assert not path or find(f"{key}.short", lang), f"{key}.short"
        for path, option in options():
            keys = help_keys(option, path)
            assert any(find(key, lang) for key in keys) or hasattr(option, "words_in"), keys
            if isinstance(option.show_default, str):
                assert option.show_default == "en" or find(f"default.{option.show_default}", lang)
        for _path, command in commands():
            for each in command.params:
                name = metavar_of(each)
                assert name is None or find(f"metavar.{name}", lang), name

    @pytest.mark.parametrize("lang", OTHERS)
    def test_an_argument_that_can_be_left_out_has_brackets_once(self, lang):
        with speaking(lang):
            verbs = [
                (family, verb, cli.get_command(click.Context(cli), family).commands[verb])
                for family, made in families().items()
                for verb in made
                if verb
            ]
        every = [*commands(), *(((family, verb), command) for family, verb, command in verbs)]
        said = {
            each.metavar
            for path, command in every
            for each in translated(command, lang, path).params
            if isinstance(each, click.Argument) and not each.required
        }
        assert "[이름]" in said and not any(each and each.startswith("[[") for each in said)

    @pytest.mark.parametrize("lang", OTHERS)
    def test_no_help_is_of_what_there_is_not(self, lang):
        known = {"help", "help.epilog", "help.--help"}
        for path, _ in commands():
            key = ".".join(["help", *path])
            known |= {key, f"{key}.short"}
        for path, option in options():
            known.update(help_keys(option, path))
        known.add('help:How often, in words: "연 3회".')  # of a verb that is made
        assert {key for key in words(lang) if re.match("help[.:]", key)} <= known

    def test_an_option_has_one_meaning_if_its_help_is_said_once(self):
        for lang in OTHERS:
            meant = {}
            for path, option in options():
                own, by_help, shared = help_keys(option, path)
                if hasattr(option, "words_in"):
                    continue
                if find(own, lang) is None and find(by_help, lang) is None:
                    meant.setdefault(shared, set()).add(option.help)
            assert {key: helps for key, helps in meant.items() if len(helps) > 1} == {}

    @pytest.mark.parametrize("lang", OTHERS)
    def test_the_messages_of_click_are_those_that_it_has(self, lang):
        said = set()
        for path in Path(click.__file__).parent.glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    said.add(node.value)
        assert set(phrases("click", lang)) <= said


class TestSentences:
    def test_numbers_have_a_form_for_one(self):
        assert say_number("cli.rows", "en", 1) == "1 row"
        assert say_number("cli.rows", "en", 2) == "2 rows"
        assert say_number("cli.rows", "ko", 1) == "1행"

    def test_dates_are_written_as_the_language_does(self):
        day = datetime.date(2026, 3, 18)
        assert say("cli.nominal", "en", date=day) == "by the rule 2026-03-18"
        assert say("cli.nominal", "ko", date=day) == "규칙상 2026. 3. 18."

    def test_texts_are_said_in_the_language(self):
        week = probity.Text("청렴주간", "Integrity Week")
        assert say("planner.held", "ko", title=week) == "청렴주간 활동"
        assert text("plot.nothing").to("ko") == "표시할 자료 없음"


class TestHelp:
    @pytest.mark.parametrize("path", [path for path, _ in commands()], ids=".".join)
    def test_it_is_korean_throughout(self, path):
        out = " ".join(call(*path, "--help", "--lang", "ko").output.split())
        assert out.startswith("사용법: ")
        command = dict(commands())[path]
        english = [command.help.split("\n")[0]]
        english += [each.help for each in command.params if isinstance(each, click.Option)]
        english += ["Usage", "Options", "Commands", "Show", "default", "required", "[OPTIONS]"]
        assert [each for each in english if each in out.replace("docs/", "")] == []

    def test_it_is_english_without_a_language(self):
        assert call("status", "--help").output.startswith("Usage: ")

    def test_the_language_stands_anywhere(self):
        expected = call("status", "--help", "--lang", "ko").output
        assert call("--lang", "ko", "status", "--help").output == expected
        assert call("--lang=ko", "status", "--help").output == expected
        by_variable = run("status", "--help", PROBITY_LANG="ko").stdout.split()
        assert by_variable[2:] == expected.split()[2:]  # behind the name of the program
        assert "사용법" not in run("--lang", "en", "status", "-h", PROBITY_LANG="ko").stdout

    def test_the_language_in_front_is_that_of_the_answer(self):
        assert "근무일" in call("--lang", "ko", "due", "2026-03-18", "3").output
        assert (
            "working days" in call("--lang", "ko", "due", "2026-03-18", "3", "--lang", "en").output
        )


#: What is refused, and in what words.
REFUSED = [
    ("wek", "명령 'wek'이(가) 없습니다. 'week' 명령입니까?"),
    ("due", "필요한 인수가 없습니다: '날짜'"),
    ("week 2026 x", "'x': 정수가 아닙니다."),
    ("week 1066 3 3", "연도: 1066년은 범위를 벗어났습니다. 1400년부터 9999년까지 쓸 수 있습니다"),
    ("calendar songpa", "필요한 옵션이 없습니다: '--year'"),
    ("calendar songpa --yaer 2026", "옵션 '--yaer'이(가) 없습니다. '--year'입니까?"),
    ("calendar songpa --year", "옵션 '--year'에는 값을 적어야 합니다."),
    (
        "overdue songpa --by foo",
        "'foo': 'band', 'owner', 'risk_area', 'kind' 가운데",
    ),
    ("overdue songpa --json --csv", "--json과 --csv는 함께 쓸 수 없습니다."),
    ("status songpa extra", "쓰이지 않는 인수가 있습니다(extra)"),
    ("status nowhere.json", "프로그램: 'nowhere.json': 파일이 없고, songpa, yongsan,"),
    ("why songpa 2026-03-18", "'songpa': 프로그램입니다. 날짜를 먼저 적으십시오"),
    (
        "workdays --from 2026-03-02 --to 2026-03-01",
        "--to: 2026. 3. 1.은 기간의 첫날인",
    ),
    ("propose songpa x 2026 --min-days-between 0", "0: 1<=x<=366 범위를 벗어났습니다."),
]


@pytest.mark.parametrize(("words_of_call", "said"), REFUSED)
def test_refusals_are_korean(words_of_call, said):
    result = call("--lang", "ko", *words_of_call.split(), check=None)
    assert result.exit_code in (2, 3)
    assert said in result.output
    if result.exit_code == 2:
        assert "오류: " in result.output


def test_click_says_its_messages_in_english_again():
    call("due", "--lang", "ko", check=2)
    assert "Missing argument 'DATE'" in call("due", check=2).output
