"""The doors (docs/decisions and the README list them). The words in a path stay Dutch in every language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal import doors

handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
handler403 = "portal.errors.forbidden"

urlpatterns = [
    path("", doors.pick_language, name="pick_language"),
    path("healthz", doors.alive, name="alive"),
    path("readyz", doors.ready, name="ready"),
    path("beheer/documenten/", include(wagtaildocs_urls)),
    path("beheer/", include(wagtailadmin_urls)),
]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("questions.resident.urls")),
    path("", include(wagtail_urls)),
)
