"""A picture that cannot be shown is refused at the upload, in words; one that is there already breaks no page."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images import get_image_model

from home.pages.picture import PictureBlock
from tests.conftest import Cast

SignIn = Callable[[Any], Client]
pytestmark = [pytest.mark.django_db, pytest.mark.once]


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    """A store of our own on the disk, as in production; what Wagtail remembers of sizes is of another one."""
    cache.clear()
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


TOLD_BY_THE_PHONE = b"TelefoonMerk"


def from_a_phone(kind: str) -> bytes:
    """A picture on its side, with all that a phone and a program of pictures write in it."""
    told = Image.Exif()
    told[0x0112], told[0x010F] = 6, TOLD_BY_THE_PHONE.decode()
    told.get_ifd(0x8825).update({1: "N", 2: (52.0, 30.0, 44.0)})
    words = {"comment": TOLD_BY_THE_PHONE} if kind in ("jpeg", "gif") else {}
    xmp = {"xmp": b"<x>" + TOLD_BY_THE_PHONE + b"</x>"} if kind in ("jpeg", "webp") else {}
    kept = io.BytesIO()
    Image.effect_noise((200, 100), 90).convert("CMYK" if kind == "jpeg" else "RGB").save(
        kept, kind, **words, **xmp, **({} if kind == "gif" else {"exif": told})
    )
    assert TOLD_BY_THE_PHONE in kept.getvalue()
    return kept.getvalue()


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "webp", "avif"])
def test_what_readers_get_is_the_picture_and_not_where_it_was_taken(kind: str) -> None:
    image = get_image_model().objects.create(title="x", file=ContentFile(from_a_phone(kind), name=f"x.{kind}"))
    for size in ("original", "max-100x100", "fill-50x50", "format-jpeg", "format-webp", "format-png"):
        made = image.get_rendition(size)
        contents = made.file.read()
        assert TOLD_BY_THE_PHONE not in contents, size
        assert not Image.open(io.BytesIO(contents)).getexif(), size
        assert Image.open(io.BytesIO(contents)).mode != "CMYK"
    upright = image.get_rendition("original")
    assert (upright.width, upright.height) == ((200, 100) if kind == "gif" else (100, 200))


@pytest.mark.parametrize("name", ["\u202egpj.exe.png", "a\nb\u200b.png", "../../etc/passwd.png", "صورة.png"])
def test_a_title_holds_no_sign_that_nobody_sees(cast: Cast, sign_in: SignIn, name: str) -> None:
    assert upload(sign_in(cast.editor), name, picture("png"), title=name)["success"] is True
    image = get_image_model().objects.get()
    assert image.title.isprintable()
    assert "/" not in image.file.name.removeprefix("original_images/")


@pytest.mark.parametrize("side", [8_000, 20_000])
def test_one_that_is_small_as_a_file_and_fills_the_memory_is_refused(cast: Cast, sign_in: SignIn, side: int) -> None:
    bomb = io.BytesIO()
    Image.new("1", (side, side)).save(bomb, "png")
    told = upload(sign_in(cast.editor), "balie.png", bomb.getvalue())
    assert told["success"] is False
    assert "50" in told["error_message"]


@pytest.mark.parametrize("contents", [picture("png")[:5000], b"", b"geen plaatje", None])
def test_a_damaged_one_that_was_stored_before_breaks_no_screen(
    media: Path, cast: Cast, sign_in: SignIn, contents: bytes | None
) -> None:
    image = get_image_model().objects.create(title="oud", file=ContentFile(picture("png"), name="oud.png"))
    (media / image.file.name).write_bytes(contents or b"")
    if contents is None:
        (media / image.file.name).unlink()
    client = sign_in(cast.editor)
    edit = reverse("wagtailimages:edit", args=[image.pk])
    for address in (
        reverse("wagtailimages:index"),
        reverse("wagtailimages:index") + "?layout=list",
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtailimages_chooser:select_format", args=[image.pk]),
        reverse("wagtailimages:delete", args=[image.pk]),
        reverse("pictures_without_description"),
        edit,
    ):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "oud" in answer.content.decode(), address
    assert "/media/images/" not in client.get(edit).content.decode()
    assert "beschadigd of weg" in client.get(edit).content.decode()
    given = {"title": "nieuw", "description": "x", "collection": image.collection_id, "tags": ""}
    assert client.post(edit, given).status_code == 302
    assert get_image_model().objects.get().width == 200
    assert client.post(edit, given | {"file": ContentFile(picture("png"), name="heel.png")}).status_code == 302
    assert (
        f'href="{get_image_model().objects.get().get_rendition("original").url}"' in client.get(edit).content.decode()
    )


@pytest.mark.parametrize("cached", [True, False])
@pytest.mark.parametrize("gone", [True, False])
def test_a_size_whose_file_is_gone_is_made_again(media: Path, gone: bool, cached: bool) -> None:
    image = get_image_model().objects.create(title="x", file=ContentFile(picture("png"), name="x.png"))
    file = media / image.get_rendition("width-960").file.name
    file.write_bytes(b"")
    if gone:
        file.unlink()
    if not cached:
        cache.clear()
    image = get_image_model().objects.prefetch_renditions("width-960").get()
    made = image.get_rendition("width-960")
    assert made.file.read()
    assert image.renditions.count() == 1
    assert image.get_renditions("width-960")["width-960"].file.name == made.file.name


@pytest.mark.parametrize("made_again", [True, False])
def test_a_size_that_another_process_threw_away_is_not_shown_any_more(media: Path, made_again: bool) -> None:
    image = get_image_model().objects.create(title="x", file=ContentFile(picture("png"), name="x.png"))
    remembered = image.get_rendition("width-960")
    key = remembered.construct_cache_key(image, remembered.focal_point_key, remembered.filter_spec)
    image.renditions.all().delete()
    (media / remembered.file.name).unlink()
    new = image.get_rendition("width-960") if made_again else None
    if new:
        (media / new.file.name).rename(media / "images" / "new.png")
        image.renditions.update(file="images/new.png")
    cache.set(key, remembered)
    shown = get_image_model().objects.get().get_rendition("width-960")
    assert shown.file.read()
    assert image.renditions.get() == shown


@pytest.mark.parametrize("contents", [picture("png")[:5000], b"", b"geen plaatje", None])
def test_a_damaged_one_that_was_stored_before_breaks_no_page(media: Path, contents: bytes | None) -> None:
    image = get_image_model()(title="oud", file=ContentFile(picture("png"), name="oud.png"), description="Een balie")
    image.save()
    if contents is None:
        (media / image.file.name).unlink()
    else:
        (media / image.file.name).write_bytes(contents)
    block = PictureBlock()
    value = block.to_python({"image": image.pk, "description": "", "decorative": False, "caption": "Kom binnen"})
    html = block.render(value)
    assert "Kom binnen" in html
    assert "Een balie" in html
    assert "<img" not in html
