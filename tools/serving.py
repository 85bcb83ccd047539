"""Serves the site of `make run` until it is stopped, with the background command beside it. Standard library only."""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]


def serve(house: Path, programs: Path, port: int, ready: Callable[[str], None]) -> None:
    """Runs both until one is stopped or ends; calls `ready` with the address as soon as the site answers.

    Raises SystemExit when the server stopped by itself.
    """
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [
            str(programs / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
            "--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
            "portal.wsgi:application",
        ],
        cwd=house,
    )  # fmt: skip
    due = Due([str(programs / "python"), "manage.py", "run_due", "--every", "20"], house)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        wait_for(address + "/nl/", server)
        ready(address)
        while server.poll() is None:
            due.look()
            time.sleep(1)
    except KeyboardInterrupt:
        pass
    finally:
        for process in (server, due.process):
            process.terminate()
        for process in (server, due.process):
            process.wait(timeout=20)
    if server.returncode not in (0, -signal.SIGTERM, -signal.SIGINT):
        raise SystemExit(
            f"\nthe server stopped by itself ({server.returncode}); is port {port} in use? Try: make run PORT=8123"
        )


class Due:
    """The background command, which is started again when it stops: without it nothing is mailed or forgotten."""

    PAUSE = 5.0
    LONGEST = 300.0

    def __init__(self, command: list[str], house: Path) -> None:
        self.command, self.house, self.pause = command, house, self.PAUSE
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, cwd=self.house)
        self.began, self.told = time.monotonic(), False

    def look(self) -> None:
        """Starts the command again when it has stopped, after a pause that doubles each time, up to LONGEST seconds."""
        ended = self.process.poll()
        if ended is None:
            if time.monotonic() - self.began > self.LONGEST:
                self.pause = self.PAUSE
            return
        if not self.told:
            print(f"run_due stopped by itself ({ended}); it is started again in {self.pause:.0f} s", flush=True)
            self.again, self.told = time.monotonic() + self.pause, True
        if time.monotonic() >= self.again:
            self.pause = min(2 * self.pause, self.LONGEST)
            self.start()


def wait_for(address: str, server: "subprocess.Popen[bytes]", seconds: float = 60) -> None:
    """Waits until the address answers. Raises SystemExit when the server dies first, or after this many seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise SystemExit(f"\nthe server did not start. Is the port in use? Try: make run PORT=8123 ({address})\n")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit(f"\nno answer from {address} after {seconds:.0f} s\n")


def show_doors(address: str) -> None:
    """Prints the addresses of the site, and the demo logins."""
    subprocess.run([sys.executable, "manage.py", "show_doors", address], cwd=HOUSE, check=True)


if __name__ == "__main__":
    serve(HOUSE, Path(sys.executable).parent, int(sys.argv[1]), show_doors)
