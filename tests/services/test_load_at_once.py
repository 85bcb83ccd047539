"""A new site is written at once: every row is as Wagtail and wagtail-localize would have written it page by page."""

import json
import os
import re
import shutil
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import Translation, TranslationSource

from home.cache import generation
from home.search.selectors import find
from portal.backups.restore import connected_to
from services.content import load as loading
from services.content.read.schema import PAGE_TYPES
from services.content.write import translations
from services.content.write.at_once import is_new_site
from tests.loaded import Kept
from tests.some import some

from .conftest import small_folder

pytestmark = pytest.mark.django_db

# What says when and in what order things were written, and how a full-text index of SQLite keeps its words.
NOT_COMPARED = ("django_migrations", "home_change", "wagtailsearch_indexentry_fts_")
# Columns that say only in which order rows were written, or how long titles were on the average until then.
OF_THE_ORDER = {
    "wagtailcore_pagelogentry": {"id"},
    "wagtailcore_referenceindex": {"id"},
    "wagtailsearch_indexentry": {"id", "title_norm"},
}
MOMENT = re.compile(r"20\d\d-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)?")
RANDOM = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")


def page_by_page(patch: pytest.MonkeyPatch) -> None:
    """Lets a load write all as on a site that is in use, and lets Wagtail and wagtail-localize do what they do."""
    patch.setattr(loading, "is_new_site", lambda: False)
    patch.setattr(loading, "admin_index_filled_afterwards", nullcontext)
    patch.setattr(
        translations,
        "make_sources",
        lambda instances: [TranslationSource.update_or_create_from_instance(each)[0] for each in instances],
    )


@pytest.fixture
def new_site(tmp_path: Path) -> Path:
    """A small folder that needs nothing on the site; in `make audit` the real content."""
    content = Path(settings.CONTENT_DIR)
    if os.environ.get("PORTAL_AUDIT"):
        return content
    made = small_folder(tmp_path / "content")
    facts = yaml.safe_load((content / "rows" / "facts.yaml").read_text(encoding="utf-8"))
    made.write("rows/facts.yaml", [fact for fact in facts if fact["slug"] == "noodnummer"])
    shutil.copytree(content / "audiences", made.path / "audiences")
    return made.path


def test_a_new_site_is_written_at_once_as_it_would_be_page_by_page(
    new_site: Path, kept_database: Kept, tmp_path: Path
) -> None:
    written = []
    for at_once in (True, False):
        with kept_database.empty(tmp_path) as name, connected_to(name), pytest.MonkeyPatch.context() as patch:
            forget()
            call_command("migrate", verbosity=0, interactive=False)
            assert is_new_site()
            if not at_once:
                page_by_page(patch)
            loading.load(new_site)
            written.append((every_row(), answers()))
            assert not is_new_site()
            assert Page.find_problems() == ([], [], [], [], [])
            if at_once:
                assert loading.load(new_site).nothing_new
    forget()
    (rows, found), (rows_page_by_page, found_page_by_page) = written
    differing = {table for table in some(rows) if rows[table] != rows_page_by_page[table]}
    assert differing == set()
    assert rows.keys() == rows_page_by_page.keys()
    assert found == found_page_by_page


@pytest.mark.once
@pytest.mark.reads
def test_a_page_that_was_loaded_does_not_look_as_if_an_editor_changed_it() -> None:
    pages = [page for model in PAGE_TYPES.values() for page in model.objects.filter(alias_of=None)]
    assert {page.url_path for page in some(pages) if page.fingerprint() != page.loaded_hash} == set()


def forget() -> None:
    """Forgets what this process knows of the database that it used until now."""
    ContentType.objects.clear_cache()
    generation.forget()


def every_row() -> dict[str, list[str]]:
    """All rows of every table, with names in the place of random numbers."""
    names = {
        key.hex: f"{model._meta.label}-{number}"
        for model in apps.get_models()
        if issubclass(model, TranslatableMixin) and model._meta.pk is model._meta.auto_field
        for number, key in model._default_manager.values_list("pk", "translation_key").order_by("-locale", "-pk")
    }
    names |= {each.uuid.hex: f"translation-{each.pk}" for each in Translation.objects.all()}

    def plain(value: Any) -> str:
        text = MOMENT.sub("then", json.dumps(value, default=str, sort_keys=True, ensure_ascii=False))
        return RANDOM.sub(lambda found: names.get(found[0].replace("-", ""), found[0]), text)

    rows = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(NOT_COMPARED):
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 (a name of ours)
            columns = [column[0] for column in cursor.description]
            left_out = OF_THE_ORDER.get(table, set())
            rows[table] = sorted(
                plain([value for column, value in zip(columns, row, strict=True) if column not in left_out])
                for row in cursor.fetchall()
            )
    return rows


def answers() -> list[Any]:
    """What is found for some words, by readers and in the admin."""
    readers = [[hit.page.pk for hit in find(*asked).hits] for asked in (("geld", "nl"), ("how it goes", "en"))]
    admin = [{page.pk for page in Page.objects.search(word)} for word in ("lijst", "geld", "goes")]
    return [readers, admin]
