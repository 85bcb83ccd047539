"""Which pages may be out of step, seen in one look at the whole tree: page by page that takes some 20 queries each.

It only says where to look: home/translation/in_step/carry.py decides.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from wagtail.models import Page
from wagtail_localize.models import LocaleSynchronization

from home.translation.in_step.twins import HOME_LEVEL
from home.translation.withdrawn import Withdrawn

STEP = Page.steplen


def followed_otherwise(locale: int | None) -> list[int]:
    """Returns the pages in this language of which a follower is missing, or has another state, slug or place.

    In the order of the tree: first what is above.
    """
    rows = Page.objects.filter(depth__gte=HOME_LEVEL).order_by("path").values_list(
        "pk", "path", "slug", "live", "translation_key", "locale_id", named=True
    )  # fmt: skip
    return [*_differing(list(rows), locale)]


def _differing(rows: Sequence[Any], locale: int | None) -> Iterator[int]:
    withdrawn = set(Withdrawn.objects.values_list("page_id", flat=True))
    expected = set(LocaleSynchronization.objects.filter(sync_from_id=locale).values_list("locale_id", flat=True))
    at = {row.path: row for row in rows}
    below: dict[str, list[UUID]] = defaultdict(list)
    followers: dict[UUID, list[Any]] = defaultdict(list)
    for row in rows:
        below[row.path[:-STEP]].append(row.translation_key)
        if row.locale_id != locale:
            followers[row.translation_key].append(row)
    for source in (row for row in rows if row.locale_id == locale):
        others = followers[source.translation_key]
        above = at.get(source.path[:-STEP])
        if any(other.live != (source.live and other.pk not in withdrawn) for other in others) or (
            above is not None
            and (
                expected - {other.locale_id for other in others}
                or any(other.slug != source.slug or _elsewhere(source, other, at, below) for other in others)
            )
        ):
            yield source.pk


def _elsewhere(source: Any, other: Any, at: Mapping[str, Any], below: Mapping[str, list[UUID]]) -> bool:
    """Returns whether a follower stands below another page than its source, or its list is in another order."""
    above, over = at.get(source.path[:-STEP]), at.get(other.path[:-STEP])
    if above is None or over is None or above.translation_key != over.translation_key:
        return True
    order, own = below[source.path[:-STEP]], below[other.path[:-STEP]]
    return [key for key in own if key in order] != [key for key in order if key in own]
