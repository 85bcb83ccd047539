"""A picture between the texts of a page, with a description for people who cannot see it."""

import logging
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock
from wagtail.images.models import SourceImageIOError

logger = logging.getLogger(__name__)


class PictureValue(blocks.StructValue):
    """The picture with its description, as the template gets it."""

    @property
    def spoken(self) -> str:
        """Returns the description for a screen reader; empty for decoration."""
        if self.get("decorative"):
            return ""
        image = self.get("image")
        return str(self.get("description") or (image.description if image else ""))

    @cached_property
    def shown(self) -> Any:
        """Returns the picture in the size of the page; None when its file cannot be read: the page is shown without."""
        image = self.get("image")
        try:
            return image.get_rendition("width-960") if image else None
        except SourceImageIOError as broken:
            logger.warning("picture %s cannot be shown: %s", image.pk, broken)
            return None


class PictureBlock(blocks.StructBlock):
    """A picture with its description, or marked as decoration."""

    image = ImageChooserBlock(label=_("Picture"))
    description = blocks.CharBlock(
        label=_("What is on it"),
        max_length=200,
        required=False,
        help_text=_("For who cannot see it. Empty: the description that belongs to the picture itself."),
    )
    decorative = blocks.BooleanBlock(
        label=_("Decoration"), required=False, help_text=_("It tells nothing: a screen reader passes it by.")
    )
    caption = blocks.CharBlock(label=_("Words below it"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "home/blocks/picture.html"
        description = _("A picture, with words for who cannot see it")
        preview_value = {"description": "Een balie met twee stoelen", "caption": "U kunt zo binnenlopen."}
        value_class = PictureValue

    def clean(self, value: Any) -> Any:
        """Returns the value. Raises ValidationError for a picture without description, and for decoration with one."""
        cleaned = super().clean(value)
        if cleaned.get("decorative") and cleaned.get("description"):
            reason = gettext("Decoration has no description. Leave it empty, or take the tick away.")
            raise StructBlockValidationError({"description": ValidationError(reason)})
        if not cleaned.get("decorative") and not cleaned.spoken:
            reason = gettext("Write what is on the picture, or say that it is decoration.")
            raise StructBlockValidationError({"description": ValidationError(reason)})
        return cleaned
