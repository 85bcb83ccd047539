from django.apps import AppConfig


class ReachabilityConfig(AppConfig):
    name = "questions.reachability"
    label = "reachability"

    def ready(self) -> None:
        from questions.reachability import checks  # noqa: F401 (registers itself)
