"""Every block has one class, one template, one description, one preview; and it renders."""

from typing import Any

import pytest
from django.template.loader import get_template
from wagtail.blocks import Block

from home.pages.blocks import ContentBlock
from tests.some import some

BLOCKS = ContentBlock().child_blocks


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_has_a_description_a_template_and_a_preview(name: str) -> None:
    block: Block = BLOCKS[name]
    assert str(block.meta.description)
    assert block.meta.icon != "placeholder"
    assert block.meta.template == f"home/blocks/{name}.html"
    get_template(block.meta.template)
    assert block.get_preview_value()


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_renders_its_preview(name: str) -> None:
    block = BLOCKS[name]
    html = block.render(block.get_preview_value())
    assert html.strip()
    for words in some(texts(block.meta.preview_value)):
        assert words in html


def texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [] if value in {"info", "important"} else [value]
    parts = value.values() if isinstance(value, dict) else value
    return [text for part in parts for text in texts(part)]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_of_its_own_is_one_class(name: str) -> None:
    assert type(BLOCKS[name]).__module__ in {"home.pages.blocks", "home.pages.picture"}
