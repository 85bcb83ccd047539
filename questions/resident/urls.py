"""The doors of residents, under the language prefix."""

from django.urls import path

from questions.resident.views import ask, conversation, follow

urlpatterns = [
    path("vraag/", ask.ask_page, name="ask"),
    path("vraag/volgen/", follow.follow_page, name="follow"),
    path("gesprek/", conversation.conversation_page, name="conversation"),
]
