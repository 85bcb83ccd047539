"""URLs of the self-check, the finder and the posters, under the language prefix."""

from django.urls import path

from services.eligibility_check.views import check_page
from services.finder.views import finder_page
from services.posters.views import sheet_file

app_name = "services"
urlpatterns = [
    path("kan-ik-hulp-krijgen/", check_page, name="check"),
    path("wie-helpt/", finder_page, name="finder"),
    path("wie-helpt/<path:answers>/", finder_page, name="finder_answers"),
    path("drukwerk/<slug:theme>/<slug:district>/<slug:kind>.pdf", sheet_file, name="sheet"),
]
