"""What every page of the site does: how it is saved, the context of its template, which pages stand around it."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import PageViewRestriction

from home.glossary.advice import AdvicePanel
from home.municipality import Municipality
from home.pages.alternates import alternates_of, any_language, canonical_of
from home.pages.closed import open_below
from home.pages.fields import PageFields
from home.pages.page_context import from_presenters
from home.pages.reserved_slugs import refusal
from home.pages.selectors import load_pages
from home.pages.tree import PageInTree, tree
from home.text.facts import named_in, read_facts
from home.translation.following import Following
from home.translation.panels import translation_panels
from home.translation.translated import Translated


class BasePage(Following, Translated, PageFields):
    """The base class of every page of the site, put together from fields, translation and following."""

    source_panels: ClassVar[list[Any]] = [
        AdvicePanel(heading=_("Is it plain?"), classname="collapsed"),
        MultiFieldPanel(
            [FieldPanel("source_note"), FieldPanel("confirmed_on"), *PageFields.review_panels],
            heading=_("Is it true?"),
            classname="collapsed",
        ),
        *translation_panels,
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        reason = refusal(self.slug, self.depth)
        if reason:
            raise ValidationError({"slug": reason})
        known = None
        for name, texts in self.texts_by_field():
            named = named_in(texts)
            if not named:
                continue
            known = read_facts() if known is None else known
            unknown = sorted(named - set(known))
            if unknown:
                message = gettext("There is no fact “%(slug)s”.") % {"slug": "”, “".join(unknown)}
                raise ValidationError({name: message})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if kwargs.get("update_fields") is None and not self.alias_of_id:
            self.set_review_date()
            if self.pk:
                self.note_borrowed_words()
        return super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> "BasePage":
        """Returns an earlier version of the page; one without a review date gets the present one."""
        found: BasePage = super().with_content_json(content)
        found.review_on = found.review_on or self.review_on
        return found

    # --- what its template gets (docs/templates.md) ---------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        alternates = alternates_of(self, self.versions)
        return context | {
            "children": self.listing,
            "crumbs": self.above,
            "is_fallback": self.is_fallback,
            "words_language": self.words_language,
            "translation_state": self.translation_state,
            "translated": self.translated,
            "source_version": self.place_of_source,
            "alternates": alternates,
            "hreflang": [alternate for alternate in alternates if not alternate.is_fallback],
            "x_default": any_language(),
            "canonical": canonical_of(self, alternates),
            "municipality": Municipality.for_request(request),
            **from_presenters(self, request),
        }

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Serves the page in its own language, whatever the language of the admin."""
        with translation.override(self.locale.language_code):
            response = super().serve_preview(request, mode_name)
            found: HttpResponse = response.render() if hasattr(response, "render") else response
            return found

    @cached_property
    def listing(self) -> list["BasePage"]:
        """Returns the live pages directly below it that its readers may see, in the order of the tree; read once."""
        if not self.numchild:
            return []
        return open_below(load_pages(self.get_children().live()), self.path)

    @cached_property
    def above(self) -> list["BasePage"]:
        """Returns the live pages above it, from the home page down; read once."""
        if self.depth <= 2:  # the home page itself; above it only Wagtail's root
            return []
        return load_pages(self.get_ancestors().live().filter(depth__gte=2))

    @cached_property
    def versions(self) -> list[PageInTree]:
        """Returns where the live pages with the same translation key stand, in every language, this one too."""
        return tree().live_versions(self.translation_key)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Returns the restrictions on reading it; takes no query when no page of the site is closed."""
        if self.nothing_is_closed:
            return PageViewRestriction.objects.none()
        found: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return found
