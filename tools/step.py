#!/usr/bin/env python3
"""Does a step of `make`, unless nothing changed since it was last done. Needs Python 3.11 and nothing else.

`tools/step.py NAME --says WHAT --of 'static/**/*' --made var/build -- COMMAND ...`: the command runs when the files
named by `--of` have other names or contents than last time, or when a path named by `--made` is not there. The hash of
last time is in a note beside what was made, so that it tells of that and of nothing else.
"""

import argparse
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("PORTAL_VAR") or HOUSE / "var")
ROOM = 1_000_000_000


def fingerprint(patterns: Iterable[str], house: Path = HOUSE) -> str:
    """Returns a hash of the names and contents of the files that match, and of the version of Python."""
    total = hashlib.sha256(sys.version.encode())
    for pattern in patterns:
        for path in sorted(path for path in house.glob(pattern) if path.is_file()):
            total.update(str(path.relative_to(house)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def printed_by(command: str | None) -> str:
    """Returns what the command prints; empty for None. Raises CalledProcessError when it fails."""
    if command is None:
        return ""
    return subprocess.run(command.split(), cwd=HOUSE, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Holds a lock on the step while it lasts, since two runs of `make` may ask for it at once."""
    locks = HOUSE / "var" / "locks"
    locks.mkdir(parents=True, exist_ok=True)
    with (locks / name).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def in_place(note: Path, now: str, made: list[str]) -> bool:
    """Returns whether the note holds this fingerprint and every path in `made` is there."""
    return note.is_file() and note.read_text() == now and all((HOUSE / path).exists() for path in made)


def step(asked: argparse.Namespace) -> bool:
    """Runs the command unless nothing changed; returns whether it ran. Raises SystemExit when the command fails."""
    stamps = HOUSE / asked.stamps if asked.stamps else VAR / "stamps"
    note, files = stamps / asked.name, fingerprint(asked.of)
    if any(in_place(stamps / other, files, asked.made) for other in asked.instead):
        return False
    if in_place(note, files + printed_by(asked.made_in), asked.made):
        return False
    if shutil.disk_usage(HOUSE).free < ROOM:
        print("less than 1 GB of disk space is free; that may not be enough", flush=True)
    print(asked.says, flush=True)
    began = time.monotonic()
    done = subprocess.run(asked.command, cwd=HOUSE, capture_output=asked.quiet, text=True, check=False)
    if done.returncode:
        print(done.stdout or "", done.stderr or "", file=sys.stderr, sep="\n")
        raise SystemExit(f"failed ({done.returncode}): {' '.join(asked.command)}")
    stamps.mkdir(parents=True, exist_ok=True)
    note.write_text(files + printed_by(asked.made_in))
    print(f"{asked.says}: {time.monotonic() - began:.1f} s", flush=True)
    return True


def read(arguments: list[str]) -> argparse.Namespace:
    """Returns the step that the command line describes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name")
    parser.add_argument("--says", required=True, help="what is told when it is done")
    parser.add_argument("--of", action="append", default=[], help="files that it is made of")
    parser.add_argument("--made", action="append", default=[], help="what is there afterwards")
    parser.add_argument("--made-in", help="a command that prints in what it is made, where that is no file")
    parser.add_argument("--instead", action="append", default=[], help="a step of the same files that makes this too")
    parser.add_argument("--stamps", help="the folder of the note; without it in PORTAL_VAR")
    parser.add_argument("--quiet", action="store_true", help="the command's own words only when it fails")
    options, command = (arguments[: arguments.index("--")], arguments[arguments.index("--") + 1 :])
    asked = parser.parse_args(options)
    asked.command = command
    return asked


if __name__ == "__main__":
    if sys.hexversion < 0x030B0000:
        this = sys.version.split()[0]
        raise SystemExit(f"Python 3.11 or newer is needed; this is {this}. Try: make PYTHON=python3.11 run")
    wanted = read(sys.argv[1:])
    with alone(wanted.name):
        step(wanted)
