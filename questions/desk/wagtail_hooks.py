"""The desk's place in Wagtail's admin, and the lists that an administrator manages."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies.base import ModelPermissionPolicy

from questions.desk import chat_views, views
from questions.desk.danger_panel import DangerPanel
from questions.models import Colleague, Team
from questions.permissions import colleague_of
from questions.privacy.models import Opening


class QueueMenuItem(MenuItem):
    """Shown to colleagues only."""

    def is_shown(self, request: HttpRequest) -> bool:
        return colleague_of(request.user) is not None


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """The doors of the desk."""
    return [
        path("vragen/", views.queue_page, name="desk_queue"),
        path("vragen/chats/", chat_views.chats_page, name="desk_chats"),
        path("vragen/chats/nieuw/", chat_views.new_chats_part, name="desk_new_chats"),
        path("vragen/chats/<int:pk>/", chat_views.chat_part, name="desk_chat"),
        path("vragen/chats/<int:pk>/nemen/", chat_views.claim_chat, name="desk_chat_claim"),
        path("vragen/chats/<int:pk>/antwoord/", chat_views.answer_chat, name="desk_chat_answer"),
        path("vragen/chats/<int:pk>/moment/", chat_views.hold_chat, name="desk_chat_hold"),
        path("vragen/<int:pk>/", views.question_page, name="desk_question"),
        path("vragen/<int:pk>/nemen/", views.claim_question, name="desk_claim"),
        path("vragen/<int:pk>/terugleggen/", views.release_question, name="desk_release"),
        path("vragen/<int:pk>/antwoord/", views.answer_question, name="desk_answer"),
        path("vragen/<int:pk>/gesprek/", views.call_question, name="desk_call"),
        path("vragen/<int:pk>/beoordelen/", views.judge_question, name="desk_judge"),
        path("vragen/<int:pk>/sluiten/", views.close_question, name="desk_close"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """The menu item."""
    return QueueMenuItem(_("Questions"), reverse("desk_queue"), name="vragen", icon_name="mail", order=10)


@hooks.register("construct_homepage_panels")
def nobody_can_read(request: HttpRequest, panels: list[object]) -> None:
    """Tells who manages colleagues that one is missing."""
    if request.user.has_perm("questions.change_colleague"):
        panels.insert(0, DangerPanel())


class TeamViewSet(ModelViewSet):
    """Teams."""

    model = Team
    form_fields = ["name", "slug", "district"]
    icon = "group"
    list_display = ["name", "district"]


class ColleagueViewSet(ModelViewSet):
    """Colleagues: who answers, in which team, in which languages, on which sensitive themes."""

    model = Colleague
    form_fields = ["user", "teams", "languages", "sensitive_themes", "active"]
    icon = "user"
    list_display = ["__str__", "active"]


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


class PeopleGroup(ModelViewSetGroup):
    """What the administrator manages."""

    items = (TeamViewSet, ColleagueViewSet, OpeningViewSet)
    menu_label = _("Teams")
    menu_icon = "group"
    menu_order = 900


@hooks.register("register_admin_viewset")
def people() -> PeopleGroup:
    """Teams, colleagues and the access log."""
    return PeopleGroup()
