from django.apps import AppConfig


class EmailConfig(AppConfig):
    name = "questions.email"
    # The tables were made under this name.
    label = "mail"
