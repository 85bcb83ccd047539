"""What a colleague waits for at a desk with very many questions, on both engines. A part of tools/bench.py.

    python tools/bench_desk.py --questions 200000 --to-do 2000 --rounds 60

Through Django's test client, signed in: every middleware, no network. Time, not time of the processor: waiting for a
database counts. Each screen is asked by turns with the others and with a plain list, and asked once more of a database
with few questions, of which as many are to be done: what depends on how many have ended shows as a ratio.
"""

import argparse
import json
import os
import statistics
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

HOUSE = Path(__file__).resolve().parents[1]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
sys.path.insert(0, str(HOUSE))
django.setup()

from django.http import QueryDict  # noqa: E402 (Django must be set up first)
from django.test import Client  # noqa: E402
from django.test.utils import override_settings  # noqa: E402
from django.utils import timezone  # noqa: E402

from questions.desk.queue.filters import QueueFilter  # noqa: E402
from questions.desk.queue.selectors import menu_counts  # noqa: E402
from questions.models import Colleague, Message, Note, Question, SavedView  # noqa: E402
from tools.bench_pages import queries  # noqa: E402
from tools.bench_seed import COLLEAGUE_NAME, LONG, SOUGHT  # noqa: E402
from tools.desk_databases import ENGINES, QUESTIONS, TO_DO, much, told_inside  # noqa: E402

ROUNDS = 40
FEW = 5
"""The small database has so many questions for each one that is to be done."""
PLAIN = "a plain list of 50 rows"
QUEUE = "/beheer/vragen/"
FILTERS = {
    "queue, everything": "",
    "queue, mine": "?van=mij",
    "queue, nobody's": "?van=niemand",
    "queue, my teams": "?van=team",
    "queue, a theme": "?thema=geld",
    "queue, a district": "?stadsdeel=noord",
    "queue, a language": "?taal=ar",
    "queue, a channel": "?kanaal=chat",
    "queue, calls due": "?terugbellen=1",
    "queue, sensitive": "?gevoelig=1",
    "queue, a saved view": "?thema=geld&taal=nl&van=niemand",
}
FIRST_PAGE, OPENING = 150, 100
"""The limits in milliseconds."""

Times = dict[str, tuple[int, float, float]]


def desk_costs(questions: int = QUESTIONS, to_do: int = TO_DO, rounds: int = ROUNDS) -> list[str]:
    """Returns a table for each engine: queries, the median and the 95th percentile of every screen, and the ratios."""
    rows = []
    for engine in ENGINES:
        found = []
        for count in (questions, FEW * to_do):
            with much(engine, count, to_do) as url:
                found.append(told_inside(url, f"from tools.bench_desk import told; told({rounds})"))
        many, few = found
        rows += [
            f"{engine}, {questions} questions and {many['messages']} messages, {to_do} to be done:",
            "",
            f"| screen | queries | median ms | 95% ms | times the plain list | with {FEW * to_do} questions: median ms "
            "| times as long | limit, 95% |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for name, (asked, middle, high, limit) in many["times"].items():
            other = few["times"][name][1]
            rows.append(
                f"| {name} | {asked} | {middle:.1f} | {high:.1f} | {middle / many['times'][PLAIN][1]:.1f} "
                f"| {other:.1f} | {middle / other:.1f} | {f'{limit} ms' if limit else ''} |"
            )
        rows.append("")
    return rows[:-1]


def told(rounds: int) -> None:
    """Prints what each screen takes in this process's database, as JSON."""
    print(json.dumps({"messages": Message.objects.count(), "times": measured(rounds)}))


def measured(rounds: int) -> dict[str, tuple[int, float, float, int]]:
    """Returns for each screen its queries, its median and 95th percentile in milliseconds, and its limit (0: none)."""
    with override_settings(ROOT_URLCONF="tools.plain_desk", SECOND_FACTOR_REQUIRED=False):
        screens = Screens()
        calls = screens.calls()
        for call, _limit in calls.values():
            call()
        counted = {name: queries(call) for name, (call, _limit) in calls.items()}
        times: dict[str, list[float]] = {name: [] for name in calls}
        for _round in range(rounds):
            for name, (call, _limit) in calls.items():
                start = time.perf_counter()
                call()
                times[name].append(1000 * (time.perf_counter() - start))
    return {
        name: (counted[name], statistics.median(took), statistics.quantiles(took, n=20)[-1], calls[name][1])
        for name, took in times.items()
    }


class Screens:
    """The screens of the desk as the first colleague of the made-up database asks for them."""

    def __init__(self) -> None:
        self.client = Client(headers={"host": "127.0.0.1"}, raise_request_exception=True)
        self.colleague = Colleague.objects.get(user__username=f"{COLLEAGUE_NAME}-0")
        self.client.force_login(self.colleague.user, "django.contrib.auth.backends.ModelBackend")
        to_do = Question.objects.to_do().filter(theme__sensitive=False, theme_corrected=None, colleague=None)
        self.free = list(to_do.order_by("pk").values_list("pk", flat=True))
        # Beside the queue stands how much there is to do in each of them.
        for name, query in list(FILTERS.items())[1:]:
            filters = QueueFilter(QueryDict(query.removeprefix("?")).dict()).address
            SavedView.objects.get_or_create(colleague=self.colleague, name=name[:40], defaults={"filters": filters})
        self.long = Question.objects.filter(last_number=LONG).values_list("pk", flat=True)[0]
        self.noted = Note.objects.order_by("-pk").values_list("question_id", flat=True)[0]
        Question.objects.filter(pk__in=[self.long, self.noted]).update(
            theme_corrected=None, theme=to_do.values("theme")[:1], colleague=None, claimed_at=None, team=None
        )

    def calls(self) -> dict[str, tuple[Callable[[], Any], int]]:
        """Returns what to ask for by its name, with its limit in milliseconds (0: none)."""
        screens: dict[str, tuple[Callable[[], Any], int]] = {
            PLAIN: (lambda: self.get("/plain-list/"), 0),
            "Wagtail's own page of an account, with the same menu": (lambda: self.get("/beheer/account/"), 0),
        }
        for name, filters in FILTERS.items():
            screens[name] = (lambda filters=filters: self.get(QUEUE + filters), FIRST_PAGE)
        for name, number in {
            "a conversation": self.free[0],
            "one of 200 messages": self.long,
            "one with 10,000 notes": self.noted,
        }.items():
            screens[name] = (lambda number=number: self.get(f"{QUEUE}{number}/"), OPENING)
        screens["the counts of the menu alone"] = (self.count, 0)
        screens["a search in the text of all that wait"] = (self.search, 0)
        screens["an answer is sent"] = (self.answer, 0)
        return screens

    def get(self, address: str) -> None:
        """Asks for the address. Raises SystemExit for any status but 200."""
        response = self.client.get(address)
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code}")

    def count(self) -> None:
        """Counts what stands in the menu."""
        menu_counts(self.colleague, timezone.now())

    def search(self) -> None:
        """Looks for a word in the open questions. Raises SystemExit for any status but 200."""
        response = self.client.post(f"{QUEUE}zoeken/", {"words": SOUGHT})
        if response.status_code != 200:
            raise SystemExit(f"the search answers {response.status_code}")

    def answer(self) -> None:
        """Sends an answer to the next question that nobody answered, claimed beforehand."""
        number = self.free.pop()
        Question.objects.filter(pk=number).update(
            colleague=self.colleague,
            team=self.colleague.teams.first(),
            claimed_at=Question.objects.get(pk=number).asked_at,
        )
        form = {"submission": str(uuid.uuid4()), "text": "Dank u, wij kijken ernaar.", "language": "nl"}
        form |= {"settled": "answered", "destination": "team", "seen": "99"}
        response = self.client.post(f"{QUEUE}{number}/antwoord/", form)
        if response.status_code != 302:
            raise SystemExit(f"the answer to {number} is answered with {response.status_code}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--to-do", type=int, default=TO_DO)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    print("\n".join(desk_costs(given.questions, given.to_do, given.rounds)))


if __name__ == "__main__":
    main()
