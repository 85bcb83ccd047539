"""Checks the words of danger in a folder of content before anything of that folder is loaded."""

from collections.abc import Mapping
from pathlib import Path

from wagtail import hooks

from questions.danger.store import faults_in
from services.yaml_files.documents import Fault


@hooks.register("content_faults")
def words_of_danger_can_be_read(folder: Path, known: Mapping[str, set[str]]) -> list[Fault]:
    """Returns the faults in the words of danger of this folder; empty when it has none."""
    return faults_in(folder / "danger", known["helpline"]) if (folder / "danger").is_dir() else []
