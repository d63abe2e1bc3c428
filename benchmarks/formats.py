"""The formats of reports that are measured, and what each is made and read back with."""

LIBRARIES = {
    "docx": "docxtpl",
    "pptx": "pptx",
    "pdf": "typst, pypdf",
    "html": "jinja2",
    "xlsx": "xlsxwriter, openpyxl",
    "csv": "csv",
}
"""The libraries of a report, beside pydantic, by the ending of its file."""
