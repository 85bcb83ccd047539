"""The shelf of made pages: what fits, what goes first, what is not right any more."""

from datetime import UTC, datetime, timedelta

from home.cache.page_store import OVERHEAD, Made, Place, Shelf

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def made(body: bytes = b"words", generation: int = 1, until: datetime = NOW + MINUTE) -> Made:
    return Made(body, (), generation, until)


def at(path: str, host: str = "testserver", scheme: str = "http") -> Place:
    return Place(scheme, host, path)


def test_what_was_put_there_is_found() -> None:
    shelf = Shelf()
    page = made()
    shelf.put(at("/nl/"), page, 10_000)
    assert shelf.find(at("/nl/"), 1, NOW) is page


def test_another_path_host_or_scheme_is_another_place() -> None:
    shelf = Shelf()
    shelf.put(at("/nl/"), made(), 10_000)
    for place in (at("/ar/"), at("/nl"), at("/NL/"), at("/nl/", host="localhost"), at("/nl/", scheme="https")):
        assert shelf.find(place, 1, NOW) is None


def test_a_page_made_in_another_state_of_the_site_is_taken_off() -> None:
    shelf = Shelf()
    shelf.put(at("/nl/"), made(generation=1), 10_000)
    assert shelf.find(at("/nl/"), 2, NOW) is None
    assert len(shelf) == shelf.size == 0


def test_a_page_is_right_until_its_moment_and_not_at_it() -> None:
    shelf = Shelf()
    shelf.put(at("/nl/"), made(), 10_000)
    assert shelf.find(at("/nl/"), 1, NOW + MINUTE - timedelta(microseconds=1)) is not None
    assert shelf.find(at("/nl/"), 1, NOW + MINUTE) is None
    assert len(shelf) == 0


def test_when_it_is_full_the_page_that_nobody_asked_for_the_longest_goes() -> None:
    shelf = Shelf()
    limit = 3 * (OVERHEAD + 5)
    for path in ("/1/", "/2/", "/3/"):
        shelf.put(at(path), made(), limit)
    assert shelf.find(at("/1/"), 1, NOW)
    shelf.put(at("/4/"), made(), limit)
    assert shelf.find(at("/2/"), 1, NOW) is None
    assert all(shelf.find(at(path), 1, NOW) for path in ("/1/", "/3/", "/4/"))


def test_it_never_holds_more_than_its_limit() -> None:
    shelf = Shelf()
    for number in range(500):
        shelf.put(at(f"/{number}/"), made(b"x" * (number * 37 % 2000)), 20_000)
        assert shelf.size <= 20_000
    assert len(shelf) > 5


def test_a_page_larger_than_the_whole_shelf_is_not_kept_and_moves_nothing() -> None:
    shelf = Shelf()
    shelf.put(at("/nl/"), made(), 10_000)
    shelf.put(at("/groot/"), made(b"x" * 20_000), 10_000)
    assert shelf.find(at("/nl/"), 1, NOW)
    assert shelf.find(at("/groot/"), 1, NOW) is None


def test_the_same_place_is_counted_once() -> None:
    shelf = Shelf()
    for _time in range(3):
        shelf.put(at("/nl/"), made(), 10_000)
    assert len(shelf) == 1
    assert shelf.size == made().size
    shelf.clear()
    assert len(shelf) == shelf.size == 0
