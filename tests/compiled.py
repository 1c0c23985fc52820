"""Templates compiled once for a whole run of tests: every house at a table compiles the same ones.

The code of a template depends on its words alone; that it can be compiled and filled is looked at
anew for each house.
"""

from types import CodeType
from typing import Any

from jinja2 import Environment

_compile = Environment.compile
_known: dict[tuple[object, ...], CodeType] = {}


def once(self: Environment, source: Any, *more: Any, **options: Any) -> Any:
    """What jinja2 would compile, from memory where these words came before."""
    key = (type(self), self.autoescape, source, *more, *sorted(options.items()))
    if not isinstance(source, str):
        return _compile(self, source, *more, **options)
    if key not in _known:
        _known[key] = _compile(self, source, *more, **options)
    return _known[key]


Environment.compile = once
