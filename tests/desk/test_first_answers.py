"""The canned answers with which an installation begins."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command

from questions.desk.canned.first_answers import READ_BY_ALL, faults_in, load_first_answers
from questions.models import CannedAnswer
from services.facts.in_answers import choices, unknown_in
from services.models import Theme
from tests.some import some

pytestmark = [pytest.mark.django_db, pytest.mark.once]
LANGUAGES = {code for code, _name in settings.LANGUAGES}


def facts_in(text: str) -> list[str]:
    return [part.split("}")[0] for part in text.split("{fact:")[1:]]


def test_they_are_there_in_every_language_and_can_be_saved_as_they_are() -> None:
    call_command("load_canned_answers")
    rows = some(CannedAnswer.objects.all())
    names = {row.name for row in rows}
    assert len(names) >= 12
    for row in some(rows):
        row.full_clean()
        assert not unknown_in(row.text)
    assert {(row.name, row.language) for row in rows} == {(name, code) for name in names for code in LANGUAGES}
    # The same facts in every language: none was lost in a translation.
    for name in some(names):
        named = {tuple(sorted(facts_in(row.text))) for row in rows if row.name == name}
        assert len(named) == 1, name


def test_what_not_every_colleague_reads_is_not_in_use_until_somebody_switches_it_on() -> None:
    call_command("load_canned_answers")
    for row in some(CannedAnswer.objects.all()):
        assert row.active is (row.language in READ_BY_ALL), row


def test_what_people_changed_or_deleted_stays_so() -> None:
    call_command("load_canned_answers")
    CannedAnswer.objects.exclude(pk=CannedAnswer.objects.first().pk).delete()  # type: ignore[union-attr]
    CannedAnswer.objects.update(text="Van ons")
    call_command("load_canned_answers")
    assert [row.text for row in some(CannedAnswer.objects.all())] == ["Van ons"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("nl", "een:\n  name: Een\n", "has no text"),
        ("nl", "een:\n  text: Hallo\n", "has no name"),
        ("nl", "een:\n  name: Een\n  theme: bestaat-niet\n  text: Hallo\n", "there is no theme bestaat-niet"),
        ("nl", "een:\n  name: Een\n  text: Bel {fact:bestaat-niet}\n", "there is no fact bestaat-niet"),
        ("en", "twee:\n  text: Hello\n", "is not in nl.yaml"),
    ],
)
def test_a_fault_is_told_with_its_file(name: str, text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "nl.yaml").write_text("een:\n  name: Een\n  text: Hallo\n")
    (tmp_path / f"{name}.yaml").write_text(text)
    themes: list[Any] = some(Theme.objects.values_list("slug", flat=True))
    found = faults_in(tmp_path, themes, [choice.slug for choice in choices()])
    assert [told in str(fault) and f"{name}.yaml" in str(fault) for fault in found] == [True]


def test_a_folder_without_them_writes_none(tmp_path: Path) -> None:
    assert load_first_answers(tmp_path) == 0
    assert faults_in(tmp_path, [], []) == []
