"""The description of this API as OpenAPI 3.1: the document that HSDS wants at `openapi_url`. Pure."""

from collections.abc import Mapping
from typing import Any

from services.open_data.hsds import VERSION, Data
from services.open_data.licences import Licence
from services.open_data.query import PARAMETERS

SCHEMAS = f"https://raw.githubusercontent.com/openreferral/specification/{VERSION}/schema/compiled"
PAGE = {
    **{key: {"type": "integer"} for key in ("total_items", "total_pages", "page_number", "size")},
    **{key: {"type": "boolean"} for key in ("first_page", "last_page", "empty")},
}
ABOUT = {
    "version": {"type": "string"},
    **{key: {"type": "string", "format": "uri"} for key in ("profile", "openapi_url")},
    "description": {"type": "string"},
    **{key: {"type": "object"} for key in ("publisher", "license")},
}


def document(publisher: Mapping[str, Any], address: str, licence: Licence) -> Data:
    """Returns the document; `publisher` has name, email and website, `address` is the address of the API."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{publisher['name']}: services and organisations",
            "version": VERSION,
            "description": "Read only. The services of the neighbourhood team and the organisations around it.",
            "contact": {
                name: publisher[key] for name, key in (("email", "email"), ("url", "website")) if key in publisher
            },
            # A name and either of identifier and url: OpenAPI 3.1 refuses both.
            "license": {"name": licence.name, "identifier": licence.identifier},
        },
        "servers": [{"url": address}],
        "paths": {
            "/": {"get": _get("about", "What this API is and whose.", _object(ABOUT))},
            "/services": {
                "get": _get("services", "A page of services.", _page(), parameters=_asked(*PARAMETERS), wrong=True)
            },
            "/services/{id}": {
                "get": _get(
                    "service",
                    "One service with everything that belongs to it.",
                    {"$ref": f"{SCHEMAS}/service.json"},
                    parameters=[
                        {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}},
                        *_asked("language"),
                    ],
                    wrong=True,
                )
            },
        },
    }


def _object(properties: Mapping[str, Any]) -> Data:
    return {"type": "object", "properties": dict(properties)}


def _page() -> Data:
    each = {"$ref": f"{SCHEMAS}/service_list.json"}
    return _object({**PAGE, "contents": {"type": "array", "items": each}}) | {"required": ["empty"]}


def _asked(*names: str) -> list[Data]:
    return [{"name": name, "in": "query", "required": False, "schema": PARAMETERS[name]()} for name in names]


def _get(
    name: str, summary: str, schema: Mapping[str, Any], parameters: list[Data] | None = None, *, wrong: bool = False
) -> Data:
    """Returns the description of one GET; with `wrong` it can also answer 400, with an error in words."""
    answers = {"200": {"description": summary, "content": {"application/json": {"schema": schema}}}}
    if wrong:
        told = _object({"error": {"type": "string"}})
        answers["400"] = {"description": "Not understood", "content": {"application/json": {"schema": told}}}
    return {"operationId": name, "summary": summary, "parameters": parameters or [], "responses": answers}
