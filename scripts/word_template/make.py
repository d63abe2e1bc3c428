"""Writes the Word template that smcheck draws its report in: ``python scripts/word_template/make.py [FILE]``.

The parts beside this file are what the template is made of; its styles are rows of a table in ``styles.py``.
The same parts always give the same file.
"""

import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from styles import styles_xml

HERE = Path(__file__).resolve().parent
TEMPLATE = HERE.parents[1] / "smcheck" / "report" / "formats" / "word" / "report.docx"
HEADER = "word/header1.xml"
FIRST_HEADER = "word/header2.xml"
"""Word wants a part of its own for the head of page one, though it is the same."""


def template() -> bytes:
    """The bytes of the template."""
    root = HERE / "parts"
    parts = {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }
    parts[FIRST_HEADER] = parts[HEADER]
    parts["word/styles.xml"] = styles_xml().encode()
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in sorted(parts):
            archive.writestr(ZipInfo(name), parts[name], ZIP_DEFLATED)
    return file.getvalue()


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else TEMPLATE
    target.write_bytes(template())
    print(target, file=sys.stderr)
