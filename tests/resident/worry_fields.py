"""A form about somebody else that is filled in well, for the tests that send one."""

import uuid
from typing import Any

NOTICED = "De gordijnen zijn al weken dicht, een-geheim-woord."


def worry_fields(**other: Any) -> dict[str, Any]:
    """The fields of the form, but for what is given."""
    return {
        "submission": str(uuid.uuid4()), "noticed": NOTICED, "relation": "neighbour", "age_group": "older",
        "person": "Mevrouw Voorbeeld", "children": "no", "knows": "no", "wanted": "Ga eens langs.", "may_tell": "after",
        "theme": "veilig", "answer_by": "page",
    } | other  # fmt: skip
