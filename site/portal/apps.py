from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PortalConfig(AppConfig):
    name = "portal"
    default = True

    def ready(self) -> None:
        from portal import checks  # noqa: F401 (importing registers the checks)
        from portal.admin.dutch import name_in_dutch

        name_in_dutch()


class PeopleConfig(WagtailUsersAppConfig):
    """Puts our screens of people and roles in the place of Wagtail's."""

    default = False
    user_viewset = "portal.admin.users.PersonViewSet"
    group_viewset = "portal.admin.users.RoleViewSet"
