"""The fields of every page, the language of its texts, and its content as data."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_serializable_data_for_fields
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from home.languages import source_code
from home.pages.links import UrlParts, url_parts_at
from home.pages.reviewed import Reviewed
from home.text import running_text
from home.translation.machine_words import source_content

EDITABLE_IN_EVERY_PAGE = ("title", "slug", "seo_title", "search_description", "show_in_menus")
"""The fields of Wagtail itself that an editor can change."""


class PageFields(Reviewed, Page):  # type: ignore[django-manager-missing]  # Wagtail is untyped
    """A page as it is stored.

    What it shows, how it is saved and how it goes with its translations is in `BasePage`.
    """

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
    """Fields younger than the first loaded pages: while they are empty, the fingerprint leaves them out."""

    # A copy is a page of its own: the content files know nothing of it.
    exclude_fields_in_copy = ["content_key", "content_hash", "loaded_hash"]
    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("source_note", overridable=False),
        SynchronizedField("confirmed_on", overridable=False),
        SynchronizedField("show_in_menus", overridable=False),
        *Reviewed.review_fields,
    ]
    ONLY_READ: ClassVar[bool] = True
    """Whether the page is the same for everybody who may read it: no form with a token, nothing that depends on the
    visitor."""
    nothing_is_closed = False
    """Whether no page of the site was closed when this one was loaded."""
    KIND: ClassVar[str] = "page"
    """The kind of page that search results show; home/kind.html has the words."""
    ROWS: ClassVar[tuple[str, ...]] = ()
    """The foreign keys to rows that its cards show; they are read together for a whole list of pages."""
    REQUIRED_TO_PUBLISH: ClassVar[tuple[str, ...]] = ("summary",)
    """The fields that must be filled in before a page of this type is published."""

    class Meta:
        abstract = True

    def required_to_publish(self) -> tuple[str, ...]:
        """Returns the names of the fields that must be filled in before this page is published."""
        return self.REQUIRED_TO_PUBLISH

    def get_url_parts(self, request: HttpRequest | None = None) -> UrlParts | None:
        """Returns site, host and path as Wagtail does, which looks up the site again for each page on a page."""
        found: UrlParts | None = url_parts_at(self.url_path) or super().get_url_parts(request)
        return found

    # --- which language its words are in --------------------------------------------------------------

    @cached_property
    def words_language(self) -> str:
        """Returns the code of the language its texts are in: that of the page it is an alias of, else its own."""
        if self.alias_of_id and self.locale.language_code != source_code():
            return self.alias_of.locale.language_code
        return self.locale.language_code

    @property
    def is_fallback(self) -> bool:
        """Returns whether it has no translation and shows the texts of a page in another language."""
        return self.words_language != self.locale.language_code

    def language_of(self, text: str) -> str:
        """Returns the language code of one text of this page: the source language where it is not translated yet."""
        if not self.is_fallback and self.borrowed and running_text.text_key(text) in self.borrowed:
            return source_code()
        return self.words_language

    def note_borrowed_words(self, source: dict[str, Any] | None = None) -> None:
        """Sets `borrowed`: the keys of its texts that are still those of the source language. Runs at every saving.

        A key noted before stays as long as its text is on the page: the source may have changed since.
        """
        if self.locale.language_code == source_code():
            self.borrowed = []
            return
        if source is None:
            source = source_content(self)
        own = self._text_keys(self._content())
        noted = set(self.borrowed)
        if source is not None:
            noted |= self._text_keys(source)
        self.borrowed = sorted(own & noted)

    # --- its content as data --------------------------------------------------------------------------

    @classmethod
    @cache
    def word_fields(cls) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Returns the names of the fields that are translated: those with text, and the streams."""
        translated = [part.get_field(cls) for part in get_translatable_fields(cls) if part.is_translated(None)]
        streams = tuple(field.name for field in translated if isinstance(field, StreamField))
        texts = tuple(
            field.name
            for field in translated
            if isinstance(field, models.CharField | models.TextField) and field.name not in streams
        )
        return texts, streams

    def is_as_loaded(self) -> bool:
        """Returns whether nobody changed the page since it was loaded.

        Earlier versions took the fingerprint before the blocks of a stream were read, without their empty parts.
        """
        return self.loaded_hash in (self.fingerprint(), self.fingerprint(empty_parts=False))

    def fingerprint(self, *, empty_parts: bool = True) -> str:
        """Returns a SHA-256 of everything an editor can change on this page."""
        content = self._content()
        own = [field.name for field in self._meta.local_fields if field.name not in self.BOOKKEEPING]
        names = [*EDITABLE_IN_EVERY_PAGE, *(name for name in own if name != "page_ptr")]
        kept = {name: content.get(name) for name in names}
        for name in self.word_fields()[1]:  # PostgreSQL keeps the keys of a block in an order of its own
            blocks = json.loads(kept[name] or "[]")
            kept[name] = blocks if empty_parts else _without_empty_parts(blocks)
        for name in self.ADDED_LATER:
            field: Any = self._meta.get_field(name)
            if kept[name] in (None, "", [], field.get_default()):
                del kept[name]
        return hashlib.sha256(json.dumps(kept, sort_keys=True, default=str).encode()).hexdigest()

    def _content(self) -> dict[str, Any]:
        return get_serializable_data_for_fields(self)

    @classmethod
    def _text_keys(cls, content: dict[str, Any]) -> set[str]:
        return running_text.text_keys(content, *cls.word_fields())

    def texts_by_field(self) -> Iterable[tuple[str, list[str]]]:
        texts, streams = self.word_fields()
        content = self._content()
        for name in [*texts, *streams]:
            yield name, [str(content.get(name) or "")]


def _without_empty_parts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_empty_parts(part) for key, part in value.items() if part not in (None, "", [])}
    return [_without_empty_parts(part) for part in value] if isinstance(value, list) else value
