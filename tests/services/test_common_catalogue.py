"""What the site tells overheid.nl: Samenwerkende Catalogi."""

from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from home.models import Municipality
from services.models import Service
from tests.some import some

pytestmark = pytest.mark.django_db

SPACES = {
    "p": "http://standaarden.overheid.nl/product/terms/",
    "d": "http://purl.org/dc/terms/",
    "o": "http://standaarden.overheid.nl/owms/terms/",
}


def test_the_catalogue_is_off_until_it_is_switched_on_and_the_municipality_is_named(
    client: Client, settings: Any
) -> None:
    assert client.get("/sc.xml").status_code == 404
    settings.CATALOGUE = True
    assert client.get("/sc.xml").status_code == 404
    _name_the_municipality()
    response = client.get("/sc.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")


def test_the_catalogue_holds_the_services_with_a_common_name(client: Client, settings: Any) -> None:
    settings.CATALOGUE = True
    _name_the_municipality()
    response = client.get("/sc.xml")
    assert response["Link"] == f'<{settings.DATA_LICENCE.url}>; rel="license"'
    content = response.content
    assert b"xmlns:overheid=" in content  # the schemes of the attributes are written with this prefix
    tree = ElementTree.fromstring(content)  # noqa: S314 (our own)
    products = tree.findall("p:scproduct", SPACES)
    named = {service.upl for service in Service.objects.exclude(upl="")}
    assert {product.findtext("p:meta/p:scmeta/p:uniformeProductnaam", "", SPACES) for product in products} == named
    for product in some(products):
        core = product.find("p:meta/p:owmskern", SPACES)
        assert core is not None
        assert [child.tag.split("}")[1] for child in core] == [
            *["identifier", "title", "language", "type", "modified", "spatial"],
            "authority",
        ]
        assert core.findtext("d:identifier", "", SPACES).startswith("http")
        assert product.findtext("p:meta/p:owmsmantel/d:abstract", "", SPACES)
        assert product.find("p:body", SPACES) is not None
        licence = product.find("p:meta/p:owmsmantel/d:license", SPACES)
        assert licence is not None
        assert licence.attrib["resourceIdentifier"] == settings.DATA_LICENCE.url


def _name_the_municipality() -> None:
    for municipality in Municipality.objects.all():
        municipality.authority_uri = "http://standaarden.overheid.nl/owms/terms/Zwolle_(gemeente)"
        municipality.save()
