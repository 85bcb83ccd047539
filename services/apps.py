from django.apps import AppConfig


class ServicesConfig(AppConfig):
    name = "services"

    def ready(self) -> None:
        from services.directory import checks as _map  # noqa: F401 (registers it)
        from services.finder import checks  # noqa: F401 (registers them)
        from services.hours import checks as _calendars  # noqa: F401 (registers it)
