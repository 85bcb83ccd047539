"""People and roles in Wagtail's admin: no form makes a superuser, and every change is watched."""

from typing import Any

from django.forms import Form
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions import AssignRoleBulkAction, DeleteBulkAction, SetActiveStateBulkAction
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import UserViewSet

from questions.desk.rights.watched_views import WatchedViewSet, watch_view


class NoSuperuser:
    """Mixin of a form of a person: leaves out the box that gives every right.

    Somebody who manages people could tick it for themselves; a superuser is made on the command line.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("is_superuser", None)  # type: ignore[attr-defined]


class PersonCreationForm(NoSuperuser, UserCreationForm):
    """The form of a new account."""


class PersonEditForm(NoSuperuser, UserEditForm):
    """The form of an existing account."""


class PersonViewSet(WatchedViewSet, UserViewSet):
    """Wagtail's screens of users, with our forms; what they change is watched."""

    def get_form_class(self, for_update: bool = False) -> type[Form]:
        return PersonEditForm if for_update else PersonCreationForm


class RoleViewSet(WatchedViewSet, GroupViewSet):
    """Wagtail's screens of groups; what they change is watched."""


class WatchedAction:
    """Mixin of an action on many people at once: what it changes is watched as well."""

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        return watch_view(super().dispatch)(request, *args, **kwargs)  # type: ignore[misc]


class GiveRole(WatchedAction, AssignRoleBulkAction):
    """Gives a role to several people."""


class DeletePeople(WatchedAction, DeleteBulkAction):
    """Deletes several accounts."""


class SwitchPeople(WatchedAction, SetActiveStateBulkAction):
    """Turns several accounts on or off."""
