"""People in Wagtail's admin: nobody becomes a superuser by a form."""

from typing import Any

from django.forms import Form
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


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


class PersonViewSet(UserViewSet):
    """Wagtail's screens of users, with our forms."""

    def get_form_class(self, for_update: bool = False) -> type[Form]:
        return PersonEditForm if for_update else PersonCreationForm
