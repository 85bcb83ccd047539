"""Hard words, with what they mean."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from home.glossary.rules import spelled_alike


class GlossaryTerm(TranslatableMixin, models.Model):
    """A word that not everybody knows: the first time it stands on a page it leads to its explanation."""

    slug = models.SlugField(_("name in web addresses"), max_length=60, help_text=_("The same in every language."))
    term = models.CharField(_("hard word"), max_length=80)
    forms = models.CharField(
        _("other forms"),
        max_length=300,
        blank=True,
        help_text=_("How the word is also written on pages, with commas between: plural, short form."),
    )
    explanation = models.CharField(_("explanation"), max_length=300, help_text=_("One or two plain sentences."))
    order = models.PositiveSmallIntegerField(_("order"), default=1000, editable=False)

    override_translatable_fields = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("order", overridable=False),
    ]
    panels = [FieldPanel("term"), FieldPanel("forms"), FieldPanel("explanation"), FieldPanel("slug")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("hard word")
        verbose_name_plural = _("hard words")
        ordering = ["order", "pk"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="one_hard_word_per_language")]

    def __str__(self) -> str:
        return self.term

    def clean(self) -> None:
        super().clean()
        others = type(self).objects.filter(locale_id=self.locale_id).exclude(pk=self.pk)
        taken = {form for each in others for form in each.written}
        twice = [form for form in self.written if any(spelled_alike(form, other) for other in taken)]
        if twice:
            message = gettext("“%(word)s” stands in the list already.") % {"word": twice[0]}
            raise ValidationError({"term" if twice[0] == self.term else "forms": message})

    @property
    def written(self) -> tuple[str, ...]:
        """Returns every way in which it is written: the term itself and its other forms."""
        return (self.term, *(form for part in self.forms.split(",") if (form := part.strip())))
