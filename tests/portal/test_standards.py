"""What machines look for by its standard: sitemap, robots, security contact, and headers that a cache goes by."""

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from portal.standards import security_lines
from tests.some import some

pytestmark = pytest.mark.django_db

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
NOW = datetime(2026, 3, 2, 9, 30, 15, 999, tzinfo=UTC)


def sitemap(client: Client) -> dict[str, dict[str, str]]:
    """Every address of the sitemap with its other languages."""
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    tree = ElementTree.fromstring(response.content)  # noqa: S314 (our own)
    return {
        url.findtext("s:loc", "", SPACES): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", SPACES)
        }
        for url in tree.findall("s:url", SPACES)
    }


@pytest.mark.once
def test_the_sitemap_names_every_page_that_has_words_of_its_own(client: Client) -> None:
    found = sitemap(client)
    base = settings.BASE_URL
    assert f"{base}/nl/diensten/jeugdhulp/" in found
    assert f"{base}/ar/diensten/jeugdhulp/" in found
    own = Page.objects.live().filter(depth__gt=1, alias_of=None)
    assert found.keys() == {f"{base}{page.url}" for page in own}


@pytest.mark.once
def test_a_fallback_stands_nowhere_in_the_sitemap(client: Client) -> None:
    found = sitemap(client)
    named = {*found, *(address for others in found.values() for address in others.values())}
    assert [address for address in named if "/tr/onderwerpen/" in address]
    assert not [address for address in named if "/tr/diensten/jeugdhulp/" in address]


@pytest.mark.once
def test_every_address_names_itself_and_is_named_back(client: Client) -> None:
    found = sitemap(client)
    assert len(found) > 50
    for address, others in some(found.items()):
        assert address in others.values()
        assert "nl" in others
        for other in some(others.values()):
            assert found[other] == others


@pytest.mark.once
def test_the_sitemap_says_what_the_pages_say(client: Client) -> None:
    for address, others in some(list(sitemap(client).items())[:6]):
        context = client.get(address.removeprefix(settings.BASE_URL)).context
        assert {each.code: each.absolute_url for each in context["hreflang"]} == others
        assert context["canonical"] == address


def test_drafts_and_closed_pages_are_not_in_the_sitemap(client: Client) -> None:
    Page.objects.get(slug="privacy", locale__language_code="nl").unpublish()
    closed = Page.objects.get(slug="klacht", locale__language_code="nl")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert not [address for address in some(sitemap(client)) if address.endswith(("/nl/privacy/", "/nl/klacht/"))]


@pytest.mark.once
def test_the_sitemap_costs_few_queries_however_many_pages(client: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(5):
        sitemap(client)


@pytest.mark.once
def test_robots_may_read_pages_and_nothing_that_is_somebodys(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    text = response.content.decode()
    assert {line.partition(": ")[2] for line in text.splitlines() if line.startswith("Disallow")} == {
        "/beheer/",
        "/*/gesprek/",
        "/*/vraag/volgen/",
    }
    rules = RobotFileParser()
    rules.parse(text.splitlines())
    assert rules.site_maps() == [f"{settings.BASE_URL}/sitemap.xml"]
    assert rules.can_fetch("any", "/nl/diensten/")
    assert not rules.can_fetch("any", "/beheer/vragen/")


@pytest.mark.once
def test_the_security_contact_holds_for_less_than_a_year(client: Client) -> None:
    lines = dict(line.split(": ", 1) for line in security_lines(NOW))
    assert lines == {
        "Contact": "mailto:security@example.org",
        "Expires": "2026-08-29T09:30:15Z",
        "Preferred-Languages": "nl, en",
        "Canonical": "http://testserver/.well-known/security.txt",
    }
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    said = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    until = datetime.strptime(said["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(0) < until - datetime.now(UTC) < timedelta(days=365)


@pytest.mark.once
@pytest.mark.parametrize(
    "contact", ["security@example.org", "http://example.org", "", "mailto:a@b.nl\nContact: mailto:c@d.nl", "mailto:a b"]
)
def test_a_security_contact_without_its_scheme_stops_the_start(settings: Any, contact: str) -> None:
    settings.SECURITY_CONTACT = contact
    with pytest.raises(Exception, match=r"portal\.E009"):
        call_command("check")


@pytest.mark.once
def test_what_machines_read_cannot_be_written(client: Client) -> None:
    for path in ("/sitemap.xml", "/robots.txt", "/.well-known/security.txt"):
        assert client.post(path).status_code == 405
        assert not client.get(path).cookies


@pytest.mark.once
@pytest.mark.parametrize("path", ["/nl/", "/ar/", "/tr/diensten/", "/nl/onderwerpen/veilig/", "/ar/bestaat-niet/"])
def test_a_page_that_is_only_read_is_the_same_for_everybody(client: Client, path: str) -> None:
    response = client.get(path)
    assert not response.cookies
    assert "Set-Cookie" not in response.headers
    assert "Cookie" not in response.get("Vary", "")
    assert "no-store" not in response.get("Cache-Control", "")
    assert "private" not in response.get("Cache-Control", "")
    assert "Pragma" not in response.headers
    assert response["Content-Language"] == path[1:3]
    other = Client(headers={"cookie": "sessionid=x; csrftoken=y", "accept-language": "pl", "user-agent": "Z"})
    assert other.get(path).content == response.content
