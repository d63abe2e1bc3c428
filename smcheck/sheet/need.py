"""Whether a need of the pack is one for this sheet, as far as its answers say."""

from typing import Literal

from smcheck.pack import Need, Pack
from smcheck.sheet.sheet import Sheet

NeedState = Literal["open", "possible", "closed"]
"""``open``: it is a need; ``closed``: it is none; ``possible``: an answer is missing or unknown."""


def need_state(pack: Pack, sheet: Sheet, need: Need) -> NeedState:
    """The state of a need, from the answers to its item and to whether that is in hand."""
    in_hand = pack.in_hand.get(need.item)
    return need_state_from(sheet.answer(need.item), sheet.answer(in_hand) if in_hand else "no")


def need_state_from(answer: str | None, in_hand: str | None) -> NeedState:
    """The state of a need whose item and whose being in hand were answered so.

    A goal is a need when it is pursued, a challenge when it is faced and not in hand.

    Args:
        answer: the answer to the need's item.
        in_hand: the answer to whether it is in hand; ``no`` where that is never asked.
    """
    if answer in {"no", "na"} or in_hand == "yes":
        return "closed"
    return "open" if answer == "yes" and in_hand == "no" else "possible"
