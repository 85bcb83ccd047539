"""The documents keep to the code: variables, files, commands, doors, demo logins and rules that they name exist."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polib
import pytest
import wagtail
import wagtail_localize
import yaml
from django.conf import settings
from django.core.management import get_commands
from django.urls import resolve
from django.utils import translation

from questions.management.commands.set_up_roles import DEMO_PASSWORD, DEMO_PEOPLE, EDITOR
from tests.some import some

HOUSE: Path = settings.HOUSE
DOCS = HOUSE / "docs"
DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
# Templates and style sheets are named there as a template names them.
OF_TEMPLATES = [DOCS / "look.md", DOCS / "templates.md"]
CHECKED = [HOUSE / "README.md", HOUSE / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md")), *DECISIONS]
READERS = ("text", "flag", "number", "words", "choice")
# Made by a run; what has such a name is not in the repository.
MADE = (".venv/", "node_modules/", "var/")
TOP = ("home", "services", "questions", "site", "tests", "tools", "static", "deploy")
SOURCES = (".py", ".html", ".css", ".js", ".mjs", ".md", ".toml", ".conf", ".service")
# Tests that make up files of their own.
MADE_UP = {
    f"tests/portal/{name}.py"
    for name in (
        "small_house", "conftest", "test_catalogues", "test_catalogue_check", "test_catalogue_update",
        "test_texts_in_source", "test_words_outside_tags", "test_private_files",
    )
}  # fmt: skip
ENDINGS = (".py", ".md", ".toml", ".yml", ".yaml", ".json", ".html", ".css", ".js", ".mjs", ".po", ".txt", ".in")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def without_examples(text: str) -> str:
    """The text without its fenced blocks."""
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"there is no heading {heading!r}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """The rows of the tables in a text, without their headings."""
    lines = [line.strip().strip("|") for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.split("|")] for line in lines if line.startswith(" `")]


def name_in(cell: str) -> str:
    return cell.split("`")[1]


def files_in(text: str) -> set[str]:
    """The files and folders that a text names, without those that a run makes."""
    spans = set(re.findall(r"`([^`\s]+)`", without_examples(text)))
    named = {span for span in spans if ("/" in span or span.endswith(ENDINGS)) and not span.startswith(("/", *MADE))}
    return {span for span in named if re.fullmatch(r"[\w.<>/*-]+", span) and "//" not in span}


def exists(name: str) -> bool:
    """Whether there is such a file or folder; `<lang>` stands for any name."""
    return any(HOUSE.glob(re.sub(r"<[^>]*>", "*", name).rstrip("/")))


def exists_anywhere(name: str) -> bool:
    """Whether there is such a file, or one of that name in a folder of templates, style sheets or scripts."""
    folders = (
        "*/templates",
        "*/templates/*/blocks",
        "*/*/templates",
        "*/*/templates/*",
        "static",
        "static/*",
        "var/build",
        "var/build/*",
    )
    return (
        exists(name)
        or is_template_of_wagtail(name)
        or any(found for folder in folders for found in HOUSE.glob(f"{folder}/{name}"))
    )


def is_template_of_wagtail(name: str) -> bool:
    return (Path(wagtail.__file__).parent / "admin" / "templates" / name).is_file()


def variables_of_the_settings() -> Iterator[tuple[str, str]]:
    """Every variable that base.py reads, with the type of its reader."""
    for node in some(ast.walk(ast.parse(read(HOUSE / "site/portal/settings/base.py")))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "env"
        ):
            name = node.args[0]
            assert node.func.attr in READERS
            assert isinstance(name, ast.Constant), "a variable is named where it is read"
            yield str(name.value), node.func.attr


def test_every_variable_of_the_settings_stands_in_the_table_with_its_type_and_no_other_does() -> None:
    table = rows(section(read(DOCS / "settings.md"), "Read by the settings"))
    assert {name_in(row[0]): row[1] for row in table} == dict(variables_of_the_settings())
    assert len(table) == len({row[0] for row in table})


def test_every_variable_of_the_tools_stands_in_the_table_and_is_read_there() -> None:
    page = read(DOCS / "settings.md")
    documented = {name_in(row[0]): row[1] for row in rows(section(page, "Read by the tools"))}
    assert documented
    for name, where in some(documented.items()):
        for file in some(re.findall(r"`([^`]+)`", where)):
            assert re.search(rf"\b{name}\b", read(HOUSE / file)), f"{file} does not know {name}"
    sources = [*HOUSE.glob("tools/*"), *HOUSE.glob("site/portal/*.py"), *HOUSE.glob("site/portal/settings/*.py")]
    used = re.compile(r"""(?:environ(?:\.get\(|\[)|process\.env\.)["']?([A-Z_]{3,})""")
    reads = [(source, name) for source in sources if source.is_file() for name in used.findall(read(source))]
    for source, name in some(reads):
        assert f"`{name}`" in page, f"{source.name} reads {name}"


@pytest.mark.parametrize("path", CHECKED, ids=lambda path: path.stem)
def test_every_file_that_a_document_names_exists(path: Path) -> None:
    text = read(path)
    forbidden = files_in(section(text, "Forbidden")) if "### Forbidden" in text else set()
    known = exists_anywhere if path in OF_TEMPLATES else exists
    assert [name for name in sorted(files_in(text) - forbidden) if not known(name)] == []


def test_every_file_that_a_source_file_names_exists() -> None:
    """In comments, docstrings and settings: of the folders of the house only, so that a made-up path is no fault."""
    named = re.compile(
        r"(?<![\w./{-])(?:home|services|questions|site/portal|tests|tools|docs|static|deploy)/[\w./-]+\.\w+"
    )
    sources = [file for top in TOP for file in some((HOUSE / top).rglob("*")) if file.suffix in SOURCES]
    wrong = [
        f"{source.relative_to(HOUSE)}: {name}"
        for source in [*sources, HOUSE / "pyproject.toml", HOUSE / "Makefile"]
        if source.relative_to(HOUSE).as_posix() not in MADE_UP
        for name in named.findall(read(source))
        if Path(name).suffix in SOURCES and not exists_anywhere(name)
    ]
    assert wrong == []


def test_the_forbidden_names_are_on_no_file() -> None:
    names = {name.rstrip("/") for name in files_in(section(read(HOUSE / "CONTRIBUTING.md"), "Forbidden"))}
    assert {"utils.py", "helpers.py", "services.py", "common"} <= names
    for part in ("home", "services", "questions", "site", "tests", "tools"):
        assert [path for path in some((HOUSE / part).rglob("*")) if path.name in names] == []


@pytest.mark.parametrize("path", CHECKED, ids=lambda path: path.stem)
def test_every_command_and_target_that_a_document_names_exists(path: Path) -> None:
    text = read(path)
    named = set(re.findall(r"manage\.py (\w+)", text))
    if path.name == "README.md":
        table = {name_in(row[0]) for row in rows(section(text, "Commands"))}
        ours = {
            name for name, app in get_commands().items() if str(app).split(".")[0] in {"home", "services", "questions"}
        }
        assert table >= ours
        named |= table
    assert named - set(get_commands()) == set()
    targets = set(re.findall(r"^([a-z]+):", read(HOUSE / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", text)) - targets == set()


def test_every_door_in_the_readme_leads_somewhere() -> None:
    doors = [name_in(row[0]) for row in rows(section(read(HOUSE / "README.md"), "Doors"))]
    assert len(doors) > 8
    with translation.override("nl"):
        for door in some(doors):
            assert resolve(door.replace("<lang>", "nl").removesuffix("…"))


def test_the_demo_logins_in_the_readme_are_those_that_are_made() -> None:
    text = section(read(HOUSE / "README.md"), "Demo logins")
    assert {name_in(row[0]): row[1] for row in rows(text)} == {name: who[2] for name, who in DEMO_PEOPLE.items()}
    assert DEMO_PASSWORD in text


def test_every_rule_of_the_house_names_a_file_that_shows_it() -> None:
    rules = re.split(r"^\d+\. ", section(read(HOUSE / "CONTRIBUTING.md"), "The rules of the house"), flags=re.MULTILINE)
    assert len(rules) == 13
    for rule in some(rules[1:]):
        assert files_in(rule), rule


def test_every_decision_has_a_page_of_its_own_with_the_same_parts() -> None:
    numbers = [path.name[:4] for path in DECISIONS]
    assert numbers == sorted(set(numbers))
    for path in some(DECISIONS):
        text = read(path)
        assert text.startswith(f"# {path.name[:4]} "), path.name
        for part in ("**Decision.**", "**Why.**", "**In the code.**", "**What follows.**"):
            assert part in text, f"{path.name}: {part}"


def test_every_decision_that_the_code_refers_to_has_a_page() -> None:
    numbers = {path.name[:4] for path in DECISIONS}
    modules = [path for part in ("home", "services", "questions", "site") for path in (HOUSE / part).rglob("*.py")]
    assert len(modules) > 100
    refers = [(path, number) for path in modules for number in re.findall(r"docs/decisions/(\d{4})", read(path))]
    for path, number in some(refers):
        assert number in numbers, f"{path} refers to decision {number}"


def on_the_screens_of_editors() -> set[str]:
    """What an editor can read: our texts and those of Wagtail, as a label or a heading begins them."""
    packages = [Path(wagtail.__file__).parent, Path(wagtail_localize.__file__).parent]
    files = [HOUSE / "locales/staff/nl/LC_MESSAGES/django.po"]
    files += [file for package in packages for file in package.rglob("locale/nl/LC_MESSAGES/django*.po")]
    texts = {entry.msgstr for file in files for entry in polib.pofile(str(file)) if entry.msgstr}
    texts |= {text.replace("%(workflow_name)s", EDITOR) for text in texts}
    # Wagtail puts the last step of a workflow and what follows it into one text.
    texts |= {text.replace("%(label)s", "Goedkeuren") for text in texts}
    texts |= {
        form for file in files for entry in polib.pofile(str(file)) for form in entry.msgstr_plural.values() if form
    }
    return texts | {text[0].upper() + text[1:] for text in texts}


@pytest.mark.parametrize(
    ("name", "least"), [("redactie", 60), ("medewerker", 20), ("teamleider", 6), ("beheerder", 10)]
)
def test_what_a_manual_calls_a_text_on_the_screen_is_on_the_screen(name: str, least: int) -> None:
    texts = on_the_screens_of_editors()
    bold = {" ".join(text.split()) for text in re.findall(r"\*\*([^*]+)\*\*", read(DOCS / f"{name}.md"))}
    assert len(bold) > least
    assert [text for text in sorted(bold - {"vet"}) if text not in texts] == []


def test_every_picture_of_a_manual_is_there_small_and_described() -> None:
    shown = {
        path: words
        for name in ("redactie", "medewerker")
        for words, path in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", read(DOCS / f"{name}.md"))
    }
    assert set(shown) == {f"pictures/{path.name}" for path in (DOCS / "pictures").glob("*.png")}
    for path, words in some(shown.items()):
        assert len(words) > 10, path
        assert (DOCS / path).stat().st_size < 60_000, path


def test_publiccode_says_what_the_standard_asks() -> None:
    found: dict[str, Any] = yaml.safe_load(read(HOUSE / "publiccode.yml"))
    assert found["publiccodeYmlVersion"] == "0.4"
    assert found["legal"]["license"] == "EUPL-1.2"
    assert found["maintenance"]["contacts"][0]["name"]
    assert set(found["localisation"]["availableLanguages"]) == set(settings.ALL_LANGUAGES)
    for words in some(found["description"].values()):
        assert len(words["shortDescription"]) <= 150
        assert 150 <= len(words["longDescription"]) <= 10_000
        assert words["features"]
    assert read(HOUSE / "LICENSE").startswith("# EUROPEAN UNION PUBLIC LICENCE v. 1.2")
