from django.apps import AppConfig


class WaitsConfig(AppConfig):
    name = "questions.waits"
    # The tables and the migrations were made under this name.
    label = "reachability"

    def ready(self) -> None:
        from questions.waits import checks  # noqa: F401 (registers itself)
