"""The moment for which something is planned, as a colleague reads it."""

from django import template

from questions.desk.question.presenters import planned_date

register = template.Library()
register.filter(planned_date)
