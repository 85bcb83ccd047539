from django.apps import AppConfig


class DangerConfig(AppConfig):
    name = "questions.danger"
    label = "danger"

    def ready(self) -> None:
        from questions.danger import checks  # noqa: F401 (registers itself)
