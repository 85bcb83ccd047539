"""Running tests again and again on a busy machine tells what fails now and then, and leaves nothing running."""

import subprocess
from pathlib import Path

import pytest

from tools import shake

# What these tests run needs no database and nothing of the house.
BARE = ("-p", "no:django", "--noconftest")
NOW_AND_THEN = """
from pathlib import Path
COUNT = Path(__file__).with_name("count")

def test_every_second_time():
    rounds = int(COUNT.read_text()) + 1 if COUNT.exists() else 1
    COUNT.write_text(str(rounds))
    assert rounds % 2, "not now"

def test_always():
    pass
"""


@pytest.fixture(autouse=True)
def told_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shake, "TOLD", tmp_path / "told")


def test_a_test_that_fails_now_and_then_is_named_with_its_rounds(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tests = tmp_path / "test_flaky.py"
    tests.write_text(NOW_AND_THEN)
    assert shake.shake(4, 0, [*BARE, str(tests)]) == {"test_flaky::test_every_second_time": [2, 4]}
    told = capsys.readouterr().out
    assert "round 1: 2 tests, 0 failed" in told
    assert "round 2: 2 tests, 1 failed" in told
    assert "not now" in told


def test_where_no_test_runs_it_is_no_success(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="no tests ran"):
        shake.shake(1, 0, [*BARE, str(tmp_path)])


def test_what_keeps_the_machine_busy_ends_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Seen(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(subprocess, "Popen", Seen)

    def stopped() -> None:
        with shake.busy(2):
            assert [process.poll() for process in started] == [None, None]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert [process.poll() is None for process in started] == [False, False]
