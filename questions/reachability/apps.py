from django.apps import AppConfig


class ReachabilityConfig(AppConfig):
    name = "questions.reachability"
    label = "reachability"
