"""The doors of the API. Addresses end as the specification has them: without a slash."""

from django.urls import path

from services.open_data import views

urlpatterns = [
    path("", views.about, name="hsds"),
    path("openapi.json", views.openapi_document, name="hsds_openapi"),
    path("services", views.services, name="hsds_services"),
    path("services/<str:identity>", views.service, name="hsds_service"),
]
