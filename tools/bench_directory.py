"""What the directory costs with 2,000 organisations, beside reading the same list from the database each time.

A part of tools/bench.py. The organisations are made up for it and are gone afterwards.
"""

from collections.abc import Callable
from random import Random
from typing import Any

from django.core.paginator import Paginator
from django.db import connection, models, transaction
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.cache import generation
from home.languages import source_code
from services.directory.presenters import PER_PAGE
from services.directory.selectors import organisation_list
from services.models import Audience, District, Organisation, SpokenLanguage, Theme

COUNT = 2000
ADDRESS = "/nl/organisaties/"
ASKED = {"the whole list": "", "a topic in a district": "?thema=geld&stadsdeel=noord", "words": "?q=club&pagina=20"}
LISTS: dict[str, type[models.Model]] = {
    "themes": Theme,
    "districts": District,
    "languages": SpokenLanguage,
    "audiences": Audience,
}
Time = Callable[..., tuple[float, float]]


def directory_costs(milliseconds: Time) -> list[str]:
    """Returns a table of queries and time: the list in parts, reading it anew after a change, and the alternative."""
    client = Client(headers={"host": "127.0.0.1"})
    rows = ["| directory | queries | median ms | 95% ms |", "|---|---|---|---|"]
    with transaction.atomic():
        make_up(COUNT)
        for name, query in ASKED.items():
            client.get(ADDRESS + query)
            middle, high = milliseconds(lambda query=query: client.get(ADDRESS + query), 100)
            rows.append(
                f"| {name} | {_queries(lambda query=query: client.get(ADDRESS + query))} | {middle:.1f} | {high:.1f} |"
            )
        middle, high = milliseconds(_read_again, 5)
        rows.append(
            f"| reading all of it, once after each change | {_queries(_read_again)} | {middle:.1f} | {high:.1f} |"
        )
        middle, high = milliseconds(_asked_of_the_database, 5)
        rows.append(
            f"| only the rows and counts of one page, asked of the database (the alternative) "
            f"| {_queries(_asked_of_the_database)} | {middle:.1f} | {high:.1f} |"
        )
        transaction.set_rollback(True)
    generation.forget()
    return rows


def make_up(count: int) -> None:
    """Makes this many organisations, each with a few values of every facet."""
    chance = Random(1)  # noqa: S311 (made-up rows, no secret)
    made = Organisation.objects.bulk_create(
        Organisation(
            slug=f"bench-{number}", name=f"Club {number}", kind="meeting", cost=chance.choice(["free", "unknown"])
        )
        for number in range(count)
    )
    for name, model in LISTS.items():
        values: Any = model._default_manager.all()
        if model is Audience:
            values = values.filter(locale__language_code=source_code())
        known = list(values)
        relation: Any = Organisation._meta.get_field(name)
        through, target = relation.remote_field.through, relation.m2m_reverse_field_name()
        through._default_manager.bulk_create(
            through(organisation=row, **{target: value})
            for row in made
            for value in chance.sample(known, chance.randrange(3))
        )
    generation.changed()


def _read_again() -> None:
    generation.forget()
    organisation_list(source_code())


def _asked_of_the_database() -> None:
    wanted = Q(active=True) & Q(themes__slug="geld") & (Q(districts__slug="noord") | Q(districts=None))
    found = Organisation.objects.filter(wanted).distinct().prefetch_related(*LISTS).select_related("phone")
    list(Paginator(found, PER_PAGE).get_page(1))
    for name, model in LISTS.items():
        for value in model._default_manager.all():
            Organisation.objects.filter(wanted, **{name: value}).distinct().count()


def _queries(call: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as captured:
        call()
    return len(captured)
