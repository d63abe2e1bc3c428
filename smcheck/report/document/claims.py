"""What a part says as a whole, as a title has room for it."""

LONGEST = 110
"""Characters of a claim."""


def claim(*sentences: str) -> str:
    """The first of the sentences that is short enough, without its full stop; or nothing."""
    found = (sentence.removesuffix(".") for sentence in sentences if sentence)
    return next((sentence for sentence in found if len(sentence) <= LONGEST), "")
