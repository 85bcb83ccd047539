"""A picture that cannot be shown is refused at the upload, in words; one that is there already breaks no page."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from home.picture import Picture
from tests.conftest import Cast

SignIn = Callable[[Any], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    """A store of our own on the disk, as in production."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    }
    return tmp_path


def picture(kind: str, **more: Any) -> bytes:
    """A picture that does not compress well, so that half of it lacks half of what is on it."""
    kept = io.BytesIO()
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    noise.save(kept, kind, **more)
    return kept.getvalue()


def upload(client: Client, name: str, contents: bytes, **more: Any) -> dict[str, Any]:
    """What the admin answers when somebody drops a picture."""
    answer = client.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": ContentFile(contents, name=name), **more},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp"])
def test_a_whole_picture_is_kept(cast: Cast, sign_in: SignIn, kind: str) -> None:
    assert upload(sign_in(cast.editor), f"balie.{kind}", picture(kind))["success"] is True


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.97])
def test_one_that_breaks_off_is_refused(cast: Cast, sign_in: SignIn, kind: str, part: float) -> None:
    whole = picture(kind)
    told = upload(sign_in(cast.editor), f"balie.{kind}", whole[: int(len(whole) * part)])
    assert told["success"] is False
    assert told["error_message"]
    assert not get_image_model().objects.exists()


@pytest.mark.parametrize("name", ["x" * 400 + ".png", "н" * 250 + ".png", "слово " * 60 + ".png"])
def test_a_name_of_any_length_is_kept_as_a_title(cast: Cast, sign_in: SignIn, name: str) -> None:
    told = upload(sign_in(cast.editor), name, picture("png"), title=name)
    assert told["success"] is True
    assert 0 < len(get_image_model().objects.get().title) <= 255


def test_the_chooser_has_the_same_rule(cast: Cast, sign_in: SignIn) -> None:
    whole = picture("png")
    answer = sign_in(cast.editor).post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "balie",
            "image-chooser-upload-file": ContentFile(whole[: len(whole) // 2], name="balie.png"),
        },
    )
    assert answer.status_code == 200
    assert not get_image_model().objects.exists()


@pytest.mark.parametrize("contents", [picture("png")[:5000], b"", b"geen plaatje", None])
def test_a_damaged_one_that_was_stored_before_breaks_no_page(media: Path, contents: bytes | None) -> None:
    image = get_image_model()(title="oud", file=ContentFile(picture("png"), name="oud.png"), description="Een balie")
    image.save()
    if contents is None:
        (media / image.file.name).unlink()
    else:
        (media / image.file.name).write_bytes(contents)
    block = Picture()
    value = block.to_python({"image": image.pk, "description": "", "decorative": False, "caption": "Kom binnen"})
    html = block.render(value)
    assert "Kom binnen" in html
    assert "Een balie" in html
    assert "<img" not in html
