"""docs/templates.md is a contract: what it names is there."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import engines
from django.template.loader import get_template
from django.test import Client

from home.models import BasePage
from services.content.read.schema import PAGE_TYPES
from tests.some import some

pytestmark = pytest.mark.django_db

CONTRACT = (Path(settings.HOUSE) / "docs" / "templates.md").read_text(encoding="utf-8")


def names_in_table(heading: str) -> list[str]:
    section = CONTRACT.split(f"## {heading}\n")[1].split("\n## ")[0]
    return re.findall(r"^\| `(\w+)`", section, re.MULTILINE)


@pytest.mark.parametrize("label", PAGE_TYPES)
def test_every_page_type_has_its_template_and_its_context(label: str, client: Client) -> None:
    model: type[BasePage] = PAGE_TYPES[label]
    assert f"`{label}`" in CONTRACT
    get_template(model.template)
    page: Any = model.objects.filter(locale__language_code="ar").first()
    context = client.get(page.url).context
    for name in some(names_in_table("Context of every page")):
        assert name in context, name


@pytest.mark.parametrize("library", ["words", "directory", "danger"])
def test_every_tag_that_is_promised_exists(library: str) -> None:
    section = CONTRACT.split("{% load " + library + " %}`")[1].split("\n## ")[0]
    tags = set(re.findall(r"^- `\{% (\w+)", section, re.MULTILINE))
    filters = set(re.findall(r"^- `\{\{ \w+\|(\w+)", section, re.MULTILINE))
    loaded = engines["django"].engine.template_libraries[library]
    assert tags <= set(loaded.tags)
    assert filters <= set(loaded.filters)
    assert tags | filters
