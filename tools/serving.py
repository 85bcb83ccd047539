"""Serves the site of `make run` until it is stopped, with the background command beside it. Standard library only."""

import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from steps import stop  # beside this file


def serve(house: Path, programs: Path, port: int, ready: Callable[[str], None]) -> None:
    """Runs both until one is stopped or ends; calls `ready` with the address as soon as it answers."""
    address = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [
            str(programs / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
            "--workers", "1", "--blocking-threads", "4", "--no-ws", "--log-level", "warning",
            "portal.wsgi:application",
        ],
        cwd=house,
    )  # fmt: skip
    due = subprocess.Popen([str(programs / "python"), "manage.py", "run_due", "--every", "20"], cwd=house)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        wait_for(address + "/nl/", server)
        ready(address)
        server.wait()
    except KeyboardInterrupt:
        pass
    finally:
        for process in (server, due):
            process.terminate()
        for process in (server, due):
            process.wait(timeout=20)
    if server.returncode not in (0, -signal.SIGTERM, -signal.SIGINT):
        stop(f"the server stopped by itself ({server.returncode}); is port {port} in use? Try: make run PORT=8123")


def wait_for(address: str, server: "subprocess.Popen[bytes]", seconds: float = 60) -> None:
    """Waits until the address answers; ends with a message when the server dies first."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            stop(f"the server did not start. Is the port in use? Try: make run PORT=8123 ({address})")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    stop(f"no answer from {address} after {seconds:.0f} s")
