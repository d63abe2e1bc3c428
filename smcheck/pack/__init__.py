"""What can be asked: a pack's structure, texts and figures, read and checked."""

from smcheck.pack.difference import Difference, differences
from smcheck.pack.loading import Pack, default_folder, load_pack, restore_pack
from smcheck.pack.models import (
    FEWEST_ITEMS,
    Figure,
    FigureSet,
    Item,
    Need,
    OtherFigure,
    Question,
    Rule,
    Section,
    Source,
)
from smcheck.pack.texts import Texts

__all__ = [
    "FEWEST_ITEMS",
    "Difference",
    "Figure",
    "FigureSet",
    "Item",
    "Need",
    "OtherFigure",
    "Pack",
    "Question",
    "Rule",
    "Section",
    "Source",
    "Texts",
    "default_folder",
    "differences",
    "load_pack",
    "restore_pack",
]
