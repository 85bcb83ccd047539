"""The addresses of vote and remark, under the language prefix."""

from django.urls import path

from questions.feedback import views

app_name = "feedback"
urlpatterns = [
    path("nuttig/", views.vote_page, name="vote"),
    path("nuttig/opmerking/", views.remark_page, name="remark"),
]
