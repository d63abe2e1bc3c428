"""Messages that come late, as on a machine with too much to do."""

import asyncio
import random

import pytest
from textual.message import Message
from textual.message_pump import MessagePump


def come_late(
    monkeypatch: pytest.MonkeyPatch,
    chance: random.Random,
    share: float = 0.1,
    longest: float = 0.02,
    who: type[MessagePump] | tuple[type[MessagePump], ...] = MessagePump,
) -> None:
    """Let widgets turn to some of their messages late.

    Args:
        monkeypatch: takes it back.
        chance: what decides.
        share: 0..1, how many messages.
        longest: seconds.
        who: whose messages.
    """
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 1 / 60)  # seconds until a page is laid out, as it is
    on_time = MessagePump._dispatch_message

    async def late(pump: MessagePump, message: Message) -> None:
        if isinstance(pump, who) and chance.random() < share:
            await asyncio.sleep(chance.random() * longest)
        await on_time(pump, message)

    monkeypatch.setattr(MessagePump, "_dispatch_message", late)
