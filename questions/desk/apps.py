from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "questions.desk"
    label = "desk"
