"""A document is a file to take along: of few types, checked by what is in it, never a page that runs as ours."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from home.files.contents import TYPES, holds_what_it_says, is_whole
from tests.conftest import Cast
from tests.some import some

pytestmark = pytest.mark.once
SignIn = Callable[[Any], Client]
PAGE = b"<!DOCTYPE html><html><script>alert(document.domain)</script></html>"
OFFICE = '<Types><Override PartName="/x" ContentType="{}"/></Types>'


def archive(**parts: str | bytes) -> bytes:
    """A zip with these parts; two underscores stand for a slash."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as inside:
        for name, words in parts.items():
            inside.writestr(name.replace("__", "/").replace("content_types", "[Content_Types].xml"), words)
    return packed.getvalue()


def office(kind: str, more: str = "", **parts: str) -> bytes:
    """A document of Office with these parts; `more` stands in its list of contents."""
    return archive(content_types=OFFICE.format(TYPES[kind] + ".main+xml") + more, **parts)


SOUND = {
    "brief.pdf": b"%PDF-1.7\n%...\n%%EOF\n",
    "brief.PDF": b"\xef\xbb\xbf%PDF-1.4\n%%EOF" + bytes(5000),
    "brief.docx": office("docx"),
    "lijst.xlsx": office("xlsx"),
    "brief.odt": archive(mimetype=TYPES["odt"]),
    "lijst.ods": archive(mimetype=TYPES["ods"] + "\n"),
    "brief.txt": "Zoë, één brief.\r\n\tVolgende regel".encode(),
    "oud.txt": "één".encode("cp1252"),
    "leeg.txt": b"",
}
UNSOUND = {
    "pagina.html": PAGE,
    "plaatje.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "pagina.xhtml": PAGE,
    "pagina.xml": PAGE,
    "oud.doc": b"\xd0\xcf\x11\xe0",
    "script.js": b"alert(1)",
    "macro.docm": office("docx"),
    "zonder": b"%PDF-1.7",
    "": b"%PDF-1.7",
    "pagina.pdf": PAGE,
    "eerst-pagina.pdf": PAGE + b"%PDF-1.7",
    "leeg.pdf": b"",
    "pagina.docx": PAGE,
    "rekenblad.docx": office("xlsx"),
    "macros.docx": archive(content_types=OFFICE.format(TYPES["docx"] + ".main+xml"), **{"word__vbaProject.bin": "x"}),
    "half.docx": office("docx")[:-40],
    "eerst-pagina.docx": PAGE + office("docx"),
    "programma.docx": b"MZ" + office("docx"),
    "macros-onder-een-andere-naam.docx": office("docx", more="application/vnd.ms-office.vbaProject"),
    "twee-soorten.docx": office("docx", more="application/vnd.ms-word.document.macroEnabled.main+xml"),
    "activex.docx": office("docx", word__activeX__activeX1="x"),
    "oude-macros.xlsx": office("xlsx", xl__macrosheets__sheet1="x"),
    "veel.docx": archive(
        content_types=OFFICE.format(TYPES["docx"] + ".main+xml"), **{f"x{n}": "" for n in range(10_001)}
    ),
    "lange-lijst.docx": office("docx", more=" " * 200_000),
    "macros-klein.odt": archive(mimetype=TYPES["odt"], basic__Standard="x"),
    "zip.docx": archive(pagina="x"),
    "tekst.ods": archive(mimetype=TYPES["odt"]),
    "macros.odt": archive(mimetype=TYPES["odt"], Basic__Standard="x"),
    "zip.odt": archive(pagina="x"),
    "programma.txt": b"MZ\x00\x01",
    "brief.pdf.html": b"%PDF-1.7",
}


@pytest.mark.parametrize("name", SOUND)
def test_a_document_of_an_accepted_type_is_one(name: str) -> None:
    file = io.BytesIO(SOUND[name])
    assert holds_what_it_says(name, file)
    assert file.tell() == 0


@pytest.mark.parametrize("name", UNSOUND)
def test_anything_else_is_none_whatever_its_name(name: str) -> None:
    assert not holds_what_it_says(name, io.BytesIO(UNSOUND[name]))


def test_an_archive_that_fills_the_memory_of_who_opens_it_is_no_document() -> None:
    packed = io.BytesIO(office("docx"))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as inside, inside.open("bom", "w") as part:
        for _time in range(26):
            part.write(bytes(10_000_000))
    assert len(packed.getvalue()) < 1_000_000
    assert not holds_what_it_says("bom.docx", packed)


@pytest.mark.parametrize("name", SOUND)
def test_a_document_that_broke_off_on_its_way_is_told_from_a_whole_one(name: str) -> None:
    assert is_whole(name, io.BytesIO(SOUND[name]))
    if name.endswith("pdf"):
        assert not is_whole(name, io.BytesIO(SOUND[name][:12]))


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    """A store of our own on the disk, as in production."""
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    }
    return tmp_path


def stored(name: str, contents: bytes, collection: Collection | None = None) -> Any:
    """A document as it stands in the store, past the admin's rules."""
    found = get_document_model()(title=name, collection=collection or Collection.get_first_root_node())
    found.file.save(name, ContentFile(contents), save=False)
    found.save()
    return found


def upload(client: Client, name: str, contents: bytes, **more: Any) -> dict[str, Any]:
    """What the admin answers when somebody drops a file."""
    file = ContentFile(contents, name=name)
    answer = client.post(
        reverse("wagtaildocs:add_multiple"), {"files[]": file, **more}, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.django_db
class TestUpload:
    @pytest.mark.parametrize("name", ["brief.pdf", "brief.docx", "brief.txt"])
    def test_an_accepted_one_is_kept(self, media: Path, cast: Cast, sign_in: SignIn, name: str) -> None:
        assert upload(sign_in(cast.editor), name, SOUND[name])["success"] is True

    def test_one_that_broke_off_is_refused(self, media: Path, cast: Cast, sign_in: SignIn) -> None:
        told = upload(sign_in(cast.editor), "half.pdf", b"%PDF-1.7\n1 0 obj")
        assert told["success"] is False
        assert "halverwege" in told["error_message"]

    @pytest.mark.parametrize("name", ["pagina.html", "plaatje.svg", "pagina.xhtml", "pagina.pdf", "zip.docx"])
    def test_another_one_is_refused_in_words(self, media: Path, cast: Cast, sign_in: SignIn, name: str) -> None:
        told = upload(sign_in(cast.editor), name, UNSOUND[name])
        assert told["success"] is False
        assert "pdf, docx" in told["error_message"]
        assert not get_document_model().objects.exists()
        assert not list(media.rglob("*.*"))

    def test_the_chooser_and_the_replacing_form_have_the_same_rule(
        self, media: Path, cast: Cast, sign_in: SignIn
    ) -> None:
        client = sign_in(cast.editor)
        root = Collection.get_first_root_node().pk
        for address in (reverse("wagtaildocs_chooser:create"), reverse("wagtaildocs:add")):
            told = client.post(
                address,
                {
                    "title": "x",
                    "file": ContentFile(PAGE, name="x.pdf"),
                    "document-chooser-upload-title": "x",
                    "document-chooser-upload-file": ContentFile(PAGE, name="x.pdf"),
                    "document-chooser-upload-collection": root,
                    "collection": root,
                },
            )
            assert told.status_code == 200
            assert told.content.decode().count("pdf, docx") == 1  # said once, by us
            assert not get_document_model().objects.exists()
        found = stored("brief.pdf", SOUND["brief.pdf"])
        client.post(
            reverse("wagtaildocs:edit", args=[found.pk]),
            {"title": "x", "file": ContentFile(PAGE, name="x.pdf"), "collection": root},
        )
        found.refresh_from_db()
        assert found.file.read() == SOUND["brief.pdf"]

    def test_a_name_longer_than_a_title_is_shortened(self, media: Path, cast: Cast, sign_in: SignIn) -> None:
        told = upload(sign_in(cast.editor), "н" * 250 + ".pdf", SOUND["brief.pdf"], title="x" * 400)
        assert told["success"] is True
        assert len(get_document_model().objects.get().title) == 255

    def test_what_is_wrong_beside_the_file_is_told(self, media: Path, cast: Cast, sign_in: SignIn) -> None:
        Collection.get_first_root_node().add_child(name="Nog een")
        told = upload(sign_in(cast.root), "brief.pdf", SOUND["brief.pdf"], collection="999999")
        assert told["success"] is False
        assert told["error_message"]


@pytest.mark.django_db
class TestDoor:
    def test_it_is_a_file_to_save_outside_the_admin(self, media: Path, client: Client) -> None:
        found = stored("brief.pdf", SOUND["brief.pdf"])
        assert found.url == f"/documenten/{found.pk}/{found.filename}"
        answer = client.get(found.url)
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content) == SOUND["brief.pdf"]  # type: ignore[attr-defined]
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
        assert not answer.cookies

    def test_it_is_asked_for_anew_each_time_and_only_sent_when_it_changed(self, media: Path, client: Client) -> None:
        found = stored("brief.txt", SOUND["brief.txt"])
        answer = client.get(found.url)
        assert answer.headers["Cache-Control"] == "no-cache"
        assert "Content-Encoding" not in answer.headers
        assert client.head(found.url).headers["Content-Length"] == answer.headers["Content-Length"]
        assert client.get(found.url, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
        found.file.save("anders.txt", ContentFile(b"anders"))
        found._set_document_file_metadata()
        found.save()
        assert client.get(found.url, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 200

    @pytest.mark.parametrize(
        "typed", ["BRIEF-zoë.pdf", "brief-zoe\u0308.pdf", "brief-zoë.pdf.", "brief-zoë.pdf/", "BRIEF-ZOË.PDF"]
    )
    def test_its_name_in_other_letters_leads_to_it_at_once(self, media: Path, client: Client, typed: str) -> None:
        found = stored("Brief-Zoë.pdf", SOUND["brief.pdf"])
        for folder in ("/documenten/", "/Documenten//"):
            answer = client.get(f"{folder}{found.pk}/{typed}", follow=True)
            assert answer.status_code == 200
            assert len(answer.redirect_chain) <= 2
        assert client.get(f"/DOCUMENTEN/{found.pk}/{found.filename}").headers["Location"] == quote(unquote(found.url))

    def test_the_address_of_before_leads_to_it(self, media: Path, client: Client) -> None:
        found = stored("brief.pdf", SOUND["brief.pdf"])
        answer = client.get(f"/beheer/documenten/{found.pk}/{found.filename}")
        assert (answer.status_code, answer.headers["Location"]) == (302, found.url)

    @pytest.mark.parametrize("name", ["pagina.html", "plaatje.svg", "pagina.pdf", "programma.txt"])
    def test_what_was_stored_before_and_is_no_document_is_not_given(
        self, media: Path, client: Client, name: str
    ) -> None:
        found = stored(name, UNSOUND[name])
        for address in (found.url, f"/beheer/documenten/{found.pk}/{found.filename}", f"/media/{found.file.name}"):
            assert client.get(address).status_code == 404

    def test_a_file_that_is_gone_or_has_another_name_is_not_found(self, media: Path, client: Client) -> None:
        found = stored("brief.pdf", SOUND["brief.pdf"])
        assert client.get(f"/documenten/{found.pk}/anders.pdf").status_code == 404
        assert client.get(f"/documenten/{found.pk}/../../x.pdf").status_code == 404
        assert client.post(found.url).status_code == 405
        (media / found.file.name).unlink()
        assert client.get(found.url).status_code == 404
        assert client.get("/documenten/999999999999999999999/brief.pdf").status_code == 404

    def test_a_replaced_one_is_found_at_each_of_its_addresses(
        self, media: Path, client: Client, cast: Cast, sign_in: SignIn
    ) -> None:
        found = stored("Brief 2026.pdf", SOUND["brief.pdf"])
        known = [found.url]
        given = {"title": "x", "collection": found.collection_id, "tags": ""}
        editor = sign_in(cast.editor)
        for name in ("Zoë 2027.pdf", "2028.pdf", "Brief 2026.pdf", "2029.pdf"):
            file = ContentFile(SOUND["brief.pdf"] + name.encode(), name=name)
            assert editor.post(reverse("wagtaildocs:edit", args=[found.pk]), given | {"file": file}).status_code == 302
            found = get_document_model().objects.get()
            for address in some(known):
                answer = client.get(address, follow=True)
                assert answer.status_code == 200, address
                assert len(answer.redirect_chain) <= 1
            known.append(found.url)
        assert len(set(known)) >= 4
        assert client.get(f"/documenten/{found.pk}/geraden.pdf").status_code == 404
        editor.post(reverse("wagtaildocs:delete", args=[found.pk]))
        assert {client.get(address).status_code for address in known} == {404}

    def test_the_check_of_an_upgrade_names_what_is_not_given_out(self, media: Path, capsys: Any) -> None:
        stored("brief.pdf", SOUND["brief.pdf"])
        bad = stored("pagina.html", PAGE)
        call_command("check", databases=["default"], tags=["database"])
        told = capsys.readouterr().err
        assert f"document {bad.pk} is not given" in told
        assert told.count("is not given") == 1


@pytest.mark.django_db
class TestClosedCollection:
    @pytest.fixture
    def closed(self, media: Path) -> Any:
        collection = Collection.get_first_root_node().add_child(name="Alleen wij")
        return stored("intern.pdf", SOUND["brief.pdf"], collection)

    def close(self, found: Any, kind: str, **more: Any) -> CollectionViewRestriction:
        made: CollectionViewRestriction = CollectionViewRestriction.objects.create(
            collection=found.collection, restriction_type=kind, **more
        )
        return made

    @pytest.mark.parametrize("kind", ["login", "groups", "password"])
    def test_a_stranger_is_asked_to_sign_in(self, closed: Any, client: Client, kind: str) -> None:
        self.close(closed, kind, password="geheim")
        answer = client.get(closed.url, follow=True)
        assert answer.redirect_chain[-1][0].startswith("/beheer/login/?next=/beheer/documenten/")

    @pytest.mark.parametrize("kind", ["login", "password"])
    def test_staff_get_it_and_no_cache_keeps_it(self, closed: Any, cast: Cast, sign_in: SignIn, kind: str) -> None:
        self.close(closed, kind, password="geheim")
        answer = sign_in(cast.colleague).get(closed.url, follow=True)
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert "no-store" in answer.headers["Cache-Control"]

    def test_only_the_groups_of_the_collection_get_it(self, closed: Any, cast: Cast, sign_in: SignIn) -> None:
        self.close(closed, "groups").groups.add(Group.objects.get(name="Redactie"))
        assert sign_in(cast.colleague).get(closed.url, follow=True).status_code == 403
        assert sign_in(cast.editor).get(closed.url, follow=True).status_code == 200

    def test_a_collection_below_a_closed_one_is_closed(self, closed: Any, client: Client) -> None:
        self.close(closed, "login")
        below = stored("brief.pdf", SOUND["brief.pdf"], closed.collection.add_child(name="Hieronder"))
        assert client.get(below.url).status_code == 302

    def test_a_password_is_not_offered_any_more(self, closed: Any, cast: Cast, sign_in: SignIn) -> None:
        answer = sign_in(cast.root).get(
            reverse("wagtailadmin_collections:set_privacy", args=[closed.collection.pk]),
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        assert answer.status_code == 200
        assert 'value="password"' not in answer.json()["html"]
