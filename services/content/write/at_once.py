"""Writes the pages of a new site, a language at once.

Saving a page asks the database some fifty times: what stood there before, whether its address is free, what follows it
in other languages, what else is to be told. On a site without pages the answers are known. Here the rows are written
that saving and publishing would have written; `tests/services/test_load_at_once.py` compares both ways.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from django.utils import timezone
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_published
from wagtail_localize.models import LocaleSynchronization

from home.models import BasePage
from home.translation.source_versions import note_first_versions
from services.content.models import LoadedRow
from services.content.write.moved_files import KIND
from services.content.write.one_by_one import mark_as_published

SIZE = 200
"""Rows in one statement."""


def is_new_site() -> bool:
    """Returns whether there is no page yet but Wagtail's own, none was ever loaded, and no language follows another."""
    wagtails = ContentType.objects.get_for_model(Page)
    return not (
        Page.objects.exclude(content_type=wagtails).exists()
        or LoadedRow.objects.filter(kind=KIND).exists()
        or LocaleSynchronization.objects.exists()
    )


class AtOnce:
    """Keeps what is to be written until `added()` and `finish()`."""

    def __init__(self) -> None:
        self._new: list[BasePage] = []
        """Pages without a number, in the order in which they get one."""
        self._numbered: list[BasePage] = []
        """Pages with a number, of which nothing else is sure to be in the database."""
        self._published: list[tuple[BasePage, Revision, int]] = []
        """Each with its revision, and how many pages stood below it when it was published."""
        self._last: dict[str, int] = {}
        """The place of the last page below each path."""
        self._roots: Counter[int] = Counter()
        """How many pages are new below a page that is in the database."""

    def add(self, page: BasePage, parent: Page) -> None:
        if parent.path not in self._last:
            last = parent.get_last_child() if parent.pk else None
            self._last[parent.path] = last._get_lastpos_in_path() if last else 0
        self._last[parent.path] += 1
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, self._last[parent.path])
        page.draft_title = page.draft_title or page.title
        page.set_url_path(parent)
        if parent.pk:
            self._roots[parent.pk] += 1
        else:
            parent.numchild += 1
        self._new.append(page)

    def added(self) -> None:
        rows = [Page(**_in_every_page(page)) for page in self._new]
        Page.objects.bulk_create(rows, batch_size=SIZE)
        for page, row in zip(self._new, rows, strict=True):
            page.id = page.page_ptr_id = row.pk
        for number, count in self._roots.items():
            Page.objects.filter(pk=number).update(numchild=F("numchild") + count)
        _log(self._new, "wagtail.create")
        self._numbered += self._new
        self._new = []
        self._roots.clear()

    def publish(self, page: BasePage, now: datetime, parent: Page | None = None) -> Revision:
        mark_as_published(page, now)
        page.set_review_date()
        if parent is not None:
            self.add(page, parent)
        revision = Revision(base_content_type=page.get_base_content_type(), object_str=str(page), created_at=now)
        self._published.append((page, revision, page.numchild))
        return revision

    def finish(self) -> None:
        numbered_before = self._numbered
        self.added()
        note_first_versions([page for page, _revision, _below in self._published])
        for page in numbered_before:
            Page.objects.filter(pk=page.pk).update(**_in_every_page(page))
        for page in self._numbered:
            page.save_base(raw=True, force_insert=True)
        self._write_revisions()
        pages = [page for page, _revision, _below in self._published]
        revisions = [revision for _page, revision, _below in self._published]
        _log(pages, "wagtail.publish", revisions)
        for page, revision in zip(pages, revisions, strict=True):
            page_published.send(sender=type(page), instance=page, revision=revision)
        self._numbered, self._published = [], []

    def _write_revisions(self) -> None:
        for page, revision, below in self._published:
            revision.content_object = page
            revision.content = {**page.serializable_data(), "numchild": below}
        Revision.objects.bulk_create([revision for _page, revision, _below in self._published], batch_size=SIZE)
        for page, revision, _below in self._published:
            page.latest_revision = page.live_revision = revision
        rows = [Page(**_in_every_page(page)) for page, _revision, _below in self._published]
        Page.objects.bulk_update(rows, ["latest_revision", "live_revision"], batch_size=SIZE)


def _in_every_page(page: BasePage) -> dict[str, Any]:
    """Returns what the table of all pages holds of this one, by column."""
    return {field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields}


def _log(pages: Sequence[BasePage], action: str, revisions: Sequence[Revision] | None = None) -> None:
    """Writes into the history of these pages what `wagtail.log_actions.log` would."""
    who = get_active_log_context()
    PageLogEntry.objects.bulk_create(
        [
            PageLogEntry(
                page=page,
                content_type=ContentType.objects.get_for_model(type(page)),
                label=page.get_admin_display_title(),
                action=action,
                timestamp=timezone.now(),
                data={},
                user=who.user,
                uuid=who.uuid,
                revision=revision,
                content_changed=True,
            )
            for page, revision in zip(pages, revisions or [None] * len(pages), strict=True)
        ],
        batch_size=SIZE,
    )
