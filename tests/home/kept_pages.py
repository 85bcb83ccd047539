"""What a reader sees, and whether it was kept."""

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from services.models import ServicePage

SERVICE = "/nl/diensten/jeugdhulp/"
DOORS = ["/nl/vraag/", "/nl/chat/", "/nl/vraag/volgen/", "/nl/gesprek/", "/nl/zoeken/"]


def kept(path: str, client: Client | None = None, **more: Any) -> bool:
    """Whether a reader gets this from the store: no template is printed, and only the state of the site is read."""
    with CaptureQueriesContext(connection) as captured:
        response = (client or Client()).get(path, **more)
    assert response.status_code == 200
    return not response.templates and len(captured) <= 1


def seen(path: str = SERVICE) -> str:
    """What a reader sees."""
    return Client().get(path).content.decode()


def page(language: str = "nl") -> ServicePage:
    found: ServicePage = ServicePage.objects.get(slug="jeugdhulp", locale__language_code=language)
    return found
