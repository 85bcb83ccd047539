"""Conventions of the house that a machine can hold us to."""

import subprocess
import sys

from django.conf import settings

from tests.some import some

FORBIDDEN = {"utils.py", "helpers.py", "services.py"}
TOP = ("home", "services", "questions", "site", "tools", "tests")


def python_files() -> list[str]:
    return [str(path.relative_to(settings.HOUSE)) for top in TOP for path in (settings.HOUSE / top).rglob("*.py")]


def test_site_is_a_plain_directory_and_python_keeps_its_own_module() -> None:
    assert not (settings.HOUSE / "site" / "__init__.py").exists()
    found = subprocess.run(
        [sys.executable, "-c", "import site; print(site.__file__)"],
        cwd=settings.HOUSE, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(settings.HOUSE / "site") not in found.stdout


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [path for path in some(python_files()) if path.split("/")[-1] in FORBIDDEN or "/common/" in path] == []


def test_no_test_folder_is_a_package() -> None:
    assert not list((settings.HOUSE / "tests").rglob("__init__.py"))


def test_lock_files_name_no_host_and_every_package_has_a_hash() -> None:
    for name in ("bootstrap", "run", "test"):
        lock = (settings.HOUSE / "requirements" / f"{name}.txt").read_text()
        assert "://" not in lock
        for block in some(lock.split("\n\n")):
            for package in some(block.split("\n")):
                if "==" in package and not package.startswith((" ", "#")):
                    assert package.endswith("\\"), package
    assert '"resolved"' not in (settings.HOUSE / "package-lock.json").read_text()
