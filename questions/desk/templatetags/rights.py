"""Rights in words, for the screens on which an administrator gives them."""

from django import template
from django.contrib.auth.models import Permission

from questions.desk.rights.presenters import right_in_words

register = template.Library()


@register.filter
def in_words(permission: Permission) -> str:
    """Returns what this right allows, in the language of the reader."""
    return right_in_words(f"{permission.content_type.app_label}.{permission.codename}")
