"""What was made once and may be wanted again."""

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import TypeVar, TypeVarTuple, cast

_Arguments = TypeVarTuple("_Arguments")
_Made = TypeVar("_Made")

_LARGEST = 24
"""Parts of the largest thing that is kept: larger ones hardly ever come again, and fill the memory."""


def kept(
    number: int, size: Callable[..., int]
) -> Callable[[Callable[[*_Arguments], _Made]], Callable[[*_Arguments], _Made]]:
    """Keep what a function gave for its last arguments, where they are small.

    Args:
        number: of results that are kept at most.
        size: the number of parts in the function's arguments.
    """

    def keep(make: Callable[[*_Arguments], _Made]) -> Callable[[*_Arguments], _Made]:
        again = cast(Callable[[*_Arguments], _Made], lru_cache(number)(make))

        def made(*arguments: *_Arguments) -> _Made:
            return (make if size(*arguments) > _LARGEST else again)(*arguments)

        return update_wrapper(made, make)

    return keep
