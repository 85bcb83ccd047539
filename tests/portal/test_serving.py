"""What `make run` does around the site: it starts again what stopped, and sets up what is another database."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

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


def whose(url: str = "", var: Path | None = None, content: Path | None = None) -> str:
    """What tools/whose_database.py prints with these variables."""
    variables = {"DATABASE_URL": url, "PORTAL_VAR": str(var or ""), "PORTAL_CONTENT": str(content or "")}
    return subprocess.run(
        [sys.executable, "tools/whose_database.py"],
        cwd=settings.HOUSE, env=os.environ | variables, capture_output=True, text=True, check=True,
    ).stdout.strip()  # fmt: skip


def made(path: Path, moment: str) -> str:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE django_migrations (id integer, app text, name text, applied text)")
        database.execute("INSERT INTO django_migrations VALUES (1, 'home', '0001_initial', ?)", [moment])
    return f"sqlite:///{path}"


def test_databases_are_told_apart_by_where_they_are_and_by_what_was_done_to_them(tmp_path: Path) -> None:
    one, other = made(tmp_path / "a b.sqlite3", "2026-01-01 10:00"), made(tmp_path / "two.sqlite3", "2026-01-01 10:01")
    nothing = [f"sqlite:///{tmp_path}/none.sqlite3", f"postgresql://nobody@127.0.0.1:{free_port()}/none"]
    assert whose(one) == whose(one)
    assert len({whose(each) for each in (one, other, *nothing)}) == 4
    before = whose(other)
    (tmp_path / "two.sqlite3").write_bytes((tmp_path / "a b.sqlite3").read_bytes())
    assert whose(other) != before
    (tmp_path / "two.sqlite3").write_bytes(b"")
    assert whose(other) not in (before, whose(one))


def test_another_folder_of_the_house_or_of_content_is_another_database(tmp_path: Path) -> None:
    made(tmp_path / "portal.sqlite3", "2026-01-01 10:00")
    content = tmp_path / "content"
    content.mkdir()
    here = whose(var=tmp_path)
    assert here == whose(var=tmp_path) != whose(var=content)
    (content / "facts.yaml").write_text("facts: []")
    first = whose(var=tmp_path, content=content)
    (content / "facts.yaml").write_text("facts: [1]")
    assert len({here, first, whose(var=tmp_path, content=content)}) == 3


def step(folder: Path, **more: str) -> bool:
    """Whether a step that is made of `source` and in `database` was done: it adds a line to `log`."""
    log = folder / "log"
    before = log.read_text() if log.exists() else ""
    subprocess.run(
        [
            sys.executable, "tools/step.py", f"test-{folder.name}", "--says", "setting up", "--stamps", str(folder),
            "--of", "tools/step.py", "--made", str(folder / "made"), "--made-in", f"cat {folder}/database",
            "--", "sh", "-c", f"echo done >> {log}; touch {folder}/made",
        ],
        cwd=settings.HOUSE, env=os.environ | more, capture_output=True, check=True,
    )  # fmt: skip
    return log.exists() and log.read_text() != before


def test_a_step_is_done_again_in_another_database_and_when_what_it_made_is_gone(tmp_path: Path) -> None:
    (tmp_path / "database").write_text("the first")
    assert step(tmp_path)
    assert not step(tmp_path)
    (tmp_path / "database").write_text("another")
    assert step(tmp_path)
    (tmp_path / "made").unlink()
    assert step(tmp_path)
    assert not step(tmp_path)


def test_a_step_that_failed_is_done_again(tmp_path: Path) -> None:
    command = [sys.executable, "tools/step.py", f"test-{tmp_path.name}", "--says", "x", "--stamps", str(tmp_path)]
    failed = subprocess.run([*command, "--", "false"], cwd=settings.HOUSE, capture_output=True, check=False)
    assert failed.returncode == 1
    done = subprocess.run([*command, "--", "echo", "done"], cwd=settings.HOUSE, capture_output=True, check=True)
    assert b"done" in done.stdout


def test_what_make_says_it_would_do_it_does_not_do() -> None:
    """A dry run notes no step as done, and every target of the help is one."""
    stamps = settings.HOUSE / ".venv" / "stamps"
    before = {path.name: path.stat().st_mtime_ns for path in stamps.glob("*")}
    for target in ("run", "demo", "test", "audit", "bench", "lint", "messages", "lock"):
        said = subprocess.run(["make", "-n", target], cwd=settings.HOUSE, capture_output=True, text=True, check=True)
        assert "tools/step.py environment-run" in said.stdout, target
    assert {path.name: path.stat().st_mtime_ns for path in stamps.glob("*")} == before


def test_a_process_has_read_what_is_looked_for_before_its_first_question_and_lets_no_thread_wait_long(
    tmp_path: Path,
) -> None:
    code = (
        "import sys, portal.wsgi; from pathlib import Path; from questions.danger import store;"
        "from questions.formal import found, rules;"
        "rules.pattern_of = Path.open = Path.read_text = Path.read_bytes = None;"
        'found_in = store.kinds_in("mijn man slaat mij") | found.kinds_in("ik maak bezwaar");'
        "print(*sorted(found_in), sys.getswitchinterval() <= 0.001)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=settings.HOUSE, env=os.environ | {"PORTAL_VAR": str(tmp_path)},
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert said.split() == ["objection", "violence", "True"]
