"""Sends a form so many times a second, whatever the server does meanwhile. A part of bench_load.py. Standard library.

    python tools/load_generator.py ADDRESS RATE SECONDS '{"theme": "geld", …}'

First it fetches a form for each sending, with its own token and cookies, and says so; then it waits for a line and
sends them. A sending is due at its moment, not when the one before has been answered: its time counts from there, so a
server that stands still is not asked less (an open loop). Prints what came of it as JSON.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

AT_ONCE = 96
PATIENCE = 30
"""Seconds until a sending counts as lost."""


class Forms(HTMLParser):
    """Reads the fields that a page's forms bring along: of each form what a browser would send untouched."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.select = self.textarea = ""
        self.kinds: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "form":
            self.forms.append({})
            self.kinds.append({})
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and self.forms:
            if "selected" in given or self.select not in self.forms[-1]:
                self.forms[-1][self.select] = value
        elif tag == "textarea" and name and self.forms:
            self.textarea = name
            self.forms[-1][name] = ""
        elif tag == "input" and name and self.forms:
            kind = given.get("type", "text")
            chosen = kind not in ("checkbox", "radio") or "checked" in given
            if chosen and kind not in ("submit", "button", "file", "image"):
                self.forms[-1][name] = value
            self.kinds[-1][name] = kind or "text"

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
        elif tag == "textarea":
            self.textarea = ""

    def handle_data(self, data: str) -> None:
        if self.textarea and self.forms:
            # A browser leaves out the line break that the template writes behind the tag.
            self.forms[-1][self.textarea] += data


def form_with(page: str, field: str) -> dict[str, str]:
    """Returns the fields of the form of this page that has this one. Raises SystemExit when there is none."""
    reader = Forms()
    reader.feed(page)
    for form in reader.forms:
        if field in form:
            return form
    raise SystemExit(f"no form with the field {field}")


@dataclass(frozen=True)
class FetchedForm:
    """A form as one visitor has it: its fields, filled in, and the cookies of that browser."""

    body: bytes
    cookies: str


@dataclass(frozen=True)
class Sending:
    """What came of one form: how long after it was due it was sent and answered, and the status; 0 when it was lost."""

    late: float
    took: float
    status: int


class Visitors:
    """The browsers that have a form of one address."""

    def __init__(self, address: str, filled: dict[str, str]) -> None:
        parts = urlsplit(address)
        self.host, self.path, self.filled = parts.netloc, parts.path, filled

    def fetch(self, _number: int) -> FetchedForm:
        """Returns a form that was fetched anew."""
        connection = HTTPConnection(self.host, timeout=PATIENCE)
        connection.request("GET", self.path)
        answer = connection.getresponse()
        page = answer.read().decode()
        cookies = [each.partition(";")[0] for each in answer.headers.get_all("Set-Cookie", [])]
        connection.close()
        fields = form_with(page, "text") | self.filled
        return FetchedForm(urlencode(fields).encode(), "; ".join(cookies))

    def send(self, form: FetchedForm, due: float) -> Sending:
        """Sends the form when it is due."""
        time.sleep(max(0.0, due - time.perf_counter()))
        late = time.perf_counter() - due
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": form.cookies,
            "Origin": f"http://{self.host}",
        }
        status = 0
        connection = HTTPConnection(self.host, timeout=PATIENCE)
        try:
            connection.request("POST", self.path, form.body, headers)
            answer = connection.getresponse()
            answer.read()
            status = answer.status
        except (OSError, HTTPException):
            pass
        finally:
            connection.close()
        return Sending(late, time.perf_counter() - due, status)


def share(values: list[float], part: float) -> float:
    """Returns the value below which this part of them lies, in milliseconds."""
    return 1000 * sorted(values)[min(len(values) - 1, int(part * len(values)))]


def main(address: str, rate: float, seconds: float, filled: str) -> None:
    """Fetches, says that it is ready, waits for a line, sends, and prints what came of it."""
    visitors = Visitors(address, json.loads(filled))
    count = int(rate * seconds)
    with ThreadPoolExecutor(4) as pool:
        forms = list(pool.map(visitors.fetch, range(count)))
    print("ready", flush=True)
    sys.stdin.readline()
    start = time.perf_counter() + 0.2
    with ThreadPoolExecutor(AT_ONCE) as pool:
        sent = list(pool.map(visitors.send, forms, [start + number / rate for number in range(count)]))
    took = [each.took for each in sent]
    said = {
        "sent": count,
        "accepted": sum(each.status == 200 for each in sent),
        "refused": sum(each.status not in (0, 200) for each in sent),
        "unanswered": sum(each.status == 0 for each in sent),
        "median": share(took, 0.5),
        "p95": share(took, 0.95),
        "p99": share(took, 0.99),
        "slowest": 1000 * max(took),
        "late": share([each.late for each in sent], 0.99),
    }
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), float(sys.argv[3]), sys.argv[4])
