"""Asks another website whether it still has a page: politely, without cookies; no answer is not taken for a no."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from urllib.parse import urlsplit

import requests
from django.conf import settings

GONE = frozenset({404, 410})
NOT_BY_HEAD = frozenset({400, 403, 404, 405, 410, 500, 501, 503})
"""Statuses that some websites give to HEAD although they have the page."""


class Answer(Enum):
    """What is known of an address on another website after it was asked for."""

    THERE = auto()
    GONE = auto()
    UNREACHABLE = auto()


@dataclass
class Visitor:
    """Asks for one address at a time, and waits between two of the same website. Times are in seconds."""

    timeout: float = 10
    pause: float = 1
    wait: Callable[[float], None] = time.sleep
    visited: set[str] = field(default_factory=set)

    def __call__(self, address: str) -> Answer:
        host = urlsplit(address).netloc
        if host in self.visited:
            self.wait(self.pause)
        self.visited.add(host)
        status = self._status("HEAD", address)
        if status in NOT_BY_HEAD:
            status = self._status("GET", address)
        if status is None or status >= 500:
            return Answer.UNREACHABLE
        return Answer.GONE if status in GONE else Answer.THERE

    def _status(self, method: str, address: str) -> int | None:
        """Returns the HTTP status; None when there was no answer."""
        try:
            # A request of its own each time: what a website wants remembered is not.
            with requests.request(
                method,
                address,
                timeout=self.timeout,
                stream=True,
                headers={"User-Agent": f"wijkteam-portal link checker (+{settings.BASE_URL})"},
            ) as answer:
                return answer.status_code
        except requests.RequestException:
            return None
