"""What tests and measurements need of the machine: a browser, nginx, wrk, PostgreSQL. Standard library only."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The shell is the same engine without the windows around it: the tests take half the time of the processor.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def install(*packages: str, reason: str) -> None:
    """Installs system packages where that is possible. Raises SystemExit with the command to type where it is not."""
    command = f"apt-get install --yes --no-install-recommends {' '.join(packages)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit(f"\n{reason} is needed here. On Debian: sudo {command}\n")
    print(f"installing {' '.join(packages)} ({reason})", flush=True)
    quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "capture_output": True, "text": True}
    subprocess.run(["apt-get", "update"], check=False, **quiet)  # type: ignore[call-overload]
    result = subprocess.run(command.split(), check=False, **quiet)  # type: ignore[call-overload]
    if result.returncode:
        raise SystemExit(f"\n{reason} could not be installed:\n{result.stderr}\n")


def find_chromium() -> str | None:
    """Returns the path of the browser: CHROMIUM when that is set, else the first one here; None when there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def chromium() -> str:
    """Returns the path of the browser; installs Debian's when there is none.

    Raises SystemExit when there is none afterwards either.
    """
    found = find_chromium()
    if not found:
        install("chromium-headless-shell", reason="Chromium")
        found = find_chromium()
    if not found:
        raise SystemExit("\nNo Chromium was found. Set CHROMIUM to the path of one.\n")
    return found


def nginx() -> str:
    """Returns the path of nginx; installs Debian's when there is none. Raises SystemExit when that fails."""

    def find() -> str | None:
        return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")

    if find() is None:
        install("nginx-light", reason="nginx")
    found = find()
    if found is None:
        raise SystemExit("\nNo nginx was found: it must be on the PATH or in /usr/sbin.\n")
    return found


def wrk() -> str:
    """Returns the path of wrk, which asks a server as fast as it can; installs Debian's when there is none.

    Raises SystemExit when that fails.
    """
    if shutil.which("wrk") is None:
        install("wrk", reason="wrk")
    found = shutil.which("wrk")
    if found is None:
        raise SystemExit("\nNo wrk was found: it must be on the PATH.\n")
    return found


def postgresql_programs() -> Path:
    """Returns the folder with initdb and pg_ctl; installs Debian's PostgreSQL when there is none.

    Raises SystemExit when that fails.
    """

    def find() -> Path | None:
        on_path = shutil.which("initdb")
        folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
        with_server = [folder for folder in folders if (folder / "initdb").exists()]
        return Path(on_path).resolve().parent if on_path else (with_server[-1] if with_server else None)

    found = find()
    if found is None:
        install("postgresql", reason="PostgreSQL")
        found = find()
    if found is None:
        raise SystemExit("\nNo PostgreSQL server was found: initdb must be on the PATH.\n")
    return found


def free_port() -> int:
    """Returns a port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def postgresql() -> Iterator[str]:
    """Starts a server in a temporary folder, yields the URL of its database, and removes both at the end.

    With TEST_POSTGRESQL_URL it yields that and starts nothing.
    """
    given = os.environ.get("TEST_POSTGRESQL_URL")
    if given:
        yield given
        return
    with own_postgresql("-c fsync=off -c full_page_writes=off") as url:
        yield url


@contextmanager
def own_postgresql(options: str = "", *, begin: Path | None = None, keep: Path | None = None) -> Iterator[str]:
    """Starts a server of its own in a temporary folder, yields the URL of its database, and removes both at the end.

    It begins with a copy of the folder `begin`, else with an empty database; with `keep` it is stopped in order and its
    folder moved there, when all went well. PostgreSQL refuses to run as root, so root starts it as the user that
    Debian's package made.
    """
    programs = postgresql_programs()
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
    if as_user:
        shutil.chown(folder, "postgres")
    port = free_port()

    def call(*command: object) -> None:
        result = subprocess.run([*as_user, *map(str, command)], cwd=folder, capture_output=True, text=True, check=False)
        if result.returncode:
            raise SystemExit(f"\nPostgreSQL: {command[0]} failed:\n{result.stdout}\n{result.stderr}\n")

    initdb = (
        programs / "initdb",
        "-D",
        folder / "data",
        "-U",
        "portal",
        "--auth=trust",
        "--encoding=UTF8",
        "--no-sync",
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c jit=off {options}"
    stop = (programs / "pg_ctl", "-D", folder / "data", "-m")
    try:
        if begin is None:
            call(*initdb)
        else:
            # With its rights and its owner, which only root may give away.
            subprocess.run(["cp", "--archive", begin, folder / "data"], check=True)
        call(programs / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://portal@127.0.0.1:{port}/postgres"
        except BaseException:
            call(*stop, "immediate", "stop")
            raise
        call(*stop, "fast" if keep else "immediate", "stop")
        if keep:
            shutil.move(folder / "data", keep)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
