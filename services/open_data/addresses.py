"""An address that people wrote in one line, in the parts that standards ask for. Pure."""

import re
from dataclasses import dataclass

POSTCODE = re.compile(r"^(?P<street>.*?)[,\s]*\b(?P<digits>[1-9]\d{3})\s?(?P<letters>[A-Z]{2})\b[,\s]*(?P<town>.*)$")
# "Plein 1, Zwolle" names a town; "Plein 1, ingang B" and "Stadhuis, Plein 1" do not.
TOWN = re.compile(r"^(?P<street>.+?),\s*(?P<town>['\u2019A-Z][^\d,]*)$")


@dataclass(frozen=True)
class Address:
    """Street and number, postcode ("8011 AA", or empty when it is not known) and town."""

    street: str
    postcode: str
    town: str


def parts_of(address: str, town: str) -> Address:
    """Returns the parts of an address; one that names no town is in `town`."""
    line = " ".join(address.split())
    if found := POSTCODE.match(line):
        return Address(found["street"], f"{found['digits']} {found['letters']}", found["town"] or town)
    if found := TOWN.match(line):
        return Address(found["street"], "", found["town"])
    return Address(line, "", town)
