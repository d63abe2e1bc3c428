"""The Jinja that templates may use: placeholders, ``if`` and ``for``, in a sandbox."""

from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape


def environment() -> ImmutableSandboxedEnvironment:
    """An environment in which texts are never markup, and what is not there is an error."""
    return ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_as_typed)


def _as_typed(value: Any) -> Any:
    """A text in which neither Word nor docxtpl finds markup; the latter replaces braces such as ``{_{``."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped
    return value
