"""The values of a pack as pydantic models: they say what does not fit, and give the JSON Schema."""

from types import UnionType, new_class
from typing import Annotated, Any, ClassVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field

from smcheck.pack.readers import Limits
from smcheck.pack.value import Model, Value, fields_of, keys_of, made


class Contract(BaseModel):
    """The base of all: frozen, strict, unknown keys refused."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    value: ClassVar[type[Model]]
    """Whose contract it is."""


_CONTRACTS: dict[type[Model], type[Contract]] = {}


def contract(model: type[Model]) -> type[Contract]:
    """The pydantic model with the annotations and defaults of ``model``."""
    found = _CONTRACTS.get(model)
    if found is None:
        found = _CONTRACTS[model] = _contract(model)
    return found


def _contract(model: type[Model]) -> type[Contract]:
    contents = {
        "__module__": model.__module__,
        "__doc__": model.__doc__,
        "__annotations__": {name: _told(annotation) for name, annotation in model.__annotations__.items()},
        **{name: _said(vars(model)[name]) for name in model.__annotations__ if name in vars(model)},
        "value": model,
    }
    made_class = new_class(
        model.__name__, (Contract,), exec_body=lambda namespace: namespace.update(contents)
    )
    return cast("type[Contract]", made_class)


def checked(model: type[Value], data: object) -> Value:
    """The value that ``data`` hold, as pydantic judges.

    Raises:
        pydantic.ValidationError: they do not fit.
    """
    return cast("Value", _ours(contract(model).model_validate(_tables(data))))


def _said(value: Any) -> Any:
    return Field(**value.named) if isinstance(value, Limits) else value


def _told(annotation: Any) -> Any:
    """An annotation in pydantic's words."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return contract(annotation)
    if origin is Annotated:
        return Annotated[(_told(parts[0]), *map(_said, parts[1:]))]
    if origin is tuple:
        return tuple.__class_getitem__((_told(parts[0]), ...))
    if origin is dict:
        return dict.__class_getitem__((_told(parts[0]), _told(parts[1])))
    if origin in {Union, UnionType}:
        return Union[tuple(map(_told, parts))]  # noqa: UP007 - how many parts there are is not known before
    return annotation


def _tables(data: Any) -> Any:
    """``data`` with every value of ours as the table that it was read from."""
    if isinstance(data, Model):
        keys = keys_of(type(data))
        return {keys[name]: _tables(value) for name, value in fields_of(data).items() if value is not None}
    if isinstance(data, list | tuple):
        return [_tables(entry) for entry in data]
    if isinstance(data, dict):
        return {key: _tables(value) for key, value in data.items()}
    return data


def _ours(data: Any) -> Any:
    """What pydantic gave, with every model of its as our value."""
    if isinstance(data, Contract):
        return made(data.value, {name: _ours(value) for name, value in data.__dict__.items()})
    if isinstance(data, tuple):
        return tuple(map(_ours, data))
    if isinstance(data, dict):
        return {key: _ours(value) for key, value in data.items()}
    return data
