"""All that a load of content could change, to be compared before and after."""

from typing import Any

from wagtail.models import Revision
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from services.content.read.schema import PAGE_TYPES
from services.models import Fact, LoadedRow


def everything() -> list[Any]:
    """What a load could change, row by row."""
    kept = ("pk", "path", "alias_of_id", "latest_revision_id", "last_published_at", "content_hash", "loaded_hash")
    pages = [
        (*(getattr(page, name) for name in kept), page.fingerprint())
        for model in PAGE_TYPES.values()
        for page in model.objects.order_by("pk")
    ]
    models = [Revision, StringTranslation, TranslationSource, Translation, LoadedRow, Fact]
    return [pages, *(sorted(model.objects.values_list(), key=str) for model in models)]
