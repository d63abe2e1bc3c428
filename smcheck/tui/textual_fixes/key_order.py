"""Keys, pastes and presses of the mouse take effect in the order in which they were made.

Fault: Textual tries priority bindings as soon as a key comes in, while earlier keys, and the messages that
these have caused, are still on their way through the widgets, so Enter closes a field before it has its
text, and an arrow leaves a question before the mark is on it; and it drops keys for a page that is still
being made.

Upstream: https://github.com/Textualize/textual/issues/6605, for keys within one field, with
https://github.com/Textualize/textual/pull/6631.

Remove when: Textual handles one key to its end before it looks at the next, pages that it opens included.
"""

from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from functools import partial

from textual import events
from textual.dom import DOMNode
from textual.message_pump import MessagePump

from smcheck.tui.textual_fixes.clicks import ClicksTogether

Ordered = events.Key | events.Paste | events.MouseDown | events.MouseUp
"""What waits for its turn; the pointer and the wheel do not."""


class KeyOrder(ClicksTogether):
    """An app with a queue of keys, pastes and presses: one is delivered when the one before it is handled."""

    def __init__(self) -> None:
        super().__init__()
        self._queue: deque[events.Event | Callable[[], None]] = deque()
        """What waits until the key before it has been handled."""
        self._busy = False
        """Whether a key is being handled, after which the next one is delivered."""

    async def on_event(self, event: events.Event) -> None:
        """Queue what is ordered; take no input any more where the app is closing."""
        if isinstance(event, events.InputEvent | events.Paste) and not self._open:
            return
        if isinstance(event, events.Key) and event.is_forwarded and not self._page_is_ready:
            # A click has opened the next page while the key was on its way: it is for that one.
            self._queue.appendleft(events.Key(event.key, event.character))
            self._start()
            return
        if not isinstance(event, Ordered) or event.is_forwarded:
            await super().on_event(event)
            return
        self._queue.append(event)
        if not self._busy:
            await self._deliver()

    def call_after_keys(self, action: Callable[[], None]) -> None:
        """Call something once all keys that were pressed before now have been handled."""
        self._queue.append(action)
        self._start()

    def _start(self) -> None:
        """Deliver what is first in the queue soon, or after the key that is being handled."""
        if not self._busy:
            self._watch(self._target)

    async def _deliver(self) -> None:
        """Deliver what is first in the queue, once the page in front is ready for it."""
        if not self._page_is_ready:
            self._watch(self.screen)
            return
        event = self._queue.popleft()
        target = self._target
        if not isinstance(event, events.Event):
            event()
            self._watch(self._target)
            return
        await super().on_event(event)
        if isinstance(event, events.MouseEvent):
            target = self._mouse_down_widget or target
        self._watch(target if event.is_forwarded else self._target)

    @property
    def _open(self) -> bool:
        """Whether there is a page, and the app is not told to close it."""
        return bool(self.screen_stack) and self.screen.is_attached

    @property
    def _page_is_ready(self) -> bool:
        """Whether the page in front has its parts, without which it can do nothing."""
        return self.screen.is_mounted

    @property
    def _target(self) -> DOMNode:
        """Where a key goes now."""
        if not self._open:
            return self
        return self.focused or self.screen

    def _watch(self, target: DOMNode, *, again: bool = False) -> None:
        """Go on when all is handled that a key has caused at its target and on its way up to the app.

        The first time round that is the key itself, the second time what it has called for.
        """
        self._busy = True
        above = [pump for pump in target.ancestors_with_self if pump is not self]
        self._go_up(iter(above), partial(self._deliver_next, target, again=again))

    def _go_up(self, way: Iterator[MessagePump], then: Callable[[], Awaitable[None]]) -> None:
        """Wait behind the key at each on its way, at last at the app; what is being closed is passed by."""
        for pump in way:
            if pump.call_later(self._go_up, way, then):
                return
        self.call_later(then)

    async def _deliver_next(self, target: DOMNode, *, again: bool) -> None:
        # The key may have opened a page or moved the focus: that must be ready for the next one, too.
        if not again:
            self._watch(target, again=True)
        elif self._target is not target:
            self._watch(self._target, again=True)
        elif self._queue and self._open:
            await self._deliver()
        else:
            self._busy = False
