"""Computes the KPI of a list of waits, without a database."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from questions.reachability.kpi import Curve, read_durations


class Command(BaseCommand):
    """Reads [[seconds, outcome], ...] and prints n, open, percentiles and F as docs/kpi.md describes."""

    help = __doc__
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from-json", required=True, metavar="FILE", help="a file, or - for standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["from_json"]
        try:
            text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
            rows = read_durations(json.loads(text))
        except OSError as problem:
            raise CommandError(f"cannot read {name}: {problem.strerror}") from None
        except UnicodeDecodeError:
            raise CommandError(f"{name} is not text in UTF-8") from None
        except json.JSONDecodeError as problem:
            raise CommandError(f"{name} is not JSON: line {problem.lineno}: {problem.msg}") from None
        except ValueError as problem:
            raise CommandError(f"{name}: {problem}") from None
        self.stdout.write(json.dumps(Curve(rows).to_json()))
