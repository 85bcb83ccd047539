"""The screens on which people are given rights: all of them go through one gate."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from home.translation.languages import source_code
from questions.models import Colleague, Team
from questions.privacy.models import Opening
from questions.rights.rules import Refusal
from questions.rights.watch import RightRefused, watched
from services.directory.selectors import language_name
from services.models import SpokenLanguage

View = Callable[..., HttpResponse]


def watching(view: View) -> View:
    """What this view changes is compared before and after, refused or written down, whatever its forms let through."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method in ("GET", "HEAD"):
            return view(request, *args, **kwargs)
        try:
            with watched(request.user, timezone.now()):  # type: ignore[arg-type]
                return view(request, *args, **kwargs)
        except RightRefused as refusal:
            list(messages.get_messages(request))  # that it was saved is not true any more
            messages.error(request, in_words(refusal.why))
            return HttpResponseRedirect(request.get_full_path())

    return guarded


def in_words(why: Refusal) -> str:
    """Why a right was not given."""
    if why is Refusal.OWN_RIGHTS:
        return _("Nobody gives rights to themselves. Ask another administrator. Nothing was saved.")
    return _(
        "Who manages people reads no questions. Take one of the two away first: managing people, or being a colleague. "
        "Nothing was saved."
    )


class Watched:
    """A set of screens of which every view goes through the gate."""

    def construct_view(self, view_class: type, **kwargs: Any) -> View:
        """Wagtail makes each of its views here."""
        return watching(super().construct_view(view_class, **kwargs))  # type: ignore[misc]


class TeamViewSet(Watched, ModelViewSet):
    """Teams."""

    model = Team
    form_fields = ["name", "slug", "district"]
    icon = "group"
    list_display = ["name", "district"]


class ColleagueForm(WagtailAdminModelForm):
    """A colleague; the languages by their names."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes = [*dict(settings.LANGUAGES), *SpokenLanguage.objects.values_list("code", flat=True)]
        names: dict[str, str] = {code: language_name(code, get_language() or source_code()) for code in codes}
        # What somebody typed before there was a list stays as it is.
        names |= {code: code for code in self.instance.languages or [] if code not in names}
        self.fields["languages"] = forms.MultipleChoiceField(
            label=self.fields["languages"].label,
            choices=[(code, names[code]) for code in sorted(names, key=lambda code: names[code].casefold())],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )


class ColleagueViewSet(Watched, ModelViewSet):
    """Colleagues: who answers, in which team, in which languages, on which sensitive themes."""

    model = Colleague
    form_fields = ["user", "teams", "languages", "sensitive_themes", "active"]
    icon = "user"
    list_display = ["__str__", "active"]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[Colleague]]:
        """The form, with the languages to choose from."""
        return forms.modelform_factory(
            self.model, form=ColleagueForm, fields=self.form_fields, formfield_callback=self.formfield_for_dbfield
        )


class ReadOnly(ModelPermissionPolicy):
    """Looking is all that anybody may do."""

    def user_has_permission(self, user: object, action: str) -> bool:
        return action == "view" and bool(super().user_has_permission(user, action))


class OpeningViewSet(ModelViewSet):
    """Who opened which question."""

    model = Opening
    icon = "view"
    form_fields: list[str] = []
    list_display = ["at", "user", "reference"]
    list_filter = ["user"]
    inspect_view_enabled = False
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnly:
        return ReadOnly(self.model)
