"""Sets up roles and teams, and with PORTAL_DEMO the people of the demonstration."""

from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand
from django.utils import timezone
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from questions.models import Colleague, Team
from questions.rights.writer import watch_changes
from services.models import District, Theme

EDITOR, WRITER = "Redactie", "Schrijvers"
COLLEAGUE, LEADER, ADMINISTRATOR = "Medewerkers", "Teamleiders", "Beheerders"

# Whole models that a role manages, as app.model; and single permissions, as app.codename.
MANAGES = {
    EDITOR: [
        "services.fact", "services.theme", "services.district", "services.location", "services.helpline",
        "services.calendar", "services.calendarversion", "services.calendarexception",
        "services.law", "services.condition",
        "services.organisation", "services.service", "services.audience", "services.spokenlanguage",
        "services.postcode",
        "home.alertbanner", "home.glossaryterm", "home.plainword", "questions.cannedanswer",
        "wagtailimages.image", "wagtaildocs.document", "wagtailredirects.redirect",
    ],
    WRITER: [],
    COLLEAGUE: [],
    LEADER: ["questions.cannedanswer"],
    ADMINISTRATOR: ["auth.user", "auth.group", "questions.team", "questions.colleague"],
}  # fmt: skip
MAY = {
    EDITOR: ["wagtailadmin.access_admin", "wagtail_localize.submit_translation", "feedback.read_feedback"],
    WRITER: ["wagtailadmin.access_admin"],
    COLLEAGUE: ["wagtailadmin.access_admin"],
    LEADER: [
        "wagtailadmin.access_admin",
        "reachability.see_figures",
        "privacy.view_rightschange",
        "questions.confirm_people",
    ],
    ADMINISTRATOR: [
        "wagtailadmin.access_admin",
        "privacy.view_opening",
        "privacy.view_questionsearch",
        "privacy.view_rightschange",
        "home.change_municipality",
    ],
}
APPROVAL = "Akkoord van de redactie"
CENTRAL = "centraal"
DEMO_PASSWORD = "welkom-in-de-wijk"  # noqa: S105 (printed by `make run`; the accounts exist only with PORTAL_DEMO)
DEMO_DOMAIN = "@example.org"
# user name: first name, last name, role, teams, sensitive themes or not
DEMO_PEOPLE = {
    "redacteur": ("Roos", "Redacteur", EDITOR, [], False),
    "schrijver": ("Sam", "Schrijver", WRITER, [], False),
    "medewerker": ("Mo", "Medewerker", COLLEAGUE, [CENTRAL, "midden"], True),
    "collega": ("Corrie", "Collega", COLLEAGUE, ["noord"], False),
    "teamleider": ("Tess", "Teamleider", LEADER, [], False),
    "beheerder": ("Bram", "Beheerder", ADMINISTRATOR, [], False),
}


def permissions_of(role: str) -> list[Permission]:
    """Returns every permission of the role; those of models that are not installed are left out."""
    found: list[Permission] = []
    for name in MANAGES[role]:
        app, model = name.split(".")
        found += Permission.objects.filter(content_type__app_label=app, content_type__model=model)
    for name in MAY[role]:
        app, codename = name.split(".")
        found += Permission.objects.filter(content_type__app_label=app, codename=codename)
    return found


class Command(BaseCommand):
    """Idempotent: gives each role the rights it must have, and takes away none that somebody added."""

    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        with watch_changes(None, timezone.now(), "set_up_roles", vouch=False):
            self.set_up()

    def set_up(self) -> None:
        """Makes roles, teams, the approval of pages, and the people of a demonstration."""
        # Wagtail's own groups would be a second set of roles.
        Group.objects.filter(name__in=["Editors", "Moderators"], user__isnull=True).delete()
        for role in MANAGES:
            group, _made = Group.objects.get_or_create(name=role)
            group.permissions.add(*permissions_of(role))
        editors = Group.objects.get(name=EDITOR)
        self.open_the_pages(editors, ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"))
        self.open_the_pages(Group.objects.get(name=WRITER), ("add_page", "change_page"))
        self.approve_pages(editors)
        Team.objects.get_or_create(slug=CENTRAL, defaults={"name": "Centraal team"})
        for district in District.objects.all():
            Team.objects.get_or_create(
                slug=district.slug, defaults={"name": f"Wijkteam {district.name}", "district": district}
            )
        if settings.DEMO:
            self.make_people()
        # Their password is published.
        get_user_model().objects.filter(username__in=DEMO_PEOPLE, email__endswith=DEMO_DOMAIN).update(
            is_active=settings.DEMO
        )

    def open_the_pages(self, group: Group, codenames: tuple[str, ...]) -> None:
        """Gives the role these rights on every page, and the use of images and documents."""
        root = Page.get_first_root_node()
        pages = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page")
        for codename in codenames:
            permission = pages.get(codename=codename)
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        for permission in Permission.objects.filter(
            content_type__app_label__in=["wagtailimages", "wagtaildocs"],
            codename__in=[
                "add_image",
                "change_image",
                "choose_image",
                "add_document",
                "change_document",
                "choose_document",
            ],
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )

    def approve_pages(self, editors: Group) -> None:
        """Sends what a writer hands in to the editors, on every page, in place of Wagtail's own workflow."""
        task, _made = GroupApprovalTask.objects.get_or_create(name=APPROVAL)
        task.groups.add(editors)
        workflow, _made = Workflow.objects.get_or_create(name=EDITOR)
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": 0})
        root = Page.get_first_root_node()
        WorkflowPage.objects.filter(page=root, workflow__name="Moderators approval").delete()
        WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
        Workflow.objects.filter(name="Moderators approval", workflow_states__isnull=True).delete()
        GroupApprovalTask.objects.filter(name="Moderators approval", groups__isnull=True).delete()

    def make_people(self) -> None:
        """Makes the accounts of the demonstration that do not exist yet."""
        present = set(get_user_model().objects.filter(username__in=DEMO_PEOPLE).values_list("username", flat=True))
        missing = [username for username in DEMO_PEOPLE if username not in present]
        # Hashing it takes a third of a second each time, and there is nothing to guess: it is the same and published.
        password = make_password(DEMO_PASSWORD) if missing else ""
        for username in missing:
            self.make_person(username, password)

    def make_person(self, username: str, password: str) -> None:
        """Makes one account of the demonstration, with this hashed password."""
        first, last, role, teams, sensitive = DEMO_PEOPLE[username]
        user = get_user_model().objects.create(
            username=username, first_name=first, last_name=last, email=username + DEMO_DOMAIN, password=password
        )
        user.groups.add(Group.objects.get(name=role))
        if teams:
            colleague = Colleague.objects.create(user=user, languages=["nl", "en"])
            colleague.teams.set(Team.objects.filter(slug__in=teams))
            if sensitive:
                colleague.sensitive_themes.set(Theme.objects.filter(sensitive=True))
