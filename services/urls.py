"""The doors to services, under the language prefix."""

from django.urls import path

from services.finder.views import finder_page

urlpatterns = [
    path("wie-helpt/", finder_page, name="finder"),
    path("wie-helpt/<path:answers>/", finder_page, name="finder_answers"),
]
