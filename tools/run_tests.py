"""Runs the tests for `make test` and `make audit`, on SQLite and on PostgreSQL, once everything is in place.

The static checks go beside the making of the two databases that the tests start from: no processor waits meanwhile.
"""

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from tools.machine import chromium, nginx, postgresql  # noqa: E402 (the folder must be known first)

# Some tests take half a minute: the process that is done takes over what the other has not begun.
BOTH = ("--numprocesses", "2", "--dist", "worksteal")
# Whatever looks at the database makes it; these look at what is in it.
MAKES_DATABASE = "tests/portal/test_loaded.py"
STARTED = time.monotonic()


def say(text: str) -> None:
    """Prints a line with the seconds since the start."""
    print(f"[{time.monotonic() - STARTED:5.1f} s] {text}", flush=True)


def pytest(*arguments: str, quiet: bool = False, **environment: str) -> None:
    """Runs tests. Raises SystemExit when one fails."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=HOUSE, env=os.environ | environment, check=False,
        stdout=subprocess.PIPE if quiet else None, stderr=subprocess.STDOUT if quiet else None, text=True,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{done.stdout or ''}\nfailed ({done.returncode}): pytest {' '.join(arguments)}")


def test() -> None:
    """Runs everything: static checks, then all tests on SQLite, then the tests of the database on PostgreSQL.

    Raises SystemExit when something fails.
    """
    browser = chromium()
    nginx()
    with postgresql() as url:
        say("static checks, and beside them the databases that the tests start from")
        with ThreadPoolExecutor() as beside:
            engines: tuple[dict[str, str], ...] = ({}, {"DATABASE_URL": url})
            made = [beside.submit(pytest, MAKES_DATABASE, "--quiet", quiet=True, **engine) for engine in engines]
            checked = subprocess.run(["make", "--no-print-directory", "lint"], cwd=HOUSE, check=False)
        for database in made:
            database.result()
        if checked.returncode:
            raise SystemExit(checked.returncode)
        say("tests on SQLite")
        pytest(*BOTH, PORTAL_TEST_BROWSER=browser)
        say("tests on PostgreSQL")
        pytest("-m", "database and (not browser or walk)", *BOTH, PORTAL_TEST_BROWSER=browser, DATABASE_URL=url)
    say("all green")


def audit() -> None:
    """Runs axe on every page type, in every language, light and dark, on a phone and on a desktop."""
    pytest("tests/browser/test_access.py", "--numprocesses", "2", PORTAL_AUDIT="1", PORTAL_TEST_BROWSER=chromium())


if __name__ == "__main__":
    audit() if sys.argv[1:] == ["audit"] else test()
