"""The addresses of taking an answer back, settling, opening again, and saying where a question ended."""

from django.urls import path

from questions.desk.question import outcome_views

URLS = [
    path("vragen/<int:pk>/antwoord/terug/", outcome_views.undo_question, name="desk_undo"),
    path("vragen/<int:pk>/afronden/", outcome_views.settle_question, name="desk_settle"),
    path("vragen/<int:pk>/uitkomst/", outcome_views.say_where_it_ended, name="desk_ending"),
    path("vragen/<int:pk>/eerste-gesprek/", outcome_views.note_conversation, name="desk_conversation"),
    path("vragen/<int:pk>/heropenen/", outcome_views.reopen_question, name="desk_reopen"),
]
