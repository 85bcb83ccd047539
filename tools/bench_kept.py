"""What a kept page costs on the wire, beside nginx that gives out the very same bytes. A part of tools/bench.py.

Server and load generator each have a core of their own where that is possible, and both servers are asked by turns:
what else the machine does meanwhile hits them alike.
"""

import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from tools.machine import free_port, nginx, wrk

HOUSE = Path(__file__).resolve().parents[1]
CODINGS = ("br", "gzip", "identity")
PATH, PAGE = "/nl/", "/page"
CONNECTIONS = 16
ROUNDS = 5
SECONDS = 1
# What the server adds by itself, and what nginx says in its own way.
BY_THE_SERVER = {"date", "server", "connection", "content-length", "content-type", "transfer-encoding"}

# As deploy/systemd/wijkteam-web.service has it, but for the number of workers and the port.
GRANIAN = (
    "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--blocking-threads", "2", "--no-ws",
    "--log-level", "warning", "portal.wsgi:application",
)  # fmt: skip
CONF = """
{user}
worker_processes {workers};
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    keepalive_requests 10000000;
    sendfile on;
    tcp_nopush on;
    open_file_cache max=10;
    {temporary}
    upstream site {{ server {behind}; keepalive 32; }}
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        location = /page {{
            etag off;
            default_type "text/html; charset=utf-8";
            {headers}
        }}
        location / {{
            gzip off;
            proxy_pass http://site;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
        }}
    }}
}}
"""

Speed = tuple[float, float]
Compared = tuple[Speed, Speed]


def kept_costs() -> list[str]:
    """Returns the table of kept pages: each coding from one worker, then the shapes that run in production."""
    rows = [
        "| kept page | bytes | granian: requests a second | CPU µs for one | nginx: requests a second | CPU µs for one "
        "| share of nginx | by CPU |",
        "|---|---|---|---|---|---|---|---|",
    ]
    with granian(workers=1, core=0) as (site, ours):
        for coding in CODINGS:
            with nginx_with(site, coding, core=0) as (files, theirs, size):
                both = ((site + PATH, [ours]), (files + PAGE, [theirs]))
                rows.append(row(f"{coding}, one worker", size, compared(both, coding, core=1)))
    with granian(workers=2, core=None) as (site, ours), nginx_with(site, "br", core=None) as (files, theirs, size):
        both = ((site + PATH, [ours]), (files + PAGE, [theirs]))
        rows.append(row("br, two workers", size, compared(both, "br", core=None)))
        both = ((files + PATH, [ours, theirs]), (files + PAGE, [theirs]))
        rows.append(row("br, two workers behind nginx", size, compared(both, "br", core=None)))
    return rows


def row(name: str, size: int, speeds: Compared) -> str:
    """Returns a row of the table."""
    (ours, our_cost), (theirs, their_cost) = speeds
    return (
        f"| {name} | {size} | {ours:.0f} | {our_cost:.0f} | {theirs:.0f} | {their_cost:.0f} "
        f"| {ours / theirs:.0%} | {their_cost / our_cost:.0%} |"
    )


def compared(both: tuple[tuple[str, list[int]], tuple[str, list[int]]], coding: str, core: int | None) -> Compared:
    """Returns of two addresses, by turns, the requests a second and what one costs its processes: medians."""
    rounds = [[speed(address, coding, core, serving) for address, serving in both] for _round in range(ROUNDS)]
    ours, theirs = (
        (statistics.median(each[0] for each in one), statistics.median(each[1] for each in one))
        for one in zip(*rounds, strict=True)
    )
    return ours, theirs


def speed(address: str, coding: str, core: int | None, serving: list[int]) -> tuple[float, float]:
    """Returns the requests a second that the address answers, and the microseconds of CPU of who serves it for each.

    Raises SystemExit when one fails.
    """
    command = [wrk(), "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"Accept-Encoding: {coding}", address]
    before = cpu_of(serving)
    done = subprocess.run(command, capture_output=True, text=True, check=True, preexec_fn=placed(core))
    used = cpu_of(serving) - before
    found = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    count = re.search(r"(\d+) requests in", done.stdout)
    if not found or not count or "Non-2xx" in done.stdout:
        raise SystemExit(f"{address}: {done.stdout}")
    return float(found[1]), 1_000_000 * used / int(count[1])


def cpu_of(serving: list[int]) -> float:
    """Returns the seconds of the processor that these processes and their children have used."""
    ticks = 0
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            said = file.read_text()
        except OSError:
            continue
        after = said.rpartition(")")[2].split()
        if int(file.parent.name) in serving or int(after[1]) in serving:
            ticks += int(after[11]) + int(after[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def placed(core: int | None) -> Callable[[], None] | None:
    """Returns what keeps a process on this core, where there is more than one; None for a process that may wander."""
    if core is None or (os.cpu_count() or 1) < 2:
        return None
    return lambda: os.sched_setaffinity(0, {core})


@contextmanager
def granian(workers: int, core: int | None) -> Iterator[tuple[str, int]]:
    """Runs the site with this many workers; yields its address and process when it has kept the page in each."""
    port = free_port()
    program, *options = GRANIAN
    command = [
        str(Path(sys.executable).parent / program), *options[:-1],
        "--port", str(port), "--workers", str(workers), options[-1],
    ]  # fmt: skip
    server = subprocess.Popen(command, cwd=HOUSE, preexec_fn=placed(core))
    try:
        site = f"http://127.0.0.1:{port}"
        fetched(site + PATH, "identity")
        for coding in CODINGS:
            speed(site + PATH, coding, None, [server.pid])
        yield site, server.pid
    finally:
        server.terminate()
        server.wait()


@contextmanager
def nginx_with(site: str, coding: str, core: int | None) -> Iterator[tuple[str, int, int]]:
    """Runs nginx with the page of the site as a file, with all its headers; yields address, process and bytes."""
    headers, body = fetched(site + PATH, coding)
    port = free_port()
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "page").write_bytes(body)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        written = CONF.format(
            user="user root;" if os.geteuid() == 0 else "",
            workers=2 if core is None else 1,
            folder=folder,
            temporary=" ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds),
            behind=site.removeprefix("http://"),
            port=port,
            headers="\n".join(f'add_header {name} "{escaped(value)}";' for name, value in headers),
        )
        (folder / "conf").write_text(written)
        command = [nginx(), "-e", str(folder / "error.log"), "-p", name, "-c", str(folder / "conf")]
        server = subprocess.Popen(command, preexec_fn=placed(core))
        try:
            address = f"http://127.0.0.1:{port}"
            if fetched(address + PAGE, coding)[1] != body:
                raise SystemExit("nginx gives out other bytes")
            yield address, server.pid, len(body)
        finally:
            server.terminate()
            server.wait()


def escaped(value: str) -> str:
    """Returns a header as it stands between quotes in the file of nginx."""
    return value.replace("\\", "\\\\").replace('"', '\\"')


def fetched(address: str, coding: str) -> tuple[list[tuple[str, str]], bytes]:
    """Returns headers and bytes of an answer, as soon as there is one; without the headers of the server itself.

    Raises SystemExit for any status but 200.
    """
    asked = Request(address, headers={"Accept-Encoding": coding})
    until = time.monotonic() + 60
    while True:
        try:
            with urlopen(asked, timeout=10) as answer:
                headers = [each for each in answer.getheaders() if each[0].lower() not in BY_THE_SERVER]
                return headers, answer.read()
        except HTTPError as error:
            raise SystemExit(f"{address} answers {error.code}") from error
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
