"""What happens when two do the same thing at the same moment, against a running server."""

import re
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

import pytest

from questions.management.commands.set_up_roles import DEMO_PASSWORD
from tests.browser.conftest import PATIENCE, Site

pytestmark = [pytest.mark.browser, pytest.mark.walk, pytest.mark.django_db]


class Visitor:
    """A browser without a screen: it keeps cookies and sends forms with their token."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        with self.opener.open(self.site(path), timeout=PATIENCE / 1000) as response:
            return str(response.read().decode())

    def token(self, path: str) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(path))
        assert found
        return found[1]

    def post(self, path: str, token: str, **fields: str) -> tuple[int, str, str]:
        """Status, final address and body."""
        data = urlencode(fields | {"csrfmiddlewaretoken": token}).encode()
        try:
            with self.opener.open(self.site(path), data, timeout=PATIENCE / 1000) as response:
                return response.status, response.url, response.read().decode()
        except HTTPError as refused:
            return refused.code, refused.url, refused.read().decode()


def at_once(calls: list[Callable[[], tuple[int, str, str]]]) -> list[tuple[int, str, str]]:
    with ThreadPoolExecutor(len(calls)) as pool:
        return [future.result() for future in [pool.submit(call) for call in calls]]


def reference_in(body: str) -> str:
    """The reference on a page of confirmation, whatever element it stands in."""
    found = re.search(r">\s*([2-9A-Z]{3}-[2-9A-Z]{3})\s*<", body)
    assert found
    return found[1]


def signed_in(site: Site, username: str) -> Visitor:
    visitor = Visitor(site)
    visitor.post("/beheer/login/", visitor.token("/beheer/login/"), username=username, password=DEMO_PASSWORD)
    return visitor


def test_the_same_form_sent_eight_times_at_once_is_one_question(site: Site) -> None:
    resident = Visitor(site)
    token = resident.token("/nl/vraag/")
    form = {"submission": str(uuid.uuid4()), "theme": "geld", "text": "Acht keer", "answer_by": "page"}
    results = at_once([lambda: resident.post("/nl/vraag/", token, **form)] * 8)
    assert {status for status, _url, _body in results} == {200}
    assert len({reference_in(body) for _status, _url, body in results}) == 1


def test_of_two_colleagues_who_claim_at_once_one_gets_it_and_the_other_reads_who_was_first(site: Site) -> None:
    resident = Visitor(site)
    _status, _url, confirmation = resident.post(
        "/nl/vraag/", resident.token("/nl/vraag/"),
        submission=str(uuid.uuid4()), theme="wonen", text="Wie is er eerst?", answer_by="page",
    )  # fmt: skip
    reference = reference_in(confirmation)
    both = [signed_in(site, name) for name in ("medewerker", "collega")]
    queue = both[0].get("/beheer/vragen/")
    before = queue[: queue.index(reference)]
    number = re.findall(r"/beheer/vragen/(\d+)/", before)[-1]
    tokens = [visitor.token("/beheer/vragen/") for visitor in both]
    results = at_once(
        [
            lambda visitor=visitor, token=token: visitor.post(f"/beheer/vragen/{number}/nemen/", token)  # type: ignore[misc]
            for visitor, token in zip(both, tokens, strict=True)
        ]
    )
    claimed = [url for _status, url, _body in results if url.endswith(f"/{number}/")]
    told = [body for _status, _url, body in results if "Een collega was" in body]
    assert len(claimed) == 1
    assert len(told) == 1


def test_two_who_merge_crosswise_at_once_make_one_question_of_two(site: Site) -> None:
    resident = Visitor(site)
    references = [
        reference_in(
            resident.post(
                "/nl/vraag/", resident.token("/nl/vraag/"),
                submission=str(uuid.uuid4()), theme="werk", text=f"Kruislings {number}", answer_by="page",
            )[2]
        )
        for number in range(2)
    ]  # fmt: skip
    both = [signed_in(site, name) for name in ("medewerker", "collega")]
    rows = both[0].get("/beheer/vragen/").split("<li")
    numbers = [re.findall(r"/beheer/vragen/(\d+)/", next(row for row in rows if each in row))[0] for each in references]
    addresses = [f"/beheer/vragen/{number}/samenvoegen/" for number in numbers]
    tokens = [visitor.token(address) for visitor, address in zip(both, addresses, strict=True)]
    results = at_once(
        [
            lambda visitor=visitor, address=address, token=token, other=other: visitor.post(  # type: ignore[misc]
                address, token, reference=other, keep="this", sure="on", submission=str(uuid.uuid4())
            )
            for visitor, address, token, other in zip(both, addresses, tokens, reversed(references), strict=True)
        ]
    )
    assert sorted(status for status, _url, _body in results) == [200, 409]
    refused = next(body for status, _url, body in results if status == 409)
    assert "Een van de twee is afgelopen of staat apart." in refused
