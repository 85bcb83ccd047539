"""What every page of the site has."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_serializable_data_for_fields
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, PageViewRestriction
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from home.editing.form import BasePageForm
from home.glossary.advice import AdvicePanel
from home.languages import locales, source_code
from home.pages.alternates import alternates_of, any_language, canonical_of
from home.pages.closed import open_below
from home.pages.links import Addresses, addresses, pages_linked_in
from home.pages.reserved_slugs import refusal
from home.pages.selectors import together
from home.review.models import Reviewed
from home.text.facts import named_in, read_facts
from home.translation import progress
from home.translation.following import Following
from home.translation.panels import translation_panels
from home.translation.translated import Translated

EDITABLE_IN_EVERY_PAGE = ("title", "slug", "seo_title", "search_description", "show_in_menus")
"""What an editor can change of Wagtail's own fields."""


class BasePage(Following, Reviewed, Translated, Page):  # type: ignore[django-manager-missing]
    """A page of the site: a summary, where its facts come from, and which language its words are in."""

    summary = models.CharField(
        _("summary"),
        max_length=200,
        blank=True,
        help_text=_("One or two sentences, shown in lists and in search results."),
    )
    source_note = models.TextField(
        _("source"), blank=True, help_text=_("Where the facts on this page come from, and from when.")
    )
    confirmed_on = models.DateField(
        _("confirmed on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody checked the facts. Empty: not yet confirmed."),
    )
    # Bookkeeping of load_content and of translation; synchronising ignores what is not editable.
    content_key = models.CharField(max_length=100, blank=True, editable=False)
    content_hash = models.CharField(max_length=64, blank=True, editable=False)
    loaded_hash = models.CharField(max_length=64, blank=True, editable=False)
    borrowed = models.JSONField(default=list, blank=True, editable=False)
    """Keys of the texts on this translated page that are still in the source language."""

    SOURCE_LANGUAGE_FIELDS: ClassVar[frozenset[str]] = frozenset({"source_note"})
    BOOKKEEPING: ClassVar[frozenset[str]] = frozenset(
        {"content_key", "content_hash", "loaded_hash", "borrowed", "review_on"}
    )
    ADDED_LATER: ClassVar[frozenset[str]] = frozenset({"owner_name", "owner_mail", "review_every"})
    """Fields younger than the first loaded pages: empty, they leave the fingerprint as it was."""

    # A copy is a page of its own: the content files know nothing of it.
    exclude_fields_in_copy = ["content_key", "content_hash", "loaded_hash"]
    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("source_note", overridable=False),
        SynchronizedField("confirmed_on", overridable=False),
        SynchronizedField("show_in_menus", overridable=False),
        *Reviewed.review_fields,
    ]
    base_form_class = BasePageForm
    ONLY_READ: ClassVar[bool] = True
    """Whether it is the same for everybody who may read it: no form with a token, nothing of a visitor."""
    nothing_is_closed = False
    """Whether whoever read it saw that no page of the site is closed to anybody."""
    KIND: ClassVar[str] = "page"
    """What sort of page it is for whoever searches; home/kind.html has the words."""
    ROWS: ClassVar[tuple[str, ...]] = ()
    """The rows it points to, read together for a whole list of pages."""
    REQUIRED_TO_PUBLISH: ClassVar[tuple[str, ...]] = ("summary",)
    """The fields without which a page of this type stays a draft."""
    source_panels: ClassVar[list[Any]] = [
        AdvicePanel(heading=_("Is it plain?"), classname="collapsed"),
        MultiFieldPanel(
            [FieldPanel("source_note"), FieldPanel("confirmed_on"), *Reviewed.review_panels],
            heading=_("Is it true?"),
            classname="collapsed",
        ),
        *translation_panels,
    ]

    class Meta:
        abstract = True

    def required_to_publish(self) -> tuple[str, ...]:
        """The fields without which it stays a draft, as it stands now."""
        return self.REQUIRED_TO_PUBLISH

    def clean(self) -> None:
        super().clean()
        reason = refusal(self.slug, self.depth)
        if reason:
            raise ValidationError({"slug": reason})
        known = None
        for name, texts in self._texts_by_field():
            named = named_in(texts)
            if not named:
                continue
            known = read_facts() if known is None else known
            unknown = sorted(named - set(known))
            if unknown:
                message = gettext("There is no fact “%(slug)s”.") % {"slug": "”, “".join(unknown)}
                raise ValidationError({name: message})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if kwargs.get("update_fields") is None and not self.alias_of_id:
            self.set_review_date()
            if self.pk:
                self.note_borrowed_words()
        return super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "BasePage":
        """An earlier version of the page; when it is read again is no matter of versions."""
        found: BasePage = super().with_content_json(content)
        found.review_on = found.review_on or self.review_on
        return found

    # --- which language its words are in --------------------------------------------------------------

    @cached_property
    def words_language(self) -> str:
        """The language its words are in: that of the page it is an alias of, else its own."""
        if self.alias_of_id and self.locale.language_code != source_code():
            return self.alias_of.locale.language_code
        return self.locale.language_code

    @property
    def is_fallback(self) -> bool:
        """Whether this address has no translation and shows a page of another language."""
        return self.words_language != self.locale.language_code

    def language_of(self, text: str) -> str:
        """The language of this text of the page."""
        if not self.is_fallback and self.borrowed and progress.text_key(text) in self.borrowed:
            return source_code()
        return self.words_language

    def note_borrowed_words(self, source: dict[str, Any] | None = None) -> None:
        """Notes which of its texts are still those of the source language; done whenever it is saved.

        Keys noted before stay while their text stands on the page: the source may have moved on since.
        """
        if self.locale.language_code == source_code():
            self.borrowed = []
            return
        if source is None:
            source = progress.source_content(self)
        own = self._text_keys(self._content())
        noted = set(self.borrowed)
        if source is not None:
            noted |= self._text_keys(source)
        self.borrowed = sorted(own & noted)

    @cached_property
    def link_addresses(self) -> Addresses:
        """Where its links lead for the reader of this request."""
        texts = [text for _name, found in self._texts_by_field() for text in found]
        return addresses(pages_linked_in(texts))

    # --- its content as data --------------------------------------------------------------------------

    @classmethod
    def word_fields(cls) -> tuple[list[str], list[str]]:
        """The names of the fields with words to translate: texts, and streams."""
        translated = [part.get_field(cls) for part in get_translatable_fields(cls) if part.is_translated(None)]
        streams = [field.name for field in translated if isinstance(field, StreamField)]
        texts = [
            field.name
            for field in translated
            if isinstance(field, models.CharField | models.TextField) and field.name not in streams
        ]
        return texts, streams

    def fingerprint(self) -> str:
        """A hash of everything an editor can change on this page: equal as long as nobody did."""
        content = self._content()
        own = [field.name for field in self._meta.local_fields if field.name not in self.BOOKKEEPING]
        names = [*EDITABLE_IN_EVERY_PAGE, *(name for name in own if name != "page_ptr")]
        kept = {name: content.get(name) for name in names}
        for name in self.word_fields()[1]:  # PostgreSQL keeps the keys of a block in an order of its own
            kept[name] = json.loads(kept[name] or "[]")
        for name in self.ADDED_LATER:
            field: Any = self._meta.get_field(name)
            if kept[name] in (None, "", [], field.get_default()):
                del kept[name]
        return hashlib.sha256(json.dumps(kept, sort_keys=True, default=str).encode()).hexdigest()

    def _content(self) -> dict[str, Any]:
        return get_serializable_data_for_fields(self)

    @classmethod
    def _text_keys(cls, content: dict[str, Any]) -> set[str]:
        return progress.text_keys(content, *cls.word_fields())

    def _texts_by_field(self) -> Iterable[tuple[str, list[str]]]:
        texts, streams = self.word_fields()
        content = self._content()
        for name in [*texts, *streams]:
            yield name, [str(content.get(name) or "")]

    # --- what its template gets (docs/templates.md) ---------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        alternates = alternates_of(self)
        from home.municipality import Municipality

        return context | {
            "children": self.listing,
            "crumbs": self.above,
            "is_fallback": self.is_fallback,
            "words_language": self.words_language,
            "translation_state": self.translation_state,
            "translated": self.translated,
            "source_version": self.source_version,
            "alternates": alternates,
            "hreflang": [alternate for alternate in alternates if not alternate.is_fallback],
            "x_default": any_language(),
            "canonical": canonical_of(self, alternates),
            "municipality": Municipality.for_request(request),
        }

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """As its readers will see it: in its own language, wherever the page stands and whoever looks."""
        with translation.override(self.locale.language_code):
            response = super().serve_preview(request, mode_name)
            found: HttpResponse = response.render() if hasattr(response, "render") else response
            return found

    @cached_property
    def listing(self) -> list["BasePage"]:
        """The live pages directly below it, in the order of the tree, read once."""
        if not self.numchild:
            return []
        return open_below(together(self.get_children().live()), self.path)

    @cached_property
    def above(self) -> list["BasePage"]:
        """The live pages above it, from the home page down, read once."""
        if self.depth <= 2:  # the home page itself; above it only Wagtail's root
            return []
        return together(self.get_ancestors().live().filter(depth__gte=2))

    @cached_property
    def versions(self) -> list["BasePage"]:
        """The same page in every language in which it is live, itself too, read once."""
        return together(Page.objects.filter(translation_key=self.translation_key, live=True))

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Who may read it; asks nothing when it is known already that no page is closed to anybody."""
        if self.nothing_is_closed:
            return PageViewRestriction.objects.none()
        found: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return found


def speak(pages: list[BasePage], known: dict[int, Locale] | None = None) -> list[BasePage]:
    """The same pages, knowing the language of their words and their rows: a query each for the whole list."""
    known = locales() if known is None else known
    for page in pages:
        page.locale = known[page.locale_id]
    aliases = [page for page in pages if page.alias_of_id and page.locale.language_code != source_code()]
    origins: dict[int, int] = {}
    if aliases:
        numbers = {page.alias_of_id for page in aliases}
        origins = dict(Page.objects.filter(pk__in=numbers).values_list("pk", "locale_id"))
    for page in pages:
        origin = origins.get(page.alias_of_id or 0) or page.locale_id
        page.words_language = known[int(origin)].language_code
    for model in {type(page) for page in pages if page.ROWS}:
        prefetch_related_objects([page for page in pages if type(page) is model], *model.ROWS)
    return pages
