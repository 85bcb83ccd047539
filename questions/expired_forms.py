"""How a view shows a form again, filled in, when the token that came with it was forged or missing."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

View = Callable[..., HttpResponse]


def refilled_by(refill: View) -> Callable[[View], View]:
    """Decorates a view: `refill` takes the same arguments and shows what was typed. It must commit nothing.

    Stands above every other decorator, since it is looked up on what the address leads to.
    """

    def decorate(view: View) -> View:
        view.refill = refill  # type: ignore[attr-defined]
        return view

    return decorate


def refill_of(view: Any) -> View | None:
    """Returns the function that shows the form of this view again; None when the view has none."""
    refill: View | None = getattr(view, "refill", None)
    return refill
