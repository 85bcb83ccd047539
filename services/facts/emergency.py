"""The emergency number, which is on every page, also on the one that says something broke."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from home.cache.generation import cached_until_published
from services.facts.models import Fact

SLUG = "noodnummer"
"""Slug of the fact with the emergency number."""
WITHOUT_DATABASE = "112"
"""The number where the fact cannot be read: by law the same in every country of the European Union."""


@cached_until_published
def emergency_number() -> SafeString:
    """Returns the number as HTML, from its fact; 112 when there is no such fact."""
    fact = Fact.objects.filter(slug=SLUG, kind=Fact.Kind.PHONE).first()
    return SafeString(fact.as_html()) if fact and fact.link else number_without_database()


def number_without_database() -> SafeString:
    """Returns 112 as HTML, for a page that may not read the database."""
    return format_html('<bdi class="tel" dir="ltr"><a href="tel:{0}">{0}</a></bdi>', WITHOUT_DATABASE)
