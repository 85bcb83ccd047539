from django.apps import AppConfig


class ResidentConfig(AppConfig):
    name = "questions.resident"
    label = "resident"
