"""The button that makes a code for somebody else."""

from django import forms

from questions.resident.fields import SubmissionField


class SecondCodeForm(forms.Form):
    """Its id tells a button that was pressed twice from a second code."""

    submission = SubmissionField()
