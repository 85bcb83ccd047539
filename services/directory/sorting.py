"""Sorts names as readers of a language expect it. Pure: standard library only.

Names are compared without capitals, marks and punctuation. A letter with a mark counts as a letter of its own only in a
language whose alphabet has a place for it.
"""

import unicodedata

from home.text.normalise import ARABIC_YEH, LIGATURES, STROKES, without_marks

ALPHABETS = {
    "tr": "abcçdefgğhıijklmnoöpqrsştuüvwxyz",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}
LATIN = "abcdefghijklmnopqrstuvwxyz"
_LETTERS: dict[int, str | int | None] = {**STROKES, **LIGATURES, **ARABIC_YEH, **str.maketrans("ة", "ه")}

Key = tuple[tuple[int, str], ...]


def sort_key(name: str, language: str) -> Key:
    """Returns a sort key of a name for readers of this language: digits first, letters of another script last."""
    alphabet = ALPHABETS.get(language, LATIN)
    key: list[tuple[int, str]] = []
    for sign in _small(name, language):
        for letter in [sign] if sign in alphabet else _bare(sign):
            if letter in alphabet:
                key.append((alphabet.index(letter) + 1, letter))
            elif letter.isdigit():
                key.append((0, letter))
            elif letter.isalpha():
                key.append((len(alphabet) + 1, letter))
            elif letter.isspace() and key:
                key.append((-1, ""))
    return tuple(key)


def _small(name: str, language: str) -> str:
    if language == "tr":  # I is the capital of ı, and İ that of i
        name = name.replace("I", "ı").replace("İ", "i")
    return unicodedata.normalize("NFC", name).lower()


def _bare(sign: str) -> str:
    return without_marks(sign.translate(_LETTERS))
