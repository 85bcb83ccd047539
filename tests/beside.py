"""A process of the site beside this one, that does what it is told; started once, so that not every step starts one."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from django.conf import settings

# Reads a piece of Python per line and answers with what it called `result`; what is printed goes to the errors.
LOOP = """
import json, sys
answers, sys.stdout = sys.stdout, sys.stderr
import django
django.setup()
from django.core.management import call_command
scope = dict(globals())
for line in sys.stdin:
    scope["result"] = None
    exec(json.loads(line), scope)
    print(json.dumps(scope["result"]), file=answers, flush=True)
"""


@dataclass(frozen=True)
class Process:
    """A process with a memory of its own."""

    process: "subprocess.Popen[str]"

    @classmethod
    def started(cls, environment: Mapping[str, str]) -> Self:
        """A new one; `PYTHONPATH` is added to this environment."""
        path = os.pathsep.join([str(settings.HOUSE / "site"), str(settings.HOUSE)])
        return cls(
            subprocess.Popen(
                [sys.executable, "-c", LOOP], cwd=settings.HOUSE, env={**environment, "PYTHONPATH": path},
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )
        )  # fmt: skip

    def do(self, code: str) -> Any:
        """Runs this there; what it called `result`. Fails when the code does, and the process has stopped."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(code) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, "the process stopped"
        return json.loads(line)

    def end(self) -> None:
        """Stops it."""
        self.process.kill()
        self.process.communicate()
