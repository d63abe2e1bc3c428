"""The files of a pack as a JSON Schema, for editors that complete and check TOML."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from smcheck.pack.models import FigureSet, PackFile
from smcheck.pack.texts import Texts

_LIMITS = {"ge": "minimum", "le": "maximum"}
"""Limits that pydantic sets on whole numbers and decimals together are given in its own words."""


class _Toml(GenerateJsonSchema):
    """Numbers as TOML has them: a decimal is a number and never a text."""

    def decimal_schema(self, schema: Any) -> dict[str, Any]:
        """The JSON Schema of an exact decimal."""
        found: dict[str, Any] = {"type": "number"}
        self.update_with_validations(found, schema, self.ValidationsMapping.numeric)
        return found


def pack_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an object with the contents of a pack's files.

    ``pack`` is ``pack.toml``, ``texts`` a language's file such as ``de.toml``, ``figures`` a figure set's;
    each is a definition of its own under ``$defs``, named ``PackFile``, ``Texts`` and ``FigureSet``.
    References between ids, and between files, are beyond a schema: ``smcheck lint`` checks them.
    """
    models: dict[str, type[BaseModel]] = {"pack": PackFile, "texts": Texts, "figures": FigureSet}
    places, definitions = models_json_schema(
        [(model, "validation") for model in models.values()], schema_generator=_Toml
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "smcheck pack",
        "description": "The files of a pack: pack.toml, a language's texts, a figure set.",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: places[model, "validation"] for key, model in models.items()},
        "$defs": _as_toml(definitions["$defs"]),
    }


def _as_toml(schema: Any) -> Any:
    """The schema with what TOML has: no null, one kind of number, and limits where they are checked."""
    if isinstance(schema, list):
        return [_as_toml(entry) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    if "anyOf" in schema:
        schema = _merge(schema)
    found = {key: _as_toml(value) for key, value in schema.items() if (key, value) != ("default", None)}
    if "patternProperties" in found:  # an id that is none is refused, as all unknown keys are
        found["additionalProperties"] = False
    return found


def _merge(schema: dict[str, Any]) -> dict[str, Any]:
    """One kind in place of a choice: a whole number is a number, and null is a key left out."""
    kinds = [kind for kind in schema["anyOf"] if kind.get("type") != "null"]
    rest = {_LIMITS.get(key, key): value for key, value in schema.items() if key != "anyOf"}
    return {**kinds[-1], **rest}
