"""A report measured against any survey, whatever it has no figures for, in every format."""

import pytest

from smcheck.report.formats.registry import FORMATS, Format
from smcheck.report.make import make_report
from support.builders import PACK
from support.reports import case_named


@pytest.mark.sample(12)
@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
@pytest.mark.parametrize("figures", PACK.figure_sets)
def test_every_survey_can_be_reported(figures: str, format_: Format) -> None:
    """Sections without figures have no band, and the report is made and read back."""
    for name in ("full", "nobody knows"):
        assert make_report(case_named(name, "de", figures), format_)
