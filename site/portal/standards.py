"""The addresses that machines know by a standard: sitemap, robots, security contact, manifest."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from home.cache.middleware import only_read
from home.models import Municipality
from home.pages.sitemap import published_pages

SECURITY_CONTACT_HOLDS = timedelta(days=180)
"""RFC 9116 asks for less than a year, so that an address nobody reads any more is not trusted for long."""
# Under every language: what belongs to one person only.
PRIVATE = ("/beheer/", "/*/gesprek/", "/*/vraag/volgen/")


@require_safe
@only_read
def sitemap(request: HttpRequest) -> HttpResponse:
    """Returns the sitemap: every page in its own language, each with its translations."""
    return render(request, "standards/sitemap.xml", {"pages": published_pages()}, content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Returns robots.txt: what a search engine need not visit, and where the sitemap is."""
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in PRIVATE),
        "",
        f"Sitemap: {settings.BASE_URL}/sitemap.xml",
    ]
    return text_response(lines)


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Returns security.txt: whom to tell about a weak spot (RFC 9116)."""
    return text_response(security_lines(timezone.now()))


def security_lines(now: datetime) -> list[str]:
    """Returns the lines of security.txt, valid for `SECURITY_CONTACT_HOLDS` from this moment."""
    until = (now + SECURITY_CONTACT_HOLDS).astimezone(UTC).replace(microsecond=0)
    languages = ", ".join(code for code, _name in settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    return [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {until.strftime('%Y-%m-%dT%H:%M:%SZ')}",
        f"Preferred-Languages: {languages}",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
    ]


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """Returns what a phone needs to put the site on its first screen (W3C Web Application Manifest)."""
    place = Municipality.for_request(request)
    icons = [
        {"src": static("img/icon-192.png"), "sizes": "192x192", "type": "image/png", "purpose": "any maskable"},
        {"src": static("img/icon-512.png"), "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
        {"src": static("img/mark.svg"), "sizes": "any", "type": "image/svg+xml"},
    ]
    content = {
        "name": str(place),
        "short_name": place.organisation,
        "lang": settings.LANGUAGE_CODE,
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "background_color": "#fffaf2",
        "theme_color": "#fffaf2",
        "icons": icons,
    }
    return JsonResponse(content, content_type="application/manifest+json")


def text_response(lines: list[str]) -> HttpResponse:
    """Returns the lines as plain text in UTF-8."""
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
