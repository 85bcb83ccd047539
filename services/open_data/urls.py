"""URLs of the API. They end as the specification has them: without a slash."""

from django.urls import path

from services.open_data import views

app_name = "open_data"
urlpatterns = [
    path("", views.about, name="about"),
    path("openapi.json", views.openapi_document, name="openapi"),
    path("services", views.services, name="services"),
    path("services/<str:identity>", views.service, name="service"),
]
