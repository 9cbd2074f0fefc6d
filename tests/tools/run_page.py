"""Runs the commands of a page's console blocks in a folder, and shows each with what it prints.

    python tests/tools/run_page.py docs/your-own-office.md out/mapo

The folder is made anew. Ends with 1 if a command that is there to succeed fails; one that finds or
is refused something, as pages show too, does not count.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "python"))

from snippets import console_commands, snippets_in  # noqa: E402 - found by the line above

#: Exit codes with which a command says that it found, or was refused, something.
SAID = (0, 1, 3)


def main(page: str, folder: str) -> int:
    place = Path(folder)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    programs = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    for snippet in snippets_in(Path(page).resolve(), ROOT):
        if snippet.language != "console":
            continue
        for command, _ in console_commands(snippet.code):
            print(f"$ {command}", flush=True)
            if command.startswith("export "):
                name, _, value = command.removeprefix("export ").partition("=")
                environment[name] = value
                continue
            run = subprocess.run(["bash", "-c", command], cwd=place, env=environment, check=False)
            if run.returncode not in SAID:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
