"""Running text as it is sent to a reader: cleaned each time, whatever stands in the database.

Every way in has a check of its own. This is the last door: what came in past them (an older version, a backup, a query
by hand) is no markup of ours and does not become any.
"""

import nh3

_TAGS = frozenset(
    {
        *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote"),
        *("a", "abbr", "acronym", "b", "bdi", "code", "del", "em", "i", "strong", "sub", "sup"),
    }
)
_ATTRIBUTES = {"a": {"href"}, "*": {"lang", "dir"}}


def _angles(tag: str, attribute: str, value: str) -> str:
    """Returns the HTML without angle brackets in attributes: what looks for tags afterwards finds each whole."""
    return value.replace("<", "%3C").replace(">", "%3E")


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes=_ATTRIBUTES,
    attribute_filter=_angles,
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    strip_comments=True,
)


def cleaned(html: str) -> str:
    """Returns the HTML with only the marks that running text may have."""
    return _CLEANER.clean(html) if html else ""
