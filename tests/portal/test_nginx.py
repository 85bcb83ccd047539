"""The proxy of docs/running.md: the real nginx with the very file that is delivered, in front of a small upstream."""

import configparser
import os
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.some import some
from tools.machine import free_port, nginx

DEPLOY: Path = settings.HOUSE / "deploy"
KEY = "ImFiYyI6MXRva2Vu"
WORD = "geheimwoord"
MAIN = """
{user}
daemon off;
pid {place}/pid;
error_log {place}/start.log emerg;
events {{ worker_connections 64; }}
http {{
    client_body_temp_path {place}/body;
    proxy_temp_path {place}/proxy;
    fastcgi_temp_path {place}/fastcgi;
    uwsgi_temp_path {place}/uwsgi;
    scgi_temp_path {place}/scgi;
    # As in the nginx.conf of Debian, but for shorter pages too.
    gzip on;
    gzip_min_length 1;
    gzip_proxied any;
    include {conf};
}}
"""
HERE = """
listen 127.0.0.1:{port};
server_name localhost;
root {place}/var;
access_log {place}/access.log no_words;
error_log {place}/error.log alert;
"""


@dataclass
class Proxy:
    """A running nginx and what reached the site behind it."""

    port: int
    place: Path
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """The answer to this very path, which no library puts right first."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers=headers)
        response = connection.getresponse()
        return response.status, {name.lower(): value for name, value in response.getheaders()}, response.read()

    def log(self) -> str:
        """What was written down, of both kinds."""
        time.sleep(0.2)
        return "".join((self.place / name).read_text() for name in ("access.log", "error.log"))


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxy]:
    """nginx as whoever runs the tests, on a free port."""
    place = tmp_path_factory.mktemp("nginx")
    served = Proxy(free_port(), place)

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, dict(self.headers)))
            status = 404 if "bestaat-niet" in self.path else 302 if "verhuisd" in self.path else 200
            self.send_response(status)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", "4")
            self.send_header("ETag", '"tag-br"')
            if self.headers.get("Accept-Encoding") == "br":
                self.send_header("Content-Encoding", "br")
            self.end_headers()
            self.wfile.write(b"site")

        do_POST = do_GET

        def log_message(self, *args: Any) -> None:
            pass

    upstream = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=upstream.serve_forever, args=(0.01,), daemon=True).start()
    for name, data in {
        "images/huis.width-400.jpg": b"jpg", "images/huis.webp": b"webp", "images/HUIS.png": b"png",
        "images/kwaad.html": b"<script>", "images/kwaad.svg": b"<svg>", "images/kwaad.xhtml": b"<html>",
        "images/huis.jpg.html": b"<script>", "images/deep/huis.jpg": b"jpg",
        "documents/brief.pdf": b"pdf", "documents/brief.jpg": b"jpg", "original_images/huis.jpg": b"with a place",
        "brief.jpg": b"jpg",
    }.items():  # fmt: skip
        path = place / "var" / "media" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (place / "var" / "portal.sqlite3").write_bytes(b"database")
    (place / "var" / "secret.jpg").write_bytes(b"outside")
    (place / "var" / "media" / "images" / "link.jpg").symlink_to(place / "var" / "secret.jpg")
    conf = place / "conf"
    shutil.copytree(DEPLOY / "nginx", conf)
    (conf / "wijkteam" / "here.conf").write_text(HERE.format(port=served.port, place=place))
    (conf / "wijkteam" / "upstream.conf").write_text(f"server 127.0.0.1:{upstream.server_port};\n")
    user = "user root;" if os.geteuid() == 0 else ""
    (conf / "nginx.conf").write_text(MAIN.format(user=user, place=place, conf=conf / "wijkteam.conf"))
    command = [nginx(), "-e", str(place / "start.log"), "-p", str(place), "-c", str(conf / "nginx.conf")]
    tested = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert tested.returncode == 0, tested.stderr
    running = subprocess.Popen(command)
    try:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", served.port)) == 0:
                    break
            time.sleep(0.05)
        yield served
    finally:
        running.terminate()
        running.wait(20)
        upstream.shutdown()


@pytest.mark.parametrize(
    ("name", "kind"),
    [("huis.width-400.jpg", "image/jpeg"), ("huis.webp", "image/webp")],
)
def test_pictures_of_pages_are_given_out_as_what_they_are(proxy: Proxy, name: str, kind: str) -> None:
    before = len(proxy.asked)
    status, headers, _body = proxy.get(f"/media/images/{name}")
    assert (status, headers["content-type"], headers["x-content-type-options"]) == (200, kind, "nosniff")
    assert "sandbox" in headers["content-security-policy"]
    assert len(proxy.asked) == before


@pytest.mark.parametrize(
    "path",
    [
        "/media/images/kwaad.html", "/media/images/kwaad.svg", "/media/images/kwaad.xhtml",
        "/media/images/huis.jpg.html", "/media/images/deep/huis.jpg", "/media/documents/brief.pdf",
        "/media/documents/brief.jpg", "/media/original_images/huis.jpg", "/media/brief.jpg", "/portal.sqlite3",
        "/secret.jpg", "/media/../portal.sqlite3", "/media/images/../documents/brief.jpg",
        "/media/images/..%2fdocuments/brief.jpg", "/media/images/%2e%2e/documents/brief.jpg",
        "/media/images/..%2f..%2f..%2fsecret.jpg", "/media/images/..;/documents/brief.jpg",
        "/media/images//../../../secret.jpg", "/media/images/%2e%2e%2f%2e%2e%2f%2e%2e%2fsecret.jpg",
        "/media//documents/brief.jpg", "/media/images/..%5cdocuments%5cbrief.jpg", "/media/images/link.jpg",
        "/media/images/huis.webp%00.html", "/media/images/kwaad.html%0a.jpg", "/media/images/",
        "/media/images/kwaad.html?.jpg", "/MEDIA/documents/brief.jpg",
    ],
)  # fmt: skip
def test_nothing_else_leaves_the_folder(proxy: Proxy, path: str) -> None:
    status, _headers, body = proxy.get(path)
    assert status in (400, 403, 404) or body == b"site", (status, body)
    assert not any(data in body for data in (b"<script>", b"<svg>", b"pdf", b"with a place", b"database", b"outside"))
    assert body not in (b"jpg", b"webp", b"png")


def test_everything_else_reaches_the_site_with_who_asks_and_how(proxy: Proxy) -> None:
    status, _headers, body = proxy.get("/nl/vraag/?thema=geld", **{"X-Forwarded-For": "6.6.6.6"})
    assert (status, body) == (200, b"site")
    path, headers = proxy.asked[-1]
    assert path == "/nl/vraag/?thema=geld"
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert headers["X-Forwarded-Proto"] == "http"


@pytest.mark.parametrize("coding", ["identity", "gzip", "br"])
def test_only_the_site_compresses_and_what_it_sends_is_passed_on_unchanged(proxy: Proxy, coding: str) -> None:
    status, headers, body = proxy.get("/nl/vraag/", **{"Accept-Encoding": coding})
    assert (status, body, headers["content-length"], headers["etag"]) == (200, b"site", "4", '"tag-br"')
    assert headers.get("content-encoding", "") == ("br" if coding == "br" else "")
    assert proxy.asked[-1][1]["Accept-Encoding"] == coding


def test_no_key_no_query_and_no_typed_word_stands_in_a_log(proxy: Proxy) -> None:
    secret = [
        f"/klopt-nog/{KEY}/", f"/beheer/password_reset/confirm/MQ/{KEY}/", f"/nl/zoeken/?q={WORD}",
        f"/nl/bestaat-niet/{WORD}/", f"/{WORD}-bestaat-niet", f"/nl/verhuisd/{WORD}/", f"/beheer/vragen/?zoek={WORD}",
        f"/nl/_util/authenticate_with_password/1/{WORD}/", f"/nl/wie-helpt/{WORD}/", f"/media/bestaat-niet-{WORD}.jpg",
        f"/media/images/{WORD}.jpg", f"//{WORD}/bestaat-niet", f"/klopt-nog//{KEY}/", f"//klopt-nog/{KEY}/",
        f"/%6blopt-nog/{KEY}/",
    ]  # fmt: skip
    for path in secret:
        proxy.get(path, referer=f"https://site.example/klopt-nog/{KEY}/?{WORD}", **{"User-Agent": WORD})
        proxy.get(path, "POST")
    proxy.get("/nl/diensten/jeugdhulp/")
    written = proxy.log()
    assert KEY not in written
    assert WORD not in written
    assert "GET /klopt-nog/... 200" in written
    assert "GET /nl/diensten/jeugdhulp/ 200" in written, "which pages are read is no secret"
    assert "GET /nl/... 404" in written


def test_a_site_that_does_not_answer_brings_no_address_into_the_log(proxy: Proxy, tmp_path: Path) -> None:
    conf = tmp_path / "conf"
    shutil.copytree(proxy.place / "conf", conf)
    port = free_port()
    (conf / "wijkteam" / "here.conf").write_text(HERE.format(port=port, place=tmp_path))
    (conf / "wijkteam" / "upstream.conf").write_text(f"server 127.0.0.1:{free_port()};\n")
    main = (conf / "nginx.conf").read_text().replace(str(proxy.place), str(tmp_path))
    (conf / "nginx.conf").write_text(main)
    running = subprocess.Popen(
        [nginx(), "-e", str(tmp_path / "start.log"), "-p", str(tmp_path), "-c", str(conf / "nginx.conf")]
    )
    dead = Proxy(port, tmp_path)
    try:
        until = time.monotonic() + 20
        while time.monotonic() < until:
            try:
                assert dead.get(f"/klopt-nog/{KEY}/?q={WORD}")[0] == 502
                break
            except ConnectionRefusedError:
                time.sleep(0.05)
        assert "502" in dead.log()
        assert KEY not in dead.log() + (tmp_path / "start.log").read_text()
        assert WORD not in dead.log() + (tmp_path / "start.log").read_text()
    finally:
        running.terminate()
        running.wait(20)


SANDBOX = {
    "UMask": "0077", "NoNewPrivileges": "yes", "ProtectSystem": "strict", "ProtectHome": "yes", "PrivateTmp": "yes",
    "PrivateDevices": "yes", "CapabilityBoundingSet": "", "RestrictSUIDSGID": "yes",
}  # fmt: skip


@pytest.mark.parametrize("name", ["web", "due", "backup"])
def test_a_service_may_write_in_its_own_folder_and_nowhere_else(name: str, tmp_path: Path) -> None:
    file = DEPLOY / "systemd" / f"wijkteam-{name}.service"
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(file)
    service = unit["Service"]
    assert {key: service[key] for key in SANDBOX} == SANDBOX
    assert all(path.startswith("/srv/wijkteam/") for path in some(service["ReadWritePaths"].split()))
    assert service["User"] == "wijkteam"
    analyze = shutil.which("systemd-analyze")
    if analyze:
        here = file.read_text().replace("/srv/wijkteam/.venv", f"{settings.HOUSE}/.venv")
        (tmp_path / file.name).write_text(here.replace("User=wijkteam", "User=root").replace("Group=wijkteam", ""))
        done = subprocess.run([analyze, "verify", tmp_path / file.name], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
