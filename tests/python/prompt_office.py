"""An office at the prompt, for tests: lines as they are typed, at noon of a day."""

import datetime
import shlex

from click.testing import CliRunner

import probity as pb
from probity.cli import acts, beginning, cli, importing

NOON = datetime.datetime(2027, 1, 4, 3, tzinfo=datetime.UTC)  # noon in Seoul

#: An office of which no more than its name is known.
MAPO = "probity new mapo.probity --yes --title 마포구 --on 2026-01-02 --by kim"


def at_noon(monkeypatch):
    """The clock of the command line stands still."""
    for module in (acts, beginning, importing):
        monkeypatch.setattr(module, "now", lambda: NOON)
    monkeypatch.setattr(acts, "today", lambda: NOON.date())


def probity(line, check=0, input=None, **environment):
    """A line of the prompt; without `check` with any exit code."""
    words = shlex.split(line, comments=True)
    assert words.pop(0) == "probity"
    env = {"PROBITY_LANG": None, "PROBITY_FILE": None, **environment}
    result = CliRunner(env=env).invoke(cli, words, input=input)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert check is None or result.exit_code == check, f"{line}\n{result.output}"
    return result


def office():
    return pb.load("mapo.probity")


def refused(line, check=3, **environment):
    """What a refused line says on standard error."""
    return probity(line, check=check, **environment).stderr


def of_two_units():
    """Begins an office of two units."""
    probity(MAPO)
    for unit in ("감사담당관", "감사지원과"):
        probity(f"probity unit add {unit} --on 2026-01-02 --by kim")
    return office
