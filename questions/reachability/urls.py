"""The address of the public figures, under the language prefix."""

from django.urls import path

from questions.reachability import public_views

app_name = "reachability"
urlpatterns = [
    path("bereikbaarheid/", public_views.public_page, name="public"),
]
