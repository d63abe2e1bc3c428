"""What a value in a pack's file should have been, in words: pydantic says it in English only."""

from collections.abc import Callable, Mapping
from typing import Any

from smcheck.words.language import _, n_

_Limit = Mapping[str, Any]


def expected(detail: Mapping[str, Any]) -> str:
    """What pydantic expected, by the kind of its finding.

    Args:
        detail: one of the findings of ``ValidationError.errors()``.

    Returns:
        A phrase such as “a whole number”; pydantic's own sentence for a kind that has none here.
    """
    if detail["loc"][-1:] == ("int",) and detail["type"].startswith("int_"):
        return _("a number with at most 6 decimals")  # where both kinds of numbers are taken
    phrase = _PHRASES.get(detail["type"])
    return phrase(detail.get("ctx", {})) if phrase else str(detail["msg"])


def _named(says: Callable[[], str]) -> Callable[[_Limit], str]:
    return lambda _limit: says()


_PHRASES: dict[str, Callable[[_Limit], str]] = {
    **dict.fromkeys(("string_type", "string_sub_type"), _named(lambda: _("a text in quotes"))),
    **dict.fromkeys(("int_type", "int_from_float", "int_parsing"), _named(lambda: _("a whole number"))),
    **dict.fromkeys(("decimal_type", "decimal_parsing", "is_instance_of"), _named(lambda: _("a number"))),
    "finite_number": _named(lambda: _("a number")),
    "int_parsing_size": _named(lambda: _("a smaller number")),
    "bool_type": _named(lambda: _("true or false, without quotes")),
    "date_type": _named(lambda: _("a day such as 2026-11-22, without quotes")),
    **dict.fromkeys(("tuple_type", "list_type"), _named(lambda: _("a list in square brackets"))),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), _named(lambda: _("a table"))),
    "greater_than_equal": lambda limit: _("at least {n}").format(n=limit["ge"]),
    "less_than_equal": lambda limit: _("at most {n}").format(n=limit["le"]),
    "decimal_max_digits": lambda limit: _("at most {n} digits").format(n=limit["max_digits"]),
    "decimal_max_places": lambda limit: _("at most {n} decimals").format(n=limit["decimal_places"]),
    "string_too_long": lambda limit: _("at most {n} characters").format(n=limit["max_length"]),
    "string_too_short": _named(lambda: _("a text that is not empty")),
    "too_short": lambda limit: n_("at least one entry", "at least {n} entries", limit["min_length"]).format(
        n=limit["min_length"]
    ),
    "string_pattern_mismatch": lambda limit: _("a text of the form {form}").format(form=limit["pattern"]),
}
