"""Publishes a page every few seconds through the admin, as an editor does, until it is told to stop. For bench_load.py.

    python tools/load_editor.py http://127.0.0.1:8000 NAME PASSWORD PAGE SECONDS

Standard library only. Prints as JSON how often it published and how long that took, when a line comes in.
"""

import json
import sys
import threading
import time
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.load_generator import form_with, share

ADMIN = "/beheer/"


class Editor:
    """A browser in which an editor has signed in."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.browser = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        """Returns the page."""
        page: str = self.browser.open(self.site + path, timeout=60).read().decode()
        return page

    def post(self, path: str, fields: dict[str, str]) -> tuple[str, str]:
        """Sends the fields; returns the address of the answer, after what it leads to, and the page."""
        asked = Request(self.site + path, urlencode(fields).encode(), {"Origin": self.site})
        with self.browser.open(asked, timeout=60) as answer:
            return str(answer.geturl()).removeprefix(self.site), answer.read().decode()

    def sign_in(self, name: str, password: str) -> None:
        """Signs in. Raises SystemExit when that is refused."""
        form = form_with(self.get(f"{ADMIN}login/"), "username") | {"username": name, "password": password}
        led_to, _page = self.post(f"{ADMIN}login/", form)
        if led_to.startswith(f"{ADMIN}login/"):
            raise SystemExit(f"{name} cannot sign in")

    def publish(self, page: int, number: int) -> float:
        """Opens the editor of the page, changes its title and publishes; returns the seconds of the publishing.

        Raises SystemExit when the editor comes back with the form.
        """
        path = f"{ADMIN}pages/{page}/edit/"
        form = form_with(self.get(path), "title")
        form["title"] = f"{form['title'].partition(' · ')[0]} · {number}"
        start = time.perf_counter()
        led_to, _page = self.post(path, form | {"action-publish": "action-publish"})
        if led_to == path:
            raise SystemExit(f"page {page} was not published")
        return time.perf_counter() - start


def main(site: str, name: str, password: str, page: str, every: str) -> None:
    """Publishes every so many seconds until a line comes in, and prints what came of it."""
    editor = Editor(site)
    editor.sign_in(name, password)
    editor.publish(int(page), 0)
    print("ready", flush=True)
    told = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.readline(), told.set()), daemon=True).start()
    took: list[float] = []
    start = time.perf_counter()
    while not told.wait(max(0.0, start + len(took) * float(every) - time.perf_counter())):
        took.append(editor.publish(int(page), len(took) + 1))
    said = {"published": len(took), "median": share(took, 0.5), "slowest": 1000 * max(took)}
    print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
