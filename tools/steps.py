"""A step of `make`: told with its time, run in the house, skipped when nothing changed. Standard library only."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
VAR = Path(os.environ.get("PORTAL_VAR") or HOUSE / "var")
STAMPS = VAR / "stamps"
STARTED = time.monotonic()


def say(text: str) -> None:
    """Prints a line with the seconds since the start."""
    print(f"[{time.monotonic() - STARTED:5.1f} s] {text}", flush=True)


def stop(text: str) -> None:
    """Ends with a message that tells what to do."""
    raise SystemExit(f"\n{text}\n")


def run(*command: object, quiet: bool = False, **environment: str) -> None:
    """Runs a command in the house; ends with its own words when it fails."""
    result = subprocess.run(
        [str(part) for part in command],
        cwd=HOUSE,
        env=os.environ | environment,
        capture_output=quiet,
        text=True,
        check=False,
    )
    if result.returncode:
        if quiet:
            print(result.stdout, result.stderr, sep="\n", file=sys.stderr)
        stop(f"failed ({result.returncode}): {' '.join(str(part) for part in command)}")


def files(*patterns: str) -> Iterator[Path]:
    """The files that match, in a fixed order."""
    for pattern in patterns:
        yield from sorted(path for path in HOUSE.glob(pattern) if path.is_file())


def fingerprint(*patterns: str) -> str:
    """A hash of the names and contents of the files that match."""
    total = hashlib.sha256(sys.version.encode())
    for path in files(*patterns):
        total.update(str(path.relative_to(HOUSE)).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def contents_of(folder: Path) -> str:
    """A hash of every file below a folder, with its name."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def current(
    name: str, depends_on: list[str], made: list[Path], *, stamps: Path = STAMPS, made_in: Callable[[], str] = str
) -> bool:
    """Whether the stamp of a step says that nothing changed since it was done, and what it made is there."""
    stamp = stamps / name
    return (
        stamp.exists()
        and stamp.read_text() == fingerprint(*depends_on) + made_in()
        and all(path.exists() for path in made)
    )


def once(
    name: str,
    depends_on: list[str],
    made: list[Path],
    do: Callable[[], None],
    telling: str,
    *,
    stamps: Path = STAMPS,
    made_in: Callable[[], str] = str,
) -> bool:
    """Does a step unless its stamp says that nothing changed; says whether it was done.

    The stamp stands beside what is made, so that it tells of that and of nothing else. `made_in` says in what it was
    made, where that is no file: in another one it has to be done again.
    """
    if current(name, depends_on, made, stamps=stamps, made_in=made_in):
        return False
    now = fingerprint(*depends_on)
    say(telling)
    do()
    stamps.mkdir(parents=True, exist_ok=True)
    (stamps / name).write_text(now + made_in())
    return True
