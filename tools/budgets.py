"""What tires a reader is the longest function and the largest file, so the budgets are on the tail.

Errors for code; `wording.py`, data and migrations are exempt: prose is never split to please a
counter. A view is a function that takes a `request` first, in a `views.py` or a `views` package.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path("src/beside")
FUNCTION, VIEW, MODULE, TEMPLATE = 40, 20, 300, 120
EXEMPT_NAMES = {"wording.py"}
EXEMPT_FOLDERS = {"migrations", "collected"}
BANNED = {"utils", "helpers", "services", "common", "manager", "base", "data"}


def complaints(source: Path = SOURCE) -> Iterator[str]:
    """Yield a line for everything under *source* that is too long or has an empty name."""
    for path in sorted(source.rglob("*")):
        if EXEMPT_FOLDERS & set(path.parts):
            continue
        if path.suffix == ".py" or path.is_dir():
            yield from about_the_name(path)
        if path.suffix == ".py":
            yield from about_the_code(path)
        elif path.suffix == ".html":
            yield from about_the_length(path, TEMPLATE, "template")


def about_the_name(path: Path) -> Iterator[str]:
    """Yield a line where the name says nothing about what is inside."""
    if path.stem in BANNED:
        yield f"{path}: the name “{path.stem}” says nothing; name what is inside"


def about_the_length(path: Path, most: int, what: str) -> Iterator[str]:
    """Yield a line where *path* has more than *most* lines."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > most:
        yield f"{path}: a {what} of {lines} lines; {most} at most"


def about_the_code(path: Path) -> Iterator[str]:
    """Yield a line for a long module, and for every long function or view in it."""
    if path.name in EXEMPT_NAMES:
        return
    yield from about_the_length(path, MODULE, "module")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            what, most = ("view", VIEW) if is_view(node, path) else ("function", FUNCTION)
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > most:
                place = f"{path}:{node.lineno}: {node.name}"
                yield f"{place}: a {what} of {lines} lines; {most} at most"


def is_view(node: ast.FunctionDef | ast.AsyncFunctionDef, path: Path) -> bool:
    """Tell whether *node* answers a request."""
    arguments = node.args.posonlyargs + node.args.args
    named = bool(arguments) and arguments[0].arg == "request"
    return named and (path.stem == "views" or path.parent.name == "views")


def main() -> int:
    """Print every complaint; return 1 where there is one."""
    found = list(complaints())
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
