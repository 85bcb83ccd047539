"""Pages that every part of the site builds on, and what the municipality calls itself."""

from home.models.base import BasePage
from home.models.pages import ContentPage, HomePage, IndexPage
from home.models.search import SearchEntry
from home.models.settings import Municipality

__all__ = ["BasePage", "ContentPage", "HomePage", "IndexPage", "Municipality", "SearchEntry"]
