"""A picture in the sizes that pages ask for: upright, in RGB, and without data about where it was taken.

A phone writes in a picture where and when it was taken, and with which phone. Wagtail copies that into each size that
it makes, and everybody can fetch those. A file that was damaged after the upload makes a decoder raise any kind of
error; Wagtail catches one of them only, and then shows that the picture is missing instead of failing.
"""

from typing import Any

from django.core.files import File
from PIL import ImageOps
from wagtail.admin.views.generic.chooser import ChosenResponseMixin
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, SourceImageIOError, WagtailImageFieldFile
from wagtail.images.views.chooser import ImageChosenResponseMixin
from willow.plugins.pillow import PillowImage
from willow.registry import registry

KEPT = ("icc_profile", "transparency")
"""The metadata without which a picture is not shown right; all other metadata is removed."""


def follow() -> None:
    """Replaces the methods of Wagtail that make, find, choose and measure a size by the functions of this module."""
    registry.register_operation(PillowImage, "auto_orient", _nothing_but_the_picture)
    AbstractImage.generate_rendition_file = _rendition_file
    AbstractImage.find_existing_renditions = _existing_renditions
    ImageChosenResponseMixin.get_chosen_response_data = _chosen_data
    WagtailImageFieldFile.get_image_dimensions = _width_and_height


def _nothing_but_the_picture(opened: PillowImage) -> PillowImage:
    """Returns the picture upright, CMYK turned into RGB, and without metadata.

    It is registered as Wagtail's operation `auto_orient`, which every picture goes through first, whatever its size.
    """
    picture = ImageOps.exif_transpose(opened.image)
    if picture.mode == "CMYK":
        in_colours = PillowImage(picture).transform_colorspace_to_srgb().image
        picture = in_colours if in_colours.mode == "RGB" else in_colours.convert("RGB")
    picture.info = {name: told for name, told in picture.info.items() if name in KEPT}
    return PillowImage(picture)


_made_by_wagtail = AbstractImage.generate_rendition_file
_found_by_wagtail = AbstractImage.find_existing_renditions
_chosen_by_wagtail = ImageChosenResponseMixin.get_chosen_response_data
_measured_by_wagtail = WagtailImageFieldFile.get_image_dimensions


def _rendition_file(image: AbstractImage, filter: Filter, *, source: File | None = None) -> File:
    """Returns the file of one size. Raises SourceImageIOError for a picture that cannot be read."""
    try:
        return _made_by_wagtail(image, filter, source=source)
    except InvalidFilterSpecError:
        raise
    except Exception as broken:  # whatever a decoder raises means that it cannot be shown
        raise SourceImageIOError(type(broken).__name__) from broken


def _existing_renditions(image: AbstractImage, *filters: Filter) -> dict[Filter, AbstractRendition]:
    """Returns the sizes that were made before and whose file is there; one that is gone or empty is made again.

    Wagtail remembers sizes per process, and another process may have deleted one since. Raises SourceImageIOError when
    the upload cannot be read any more either.
    """
    found: dict[Filter, AbstractRendition] = _found_by_wagtail(image, *filters)
    stored = {filter: size for filter, size in found.items() if _is_stored(size)}
    for filter, size in found.items():
        if filter not in stored:
            size.purge_from_cache()
            now = image.renditions.filter(filter_spec=filter.spec, focal_point_key=size.focal_point_key).first()
            if now is not None:
                if not _is_stored(now):
                    made = _rendition_file(image, filter)
                    now.file.save(made.name, made)
                stored[filter] = now
    return stored


def _is_stored(size: AbstractRendition) -> bool:
    try:
        return bool(size.file.size)
    except OSError:
        return False


def _chosen_data(view: Any, image: AbstractImage, *size: str) -> dict[str, Any]:
    """Returns the data that the chooser gives to the form, for a picture that cannot be shown too."""
    try:
        told: dict[str, Any] = _chosen_by_wagtail(view, image, *size)
    except SourceImageIOError:
        told = ChosenResponseMixin.get_chosen_response_data(view, image)
        told |= {"preview": {"url": "", "width": 0, "height": 0}, "default_alt_text": image.default_alt_text}
    return told


def _width_and_height(file: WagtailImageFieldFile) -> tuple[int, int]:
    """Returns width and height of a picture in pixels; of a damaged one the values that its row still has.

    Every form of a picture asks, also one in which only the title changes. Raises the decoder's error when no row has
    them.
    """
    try:
        measured: tuple[int, int] = _measured_by_wagtail(file)
    except Exception:  # whatever a decoder raises
        known = type(file.instance).objects.filter(pk=file.instance.pk, file=file.name)
        before: tuple[int, int] | None = known.values_list(file.field.width_field, file.field.height_field).first()
        if before is None:
            raise
        return before
    return measured
