"""All addresses (the README lists them). The words in a path stay Dutch in every language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access

from home.editing import history
from home.editing.approve import approve
from home.files.views import closed_document, document
from home.pages.serving import serve
from home.review.views import still_right
from portal import standards, views
from portal.admin.dutch import script_words, translation_words
from portal.admin.landing import landing
from portal.signing_in import NewPassword, SetNewPassword, SignIn, no_page_password
from services.open_data.views import sc

handler400 = "portal.errors.bad_request"
handler404 = "portal.errors.not_found"
handler500 = "portal.errors.server_error"
handler403 = "portal.errors.forbidden"

urlpatterns = [
    path("", views.pick_language, name="pick_language"),
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
    path("sitemap.xml", standards.sitemap, name="sitemap"),
    path("robots.txt", standards.robots, name="robots"),
    path(".well-known/security.txt", standards.security, name="security_contact"),
    path("klopt-nog/<str:token>/", still_right, name="still_right"),
    path("media/<path:path>", views.picture, name="picture"),
    path("manifest.webmanifest", standards.manifest, name="manifest"),
    path("api/hsds/", include("services.open_data.urls")),
    path("sc.xml", sc, name="sc"),
    path("documenten/<int:number>/<str:name>", document, name="wagtaildocs_serve"),
    path("beheer/documenten/<int:number>/<str:name>", closed_document, name="closed_document"),
    path("beheer/pages/workflow/action/<int:page_id>/<slug:action_name>/<int:task_state_id>/", approve),
    path("beheer/jsi18n/", script_words),
    path("beheer/localize/jsi18n/", translation_words),
    path("beheer/pages/<int:page_id>/history/", history.history),
    path("beheer/pages/<int:page_id>/history/results/", history.history_results),
    path("beheer/pages/<int:page_id>/revisions/<int:revision_id>/revert/", history.revert_version),
    # One door of staff. Wagtail asks for a second name of it where it sends on from a closed page.
    path("beheer/login/", SignIn.as_view(), name="wagtailadmin_login"),
    path("beheer/login/", SignIn.as_view(), name="wagtailcore_login"),
    path("beheer/password_reset/", NewPassword.as_view(), name="wagtailadmin_password_reset"),
    path(
        "beheer/password_reset/confirm/<str:uidb64>/<str:token>/",
        SetNewPassword.as_view(),
        name="wagtailadmin_password_reset_confirm",
    ),
    path("beheer/", require_admin_access(landing)),
    path("beheer/", include(wagtailadmin_urls)),
]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("", include("questions.resident.urls")),
    path("", include("questions.reachability.urls")),
    path("", include("questions.feedback.urls")),
    path("", include("services.urls")),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        no_page_password,
        name="wagtailcore_authenticate_with_password",
    ),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
)
