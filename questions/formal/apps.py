from django.apps import AppConfig


class FormalConfig(AppConfig):
    name = "questions.formal"
    label = "formal"
