"""The addresses of putting a question in order."""

from django.urls import path

from questions.desk.question import aside_views, hand_over_views, merge_views, theme_views

URLS = [
    path("vragen/apart/", aside_views.aside_page, name="desk_asides"),
    path("vragen/<int:pk>/overdragen/", hand_over_views.hand_over_question, name="desk_hand_over"),
    path("vragen/<int:pk>/thema/", theme_views.correct_theme_of_question, name="desk_theme"),
    path("vragen/<int:pk>/apart/", aside_views.set_question_aside, name="desk_aside"),
    path("vragen/<int:pk>/terughalen/", aside_views.take_question_back, name="desk_take_back"),
    path("vragen/<int:pk>/samenvoegen/", merge_views.merge_question, name="desk_merge"),
    path("vragen/<int:pk>/splitsen/<int:other>/", merge_views.unmerge_question, name="desk_unmerge"),
]
