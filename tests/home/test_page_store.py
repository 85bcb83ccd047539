"""The store of made pages: what fits, what goes first, what is not right any more."""

from datetime import UTC, datetime, timedelta

from home.cache.page_store import OVERHEAD, CachedResponse, CacheKey, PageStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def made(body: bytes = b"words", generation: int = 1, until: datetime = NOW + MINUTE) -> CachedResponse:
    return CachedResponse(body, (), "tag", True, generation, until)


def at(path: str, host: str = "testserver", scheme: str = "http") -> CacheKey:
    return CacheKey(scheme, host, path)


def test_what_was_put_there_is_found() -> None:
    store = PageStore()
    page = made()
    store.put(at("/nl/"), page, 10_000)
    assert store.find(at("/nl/"), 1, NOW) is page


def test_another_path_host_or_scheme_is_another_place() -> None:
    store = PageStore()
    store.put(at("/nl/"), made(), 10_000)
    for place in (at("/ar/"), at("/nl"), at("/NL/"), at("/nl/", host="localhost"), at("/nl/", scheme="https")):
        assert store.find(place, 1, NOW) is None


def test_a_page_made_in_another_state_of_the_site_is_taken_off() -> None:
    store = PageStore()
    store.put(at("/nl/"), made(generation=1), 10_000)
    assert store.find(at("/nl/"), 2, NOW) is None
    assert len(store) == store.size == 0


def test_a_page_is_right_until_its_moment_and_not_at_it() -> None:
    store = PageStore()
    store.put(at("/nl/"), made(), 10_000)
    assert store.find(at("/nl/"), 1, NOW + MINUTE - timedelta(microseconds=1)) is not None
    assert store.find(at("/nl/"), 1, NOW + MINUTE) is None
    assert len(store) == 0


def test_when_it_is_full_the_page_that_nobody_asked_for_the_longest_goes() -> None:
    store = PageStore()
    limit = 3 * (OVERHEAD + 5)
    for path in ("/1/", "/2/", "/3/"):
        store.put(at(path), made(), limit)
    assert store.find(at("/1/"), 1, NOW)
    store.put(at("/4/"), made(), limit)
    assert store.find(at("/2/"), 1, NOW) is None
    assert all(store.find(at(path), 1, NOW) for path in ("/1/", "/3/", "/4/"))


def test_it_never_holds_more_than_its_limit() -> None:
    store = PageStore()
    for number in range(500):
        store.put(at(f"/{number}/"), made(b"x" * (number * 37 % 2000)), 20_000)
        assert store.size <= 20_000
    assert len(store) > 5


def test_a_page_larger_than_the_whole_shelf_is_not_kept_and_moves_nothing() -> None:
    store = PageStore()
    store.put(at("/nl/"), made(), 10_000)
    store.put(at("/groot/"), made(b"x" * 20_000), 10_000)
    assert store.find(at("/nl/"), 1, NOW)
    assert store.find(at("/groot/"), 1, NOW) is None


def test_the_same_place_is_counted_once() -> None:
    store = PageStore()
    for _time in range(3):
        store.put(at("/nl/"), made(), 10_000)
    assert len(store) == 1
    assert store.size == made().size
    store.clear()
    assert len(store) == store.size == 0


def test_a_form_is_made_once_and_takes_its_place_from_others() -> None:
    store = PageStore()
    page, other = made(b"words " * 200), made(b"other")
    limit = page.size + other.size + 100
    store.put(at("/other/"), other, limit)
    store.put(at("/nl/"), page, limit)
    form = store.keep_form(at("/nl/"), page, "br", limit)
    assert store.keep_form(at("/nl/"), page, "br", limit) is form
    assert store.size == page.size + other.size
    store.keep_form(at("/nl/"), page, "gzip", limit)
    assert store.size == page.size <= limit, "the page that nobody asked for the longest made room"
    assert store.find(at("/other/"), 1, NOW) is None
    store.clear()
    assert store.size == 0


def test_a_form_of_a_page_that_went_meanwhile_is_given_and_not_kept() -> None:
    store = PageStore()
    page = made(b"words " * 200)
    assert store.keep_form(at("/nl/"), page, "br", 10_000).body
    assert store.size == len(store) == len(page.forms) == 0
