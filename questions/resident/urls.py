"""The addresses of residents, under the language prefix."""

from django.urls import path

from questions.resident.views import (
    ask,
    chat,
    conversation,
    copy,
    ending,
    follow,
    messages,
    new_code,
    second_code,
    ways,
    worry,
)

app_name = "resident"
urlpatterns = [
    path("vraag/", ask.ask_page, name="ask"),
    path("vraag/zorg/", worry.worry_page, name="worry"),
    path("vraag/volgen/", follow.follow_page, name="follow"),
    path("vraag/volgen/nieuwe-code/", new_code.new_code_page, name="new_code"),
    path("vraag/volgen/nieuwe-code/nummer/", new_code.number_page, name="number"),
    path("gesprek/", conversation.conversation_page, name="conversation"),
    path("gesprek/berichten/", messages.messages_after_number, name="messages"),
    path("gesprek/anders/", ways.change_way, name="ways"),
    path("gesprek/code/", second_code.second_code_page, name="second_code"),
    path("gesprek/opgelost/", ending.solved_page, name="solved"),
    path("gesprek/wissen/", ending.erase_page, name="erase"),
    path("gesprek/gewist/", ending.erased_page, name="erased"),
    path("gesprek/gewist/melder/", ending.erased_reporter_page, name="erased_reporter"),
    path("gesprek/kopie/", copy.copy_page, name="copy"),
    path("chat/", chat.chat_page, name="chat"),
]
