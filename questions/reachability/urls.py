"""The door of residents to the figures, under the language prefix."""

from django.urls import path

from questions.reachability import public

urlpatterns = [
    path("bereikbaarheid/", public.page, name="public_reachability"),
]
