"""What `make run` does around the site: it starts again what stopped, and sets up what is another database."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from tools.machine import free_port

SERVE = """
import sys
from pathlib import Path
sys.path.insert(0, "tools")
import serving
serving.Due.PAUSE = 0.1
serving.serve(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), lambda address: print("ready", flush=True))
"""
SERVER = """#!{python}
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
HTTPServer(("127.0.0.1", int(sys.argv[sys.argv.index("--port") + 1])), Answer).serve_forever()
"""
# Dies at once the first two times; afterwards it goes on.
DUE = """#!{python}
import pathlib, sys, time
log = pathlib.Path("starts")
log.write_text((log.read_text() if log.exists() else "") + " ".join(sys.argv[1:]) + "\\n")
time.sleep(600 if log.read_text().count("run_due") > 2 else 0)
"""


def program(path: Path, text: str) -> None:
    path.write_text(text.format(python=sys.executable))
    path.chmod(0o755)


def test_the_background_command_is_started_again_when_it_dies(tmp_path: Path) -> None:
    program(tmp_path / "granian", SERVER)
    program(tmp_path / "python", DUE)
    served = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(tmp_path), str(tmp_path), str(free_port())],
        cwd=settings.HOUSE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    starts = tmp_path / "starts"
    until = time.monotonic() + 30
    while time.monotonic() < until and (not starts.exists() or starts.read_text().count("run_due") < 3):
        time.sleep(0.1)
    served.send_signal(signal.SIGTERM)
    said = served.communicate(timeout=30)[0]
    assert starts.read_text().splitlines() == ["manage.py run_due --every 20"] * 3
    assert said.count("run_due stopped by itself") == 2
    assert "ready" in said


def whose(url: str) -> str:
    return subprocess.run(
        [sys.executable, "tools/whose_database.py", url], cwd=settings.HOUSE, capture_output=True, text=True, check=True
    ).stdout.strip()


def made(path: Path, moment: str) -> str:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE django_migrations (id integer, app text, name text, applied text)")
        database.execute("INSERT INTO django_migrations VALUES (1, 'home', '0001_initial', ?)", [moment])
    return f"sqlite:///{path}"


def test_databases_are_told_apart_by_what_was_done_to_them(tmp_path: Path) -> None:
    one, other = made(tmp_path / "a b.sqlite3", "2026-01-01 10:00"), made(tmp_path / "two.sqlite3", "2026-01-01 10:01")
    assert whose(one)
    assert whose(one) == whose(one) != whose(other)
    (tmp_path / "two.sqlite3").write_bytes((tmp_path / "a b.sqlite3").read_bytes())
    assert whose(one) == whose(other)
    for nothing in (tmp_path / "none.sqlite3", tmp_path / "empty.sqlite3"):
        if nothing.name.startswith("empty"):
            nothing.touch()
        assert whose(f"sqlite:///{nothing}") == ""
    assert whose(f"postgresql://nobody@127.0.0.1:{free_port()}/none") == ""


STEP = """
import sys
from pathlib import Path
sys.path.insert(0, "tools")
from steps import once
place = Path(sys.argv[1])
database = place / "which"
done = once("database", [], [], lambda: database.touch(), "setting up", made_in=database.read_text, stamps=place)
print("done" if done else "skipped")
"""


@pytest.mark.parametrize("changed", [True, False])
def test_a_step_is_done_again_in_another_database_and_not_in_the_same(tmp_path: Path, changed: bool) -> None:
    def step() -> str:
        command = [sys.executable, "-c", STEP, str(tmp_path)]
        environment = os.environ | {"PORTAL_VAR": str(tmp_path)}
        done = subprocess.run(command, cwd=settings.HOUSE, env=environment, capture_output=True, text=True, check=True)
        return done.stdout.split()[-1]

    (tmp_path / "which").write_text("the first")
    assert step() == "done"
    assert step() == "skipped"
    if changed:
        (tmp_path / "which").write_text("another")
    assert step() == ("done" if changed else "skipped")
