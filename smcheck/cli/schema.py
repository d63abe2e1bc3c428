"""``smcheck schema``: for authors of other programs."""

import argparse

from smcheck.cli.context import pack_from
from smcheck.words.exchange import json_text


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    if options.of == "sheet":
        from smcheck.sheet.schema import sheet_schema

        schema = sheet_schema(pack_from(options))
    elif options.of == "result":
        from smcheck.report.result_schema import result_schema

        schema = result_schema()
    else:
        from smcheck.pack.schema import pack_schema

        schema = pack_schema()
    print(json_text(schema, indent=2))
    return 0
