"""An editor who knows no English reads the whole admin: what the packages say, and what stands on the screens."""

import json
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import unescape
from importlib import import_module
from inspect import getsource
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import wagtail
import wagtail_localize
from bs4 import BeautifulSoup, Comment
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.humanize.templatetags import humanize
from django.db.models import SlugField
from django.forms import BaseForm, modelform_factory
from django.forms.utils import pretty_name
from django.test import Client
from django.utils import translation
from django.utils.translation import trans_real
from wagtail.admin.panels import get_edit_handler
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from home.editing.checker import OurChecker
from home.models import GlossaryTerm
from portal.admin.dutch import IN_TEMPLATES
from portal.admin.package_texts import IN_SCRIPTS
from portal.admin.users import PersonEditForm
from questions.desk.wagtail_hooks import ColleagueViewSet, TeamViewSet
from questions.management.commands.set_up_roles import ADMINISTRATOR, COLLEAGUE, EDITOR, LEADER, WRITER
from questions.models import Team
from services.models import Audience, HelpLine
from tests.some import some
from tools.texts.rules import ENGLISH, HOUSE
from tools.texts.source import Found, texts_of_python, texts_of_template
from tools.texts.visible import untranslated

pytestmark = pytest.mark.once
PACKAGES = [Path(package.__file__).parent for package in (wagtail, wagtail_localize)]
# Parts of them that are not installed, or that no screen shows.
NOT_HERE = (
    *("/tests/", "/test/", "/migrations/", "/embeds/", "/contrib/forms/", "/contrib/styleguide/", "/styleguide/"),
    *("/contrib/search_promotions/", "/contrib/simple_translation/", "/contrib/table_block/", "/project_template/"),
    *("/contrib/typed_table_block/", "/modeladmin/", "/wagtail/locales/", "/wagtail/search/templates/", "/logo.html"),
    *("/locales/apps.py",),
)
# Parts of attributes, and marks that are no words.
NO_WORDS = re.compile(r"^[^A-Z]*$|^w-|^\W*- Wagtail$")


def files(ending: str) -> Iterator[Path]:
    """The files of the packages of which an editor may see something."""
    for package in PACKAGES:
        for path in sorted(package.rglob(f"*{ending}")):
            if not any(part in str(path) for part in NOT_HERE):
                yield path


@cache
def asked() -> list[tuple[Path, Found]]:
    """Every text that the packages ask a translation for."""
    texts = [(path, found) for path in files(".py") for found in texts_of_python(path.read_text(), path.name)]
    # Wagtail says with it how long ago something was.
    texts += [(Path(humanize.__file__), found) for found in texts_of_python(getsource(humanize), "humanize.py")]
    for path in files(".html"):
        if "/templates/" in str(path):
            texts += [(path, found) for found in texts_of_template(path.read_text(), path.name)]
    return texts


def test_every_text_of_the_packages_has_dutch() -> None:
    # All texts at once: Django offers them one by one only.
    dutch = trans_real.translation("nl")._catalog  # type: ignore[attr-defined]
    missing = set()
    for path, found in asked():
        name = f"{found.context}\x04{found.msgid}" if found.context else found.msgid
        if found.msgid and dutch.get((name, 1) if found.plural else name) is None and dutch.get(name) is None:
            missing.add((path.name, found.msgid))
    assert missing == set()


def test_no_words_of_the_packages_run_together_in_dutch() -> None:
    """A place to fill in that stands apart in English stands apart in Dutch."""
    glued = re.compile(r"[a-zA-Z]%\(\w+\)[sd]|%\(\w+\)[sd][a-zA-Z]|[a-zA-Z]\{\w*\}|\{\w*\}[a-zA-Z]")
    with translation.override("nl"):
        wrong = {
            (found.msgid, dutch)
            for _path, found in asked()
            for dutch in [translation.gettext(found.msgid)]
            if len(glued.findall(dutch)) > len(glued.findall(found.msgid))
        }
    assert wrong == set()


def test_every_word_that_stands_in_a_template_of_the_packages_is_replaced() -> None:
    left, gone = [], []
    for path in some(files(".html")):
        if "/templates/" not in str(path):
            continue
        name = str(path).split("/templates/", 1)[1]
        source = path.read_text()
        for there, ours in IN_TEMPLATES.get(name, ()):
            if there not in source:
                gone.append((name, there))
            source = source.replace(there, ours)
        left += [(name, words) for _line, words in untranslated(source, html=True) if not NO_WORDS.match(words)]
    assert (left, gone) == ([], [])


def test_the_scripts_get_our_words(admin_client: Client) -> None:
    for address in ("/beheer/jsi18n/", "/beheer/localize/jsi18n/"):
        source = admin_client.get(address).content.decode()
        found = re.search(r"const newcatalog = (\{.*?\});", source, re.DOTALL)
        assert found
        catalogue = json.loads(found[1])
        assert catalogue["Publish in "] == "Publiceer in het "
        assert [words for words in IN_SCRIPTS if catalogue[words] == words] == []


def test_every_word_that_stands_in_a_script_of_the_packages_is_replaced() -> None:
    """React gets a name as it is; a name that is asked for stands inside a call."""
    given = re.compile(r"""createElement\("\w+",(?:null|\{[^{}]*\}),"([A-Z][a-z][^"]*)"[,)]""")
    filled_in = re.compile(r"title:`([^`]*\$\{[^`]*)`")
    scripts = [path.read_text(errors="replace") for path in files(".js") if "/vendor/" not in str(path)]
    there = {words for script in scripts for words in given.findall(script)}
    titles = {re.sub(r"\$\{[^}]*\}", "(.+)", words) for script in scripts for words in filled_in.findall(script)}
    ours = (HOUSE / "static" / "js" / "untranslated-words.js").read_text()
    assert there  # a build that writes them in another way
    assert [words for words in sorted(there) if f'"{words}"' not in ours or words not in IN_SCRIPTS] == []
    assert [title for title in titles if re.search("[a-z]{2}", title) and f"^{title}$" not in ours] == []


def test_every_fault_that_the_checks_of_a_page_find_has_dutch_words() -> None:
    def told() -> set[tuple[str, str, str]]:
        return {
            (rule, name, str(OurChecker.axe_messages.get(rule, {}).get(name, "")))
            for rule in OurChecker.axe_run_only
            for name in ("error_name", "help_text")
        }

    with translation.override("en"):
        english = told()
    with translation.override("nl"):
        assert english & told() == set()


# --- the screens ------------------------------------------------------------------------------------------------

START = (
    *("/beheer/", "/beheer/account/", "/beheer/pages/", "/beheer/choose-page/", "/beheer/choose-external-link/"),
    *("/beheer/choose-email-link/", "/beheer/choose-phone-link/", "/beheer/choose-anchor-link/"),
    *("/beheer/images/chooser/", "/beheer/documents/chooser/", "/beheer/redirects/", "/beheer/reports/site-history/"),
    *("/beheer/reports/aging-pages/", "/beheer/reports/locked/", "/beheer/reports/workflow/"),
    *("/beheer/reports/workflow_tasks/", "/beheer/reports/page-types-usage/", "/beheer/kapotte-links/"),
)
NOT_VISITED = re.compile(r"logout|export=|ordering=|[?&]p=|/preview|/pages/usage/|/view/|\?locale=|/jsi18n/|sprite")
LINK = re.compile(r'href="([^"]*)"')
MENU = re.compile(r"\"url\": \"(/beheer/[^\"]*)\"")
UNREAD = {"script", "style", "svg", "noscript", "code", "option", "bdi"}
SPOKEN = ("title", "aria-label", "placeholder", "alt")
# The editor sees nearly all there is; of the others only what no one before them saw, and their first screen.
ROLES = (EDITOR, ADMINISTRATOR, LEADER, COLLEAGUE, WRITER)
# Wagtail makes these of one template for every kind of row; what differs is the form, which is read of each.
OF_ONE_TEMPLATE = re.compile(r"/(?:snippets|bulk)/\w+/\w+/(?=(?:copy|delete|history|usage|unpublish|workflow)/)")


def kind_of(address: str) -> str:
    """Addresses that differ in a number only show the same screen."""
    path = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "U", address.partition("?")[0])
    path = re.sub(r"(/snippets/.*)/add/$", r"\1/edit/1/", path)  # the same form, and more around it
    return re.sub(r"/\d[\d-]*", "/N", OF_ONE_TEMPLATE.sub("/any/", path))


def read(html: str) -> Iterator[str]:
    """Everything on a screen that somebody sees or hears."""
    soup = BeautifulSoup(html, "html.parser")
    for node in soup.find_all(string=True):
        above = {each.name for each in node.parents}
        if node.parent is not None and node.parent.has_attr("hidden") and node.strip() == "None":
            continue  # a counter before it counts
        if not isinstance(node, Comment) and node.strip() and not above & UNREAD:
            yield " ".join(node.split())
    for element in soup.find_all(True):
        yield from (" ".join(str(element[name]).split()) for name in SPOKEN if element.get(name))
        if element.name == "input" and element.get("type") in ("submit", "button"):
            yield str(element.get("value") or "")
        if element.name == "label" and str(element.get("for") or "").startswith("id_"):
            name = str(element["for"]).removeprefix("id_")
            words = element.get_text(strip=True).rstrip("*")
            if words == pretty_name(name) and "_" in name:
                yield f"field without a name: {words}"


def screens(client: Client, known: set[str], start: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The screens that links and the menu lead to, one of each kind that is not known yet."""
    waiting, tried = deque(start), set()
    known.discard(kind_of(waiting[0]))
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address)
        if kind in known | tried or NOT_VISITED.search(address):
            continue
        tried.add(kind)
        answer = client.get(address)
        if answer.status_code in (301, 302):
            waiting.append(urljoin(address, answer["Location"]).replace("http://testserver", ""))
        written = answer.headers.get("Content-Type", "")
        if answer.status_code != 200 or not ("html" in written or "json" in written) or answer.streaming:
            continue  # somebody else may get there
        known.add(kind)
        html = answer.content.decode()
        if "json" in written:
            data = json.loads(html)
            html = str(data.get("html", "")) if isinstance(data, dict) else ""
        yield address, html
        for link in [*LINK.findall(html), *MENU.findall(html)]:
            target = urljoin(address, unescape(link).partition("#")[0]).replace("http://testserver", "")
            if target.startswith("/beheer/"):
                waiting.append(target)


@pytest.fixture
def english(db: None) -> Callable[[str], bool]:
    """Whether words of a screen are English that should be Dutch."""
    content = set(Page.objects.values_list("title", flat=True))
    for model in (GlossaryTerm, HelpLine, Audience):
        for row in model.objects.exclude(locale__language_code="nl").values():
            content |= {" ".join(str(value).split()) for value in row.values()}
    with translation.override("nl"):
        texts = {found.msgid for _path, found in asked() if "%" not in found.msgid and "{" not in found.msgid}
        texts = {text for text in texts if translation.gettext(text) != text}

    def is_english(words: str) -> bool:
        if words.startswith("field without a name") or words in {"True", "False", "None", "Root"}:
            return True
        if words in content or any(title in words for title in content if len(title) > 12):
            return False
        return words in texts or bool(ENGLISH & set(re.findall(r"[a-z]+", words.lower())))

    return is_english


def test_no_screen_says_english_to_anybody(english: Callable[[str], bool]) -> None:
    found: dict[str, str] = {}
    known: set[str] = set()
    judged: set[str] = set()
    visited = dict.fromkeys(ROLES, 0)
    for role in ROLES:
        person = User.objects.create_user(f"lezer-{role}", password="only-for-tests", first_name="Lezer")
        person.groups.add(Group.objects.get(name=role))
        client = Client()
        client.force_login(person, "django.contrib.auth.backends.ModelBackend")
        for address, html in screens(client, known, START if role is EDITOR else START[:1]):
            visited[role] += 1
            for words in set(read(html)) - judged:
                judged.add(words)
                if english(words):
                    found[words] = f"{role} {address}"
    assert visited[EDITOR] > 80, visited
    assert visited[ADMINISTRATOR] > 15, visited
    assert found == {}


# --- names of fields ----------------------------------------------------------------------------------------------


def forms() -> Iterator[tuple[str, Any]]:
    """Every form in which an editor or an administrator fills in a model."""
    for model in get_page_models():
        yield model.__name__, model.get_edit_handler().get_form_class().base_fields
    for model in get_snippet_models():
        yield model.__name__, get_edit_handler(model).get_form_class().base_fields
    for model in (get_image_model(), get_document_model()):
        yield model.__name__, modelform_factory(model, fields="__all__").base_fields
    for view in (TeamViewSet(), ColleagueViewSet()):
        yield view.model.__name__, view.get_form_class().base_fields
    yield "person", PersonEditForm.base_fields


def kinds_of(form: type[BaseForm]) -> Iterator[type[BaseForm]]:
    """Every kind of form that was loaded."""
    for kind in form.__subclasses__():
        yield kind
        yield from kinds_of(kind)


# They get a name when they are made, or one of what they stand beside.
NAMED_LATER = {
    ("AuthenticationForm", "username"),
    ("LoginForm", "username"),
    ("LoginForm", "remember"),
    ("CommentForm", "resolved"),
    ("CollectionMemberPermissionsForm", "permissions"),
    ("WagtailAdminPageForm", "comment_notifications"),
    ("DefaultPageForm", "include_descendants"),
    ("SiteSwitchForm", "site"),
    ("SubmitTranslationForm", "include_subtree"),
}


def test_no_field_of_the_packages_gets_its_name_from_a_variable() -> None:
    import_module(settings.ROOT_URLCONF)
    unnamed = {
        (form.__name__, name)
        for form in kinds_of(BaseForm)
        if form.__module__.startswith(("wagtail", "django.contrib.auth", "portal", "questions.desk"))
        for name, field in getattr(form, "base_fields", {}).items()
        if field.label is None and not field.widget.is_hidden
    }
    assert unnamed <= NAMED_LATER


def test_no_form_has_two_fields_of_one_name() -> None:
    with translation.override("nl"):
        for name, fields in some(forms()):
            labels = [str(field.label).casefold() for field in fields.values() if field.label]
            assert sorted(labels) == sorted(set(labels)), name


def test_every_short_name_says_that_it_stands_in_the_web_address() -> None:
    with translation.override("nl"):
        for model in [*get_page_models(), *get_snippet_models(), Team]:
            for field in some(model._meta.local_fields):
                if isinstance(field, SlugField) and field.name == "slug":
                    assert str(field.verbose_name) not in ("adres", "slug", "Slug"), model
