"""No test passes because there was nothing to look at: what it walks is written down, or comes out of `some()`."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from tests.some import some

TESTS = Path(settings.HOUSE) / "tests"
# What gives as many as it is given, one at least when there is one at least.
KEEPS = {"dict", "enumerate", "frozenset", "list", "reversed", "set", "sorted", "tuple", "zip"}
KEEPS_OF = {"items", "keys", "values"}


def named(name: str, tree: ast.Module) -> ast.expr | None:
    """Returns what a constant of this module is made of; None when it comes from another module."""
    for line in tree.body:
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.target.id == name:
            return line.value
        if isinstance(line, ast.Assign) and name in {each.id for each in line.targets if isinstance(each, ast.Name)}:
            return line.value
    return None


def surely_something(node: ast.expr, tree: ast.Module) -> bool:
    """Whether this cannot be empty, as far as its own file tells: constants of other modules are believed."""
    match node:
        case ast.Call(func=ast.Name(id="some" | "range")):
            return True
        case ast.Call(func=ast.Name(id=name), args=given) if name in KEEPS:
            return bool(given) and all(surely_something(each, tree) for each in some(given))
        case ast.Call(func=ast.Attribute(value=whole, attr=name)) if name in KEEPS_OF:
            return surely_something(whole, tree)
        case ast.ListComp(generators=[made]) | ast.SetComp(generators=[made]) | ast.DictComp(generators=[made]):
            return not made.ifs and surely_something(made.iter, tree)
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts):
            return any(not isinstance(each, ast.Starred) or surely_something(each.value, tree) for each in parts)
        case ast.Dict(keys=parts):
            return bool(parts)
        case ast.BinOp(left=left, right=right):
            return surely_something(left, tree) or surely_something(right, tree)
        case ast.Subscript(value=whole):
            return surely_something(whole, tree)
        case ast.Constant():
            return True
        case ast.Name(id=name):
            made_of = named(name, tree)
            return name[0].isupper() and (made_of is None or surely_something(made_of, tree))
        case ast.Attribute(attr=name):
            return name.isupper()
    return False


def asserts(loop: ast.For) -> bool:
    """Whether there is an assertion in this loop."""
    return any(isinstance(each, ast.Assert) for each in ast.walk(loop))


def walked(tree: ast.Module) -> Iterator[ast.expr]:
    """What a loop with an assertion in it, or an assertion over all of something, walks, where that may be empty."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For) and asserts(node) and not surely_something(node.iter, tree):
            yield node.iter
        if isinstance(node, ast.Assert):
            yield from (
                made.iter
                for call in ast.walk(node.test)
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "all"
                for argument in call.args
                if isinstance(argument, ast.GeneratorExp | ast.ListComp)
                for made in argument.generators
                if made.ifs or not surely_something(made.iter, tree)
            )


def may_be_empty(source: str) -> list[tuple[int, str]]:
    """The lines of this source that would pass over an empty list."""
    tree = ast.parse(source)
    return [(each.lineno, ast.unparse(each)) for each in walked(tree)]


def test_no_assertion_passes_on_an_empty_list() -> None:
    found = {
        (str(path.relative_to(TESTS)), line, what)
        for path in some(TESTS.rglob("*.py"))
        for line, what in may_be_empty(path.read_text())
    }
    assert found == set()


def test_a_loop_over_what_may_be_empty_is_seen() -> None:
    assert may_be_empty("for each in found:\n    assert each") == [(1, "found")]
    assert may_be_empty("assert all(each.right for each in rows())") == [(1, "rows()")]
    assert may_be_empty("FOUND = [each for each in A if each]\nfor each in FOUND:\n    assert each") == [(2, "FOUND")]
    assert may_be_empty("assert all(each.right for each in LIST if each.seen)") == [(1, "LIST")]


def test_a_loop_over_what_is_written_down_or_looked_at_first_is_well() -> None:
    assert may_be_empty("for each in some(found):\n    assert each") == []
    assert may_be_empty("for name, each in {1: 2}.items():\n    assert each") == []
    assert may_be_empty("for each in sorted(settings.LANGUAGES):\n    assert each") == []
    assert may_be_empty("for each in range(3):\n    assert each") == []
