"""The lists that an administrator manages: teams, colleagues, and the access log, which is only read."""

from django import forms
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy

from questions.desk.rights.forms import ColleagueForm
from questions.desk.rights.watched_views import WatchedViewSet
from questions.models import Colleague, Team
from questions.privacy.models import Opening, QuestionSearch


class TeamViewSet(WatchedViewSet, ModelViewSet):
    """The list of teams, and the form of one."""

    model = Team
    form_fields = ["name", "slug", "district"]
    icon = "group"
    list_display = ["name", "district"]


class ColleagueViewSet(WatchedViewSet, ModelViewSet):
    """Colleagues: who answers, in which team, in which languages, on which sensitive themes."""

    model = Colleague
    form_fields = ["user", "teams", "languages", "sensitive_themes", "active"]
    icon = "user"
    list_display = ["__str__", "active"]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm[Colleague]]:
        """Returns the form of a colleague, with the languages to choose from."""
        return forms.modelform_factory(
            self.model, form=ColleagueForm, fields=self.form_fields, formfield_callback=self.formfield_for_dbfield
        )


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Lets nobody change anything; people with the right to see it may look."""

    def user_has_permission(self, user: object, action: str) -> bool:
        return action == "view" and bool(super().user_has_permission(user, action))


class LogViewSet(ModelViewSet):
    """A log, which is only read."""

    form_fields: list[str] = []
    list_filter = ["user"]
    inspect_view_enabled = False
    copy_view_enabled = False

    @property
    def permission_policy(self) -> ReadOnlyPolicy:
        return ReadOnlyPolicy(self.model)


class OpeningViewSet(LogViewSet):
    """The access log: who opened which question."""

    model = Opening
    icon = "view"
    list_display = ["at", "user", "reference"]


class SearchViewSet(LogViewSet):
    """Who searched in how many questions. What was sought is kept nowhere."""

    model = QuestionSearch
    icon = "search"
    list_display = ["at", "user", "read"]
