"""The house as the tests read it: its modules, what they import, its functions and its pages."""

import ast
import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.urls import URLPattern, get_resolver

ROOT = settings.BASE_DIR
APPS = ("festival", "submissions")


@cache
def modules() -> dict[str, Path]:
    """Return the files of both apps by dotted name, migrations left out."""
    found = {}
    for app in APPS:
        for path in sorted((ROOT / app).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            if "migrations" not in parts:
                found[".".join(parts).removesuffix(".__init__")] = path
    return found


@cache
def tree(name: str) -> ast.Module:
    return ast.parse(modules()[name].read_text())


@cache
def imports(name: str) -> frozenset[str]:
    """Return what `name` imports of our own, as modules, lazy imports included."""
    known, found = modules(), set()
    for node in ast.walk(tree(name)):
        for target in _targets(name, node):
            while target and target not in known:
                target = target.rpartition(".")[0]
            if target:
                found.add(target)
    return frozenset(found - {name})


def _targets(name: str, node) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    base = node.module or ""
    if node.level:
        package = name if modules()[name].name == "__init__.py" else name.rpartition(".")[0]
        for _step in range(node.level - 1):
            package = package.rpartition(".")[0]
        base = f"{package}.{base}".strip(".")
    return [f"{base}.{alias.name}" for alias in node.names]


def slice_of(name: str) -> tuple[str, str]:
    """Return app and slice; a module that belongs to no slice has the slice ""."""
    app, _dot, rest = name.partition(".")
    first = rest.partition(".")[0]
    return app, first if f"{app}.{first}" in _packages() else ""


@cache
def _packages() -> frozenset[str]:
    return frozenset(
        name
        for name, path in modules().items()
        if path.name == "__init__.py" and name.count(".") == 1
    )


def functions(name: str) -> list[ast.FunctionDef]:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree(name)) if isinstance(node, kinds)]


def length(node) -> int:
    """Return the lines from `def` to the end, docstring included, decorators not."""
    return node.end_lineno - node.lineno + 1


def routes() -> list[tuple[str, URLPattern]]:
    """Return every (address pattern, route) of the site, in the order in which they are tried."""
    return list(_walk(get_resolver().url_patterns, ""))


def _walk(patterns, before):
    for pattern in patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield address, pattern
        else:
            yield from _walk(pattern.url_patterns, address)


def written(view):
    """Return the function that somebody wrote, without the doors around it."""
    while hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return view


@cache
def views() -> dict[str, ast.FunctionDef]:
    """Return the definition of every view of ours that has an address, by dotted name."""
    found = {}
    for _address, route in routes():
        view = written(route.callback)
        if view.__module__ in modules() and view.__qualname__.isidentifier():
            for node in functions(view.__module__):
                if node.name == view.__name__:
                    found[f"{view.__module__}.{node.name}"] = node
    return found


def pages() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


_NOT_TEXT = re.compile(
    r"{%\s*(comment|blocktranslate|blocktrans)\b.*?{%\s*end\1\s*%}|{#.*?#}"
    r"|{%\s*block body_?class.*?endblock|{%.*?%}|{{.*?}}"
    r"|<style.*?</style>|<!--.*?-->|<!doctype[^>]*>",
    re.S | re.I,
)
_READ_ALOUD = re.compile(r"""\b(?:alt|title|placeholder|aria-label)\s*=\s*["']([^"']*)["']""")


def bare_words(template: str) -> list[str]:
    """Return words that people would read and that no translation tag holds."""
    text = _NOT_TEXT.sub(" ", template)
    spoken = _READ_ALOUD.findall(text)
    shown = re.sub(r"<[^>]*>", "\n", text)
    return re.findall(r"[^\W\d_]{2,}", " ".join(spoken) + "\n" + shown)


def chains(start: str, within: str) -> dict[str, list[str]]:
    """Return the way of imports from `start` to every module that it reaches inside `within`."""
    ways, todo = {start: [start]}, [start]
    while todo:
        here = todo.pop(0)
        for there in sorted(imports(here)):
            if there not in ways and there.startswith(f"{within}."):
                ways[there] = [*ways[here], there]
                todo.append(there)
    return ways


def as_text(way: list[str]) -> str:
    assert all(there in imports(here) for here, there in pairwise(way))
    return " → ".join(way)
