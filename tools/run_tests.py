"""What `make test` and `make audit` do when everything is in place: the checks and the tests on both databases.

They go side by side. A browser test waits for its browser and its server now and then, and no processor waits
meanwhile.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from tools.machine import chromium, nginx, postgresql  # noqa: E402 (the folder must be known first)

PYTEST = [sys.executable, "-m", "pytest"]
# Some tests take half a minute: who is done takes over what the other has not begun.
ON_SQLITE = [*PYTEST, "--numprocesses", "2", "--dist", "worksteal"]
# Fewer tests: in one process, which asks less of two processors than a third and a fourth worker.
ON_POSTGRESQL = [*PYTEST, "-m", "database and (not browser or walk)"]
STARTED = time.monotonic()


def say(text: str) -> None:
    """Prints a line with the seconds since the start."""
    print(f"[{time.monotonic() - STARTED:5.1f} s] {text}", flush=True)


def run(command: list[str], *, live: bool = False, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs a command in the project's folder. Returns its exit code, and what it printed unless that was seen live."""
    return subprocess.run(
        command, cwd=HOUSE, env=os.environ | environment, check=False, text=True,
        stdout=None if live else subprocess.PIPE, stderr=None if live else subprocess.STDOUT,
    )  # fmt: skip


def test() -> int:
    """Runs everything: static checks, all tests on SQLite, the tests of the database on PostgreSQL.

    Returns the number of those three that failed. SQLite's tests are seen while they run; what the others print is
    told when they are done.
    """
    chromium()
    nginx()
    failed = 0
    with postgresql() as url, ThreadPoolExecutor() as beside:
        say("static checks, tests on SQLite and tests on PostgreSQL, side by side")
        lint = ["make", "--no-print-directory", "lint"]
        running: dict[Future[subprocess.CompletedProcess[str]], str] = {
            beside.submit(run, lint): "static checks",
            beside.submit(run, ON_SQLITE, live=True): "tests on SQLite",
            beside.submit(run, ON_POSTGRESQL, DATABASE_URL=url): "tests on PostgreSQL",
        }
        while running:
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                print(done.result().stdout or "", end="")
                outcome = "failed" if done.result().returncode else "done"
                failed += outcome == "failed"
                say(f"{running.pop(done)}: {outcome}")
    say("some failed" if failed else "all green")
    return failed


def audit() -> int:
    """Runs axe, and the checks of what axe does not ask, on every page type, in every language, light and dark.

    Also compares what a first load of the real content writes at once with what it writes page by page. Returns the
    exit code of pytest.
    """
    looks = [*PYTEST, "tests/browser/test_access.py", "tests/services/test_load_at_once.py", "--numprocesses", "2"]
    chromium()
    return run(looks, live=True, PORTAL_AUDIT="1").returncode


if __name__ == "__main__":
    sys.exit(audit() if sys.argv[1:] == ["audit"] else test())
