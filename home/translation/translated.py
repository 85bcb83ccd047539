"""The part of a page about its translations: whether they are up to date, and that they are closed when it is."""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction, Revision

from home.languages import source_code
from home.pages.references import uses_nothing_itself
from home.pages.selectors import load_from_tree
from home.pages.tree import PageInTree
from home.translation.in_step.words import carry_words
from home.translation.machine_words import FALLBACK, ORIGINAL
from home.translation.models import SourceVersion
from home.translation.source_versions import note_minor, note_published
from home.translation.states import FollowedVersion, TranslationState, made_by_machine, state_of
from home.translation.translation_sources import refresh_source

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from home.pages.fields import PageFields as Base
else:
    Base = object


class Translated(Base):
    """A page that exists in several languages, one of which is the source."""

    if TYPE_CHECKING:

        @property
        def versions(self) -> list[PageInTree]: ...

    minor_edit = False
    """Whether the editor who saves it ticked that its translations need not change."""

    def save(self, *args: Any, **kwargs: Any) -> Any:
        followed = kwargs.get("update_fields") is None and self.live and not self.alias_of_id
        known = self.pk is not None
        if followed and known:  # before: what was live until now is still there to compare with
            note_published(self)
        saved = super().save(*args, **kwargs)
        if followed and not known:
            note_published(self)
        if followed and self.locale.language_code == source_code() and refresh_source(self):
            carry_words(self)
        if self.alias_of_id:
            uses_nothing_itself(self)
        return saved

    def save_revision(self, user: Any = None, **kwargs: Any) -> Revision:
        revision: Revision = super().save_revision(user=user, **kwargs)
        note_minor(self, revision, user, self.minor_edit)
        return revision

    @cached_property
    def followed(self) -> FollowedVersion:
        """Returns the version of the source words that it is based on."""
        found = SourceVersion.objects.filter(page_id=self.pk).first()
        return FollowedVersion(found.digest, found.since) if found else FollowedVersion()

    @property
    def place_of_source(self) -> PageInTree | None:
        """Returns where the live page in the source language stands; None where there is none."""
        return next((each for each in self.versions if each.language == source_code()), None)

    @cached_property
    def source_version(self) -> Any:
        """Returns the live page in the source language, with its words; None where there is none."""
        place = self.place_of_source
        return next(iter(load_from_tree([place])), None) if place is not None else None

    @cached_property
    def translated(self) -> TranslationState:
        """Returns its state in its own language."""
        code = self.locale.language_code
        if self.is_fallback:
            return TranslationState(FALLBACK, page_id=self.pk, language=code)
        if code == source_code():
            return TranslationState(ORIGINAL, page_id=self.pk, language=code)
        source = self.place_of_source
        followed = FollowedVersion(source.digest or "", source.since) if source is not None else None
        return state_of(followed, self.followed, (self.translation_key, code) in made_by_machine())

    @property
    def translation_state(self) -> str:
        """Returns `original`, `fallback`, `outdated`, `machine` (not confirmed yet) or `human` (up to date)."""
        return self.translated.name

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().serve(request, *args, **kwargs)
        if self.is_fallback:  # what stands around the words is in the language of the reader
            response.headers["Content-Language"] = f"{self.locale.language_code}, {self.words_language}"
        return response

    # Readers have no session, and staff's is not known outside the admin: neither a password nor a group opens a page.
    private_page_options = ["login"]

    def serve_password_required_response(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Redirects to staff's sign-in, as every closed page does: no page can be opened by a password."""
        return redirect_to_login(request.get_full_path(), reverse("wagtailcore_login"))

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """Returns the restrictions on reading it: what is closed in the source language is closed in every language."""
        own: QuerySet[PageViewRestriction] = super().get_view_restrictions()
        if self.locale.language_code == source_code():
            return own
        keys = [self.translation_key, *self.get_ancestors().values_list("translation_key", flat=True)]
        sources = Page.objects.filter(translation_key__in=keys, locale__language_code=source_code())
        return PageViewRestriction.objects.filter(Q(pk__in=own) | Q(page__in=sources))
