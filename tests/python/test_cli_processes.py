"""The command line as a process: pipes, terminals, colour, encodings, what it loads, completion."""

import os
import pty
import subprocess
import sys

import pytest

from command_line import environment, run

PROGRAM = [sys.executable, "-m", "probity"]
LATE = ["overdue", "songpa-illustrative", "--on", "2026-07-15"]


def on_terminal(*arguments, code="import probity.cli; probity.cli.main()", **others):
    """What a command writes to a terminal, standard output and standard error together."""
    own, its = pty.openpty()
    program = [sys.executable, "-c", code, *arguments]
    setting = environment(**{"TERM": "xterm-256color", "COLUMNS": "160", **others})
    process = subprocess.Popen(program, stdout=its, stderr=its, stdin=its, env=setting)
    os.close(its)
    written = b""
    while True:
        try:
            chunk = os.read(own, 65536)
        except OSError:  # Linux says so when the other end is closed
            chunk = b""
        if not chunk:
            break
        written += chunk
    os.close(own)
    process.wait()
    return written.decode("utf-8").replace("\r\n", "\n")


class TestColour:
    def test_on_a_terminal_tables_are_drawn(self):
        written = on_terminal(*LATE)
        assert "\x1b[" in written and "─" in written and "T-29" in written

    def test_hangul_lines_up_on_a_terminal(self):
        written = on_terminal(*LATE, "--lang", "ko")
        assert "지연 근무일 수" in written

    @pytest.mark.parametrize("others", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_where_it_is_not_wanted_there_is_none(self, others):
        assert on_terminal(*LATE, **others) == run(*LATE, check=1).stdout

    def test_never_in_pipes(self):
        assert "\x1b" not in run(*LATE, check=1, FORCE_COLOR="1", TERM="xterm").stdout
        assert "\x1b" not in run("--help", FORCE_COLOR="1", TERM="xterm").stdout

    def test_rich_is_not_needed(self):
        without = (
            "import sys; sys.modules['rich.box'] = None; import probity.cli; probity.cli.main()"
        )
        assert on_terminal(*LATE, code=without) == run(*LATE, check=1).stdout


class TestProgress:
    loaded = (
        "import sys, probity.cli\n"
        "try: probity.cli.main()\n"
        "finally: print('rich.progress' in sys.modules)"
    )

    def test_a_bar_on_a_terminal_and_gone_at_the_end(self, tmp_path):
        years = ["calendar", "songpa", "--year", "2020-2069", "--csv", str(tmp_path / "x.csv")]
        written = on_terminal(*years, code=self.loaded)
        assert written.endswith("True\n") and "x.csv: " in written

    def test_none_for_short_work(self):
        written = on_terminal("calendar", "songpa", "--year", "2026", "--json", code=self.loaded)
        assert written.endswith("False\n")

    def test_none_in_pipes(self):
        result = run("calendar", "songpa", "--year", "2020-2069", "--json")
        assert result.stderr == ""

    def test_a_large_import(self, tmp_path):
        rows = "".join(f"N-{n},Task number {n},2026-03-18\n" for n in range(8000))
        (tmp_path / "tasks.csv").write_text("id,title,due\n" + rows, encoding="utf-8")
        table = ["import", "songpa", "--tasks", str(tmp_path / "tasks.csv"), "--check"]
        written = on_terminal(*table, "--on", "2026-03-02", "--by", "x", code=self.loaded)
        assert "tasks 8000" in written and written.endswith("True\n")


HEAVY = {"numpy", "pandas", "matplotlib", "rich", "json", "zoneinfo"}


def modules_loaded_by(*arguments):
    code = (
        "import sys, probity.cli\n"
        "try: probity.cli.main()\n"
        "finally: print('\\n', *sys.modules, file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, env=environment()
    )
    return set(result.stderr.rpartition("\n \n")[2].split() or result.stderr.split())


class TestStart:
    def test_a_week_loads_only_its_own(self):
        loaded = modules_loaded_by("week", "2026", "3", "3")
        assert "probity.cli.rules" in loaded and loaded.isdisjoint(HEAVY)
        families = {name for name in loaded if name.startswith("probity.cli.")}
        assert families == {
            f"probity.cli.{name}" for name in ("rules", "arguments", "output", "errors", "language")
        }
        assert loaded.isdisjoint({"probity.tables", "click.shell_completion"})

    @pytest.mark.parametrize(
        "arguments",
        [
            ["calendar", "songpa", "--year", "2026"],
            LATE,
            ["compliance", "songpa-illustrative", "--all"],
            ["due", "2026-09-18", "10"],
        ],
    )
    def test_no_command_loads_arrays_or_draws_in_a_pipe(self, arguments):
        loaded = modules_loaded_by(*arguments)
        assert "probity.tables" in loaded
        assert loaded.isdisjoint({"numpy", "pandas", "matplotlib", "rich"})


class TestStandardOutput:
    def output_to(self, target, *arguments):
        return subprocess.run(
            [*PROGRAM, *arguments], stdout=target, stderr=subprocess.PIPE, env=environment()
        )

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--help"],
            ["week", "2026", "3", "3"],
            LATE,
            ["holidays", "2026", "--csv"],
            ["due", "-h"],
        ],
    )
    def test_a_pipe_that_nobody_reads(self, arguments):
        reader, writer = os.pipe()
        os.close(reader)
        try:
            result = self.output_to(writer, *arguments)
        finally:
            os.close(writer)
        assert (result.returncode, result.stderr) == (141, b"")

    @pytest.mark.parametrize(
        "arguments", [["week", "2026", "3", "3"], ["holidays", "2026", "--csv"]]
    )
    def test_a_full_disk(self, arguments):
        with open("/dev/full", "wb") as full:
            result = self.output_to(full, *arguments)
        assert result.returncode == 3
        assert result.stderr == b"probity: standard output: No space left on device\n"

    def test_closed(self):
        command = ["bash", "-c", '"$@" >&-', "bash", *PROGRAM, "week", "2026", "3", "3"]
        result = subprocess.run(command, capture_output=True, env=environment())
        assert (result.returncode, result.stderr) == (0, b"")

    def test_an_encoding_without_hangul(self):
        setting = environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0")
        command = [*PROGRAM, "calendar", "songpa", "--year", "2026", "--lang", "ko"]
        result = subprocess.run(command, capture_output=True, env=setting)
        assert result.returncode == 0 and b"2026. 3. 18." in result.stdout
        result = subprocess.run([*command, "--json"], capture_output=True, env=setting)
        assert result.returncode == 0 and b"\\uccad\\ub834" in result.stdout

    def test_cp949(self):
        setting = environment(PYTHONIOENCODING="cp949", PYTHONUTF8="0")
        command = [*PROGRAM, *LATE, "--lang", "ko"]
        result = subprocess.run(command, capture_output=True, env=setting)
        assert "도시계획 심의" in result.stdout.decode("cp949")

    def test_no_character_that_cp949_lacks(self):
        for lang in ("ko", "en"):
            run("compliance", "songpa-illustrative", "--all", "--on", "2026-12-31", "--lang", lang,
                check=1).stdout.encode("cp949")  # fmt: skip


class TestArguments:
    def test_bytes_that_are_no_text(self):
        for arguments in (["why", "2026-03-18", b"\xff"], ["why", b"\xff", "songpa"],
                          ["dates", b"\xff", "--from", "2026-01-01", "--to", "2026-02-01"],
                          ["import", "songpa", "--tasks", b"\xff", "--check"]):  # fmt: skip
            result = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=environment())
            assert result.returncode == 3 and b"Traceback" not in result.stderr

    def test_korean_by_the_environment(self):
        assert "월" in run("week", "2026", "3", "3", PROBITY_LANG="ko").stdout
        assert "Mon" in run("week", "2026", "3", "3", "--lang", "en", PROBITY_LANG="ko").stdout
        assert "PROBITY_LANG" in run("week", "2026", "3", "3", PROBITY_LANG="fr", check=2).stderr

    def test_a_mistyped_command(self):
        assert "Did you mean 'calendar'?" in run("calender", check=2).stderr
        assert "Did you mean" not in run("qqqq", check=2).stderr


class TestCompletion:
    def completed(self, words):
        """What bash would offer for the last word."""
        position = str(len(words.split(" ")) - 1)
        setting = environment(
            _PROBITY_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=position
        )
        result = subprocess.run(
            [sys.executable, "-c", "import sys; sys.argv[0] = 'probity'; "
             "import probity.cli; probity.cli.main()"],
            capture_output=True, encoding="utf-8", env=setting, check=False,
        )  # fmt: skip
        assert result.stderr == ""
        return [line.partition(",")[2] for line in result.stdout.splitlines() if line]

    def test_the_ids_of_the_programme_that_is_meant(self, monkeypatch):
        monkeypatch.setenv("PROBITY_FILE", "songpa-illustrative")
        assert self.completed("probity task adopt T-0")[:2] == ["T-01", "T-02"]
        assert "head" in self.completed("probity seat add mayor --kind ")
        assert self.completed("probity task ad") == ["add", "adopt"]

    def test_commands_and_options(self):
        assert self.completed("probity com") == ["compliance", "completion"]
        assert "--weekday" in self.completed("probity propose --w")
        assert self.completed("probity overdue songpa --by b") == ["band"]

    def test_programmes_ids_and_conventions(self):
        assert self.completed("probity overdue s") == ["songpa", "songpa-illustrative"]
        assert self.completed("probity propose yongsan i") == ["integrity-council"]
        assert self.completed("probity record songpa integrity-d") == ["integrity-day"]
        assert "T-11" in self.completed("probity status songpa --illustrative --task T-1")
        assert self.completed("probity week 2026 3 3 --convention M") == ["MONDAY_ROWS"]
        assert self.completed("probity propose nothing.json i") == []

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_scripts(self, shell):
        script = run("completion", shell).stdout
        assert "_PROBITY_COMPLETE" in script and "probity" in script
        run("completion", "tcsh", check=2)

    def test_bash_takes_the_script(self):
        program = f'eval "$({sys.executable} -m probity completion bash)"; complete -p probity'
        result = subprocess.run(["bash", "-c", program], capture_output=True, text=True)
        assert result.returncode == 0 and result.stdout.endswith(" probity\n")
