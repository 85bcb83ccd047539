"""Links that lead nowhere: found every night, refused at publication, replaced on all pages at once."""

import html
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from typing import Any

import pytest
import requests
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page

from home.editing.ready import why_not
from home.linkcheck.links import Link, LinkKind, links_of, meant
from home.linkcheck.outside import Answer, Visitor
from home.linkcheck.replace import replace_everywhere
from home.linkcheck.rounds import check_links, check_links_nightly
from home.models import BrokenLink, ContentPage, LinkFault, LinkRound
from tests.conftest import Cast
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
FEW = ("privacy", "wijkteams", "geld")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def taken_off(db: None) -> list[int]:
    """All pages but a few without links are taken off, since a round over everything takes seconds; their numbers."""
    others = Page.objects.filter(live=True, depth__gt=1).exclude(slug__in=FEW, locale__language_code="nl")
    numbers = list(others.values_list("pk", flat=True))
    Page.objects.filter(pk__in=numbers).update(live=False)
    return numbers


def page_with(html: str, slug: str = "privacy") -> ContentPage:
    """A published page whose text is this."""
    page: ContentPage = Page.objects.get(slug=slug, locale__language_code="nl").specific
    page.body = [("paragraph", html)]
    page.save_revision(clean=False).publish()
    found: ContentPage = ContentPage.objects.get(pk=page.pk)
    return found


def faults(page: Page) -> dict[str, str]:
    return dict(BrokenLink.objects.filter(page_id=page.pk).values_list("target", "fault"))


def test_the_content_that_comes_with_the_house_has_no_broken_link(taken_off: list[int]) -> None:
    Page.objects.filter(pk__in=taken_off).update(live=True)
    outcome = check_links(NOW)
    assert outcome.links > 100
    assert outcome.pages > 100
    assert [(row.page.slug, row.target) for row in outcome.broken] == []


def test_what_is_gone_is_found_and_what_is_there_is_not() -> None:
    target = Page.objects.get(slug="wijkteams", locale__language_code="nl")
    page = page_with(
        f'<p><a linktype="page" id="{target.pk}">er is</a> <a linktype="page" id="999999">weg</a> '
        '<a linktype="document" id="77">weg</a> <a href="/nl/vraag/">deur</a> <a href="/nl/wijkteams/">pagina</a> '
        '<a href="/nl/bestaat-niet/">weg</a> <a href="#main">op de pagina</a> <a href="#nergens">weg</a> '
        '<a href="/nl/wijkteams/#main">daar</a> <a href="/nl/wijkteams/#nergens">weg</a> '
        '<a href="mailto:a@example.org">mail</a> <a href="tel:112">bel</a> <a href="https://example.org/">elders</a></p>'
    )
    check_links(NOW)
    assert faults(page) == {
        "page:999999": LinkFault.PAGE_GONE,
        "document:77": LinkFault.DOCUMENT_GONE,
        "/nl/bestaat-niet/": LinkFault.PATH_GONE,
        "#nergens": LinkFault.ANCHOR_GONE,
        "/nl/wijkteams/#nergens": LinkFault.ANCHOR_GONE,
    }


def test_a_document_that_readers_do_not_get_is_found() -> None:
    documents = get_document_model()
    root = Collection.get_first_root_node()
    closed = root.add_child(name="Alleen wij")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    given, kept, damaged = (
        documents.objects.create(title=name, collection=place, file=ContentFile(contents, name=f"{name}.pdf"))
        for name, place, contents in (("a", root, b"%PDF-"), ("b", closed, b"%PDF-"), ("c", root, b""))
    )
    page = page_with(
        "".join(f'<p><a linktype="document" id="{each.pk}">brief</a></p>' for each in (given, kept, damaged))
    )
    check_links(NOW)
    assert faults(page) == {
        f"document:{kept.pk}": LinkFault.DOCUMENT_OFF,
        f"document:{damaged.pk}": LinkFault.DOCUMENT_OFF,
    }


def test_a_page_that_is_taken_off_breaks_the_links_to_it_until_it_is_back() -> None:
    target = Page.objects.get(slug="wijkteams", locale__language_code="nl").specific
    page = page_with(f'<p><a linktype="page" id="{target.pk}">klacht</a></p>')
    target.unpublish()
    check_links(NOW)
    assert faults(page) == {f"page:{target.pk}": LinkFault.PAGE_OFF}
    check_links(NOW + timedelta(days=1))
    assert BrokenLink.objects.get(page_id=page.pk).since == NOW
    target.save_revision(clean=False).publish()
    check_links(NOW + timedelta(days=2))
    assert faults(page) == {}


def test_the_night_round_is_done_once_and_after_three() -> None:
    night = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)  # half past three in Amsterdam
    assert check_links_nightly(night) is not None
    assert check_links_nightly(night + timedelta(hours=23)) is None
    assert check_links_nightly(night + timedelta(hours=24)) is not None
    assert LinkRound.objects.count() == 2


def test_other_websites_are_asked_only_when_somebody_says_so_and_each_address_once() -> None:
    page = page_with('<p><a href="https://example.org/weg">a</a> <a href="https://example.org/weg#b">b</a></p>')
    check_links(NOW)
    assert faults(page) == {}
    asked: list[str] = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return Answer.GONE

    check_links(NOW, ask)
    assert asked.count("https://example.org/weg") == 1
    assert set(faults(page)) == {"https://example.org/weg", "https://example.org/weg#b"}


def test_without_a_network_nothing_is_called_broken_and_what_was_broken_stays() -> None:
    page = page_with('<p><a href="https://example.org/weg">a</a></p>')
    check_links(NOW, lambda address: Answer.GONE)
    outcome = check_links(NOW, lambda address: Answer.UNREACHABLE)
    assert outcome.without_network
    assert set(faults(page)) == {"https://example.org/weg"}
    check_links(NOW, lambda address: Answer.THERE)
    assert faults(page) == {}


class Reply:
    """What another website answers."""

    def __init__(self, status: int) -> None:
        self.status_code = status

    def __enter__(self) -> "Reply":
        return self

    def __exit__(self, *args: object) -> None:
        """Nothing to close."""


def test_a_website_that_refuses_head_is_asked_again_and_no_cookie_goes_along(monkeypatch: Any) -> None:
    asked: list[tuple[str, dict[str, Any]]] = []

    def answer(method: str, address: str, **options: Any) -> Reply:
        asked.append((method, options))
        return Reply(405 if method == "HEAD" else 200)

    monkeypatch.setattr(requests, "request", answer)
    pauses: list[float] = []
    visitor = Visitor(timeout=3, pause=1, wait=pauses.append)
    assert [visitor("https://example.org/a"), visitor("https://example.org/b")] == [Answer.THERE, Answer.THERE]
    assert [method for method, _options in asked] == ["HEAD", "GET", "HEAD", "GET"]
    assert pauses == [1]
    assert all("wijkteam-portal" in options["headers"]["User-Agent"] for _method, options in some(asked))
    assert all(options["timeout"] == 3 and "cookies" not in options for _method, options in some(asked))


def test_a_website_that_does_not_answer_is_not_called_gone(monkeypatch: Any) -> None:
    def refuse(*args: Any, **options: Any) -> None:
        raise requests.ConnectionError

    monkeypatch.setattr(requests, "request", refuse)
    assert Visitor()("https://example.org/") is Answer.UNREACHABLE


def test_the_command_tells_what_it_found() -> None:
    page_with('<p><a href="/nl/bestaat-niet/">weg</a></p>')
    told = StringIO()
    call_command("check_links", stdout=told)
    assert "/nl/bestaat-niet/" in told.getvalue()
    assert "not asked" in told.getvalue()


def test_our_own_address_written_in_full_is_a_link_inside_the_site() -> None:
    page = page_with('<p><a href="http://testserver/nl/wijkteams/">a</a></p>')
    assert links_of(page, ["http://testserver"]) == [Link("body", LinkKind.PATH, "/nl/wijkteams/")]


def test_one_new_address_takes_the_place_on_every_page_and_a_draft_is_left_alone(cast: Cast) -> None:
    pages = [page_with('<p><a href="/nl/oud/">weg</a></p>', slug) for slug in ("privacy", "klacht", "over-ons")]
    pages[2].save_revision(clean=False)
    ContentPage.objects.filter(pk=pages[2].pk).update(has_unpublished_changes=True)
    check_links(NOW)
    outcome = replace_everywhere("/nl/oud/", "/nl/wijkteams/", cast.editor)
    assert {page.pk for page in outcome.changed} == {pages[0].pk, pages[1].pk}
    assert [page.pk for page in outcome.left] == [pages[2].pk]
    check_links(NOW)
    assert list(BrokenLink.objects.values_list("page_id", flat=True)) == [pages[2].pk]


def test_the_report_replaces_and_refuses_an_address_that_leads_nowhere_either(
    cast: Cast, sign_in: Callable[..., Client]
) -> None:
    page = page_with('<p><a href="/nl/oud/">weg</a></p>')
    check_links(NOW)
    editor = sign_in(cast.editor)
    assert "/nl/oud/" in editor.get("/beheer/kapotte-links/").content.decode()
    wrong = editor.post("/beheer/kapotte-links/", {"written": "/nl/oud/", "address": "/nl/ook-oud/"})
    assert wrong.status_code == 200
    assert faults(page)
    assert (
        editor.post("/beheer/kapotte-links/", {"written": "/nl/oud/", "address": "/nl/wijkteams/"}).status_code == 302
    )
    assert faults(page) == {}
    assert 'href="/nl/wijkteams/"' in str(ContentPage.objects.get(pk=page.pk).body.get_prep_value())
    for other in (cast.colleague, cast.leader, cast.administrator):
        assert sign_in(other).get("/beheer/kapotte-links/").status_code in (302, 403)


# --- only what answers is believed ----------------------------------------------------------------------------------


def linking_to(*hrefs: str) -> ContentPage:
    """A published page with a link to each of these; one round then looks at them all."""
    return page_with("".join(f'<p><a href="{href}">hier {number}.</a></p>' for number, href in enumerate(hrefs)))


def test_what_answers_is_not_called_broken() -> None:
    home = Page.objects.get(depth=2, locale__language_code="nl").specific
    home.add_child(instance=ContentPage(title="Café Thee", slug="café-thee", summary="Kort."))
    hrefs = [
        "/nl/caf%C3%A9-thee/", "/nl/caf%c3%a9-thee", "/nl/café-thee/", "/nl/café-thee/?van=hier",
        "/nl/drukwerk/geld/oost/poster.pdf", "/nl/vraag", "/nl/vraag/?thema=geld", "/nl/zoeken/?q=geld", "/sitemap.xml",
        "/nl/wie-helpt/geld/", "/beheer/", "/static/img/icon-192.png", "/",
    ]  # fmt: skip
    page = linking_to(*hrefs)
    assert [link.target for link in links_of(page)] == hrefs
    check_links(NOW)
    assert faults(page) == {}


def test_what_does_not_answer_is() -> None:
    hrefs = [
        "/nl/drukwerk/geld/zzz/poster.pdf", "/nl/drukwerk/geld/oost/spandoek.pdf", "/nl/wie-helpt/zzz/",
        "/nl/caf%C3%A9-zonder/", "/static/bestaat-niet.css", "/media/images/zzz.jpg", "/nl/vraag/zzz/", "/zzz",
    ]  # fmt: skip
    page = linking_to(*hrefs)
    check_links(NOW)
    assert faults(page) == dict.fromkeys(hrefs, LinkFault.PATH_GONE)


def test_a_redirect_counts_when_it_leads_somewhere() -> None:
    target = Page.objects.get(slug="wijkteams", locale__language_code="nl").specific
    Redirect.add_redirect("/nl/oud-adres", target)
    Redirect.add_redirect("/nl/kring", "http://testserver/nl/kring/")
    page = page_with('<p><a href="/nl/oud-adres/">a</a> <a href="/nl/kring">b</a></p>')
    check_links(NOW)
    assert faults(page) == {"/nl/kring": LinkFault.PATH_GONE}
    target.unpublish()
    check_links(NOW)
    assert set(faults(page)) == {"/nl/oud-adres/", "/nl/kring"}


MEANT = {
    "www.example.nl": "https://www.example.nl",
    "example.nl/contact?a=1": "https://example.nl/contact?a=1",
    "htps://example.com": "https://example.com",
    "http:/example.org/a": "https://example.org/a",
    "info@example.nl": "mailto:info@example.nl",
    "nl/vraag/": "/nl/vraag/",
    "klik hier": "",
}


def test_an_address_without_its_beginning_is_told_with_what_was_probably_meant(
    cast: Cast, sign_in: Callable[..., Client]
) -> None:
    page = linking_to(*MEANT)
    check_links(NOW)
    assert faults(page) == dict.fromkeys(MEANT, LinkFault.UNCLEAR)
    assert {href: meant(href) for href in MEANT} == MEANT
    shown = sign_in(cast.editor).get("/beheer/kapotte-links/").content.decode()
    proposed = re.findall(r'name="written" value="([^"]*)".*?name="address"[^>]* value="([^"]*)"', shown, re.S)
    assert {html.unescape(href): html.unescape(address) for href, address in proposed} == MEANT
    told = StringIO()
    call_command("check_links", stdout=told)
    while_writing = why_not(page)
    for number, address in enumerate(MEANT.values()):
        assert f"hier {number}" in while_writing
        assert address in while_writing
        assert address in told.getvalue()


def test_a_whole_address_is_not_called_unclear() -> None:
    page = linking_to("mailto:a@example.org", "tel:112", "//example.org/a", "https://www.example.nl", "")
    check_links(NOW)
    assert faults(page) == {}
