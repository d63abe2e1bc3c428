"""What the pictures and tables show, in words for whoever cannot see them."""

from smcheck.report.document.model import CountBand, Item, Matrix, ScoreBand
from smcheck.words.language import _
from smcheck.words.numbers import count_words, range_words


def score_description(band: ScoreBand) -> str:
    """What a score's band shows."""
    if band.score is None:
        return _("Band from 0 to 100, {label}: {instead}").format(label=band.label, instead=band.instead)
    text = _("Band from 0 to 100, {label}: you {own}, the surveyed companies {theirs}.")
    return text.format(label=band.label, own=range_words(*band.score), theirs=band.theirs)


def count_description(band: CountBand) -> str:
    """What a count's cells show; there are none where the survey's figures compare with nothing."""
    if not band.states:
        return f"{band.label}: {_('no comparison')}"
    low, unknown = band.states.count("yes"), band.states.count("unknown")
    own = count_words(low, low + unknown, len(band.states))
    if band.mark is None:
        text = _("Band of cells, {label}: you {own}, no figure of the surveyed companies.")
    else:
        text = _("Band of cells, {label}: you {own}, the surveyed companies {theirs} on average.")
    return text.format(label=band.label, own=own, theirs=band.theirs)


def difference_description(item: Item) -> str:
    """What a bar of a difference shows."""
    if item.gap is None:
        return _("No bar, {label}: {answer}").format(label=item.label, answer=item.answer)
    text = _("Bar from −100 to +100, {label}: {gap} in points, as against the surveyed companies.")
    return text.format(label=item.label, gap=gap_words(item))


def gap_words(item: Item) -> str:
    """An item's gap, which it must have, or from where to where it may be."""
    low, high = item.gap_texts[0], item.gap_texts[-1]
    return _("{low} to {high}").format(low=low, high=high) if len(item.gap_texts) > 1 else low


def beside_label(item: Item) -> str:
    """What stands small beside an item's label: where “no” is favourable, and that an answer came late."""
    return "".join(f"  {part}" for part in (item.note, item.changed) if part)


def share_description(item: Item) -> str:
    """What a bar of a share shows."""
    text = _("Bar from 0 to 100, {label}: {percent} of the surveyed companies say yes.")
    return text.format(label=item.label, percent=item.theirs)


def matrix_description(matrix: Matrix) -> str:
    """Each department's part in each need, as sentences."""
    names = [name for _short, name in matrix.needs]
    rows = []
    for row in matrix.rows:
        parts = [
            f"{name}: {part.meaning}" for name, part in zip(names, row.parts, strict=True) if part.charge
        ]
        if parts:
            rows.append(f"{row.label} – {'; '.join(parts)}.")
    return " ".join(rows)
