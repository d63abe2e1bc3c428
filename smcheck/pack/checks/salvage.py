"""A file that does not fit its model, mended as far as needed to go on checking the rest of it."""

import datetime as dt
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from smcheck.pack.checks.finding import Finding, around
from smcheck.pack.checks.remedies import details_of, location_of, shape_findings
from smcheck.pack.reading import place_of
from smcheck.pack.value import Model
from smcheck.words.fault import nearest

Found = TypeVar("Found", bound=Model)

_ROUNDS = 4
"""A mended table may lack keys, and those may be tables again; no file is nested deeper."""

# What stands in for a value that is missing or wrong. An id has nothing: whatever refers to it would
# become a finding.
_VALUES: dict[str, Any] = {
    "format": 1,
    "version": "0.0.0",
    "dated": dt.date(2000, 1, 1),
    "minutes": 1,
    "percent": 0,
    "year": 2000,
    "publisher": "–",
    "section": "none",
    "source": "none",
    "item": "none.none",
    "link": "https://localhost",
    "links": ["https://localhost"],
}
_TABLES = frozenset(
    {
        *("profile", "sections", "questions", "items", "rules", "arguments", "cautions", "figures"),
        *("options", "sources", "others"),
    }
)
_TEXTS = frozenset(
    {
        *("title", "description", "label", "text", "why", "help", "inline", "short", "count", "more"),
        *("note", "population", "asked", "none"),
    }
)
_NOTHING = object()


@dataclass(frozen=True, slots=True)
class Salvage(Generic[Found]):
    """What became of a file.

    ``model`` is absent where the file is past mending; ``findings`` are what did not fit, and
    ``touched`` the places where something now stands that the author did not write.
    """

    model: Found | None
    findings: tuple[Finding, ...] = ()
    touched: frozenset[str] = frozenset()

    def real(self, finding: Finding) -> bool:
        """Whether a finding is about what the author wrote."""
        return self.touched.isdisjoint(around(finding.place))


def salvage(model: type[Found], data: dict[str, Any], file: str) -> Salvage[Found]:
    """``data`` as a model, whatever is wrong with it."""
    findings: tuple[Finding, ...] | None = None
    touched: set[str] = set()
    mended = deepcopy(data)
    for _round in range(_ROUNDS):
        try:
            found = model.model_validate(mended)
        except ValidationError as failure:
            if findings is None:
                findings = tuple(shape_findings(failure, model, file))
            touched |= _mend(mended, details_of(failure))
        else:
            return Salvage(found, findings or (), frozenset(touched))
    return Salvage(None, findings or ())


def _mend(data: Any, details: list[Any]) -> set[str]:
    """Mend all that pydantic found; the places of it that the author did not write."""
    strange: dict[tuple[object, ...], list[str]] = {}
    for detail in details:
        if detail["type"] == "extra_forbidden":
            strange.setdefault(detail["loc"][:-1], []).append(str(detail["loc"][-1]))
    touched: set[str] = set()
    for detail in details:
        location = location_of(detail)
        holder, key = _holder(data, location[:-1]), location[-1]
        if not isinstance(holder, dict) or not isinstance(key, str):
            continue
        misspelt = nearest(key, strange.get(detail["loc"][:-1], ())) if detail["type"] == "missing" else ""
        if misspelt in holder:
            holder[key] = holder.pop(misspelt)
            continue
        touched.add(place_of(location))
        value = _stand_in(key, detail, holder)
        if value is not _NOTHING:
            holder[key] = value
        elif detail["type"] != "missing":
            holder.pop(key, None)
    return touched


def _holder(data: Any, location: list[Any]) -> Any:
    """What ``location`` leads to, or nothing where an outer place was mended before."""
    for part in location:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _stand_in(key: str, detail: Any, holder: dict[str, Any]) -> Any:
    kind = detail["type"]
    if kind in {"extra_forbidden", "bool_type"} or detail["loc"][-1] == "[key]":
        return _NOTHING
    if key == "kind":
        return "one" if {"options", "options_of"} & holder.keys() else "several"
    if kind in {"dict_type", "model_type"}:
        return {}
    if kind == "missing" and key in _TABLES:
        return {}
    if key in _TEXTS or kind.startswith("string_too"):
        return "–"
    return _VALUES.get(key, _NOTHING)
