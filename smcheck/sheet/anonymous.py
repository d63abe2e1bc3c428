"""A sheet without what could tell whose it is."""

from dataclasses import replace
from types import MappingProxyType

from smcheck.sheet.sheet import Sheet


def anonymise(sheet: Sheet) -> Sheet:
    """The same answers without organisation, respondent, role, an id, and all that was typed freely.

    Sector, country and size stay, since the result is measured with them, and so do the dates.
    """
    profile = {field: value for field, value in sheet.profile.items() if field != "role"}
    return replace(
        sheet,
        id="",
        organisation="",
        respondent="",
        profile=MappingProxyType(profile),
        notes=MappingProxyType({}),
        summary=None,
        comments=MappingProxyType({}),
        unread=MappingProxyType({}),
    )
