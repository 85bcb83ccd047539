from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "questions.privacy"
    label = "privacy"

    def ready(self) -> None:
        from questions.privacy import checks  # noqa: F401 (registers itself)
