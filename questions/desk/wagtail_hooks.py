"""The desk's place in Wagtail's admin, and the lists that an administrator manages."""

from collections.abc import Mapping
from pathlib import Path

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.snippets.models import register_snippet

from questions.desk.canned.admin import CannedAnswerViewSet
from questions.desk.canned.first_answers import FOLDER, faults_in
from questions.desk.chat import views as chat_views
from questions.desk.formal import views as formal_list_views
from questions.desk.question import (
    answer_views,
    formal_views,
    live_views,
    neighbour_views,
    note_views,
    order_urls,
    outcome_urls,
    translation_views,
    views,
    worry_views,
)
from questions.desk.question.danger_panel import DangerPanel
from questions.desk.queue import next_views, search_views, view_views
from questions.desk.queue import views as queue_views
from questions.desk.queue.menu import CountedItem
from questions.desk.rights import views as rights_views
from questions.desk.rights.admin import ColleagueViewSet, OpeningViewSet, SearchViewSet, TeamViewSet
from questions.desk.rights.panels import WaitingPanel
from questions.desk.rights.views import SEE_CHANGES
from questions.permissions import colleague_of
from services.yaml_files.documents import Fault


class FormalMenuItem(MenuItem):
    """The menu item of the formal matters, for colleagues only."""

    def is_shown(self, request: HttpRequest) -> bool:
        return colleague_of(request.user) is not None


class RightsMenuItem(MenuItem):
    """The menu item of the changes of rights, for people who may see them."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(SEE_CHANGES))


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    """Returns the addresses of the desk and of the changes of rights."""
    return [
        path("vragen/", queue_views.queue_page, name="desk_queue"),
        path("vragen/lijst/", queue_views.queue_part, name="desk_queue_part"),
        path("vragen/zoeken/", search_views.search_page, name="desk_search"),
        path("vragen/weergaven/", view_views.keep_view, name="desk_keep_view"),
        path("vragen/weergaven/<int:pk>/weg/", view_views.throw_view, name="desk_throw_view"),
        path("vragen/chats/", chat_views.chats_page, name="desk_chats"),
        path("vragen/chats/nieuw/", chat_views.new_chats_part, name="desk_new_chats"),
        path("vragen/chats/<int:pk>/", chat_views.chat_part, name="desk_chat"),
        path("vragen/chats/<int:pk>/nemen/", chat_views.claim_chat, name="desk_chat_claim"),
        path("vragen/chats/<int:pk>/antwoord/", chat_views.answer_chat, name="desk_chat_answer"),
        path("vragen/chats/<int:pk>/moment/", chat_views.hold_chat, name="desk_chat_hold"),
        path("vragen/volgende/", next_views.next_question, name="desk_next"),
        path("vragen/<int:pk>/", views.question_page, name="desk_question"),
        path("vragen/<int:pk>/nemen/", views.claim_question, name="desk_claim"),
        path("vragen/<int:pk>/terugleggen/", views.release_question, name="desk_release"),
        path("vragen/<int:pk>/antwoord/", answer_views.answer_question, name="desk_answer"),
        path("vragen/<int:pk>/gesprek/", answer_views.call_question, name="desk_call"),
        path("vragen/<int:pk>/beoordelen/", views.judge_question, name="desk_judge"),
        path("vragen/<int:pk>/volgende/", neighbour_views.next_question, name="desk_question_after"),
        path("vragen/<int:pk>/vorige/", neighbour_views.previous_question, name="desk_question_before"),
        path("vragen/<int:pk>/kijkt/", live_views.look_at_question, name="desk_look"),
        path("vragen/<int:pk>/concept/", live_views.keep_draft, name="desk_draft"),
        path("vragen/<int:pk>/concept/weg/", live_views.drop_draft, name="desk_draft_drop"),
        path("vragen/<int:pk>/invoegen/", live_views.put_in, name="desk_put_in"),
        path("vragen/<int:pk>/notitie/", note_views.note_question, name="desk_note"),
        path("vragen/<int:pk>/sluiten/", views.close_question, name="desk_close"),
        path("vragen/<int:pk>/opvolging/", worry_views.follow_up_worry, name="desk_follow_up"),
        path("vragen/<int:pk>/volgende-datum/", worry_views.plan_question, name="desk_plan"),
        path("vragen/<int:pk>/antwoord/vertalen/", translation_views.translate_answer, name="desk_translate_answer"),
        path("vragen/<int:pk>/vertalen/<int:number>/", translation_views.translate_message, name="desk_translate"),
        *order_urls.URLS,
        path("vragen/<int:pk>/formeel/", formal_views.pass_on_question, name="desk_pass_on"),
        path("vragen/formeel/", formal_list_views.matters_page, name="desk_matters"),
        path("vragen/formeel/<int:pk>/", formal_list_views.matter_page, name="desk_matter"),
        *outcome_urls.URLS,
        path("rechten/", rights_views.changes_page, name="rights"),
        path("rechten/bevestigen/<int:pk>/", rights_views.confirm_person, name="rights_confirm"),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    """Returns the menu item of the queue."""
    return CountedItem(
        _("Questions"), reverse("desk_queue"), name="vragen", icon_name="mail", order=10, counts="questions"
    )


@hooks.register("register_admin_menu_item")
def chats_item() -> MenuItem:
    """Returns the menu item of the chats."""
    return CountedItem(_("Chats"), reverse("desk_chats"), name="chats", icon_name="comment", order=11, counts="chats")


@hooks.register("register_admin_menu_item")
def calls_item() -> MenuItem:
    """Returns the menu item of the calls and conversations that can be now."""
    address = reverse("desk_queue") + "?terugbellen=1"
    return CountedItem(_("Call back"), address, name="terugbellen", icon_name="mobile-alt", order=12, counts="calls")


@hooks.register("register_admin_menu_item")
def formal_item() -> MenuItem:
    """Returns the menu item of the objections, complaints and reports."""
    return FormalMenuItem(_("Formal"), reverse("desk_matters"), name="formeel", icon_name="doc-full", order=13)


@hooks.register("register_admin_menu_item")
def rights_item() -> MenuItem:
    """Returns the menu item of the changes of rights."""
    return RightsMenuItem(_("Changes of rights"), reverse("rights"), name="rechten", icon_name="key", order=910)


@hooks.register("construct_homepage_panels")
def nobody_can_read(request: HttpRequest, panels: list[object]) -> None:
    """Adds the panels about accounts that wait and, for people who manage colleagues, about danger nobody may read."""
    panels.insert(0, WaitingPanel())
    if request.user.has_perm("questions.change_colleague"):
        panels.insert(0, DangerPanel())


class PeopleGroup(ModelViewSetGroup):
    """The menu of the lists that an administrator manages."""

    items = (TeamViewSet, ColleagueViewSet, OpeningViewSet, SearchViewSet)
    menu_label = _("Teams")
    menu_icon = "group"
    menu_order = 900


@hooks.register("register_admin_viewset")
def people() -> PeopleGroup:
    """Returns the menu of teams, colleagues and the access log."""
    return PeopleGroup()


register_snippet(CannedAnswerViewSet)


@hooks.register("content_faults")
def first_answers_can_be_read(folder: Path, known: Mapping[str, set[str]]) -> list[Fault]:
    """Returns the faults in the canned answers of this folder of content; empty when it has none."""
    return faults_in(folder / FOLDER, known["theme"], known["fact"])
