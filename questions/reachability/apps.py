from django.apps import AppConfig


class ReachabilityConfig(AppConfig):
    name = "questions.reachability"
    # `reachability` names the tables of questions.waits.
    label = "reachability_figures"
