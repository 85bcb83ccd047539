"""No file imports what imports it, by whatever way round. The contracts in pyproject.toml say what may import what."""

import grimp
import pytest

PACKAGES = ("portal", "home", "services", "questions")


def circles_in(graph: grimp.ImportGraph) -> list[list[str]]:
    """The groups of modules of which each imports, directly or not, every other one (Tarjan's algorithm)."""
    found: list[list[str]] = []
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_modules: list[str] = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        open_modules.append(module)
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            if imported not in number:
                visit(imported)
                lowest[module] = min(lowest[module], lowest[imported])
            elif imported in open_modules:
                lowest[module] = min(lowest[module], number[imported])
        if lowest[module] == number[module]:
            place = open_modules.index(module)
            group = sorted(open_modules[place:])
            del open_modules[place:]
            if len(group) > 1:
                found.append(group)

    for module in sorted(graph.modules):
        if module not in number:
            visit(module)
    return found


@pytest.mark.once
def test_no_files_import_each_other_in_a_circle_inside_functions_and_for_types_neither() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    assert len(graph.modules) > 500
    assert circles_in(graph) == []


def test_a_circle_of_three_files_is_found() -> None:
    graph = grimp.ImportGraph()
    for importer, imported in [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")]:
        for module in (importer, imported):
            graph.add_module(module)
        graph.add_import(importer=importer, imported=imported)
    assert circles_in(graph) == [["a", "b", "c"]]
