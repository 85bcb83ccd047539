"""Every model of this app; each is defined in its room."""

from home.alerts.models import AlertBanner
from home.cache.models import Change
from home.glossary.models import GlossaryTerm
from home.glossary.plain_words import PlainWord
from home.linkcheck.models import BrokenLink, LinkFault, LinkRound
from home.municipality import Municipality
from home.pages.base import BasePage
from home.pages.models import ContentPage, HomePage, IndexPage
from home.review.models import ReviewReminder
from home.search.models import SearchEntry
from home.translation.models import MinorEdit, SourceVersion
from home.translation.withdrawn import Withdrawn

__all__ = [
    "AlertBanner",
    "BasePage",
    "BrokenLink",
    "Change",
    "ContentPage",
    "GlossaryTerm",
    "HomePage",
    "IndexPage",
    "LinkFault",
    "LinkRound",
    "MinorEdit",
    "Municipality",
    "PlainWord",
    "ReviewReminder",
    "SearchEntry",
    "SourceVersion",
    "Withdrawn",
]
