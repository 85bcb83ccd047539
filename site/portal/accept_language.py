"""The language that a browser prefers, out of ours (RFC 9110, Accept-Language). Pure."""

from collections.abc import Sequence

LONGEST = 1000
"""Signs that are looked at; what a browser sends has some fifty."""
ANY = "*"


def preferred(header: str, spoken: Sequence[str], default: str) -> str:
    """Returns the language of `spoken` that is wished for most; else the default, or another that is not refused.

    A regional form counts as its language: `ar-SY` is Arabic. A wish that cannot be understood is passed over.
    """
    wishes = _wishes(header)
    refused = {code for code, quality in wishes if quality == 0 and code in spoken}
    named = {_language_of(code, spoken) for code, _quality in wishes}
    others = [code for code in (default, *spoken) if code not in named]
    for code, quality in sorted(wishes, key=lambda wish: -wish[1]):
        if quality == 0:
            break
        found = (others[0] if others else "") if code == ANY else _language_of(code, spoken)
        if found and found not in refused:
            return found
    return next((code for code in (default, *spoken) if code not in refused), default)


def _wishes(header: str) -> list[tuple[str, float]]:
    """Returns the languages in the header, each with its weight from 0 to 1, in the order in which they are written."""
    if len(header) > LONGEST:
        header = header[:LONGEST].rpartition(",")[0]
    found = []
    for wish in header.lower().split(","):
        code, *parameters = (part.strip() for part in wish.split(";"))
        quality = _quality(parameters)
        if code and quality is not None:
            found.append((code.replace("_", "-"), quality))
    return found


def _quality(parameters: Sequence[str]) -> float | None:
    """Returns the weight from 0 to 1, 1 when none is given; None when it is no number."""
    for parameter in parameters:
        name, _is, value = parameter.partition("=")
        if name.strip() == "q":
            digits = value.strip()
            if not digits.replace(".", "", 1).isdecimal() or not digits.isascii():
                return None
            return min(float(digits), 1.0)
    return 1.0


def _language_of(code: str, spoken: Sequence[str]) -> str:
    return next((each for each in (code, code.split("-")[0]) if each in spoken), "")
