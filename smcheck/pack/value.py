"""Values as the files of a pack hold them: frozen, strict, unknown keys refused.

Whether data fit is found from the annotations here; what does not fit is said by pydantic, from the same
annotations. So a start with a pack that is right, which is every start but an author's, does not wait for
pydantic to load and to build its models: that is longer than all the rest of scoring a sheet.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, dataclass_transform

from smcheck.pack.readers import Limits, Misfit, Reader, reader_of

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

__all__ = ["Field", "Misfit", "Model", "fields_of", "keys_of", "made", "read"]

Value = TypeVar("Value", bound="Model")


def Field(**named: Any) -> Any:  # noqa: N802 - what it says goes to pydantic's function of this name
    """Limits and default of a field, named as pydantic names them."""
    return Limits(**named)


class _Fields:
    """The fields as pydantic knows them, for those who say what does not fit."""

    def __get__(self, _instance: object, owner: "type[Model]") -> "dict[str, FieldInfo]":
        from smcheck.pack.contract import contract

        return contract(owner).model_fields


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Model:
    """The base of all values; who uses them finds pydantic's names."""

    model_fields = _Fields()

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(type(self).model_validate(values).__dict__)

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """The value that tables and lists, as TOML gives them, or other values hold.

        Raises:
            pydantic.ValidationError: they do not fit.
        """
        try:
            return read(cls, data)
        except Misfit:
            from smcheck.pack.contract import checked  # only an author's start waits for it

            return checked(cls, data)

    def model_copy(self, *, update: Mapping[str, Any]) -> Self:
        """The same value with some fields replaced, unchecked."""
        return made(type(self), {**fields_of(self), **update})

    def model_dump(self, *, exclude_none: bool = False) -> dict[str, Any]:
        """The fields; values in them are dictionaries too."""
        return {
            name: _dumped(value, exclude_none=exclude_none)
            for name, value in fields_of(self).items()
            if not (exclude_none and value is None)
        }

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__}.{name} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or type(self) is not type(other):
            return False
        ours, theirs = self.__dict__, other.__dict__
        return all(ours[name] == theirs[name] for name in type(self).__annotations__)

    def __hash__(self) -> int:
        return hash((type(self), *fields_of(self).values()))

    def __repr__(self) -> str:
        fields = ", ".join(f"{name}={value!r}" for name, value in fields_of(self).items())
        return f"{type(self).__name__}({fields})"


def read(model: type[Value], data: object) -> Value:
    """The value that ``data`` hold.

    Raises:
        Misfit: they do not fit, or it takes pydantic to judge.
    """
    if type(data) is model:
        return data
    known = _known(model)
    if type(data) is not dict or not data.keys() <= known.keys():
        raise Misfit
    values = {}
    for key, (name, reader, default) in known.items():
        if key in data:
            values[name] = reader(data[key])
        elif default is None:
            raise Misfit
        else:
            values[name] = default()
    return made(model, values)


def made(model: type[Value], fields: dict[str, Any]) -> Value:
    """A value with these fields, unchecked."""
    value = object.__new__(model)
    value.__dict__.update(fields)
    return value


def fields_of(value: Model) -> dict[str, Any]:
    """The fields alone: what was derived from them and kept is left out."""
    return {name: value.__dict__[name] for name in type(value).__annotations__}


def keys_of(model: type[Model]) -> dict[str, str]:
    """What each field is called in a file."""
    return {name: key for key, (name, _reader, _default) in _known(model).items()}


_Known = tuple[str, Reader, Callable[[], Any] | None]
"""A field: its name, what reads it, and what makes its default, if it has one."""
_KNOWN: dict[type[Model], dict[str, _Known]] = {}


def _known(model: type[Model]) -> dict[str, _Known]:
    """The fields by their keys in a file; found out when they are first needed."""
    known = _KNOWN.get(model)
    if known is None:
        known = _KNOWN[model] = dict(
            _field(model, name, annotation) for name, annotation in model.__annotations__.items()
        )
    return known


def _field(model: type[Model], name: str, annotation: Any) -> tuple[str, _Known]:
    stated = vars(model).get(name, _NOTHING)
    said = [*getattr(annotation, "__metadata__", ()), stated]
    named = {
        key: value for limits in said if isinstance(limits, Limits) for key, value in limits.named.items()
    }
    value = named.get("default", _NOTHING) if isinstance(stated, Limits) or stated is _NOTHING else stated
    default = named.get("default_factory") or (None if value is _NOTHING else lambda: value)
    return named.get("alias", name), (name, reader_of(annotation, _reader), default)


_NOTHING = object()


def _reader(model: type[Model]) -> Reader:
    return lambda data: read(model, data)


def _dumped(value: Any, *, exclude_none: bool) -> Any:
    if isinstance(value, Model):
        return value.model_dump(exclude_none=exclude_none)
    if isinstance(value, tuple):
        return tuple(_dumped(entry, exclude_none=exclude_none) for entry in value)
    if isinstance(value, dict):
        return {key: _dumped(entry, exclude_none=exclude_none) for key, entry in value.items()}
    return value
