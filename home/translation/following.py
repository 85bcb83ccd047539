"""Saving a page together with the same page in the other languages."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from home.pages.old_addresses import address_before, remember
from home.translation.in_step.carry import CARRIED, OF_THE_SOURCE, carry, hold
from home.translation.in_step.twins import leads, twin_in

if TYPE_CHECKING:
    from wagtail.models import Page as Base
else:
    Base = object


class Following(Base):
    """A page that, however it is saved, takes the same page in the other languages along."""

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> Any:
        names = kwargs.get("update_fields")
        if names is not None and not CARRIED & set(names):
            return super().save(*args, **kwargs)
        if self.locale_id is None:
            self.locale = self.get_default_locale()  # Wagtail does so a moment later
        if self._state.adding and self.go_live_at and self.go_live_at > timezone.now():
            self.live = False  # Wagtail's "new page" makes it public for as long as it takes to read the day
        hold(self)
        before = address_before(self)
        saved = super().save(*args, **kwargs)
        remember(self, before)
        carry(self)
        return saved

    @transaction.atomic
    def publish(self, *args: Any, **kwargs: Any) -> Any:
        return super().publish(*args, **kwargs)

    @transaction.atomic
    def unpublish(self, *args: Any, **kwargs: Any) -> Any:
        return super().unpublish(*args, **kwargs)

    def copy_for_translation(self, locale: Locale, *args: Any, **kwargs: Any) -> Any:
        """Returns the same page in another language; for an alias the page that is there already, if there is one."""
        there = twin_in(self, locale.pk) if kwargs.get("alias") else None
        return there.specific if there is not None else super().copy_for_translation(locale, *args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Returns an earlier version of the page; of a translation without a schedule: only the Dutch page has one."""
        found = super().with_content_json(content)
        if not leads(self):
            for name in OF_THE_SOURCE:
                setattr(found, name, None)
        return found

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Returns whether a page may be made here: under Dutch pages only, the other languages follow by themselves."""
        return (parent.depth == 1 or leads(parent)) and bool(super().can_create_at(parent))

    def can_move_to(self, parent: Page) -> bool:
        """Returns whether the page may move here: only Dutch pages move, and the other languages follow."""
        return leads(self) and bool(super().can_move_to(parent))
