"""The records in the format of Samenwerkende Catalogi 4.0 (Logius; OWMS 4.0), for overheid.nl. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from services.open_data.licences import Licence
from services.open_data.records import ServiceRecord

PRODUCT = "http://standaarden.overheid.nl/product/terms/"
OVERHEID = "http://standaarden.overheid.nl/owms/terms/"
DCTERMS = "http://purl.org/dc/terms/"
SCHEMA = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA_LOCATION = f"{PRODUCT} http://standaarden.overheid.nl/sc/4.0/xsd/sc.xsd"
LONGEST_ABSTRACT = 300

for prefix, space in (("overheidproduct", PRODUCT), ("overheid", OVERHEID), ("dcterms", DCTERMS), ("xsi", SCHEMA)):
    ElementTree.register_namespace(prefix, space)


@dataclass(frozen=True)
class Authority:
    """The municipality as OWMS lists it: its name, and the URI of its entry."""

    name: str
    uri: str


def feed(records: Iterable[ServiceRecord], authority: Authority, licence: Licence) -> bytes:
    """Returns the catalogue as XML: the municipality's services with a name in the Uniforme Productnamenlijst."""
    root = ElementTree.Element(f"{{{PRODUCT}}}scproducten", {f"{{{SCHEMA}}}schemaLocation": SCHEMA_LOCATION})
    for record in records:
        if record.upl and record.upl_uri and record.provider.of_the_municipality:
            root.append(product(record, authority, licence))
    found: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def product(record: ServiceRecord, authority: Authority, licence: Licence) -> ElementTree.Element:
    """Returns one service: what it is (owmskern), for whom (owmsmantel), and under which common name (scmeta)."""
    one = ElementTree.Element(f"{{{PRODUCT}}}scproduct", {"owms-version": "4.0"})
    meta = ElementTree.SubElement(one, f"{{{PRODUCT}}}meta")
    core = ElementTree.SubElement(meta, f"{{{PRODUCT}}}owmskern")
    whose = {"scheme": "overheid:Gemeente", "resourceIdentifier": authority.uri}
    _add(core, DCTERMS, "identifier", record.url)
    _add(core, DCTERMS, "title", record.name)
    _add(core, DCTERMS, "language", record.language)
    _add(core, DCTERMS, "type", "productbeschrijving", scheme="overheid:Informatietype")
    _add(core, DCTERMS, "modified", record.modified.date().isoformat())
    _add(core, DCTERMS, "spatial", authority.name, **whose)
    _add(core, OVERHEID, "authority", authority.name, **whose)
    mantle = ElementTree.SubElement(meta, f"{{{PRODUCT}}}owmsmantel")
    _add(mantle, DCTERMS, "audience", "particulier", scheme="overheid:Doelgroep")
    _add(mantle, DCTERMS, "abstract", record.description[:LONGEST_ABSTRACT])
    # The URI stands beside the words, as OWMS has it (standaarden.overheid.nl, owms/4.0, dcterms:license).
    _add(mantle, DCTERMS, "license", licence.name, resourceIdentifier=licence.url)
    about = ElementTree.SubElement(meta, f"{{{PRODUCT}}}scmeta")
    _add(about, PRODUCT, "productID", record.slug)
    # Asking us a question is no application: nothing is granted online.
    _add(about, PRODUCT, "onlineAanvragen", "nee")
    common = {"scheme": "overheid:UniformeProductnaam", "resourceIdentifier": record.upl_uri}
    _add(about, PRODUCT, "uniformeProductnaam", record.upl, **common)
    ElementTree.SubElement(one, f"{{{PRODUCT}}}body")
    return one


def _add(parent: ElementTree.Element, space: str, name: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, f"{{{space}}}{name}", attributes).text = text
