"""Dataclasses and named tuples as plain values, as JSON has them, and back.

The annotations of a class say what its fields must be, so a file that somebody altered brings a TypeError or a
ValueError, never an object that is not what it says.
"""

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints


def to_plain(value: Any) -> Any:
    """The value with a list for every dataclass and every tuple, and an enumeration's value for its member."""
    if is_dataclass(value):
        return [to_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value


def from_plain(kind: Any, value: Any) -> Any:
    """The value of type `kind` that `to_plain` turned into `value`. Raises TypeError or ValueError if it is none."""
    if isinstance(kind, UnionType):
        return None if value is None and NoneType in get_args(kind) else from_plain(get_args(kind)[0], value)
    if get_origin(kind) is tuple:
        first, *rest = get_args(kind)
        kinds = [first] * len(value) if rest == [...] else [first, *rest]
        return tuple(from_plain(part, item) for part, item in zip(kinds, value, strict=True))
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return kind(*(from_plain(part, item) for part, item in zip(_hints(kind), value, strict=True)))
    if issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is no {kind.__name__}")
    return value


@cache
def _hints(kind: Any) -> tuple[Any, ...]:
    """The types of a class's fields, in order."""
    return tuple(get_type_hints(kind).values())
