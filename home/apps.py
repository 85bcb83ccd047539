from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"

    def ready(self) -> None:
        from home.cache.signals import follow
        from home.editing import day_fields
        from home.editing.form import BasePageForm
        from home.files import checks, sizes  # noqa: F401 (importing registers the checks)
        from home.pages import checks as closed_checks  # noqa: F401 (importing registers it)
        from home.pages.base import BasePage
        from home.search import signals as _search  # noqa: F401 (importing connects them)
        from home.translation.in_step import signals as _in_step  # noqa: F401 (importing connects them)
        from home.translation.strings import hold_to_rules

        follow()
        BasePage.base_form_class = BasePageForm
        day_fields.register()
        hold_to_rules()
        sizes.follow()
