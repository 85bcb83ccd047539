"""Links in Wagtail's rich text that follow the reader's language, and snippets; other hooks are in their rooms."""

from datetime import datetime

from django.utils.html import escape
from wagtail import hooks
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.snippets.models import register_snippet

from home.alerts.selectors import next_alert_moment
from home.editing import hooks as _help_for_editors  # noqa: F401 (importing registers them)
from home.editing import submit_once as _made_once  # noqa: F401 (importing registers them)
from home.editing import usage as _link_chooser  # noqa: F401 (importing registers it)
from home.editing.snippets import ResidentsGroup
from home.pages.tree import addresses_of
from home.translation import hooks as _translations  # noqa: F401 (importing registers them)
from home.translation import in_step_hooks as _in_step  # noqa: F401 (importing registers them)


class LinkInTheReadersLanguage(PageLinkHandler):
    """Looks up links without a query in the kept tree of pages; Wagtail's own handler takes three per link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, str]]) -> list[str]:
        numbers = [int(attrs["id"]) if attrs.get("id", "").isdigit() else 0 for attrs in attrs_list]
        found = addresses_of(numbers)
        urls = [found[number] for number in numbers]
        return [f'<a href="{escape(url)}">' if url else "<a>" for url in urls]


@hooks.register("register_rich_text_features", order=20)
def links_follow_the_language(features: FeatureRegistry) -> None:
    """Registers our handler of links in the place of Wagtail's own, which is registered before it."""
    handler: type[LinkHandler] = LinkInTheReadersLanguage
    features.register_link_type(handler)


@hooks.register("next_moments")
def alerts_come_and_go(at: datetime) -> list[datetime]:
    """Returns the next moment at which a message above pages appears or ends by itself, if there is one."""
    moment = next_alert_moment(at)
    return [moment] if moment else []


register_snippet(ResidentsGroup)
