"""Views of the open data: the services in HSDS, and in Samenwerkende Catalogi."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.languages import source_code
from home.models import Municipality
from services.open_data import catalogue, hsds, openapi
from services.open_data.query import ApiQuery, NotUnderstood, api_query
from services.open_data.records import ServiceRecord
from services.open_data.selectors import records


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """Returns what this API is, and who publishes it."""
    publisher = _publisher(request)
    languages = "|".join(dict(settings.LANGUAGES))
    return answer(
        {
            "version": hsds.VERSION,
            "profile": "https://docs.openreferral.org/en/latest/hsds/",
            "openapi_url": settings.BASE_URL + reverse("open_data:openapi"),
            "description": f"{publisher['name']}: services and organisations; ?language={languages}",
            "publisher": publisher,
            "license": hsds.licence(settings.DATA_LICENCE),
        }
    )


@require_safe
def openapi_document(request: HttpRequest) -> HttpResponse:
    """Returns the OpenAPI document of this API."""
    address = settings.BASE_URL + reverse("open_data:about").rstrip("/")
    return answer(openapi.document(_publisher(request), address, settings.DATA_LICENCE))


def _publisher(request: HttpRequest) -> dict[str, Any]:
    """Returns the publisher of the data: name, website, and the mail address unless it is an example."""
    municipality = Municipality.for_request(request)
    return hsds.filled(
        {
            "name": str(municipality),
            "email": "" if municipality.mail_is_sample else municipality.mail,
            "website": settings.BASE_URL,
        }
    )


@require_safe
def services(request: HttpRequest) -> HttpResponse:
    """Returns a page of services; status 400, with the reason in words, for parameters that are not understood."""
    try:
        asked = api_query(request.GET)
    except NotUnderstood as problem:
        return answer({"error": str(problem)}, status=400)
    now = timezone.localtime()
    known = records(asked.language, now.date())
    found = [record for record in known if asked.fits(record, settings.BASE_URL)]
    shown = asked.part_of(found)
    pages = -(-len(found) // asked.per_page)
    return answer(
        {
            "total_items": len(found),
            "total_pages": pages,
            "page_number": asked.page,
            "size": len(shown),
            "first_page": asked.page == 1,
            "last_page": asked.page >= pages,
            "empty": not shown,
            "contents": list(_contents(shown, asked, now)),
        },
        language=asked.language,
    )


@require_safe
def service(request: HttpRequest, identity: str) -> HttpResponse:
    """Returns one service with everything that belongs to it; status 400 for a wrong parameter. Raises Http404."""
    try:
        asked = api_query(request.GET)
    except NotUnderstood as problem:
        return answer({"error": str(problem)}, status=400)
    now = timezone.localtime()
    for record in records(asked.language, now.date()):
        if hsds.identity(settings.BASE_URL, record.slug) == identity:
            return answer(hsds.nested(record, settings.BASE_URL, now.date()), language=asked.language)
    raise Http404


@require_safe
def sc(request: HttpRequest) -> HttpResponse:
    """Returns the services for overheid.nl, in Dutch.

    Raises Http404 while it is switched off, or the municipality's address in OWMS is not filled in.
    """
    municipality = Municipality.for_request(request)
    if not settings.CATALOGUE or not municipality.authority_uri:
        raise Http404
    known = records(source_code(), timezone.localdate())
    authority = catalogue.Authority(municipality.name, municipality.authority_uri)
    feed = catalogue.feed(known, authority, settings.DATA_LICENCE)
    return _licensed(HttpResponse(feed, content_type="application/xml; charset=utf-8"))


def _contents(found: Iterable[ServiceRecord], asked: ApiQuery, now: datetime) -> Iterable[dict[str, Any]]:
    for record in found:
        if asked.minimal:
            modified = hsds.moment(record.modified)
            own = hsds.identity(settings.BASE_URL, record.slug)
            yield {"id": own, "modified_date": modified, "last_modified": modified}
        elif asked.full:
            yield hsds.nested(record, settings.BASE_URL, now.date())
        else:
            yield hsds.listed(record, settings.BASE_URL)


def answer(data: Any, status: int = 200, language: str = "") -> HttpResponse:
    """Returns a JSON response that any site may read; `language` is that of its contents."""
    response = JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    if language:
        response["Content-Language"] = language
    return _licensed(response)


def _licensed(response: HttpResponse) -> HttpResponse:
    """Names the licence in the header: no list and no service of HSDS has a place for that of the data itself."""
    response["Link"] = f'<{settings.DATA_LICENCE.url}>; rel="license"'
    return response
