from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "questions.mail"
    label = "mail"
