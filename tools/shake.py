"""Runs tests again and again while the machine is kept busy, and tells which failed in which round.

A test that fails now and then waits for something that takes longer on a busy machine. With the Python of the
environment: `python -m tools.shake`, or with what pytest shall run:
`python -m tools.shake --rounds 3 tests/browser/test_chat.py`. What pytest said of each round stays in `var/shake/`.
"""

import argparse
import os
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
TOLD = Path(os.environ.get("PORTAL_VAR") or HOUSE / "var") / "shake"
MOST_BUSY = 16

# Computes until the process that started it is gone.
BUSY = "import os\nparent = os.getppid()\nwhile os.getppid() == parent:\n    sum(range(1_000_000))"


@dataclass(frozen=True)
class Round:
    """The result of one round: how many tests ran, and the first line of what each that failed said, by its name."""

    ran: int
    failed: dict[str, str]
    seconds: float


@contextmanager
def busy(number: int) -> Iterator[None]:
    """Keeps this many processes computing, for as long as the block lasts."""
    processes = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(number)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def outcome(report: Path, seconds: float) -> Round:
    """Returns the round that pytest's JUnit report describes."""
    cases = list(ElementTree.parse(report).iter("testcase"))  # noqa: S314 (pytest wrote it just now)
    failed = {}
    for case in cases:
        for fault in (*case.iter("failure"), *case.iter("error")):
            name = f"{case.get('classname')}::{case.get('name')}"
            failed[name] = (fault.get("message") or "").strip().partition("\n")[0][:160]
    return Round(len(cases), failed, seconds)


def run(number: int, tests: list[str]) -> Round:
    """Runs the tests once and returns the round. Raises SystemExit with pytest's words when it could not run any."""
    TOLD.mkdir(parents=True, exist_ok=True)
    report, words = TOLD / f"round-{number}.xml", TOLD / f"round-{number}.txt"
    report.unlink(missing_ok=True)
    begun = time.monotonic()
    with words.open("wb") as told:
        subprocess.run(
            [sys.executable, "-m", "pytest", f"--junitxml={report}", *tests],
            cwd=HOUSE, stdout=told, stderr=subprocess.STDOUT, check=False,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "portal.settings.test"},
        )  # fmt: skip
    done = outcome(report, time.monotonic() - begun) if report.exists() else None
    if done is None or not done.ran:
        raise SystemExit(words.read_text(errors="replace"))
    return done


def shake(rounds: int, processes: int, tests: list[str]) -> dict[str, list[int]]:
    """Runs the rounds and prints what came of each. Returns the rounds in which a test failed, by test."""
    fell: dict[str, list[int]] = defaultdict(list)
    with busy(processes):
        for number in range(1, rounds + 1):
            done = run(number, tests)
            print(f"round {number}: {done.ran} tests, {len(done.failed)} failed, {done.seconds:.0f} s", flush=True)
            for name, words in done.failed.items():
                fell[name].append(number)
                print(f"  {name}: {words}", flush=True)
    return dict(fell)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--busy", type=int, default=os.cpu_count() or 2, help="processes that keep the machine busy")
    options, tests = parser.parse_known_args()
    if not 0 <= options.busy <= MOST_BUSY:
        parser.error(f"--busy is a number up to {MOST_BUSY}")
    # Stopped from outside it ends what it started, as it does after Ctrl+C.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    fell = shake(options.rounds, options.busy, tests or ["tests/browser"])
    for name, rounds in sorted(fell.items()):
        print(f"{name} failed in round {', '.join(map(str, rounds))}")
    print(f"{options.rounds} rounds, {len(fell)} tests that failed now and then")
    raise SystemExit(bool(fell))


if __name__ == "__main__":
    main()
