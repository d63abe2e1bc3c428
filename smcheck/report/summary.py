"""The overview in five sentences, as one says it to somebody who hears it for the first time."""

from smcheck.report.content import Overview
from smcheck.report.labels import capital
from smcheck.words.language import _
from smcheck.words.numbers import range_words


def summary(content: Overview) -> tuple[str, ...]:
    """Headline, score or why there is none, goals, challenges, and what to do first."""
    first = (
        _("What to do first: {step}.").format(step=content.steps[0].title)
        if content.steps
        else content.no_steps
    )
    return (
        content.headline.sentence,
        score_sentence(content),
        content.goals.sentence,
        content.challenges.sentence,
        first,
    )


def score_sentence(content: Overview) -> str:
    """The score beside the surveyed companies; where it is open, how far; where there is none, that."""
    score, words = content.score, content.headline
    if words.verdict == "open":
        return f"{capital(words.detail)}."
    if score.score is not None:
        text = _("Your score is {score} of 100, {theirs}.")
        return text.format(score=range_words(*score.score), theirs=score.theirs[0])
    if words.detail:
        return _("So there is no score. {detail}.").format(detail=capital(words.detail))
    return _("So there is no score: it takes two sections that can be compared.")
