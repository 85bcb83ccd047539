"""The parameters of a request to the API; what cannot be understood is refused, never guessed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings

from home.languages import source_code
from home.text.normalise import index_of
from services.open_data import hsds
from services.open_data.records import ServiceRecord

PER_PAGE, MOST_PER_PAGE, MOST_PAGES = 50, 200, 1_000_000
LONGEST_SEARCH = 200

Schema = dict[str, object]


def _whole(default: int, most: int) -> Callable[[], Schema]:
    return lambda: {"type": "integer", "minimum": 1, "maximum": most, "default": default}


def _flagged() -> Schema:
    return {"type": "boolean", "default": False}


def _text() -> Schema:
    return {"type": "string"}


PARAMETERS: dict[str, Callable[[], Schema]] = {
    "search": lambda: {"type": "string", "maxLength": LONGEST_SEARCH},
    "page": _whole(1, MOST_PAGES),
    "per_page": _whole(PER_PAGE, MOST_PER_PAGE),
    "format": lambda: {"type": "string", "enum": ["json"]},
    "taxonomy_term_id": _text,
    "taxonomy_id": _text,
    "organization_id": _text,
    "modified_after": lambda: {"type": "string", "format": "date-time"},
    "minimal": _flagged,
    "full": _flagged,
    "language": lambda: {"type": "string", "enum": list(dict(settings.LANGUAGES)), "default": source_code()},
}
"""The schema of each parameter, made when it is needed, since the languages are a setting."""


class NotUnderstood(ValueError):
    """Raised for a parameter that does not exist, or a value that it cannot have."""


@dataclass(frozen=True)
class ApiQuery:
    """The parameters of a request to the API, checked."""

    language: str
    page: int
    per_page: int
    search: str
    term: str
    taxonomy: str
    organisation: str
    modified_after: datetime | None
    minimal: bool
    full: bool

    def fits(self, record: ServiceRecord, base: str) -> bool:
        """Returns whether a record meets all parameters; `base` is the address of the site."""
        terms = {hsds.term_id(base, hsds.THEMES, each.slug) for each in record.themes}
        people = {hsds.term_id(base, hsds.AUDIENCES, each.slug) for each in record.audiences}
        taxonomies = {
            hsds.identity(base, "taxonomy", name)
            for name, held in ((hsds.THEMES, terms), (hsds.AUDIENCES, people))
            if held
        }
        words = index_of(" ".join([record.name, record.description, record.for_whom]))
        return (
            (not self.term or self.term in terms | people)
            and (not self.taxonomy or self.taxonomy in taxonomies)
            and (
                not self.organisation or self.organisation == hsds.identity(base, "organization", record.provider.slug)
            )
            and (self.modified_after is None or record.modified >= self.modified_after)
            and all(f" {word}" in f" {words}" for word in index_of(self.search).split())
        )

    def part_of(self, found: Sequence[ServiceRecord]) -> Sequence[ServiceRecord]:
        """Returns the records on the page that was asked for."""
        start = (self.page - 1) * self.per_page
        return found[start : start + self.per_page]


def api_query(query: Mapping[str, str]) -> ApiQuery:
    """Returns the checked parameters. Raises NotUnderstood, with a message for the caller of the API."""
    unknown = sorted(set(query) - set(PARAMETERS))
    if unknown:
        raise NotUnderstood(f"unknown parameter {unknown[0]}; known are {', '.join(sorted(PARAMETERS))}")
    language = query.get("language", source_code())
    if language not in dict(settings.LANGUAGES):
        raise NotUnderstood(f"language must be one of {', '.join(dict(settings.LANGUAGES))}")
    if query.get("format", "json") != "json":
        raise NotUnderstood("format must be json")
    if len(query.get("search", "")) > LONGEST_SEARCH:
        raise NotUnderstood(f"search may have {LONGEST_SEARCH} characters")
    return ApiQuery(
        language=language,
        page=_number(query, "page", 1, MOST_PAGES),
        per_page=_number(query, "per_page", PER_PAGE, MOST_PER_PAGE),
        search=query.get("search", ""),
        term=query.get("taxonomy_term_id", ""),
        taxonomy=query.get("taxonomy_id", ""),
        organisation=query.get("organization_id", ""),
        modified_after=_moment(query.get("modified_after", "")),
        minimal=_flag(query, "minimal"),
        full=_flag(query, "full"),
    )


def _number(query: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = query.get(name, str(default))
    if not text.isascii() or not text.isdigit() or len(text) > len(str(most)) or not 1 <= int(text) <= most:
        raise NotUnderstood(f"{name} must be a whole number from 1 to {most}")
    return int(text)


def _flag(query: Mapping[str, str], name: str) -> bool:
    text = query.get(name, "false").lower()
    if text not in ("true", "false"):
        raise NotUnderstood(f"{name} must be true or false")
    return text == "true"


def _moment(text: str) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as problem:
        raise NotUnderstood("modified_after must be a moment: 2026-11-21T09:00:00Z") from problem
    return found if found.tzinfo else found.replace(tzinfo=UTC)
