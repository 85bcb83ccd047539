from django.apps import AppConfig


class SamplesConfig(AppConfig):
    name = "questions.samples"
    label = "samples"
