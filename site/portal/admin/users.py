"""People and roles in Wagtail's admin: nobody becomes a superuser by a form, and every change is watched."""

from typing import Any

from django.forms import Form
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import UserViewSet

from questions.desk.rights.watched_views import WatchedViewSet, watch_view


class NoSuperuser:
    """A form of a person without the box that gives every right.

    Whoever manages people could tick it for themselves; a superuser is made on the command line.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)  # type: ignore[attr-defined]


class PersonCreationForm(NoSuperuser, UserCreationForm):
    """A new person."""


class PersonEditForm(NoSuperuser, UserEditForm):
    """An existing person."""


class PersonViewSet(WatchedViewSet, UserViewSet):
    """Wagtail's screens of users, with our forms."""

    def get_form_class(self, for_update: bool = False) -> type[Form]:
        return PersonEditForm if for_update else PersonCreationForm


class RoleViewSet(WatchedViewSet, GroupViewSet):
    """Wagtail's screens of groups."""


class WatchedAction:
    """What is done to many people at once goes through the same gate."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        return watch_view(super().dispatch)(request, *args, **kwargs)  # type: ignore[misc]


class GiveRole(WatchedAction, AssignRoleBulkAction):
    """A role for several people."""


class DeletePeople(WatchedAction, DeleteBulkAction):
    """Several accounts go."""


class SwitchPeople(WatchedAction, SetActiveStateBulkAction):
    """Several accounts on or off."""
