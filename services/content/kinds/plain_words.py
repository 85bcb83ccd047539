"""Official words and plain ones in the row files."""

from home.models import PlainWord
from services.content.kinds.kind import Reader, Row, RowKind, Values


def _read(entry: Reader) -> Values:
    entry.only("official", "plain")
    return {"plain": entry.text("plain")}


def _present() -> dict[str, Values]:
    return {row.official: {"plain": row.plain} for row in PlainWord.objects.all()}


def _write(row: Row, new: bool) -> None:
    PlainWord.objects.update_or_create(official=row.slug, defaults=row.values)


PLAIN_WORD = RowKind(
    "plain word", "plain_words.yaml", PlainWord, _read, _present, _write, named_by="official", alike=str.lower
)
