"""The doors of the API. Addresses end as the specification has them: without a slash."""

from django.urls import path

from services.records import views

urlpatterns = [
    path("", views.about, name="hsds"),
    path("services", views.services, name="hsds_services"),
    path("services/<str:identity>", views.service, name="hsds_service"),
]
