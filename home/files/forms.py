"""The forms with which editors upload pictures and documents, wherever they do so."""

from io import BytesIO
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.files.contents import holds_what_it_says, is_whole
from home.files.old_addresses import document_moved
from home.text.visible import short_words


class Upload(forms.ModelForm):
    """A form with a file. Where several files come at once, Wagtail shows only the errors of the field of the file."""

    def full_clean(self) -> None:
        self._shorten_title()
        super().full_clean()
        # A file that was refused has no name any more: the model would complain about that too.
        if "file" in self.errors:
            del self.errors["file"][1:]
        # Several at once come as plain values, one at a time as what the browser posted.
        if type(self.data) is dict and self.errors and "file" not in self.errors:
            told = [str(message) for messages in self.errors.values() for message in messages]
            self.errors["file"] = self.error_class(told)

    def _shorten_title(self) -> None:
        """Shortens a title that was made of the file's name, and removes invisible characters from any title."""
        key = self.add_prefix("title")
        field = self.fields.get("title")
        given: Any = self.data
        if isinstance(field, forms.CharField) and given.get(key):
            self.data = given = given.copy()
            given[key] = short_words(str(given[key]))
            if self.files:
                given[key] = given[key][: field.max_length]


class DocumentForm(Upload, BaseDocumentForm):
    """A document of one of the accepted types, by name and by what is in it."""

    class Meta(BaseDocumentForm.Meta):
        widgets = {
            **BaseDocumentForm.Meta.widgets,
            "file": forms.FileInput(
                attrs={
                    **BaseDocumentForm.Meta.widgets["file"].attrs,
                    "accept": ",".join(f".{kind}" for kind in settings.WAGTAILDOCS_EXTENSIONS),
                }
            ),
        }

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or not file:
            return file
        if not holds_what_it_says(file.name, file):
            kinds = ", ".join(settings.WAGTAILDOCS_EXTENSIONS)
            raise ValidationError(
                _(
                    "This file cannot be used. Choose a file of one of these kinds: %(kinds)s. "
                    "The file must also be what its name says; a document with macros is not accepted."
                )
                % {"kinds": kinds}
            )
        if not is_whole(file.name, file):
            raise ValidationError(_("This document breaks off before its end. Save it again, or choose another file."))
        return file

    def save(self, commit: bool = True) -> Any:
        """Saves and returns the document. When its file was replaced, the old address redirects to the new one."""
        before = type(self.instance).objects.filter(pk=self.instance.pk).first()
        document = super().save(commit=commit)
        if commit and before is not None:
            document_moved(before.url, document.url)
        return document


class WholePicture(WagtailImageField):
    """A picture that can be read to the end: one that breaks off would break every page that shows it."""

    def to_python(self, data: Any) -> Any:
        try:
            file = super().to_python(data)
            if file is not None:
                self._decode(file)
        except ValidationError:
            raise
        except Exception as broken:  # whatever a decoder raises means that it cannot be shown
            raise ValidationError(
                _("This picture is damaged: it cannot be read to the end. Save it again, or choose another file.")
            ) from broken
        return file

    def check_image_pixel_size(self, f: Any) -> None:
        """Raises ValidationError for a picture with more pixels than fit into memory, however small its file is."""
        try:
            super().check_image_pixel_size(f)
        except (ValidationError, Image.DecompressionBombError) as too_many:
            words = _("This picture has too many pixels. Save it smaller: %(number)s million pixels at most.")
            raise ValidationError(words % {"number": self.max_image_pixels // 1_000_000}) from too_many

    def _decode(self, file: Any) -> None:
        """Decodes the picture to its end; of a moving picture the first image only, as the others are never shown."""
        file.seek(0)
        with Image.open(BytesIO(file.read())) as picture:
            picture.load()
        file.seek(0)


class PictureForm(Upload, BaseImageForm):
    """The form of a picture. It refuses one whose file is damaged."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        plain = self.fields.get("file")
        if plain is not None:
            self.fields["file"] = WholePicture(label=plain.label, widget=plain.widget, required=plain.required)
