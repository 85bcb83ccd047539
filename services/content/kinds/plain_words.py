"""Official words and plain ones in the row files."""

from home.models import PlainWord
from services.content.kinds.fields import row_kind, text

PLAIN_WORD = row_kind(
    "plain word", "plain_words.yaml", PlainWord, {"plain": text()}, named_by="official", alike=str.lower
)
