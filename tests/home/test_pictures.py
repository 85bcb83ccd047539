"""A picture on a page never stands there without words for who cannot see it."""

from typing import Any

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from home.pages.picture import PictureBlock
from portal.views import picture as picture_door

pytestmark = pytest.mark.django_db


@pytest.fixture
def image() -> Any:
    """A picture of which nobody wrote what is on it."""
    return get_image_model().objects.create(title="DSC_0012", file=get_test_image_file())


def value(image: Any, **more: Any) -> Any:
    block = PictureBlock()
    return block.to_python({"image": image.pk, "description": "", "decorative": False, "caption": "", **more})


def test_without_words_it_is_refused(image: Any) -> None:
    with pytest.raises(StructBlockValidationError):
        PictureBlock().clean(value(image))


def test_decoration_with_words_is_refused(image: Any) -> None:
    with pytest.raises(StructBlockValidationError):
        PictureBlock().clean(value(image, decorative=True, description="Een balie"))


def test_words_of_the_page_come_first_then_those_of_the_picture_itself(image: Any) -> None:
    image.description = "Een balie"
    image.save()
    assert PictureBlock().clean(value(image)).spoken == "Een balie"
    assert PictureBlock().clean(value(image, description="Onze balie in Zuid")).spoken == "Onze balie in Zuid"


def test_it_renders_with_its_words_and_decoration_with_none(image: Any) -> None:
    html = PictureBlock().render(PictureBlock().clean(value(image, description="Een “balie”", caption="Kom binnen")))
    assert 'alt="Een “balie”"' in html
    assert "<figcaption>Kom binnen</figcaption>" in html
    assert "width=" in html
    assert "style=" not in html
    assert 'alt=""' in PictureBlock().render(PictureBlock().clean(value(image, decorative=True)))


def test_the_door_of_pictures_gives_no_documents(rf: Any, settings: Any, tmp_path: Any) -> None:
    from django.http import Http404

    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "brief.pdf").write_bytes(b"geheim")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "balie.png").write_bytes(b"png")
    for path in ("documents/brief.pdf", "images/../documents/brief.pdf", "../x"):
        with pytest.raises(Http404):
            picture_door(rf.get("/media/x"), path=path)
    assert picture_door(rf.get("/media/x"), path="images/balie.png").status_code == 200
