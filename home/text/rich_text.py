"""Running text is cleaned each time before it is sent to a reader, whatever the database holds.

Every way into the database has a check of its own. This is the last one: markup that got past them (from an older
version, a backup, a query by hand) does not reach a reader.
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
    """Returns the value of an attribute with its angle brackets encoded: a later search for tags finds whole ones."""
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
    """Returns the HTML with only the tags and attributes that running text may have."""
    return _CLEANER.clean(html) if html else ""
