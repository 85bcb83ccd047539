from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "questions.privacy"
    label = "privacy"
