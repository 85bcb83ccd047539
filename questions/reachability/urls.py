"""The address of the public figures, under the language prefix."""

from django.urls import path

from questions.reachability import public_views

urlpatterns = [
    path("bereikbaarheid/", public_views.public_page, name="public_reachability"),
]
