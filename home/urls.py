"""The URLs of the search and the hard words, under the language prefix."""

from django.urls import path

from home.glossary.views import hard_words_page
from home.search.views import search_page

app_name = "home"
urlpatterns = [
    path("zoeken/", search_page, name="search"),
    path("moeilijke-woorden/", hard_words_page, name="hard_words"),
]
