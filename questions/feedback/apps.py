from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "questions.feedback"
    label = "feedback"
