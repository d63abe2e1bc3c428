"""Keys take effect in the order in which they were pressed."""

from collections import deque
from collections.abc import Callable

from textual import events, on
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump


class Followed(Message):
    """Goes the way of a key right behind it, and is at the app when the key has been dealt with.

    Args:
        target: where the way begins.
    """

    def __init__(self, target: MessagePump) -> None:
        super().__init__()
        self.target = target


class KeyOrder(App[None]):
    """An app in which no key overtakes another.

    Textual tries priority bindings as soon as a key comes in, while earlier keys are still on their way
    through the widgets. Typed ahead, or pasted with its line end, Enter would close a field before
    it has its text, and an arrow would leave a question before the digit has marked its row.
    """

    def __init__(self) -> None:
        super().__init__()
        self._pressed: deque[events.Event | Callable[[], None]] = deque()
        """What waits until the key before it has been dealt with."""
        self._followed: MessagePump | None = None
        """Where the way of the present key began; none where no key is under way."""

    async def on_event(self, event: events.Event) -> None:
        """Hold a key back as long as another is under way; take nothing more where the app is closing."""
        if isinstance(event, events.InputEvent | events.Paste) and not self._open:
            return
        if isinstance(event, events.Key) and event.is_forwarded and not self._whole:
            # On its way through a page it has been overtaken by what opens the next one: it is for that one.
            self._pressed.appendleft(events.Key(event.key, event.character))
            self._go_on()
            return
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._pressed.append(event)
        if not self._under_way:
            await self._deliver()

    def in_turn(self, act: Callable[[], None]) -> None:
        """Do something as if a key for it had been pressed now."""
        self._pressed.append(act)
        self._go_on()

    def _go_on(self) -> None:
        """Deliver what waits once what is under way has been dealt with, or soon."""
        if not self._under_way:
            self._follow(self._target)

    async def _deliver(self) -> None:
        if not self._whole:
            self._follow(self.screen)
            return
        event = self._pressed.popleft()
        target = self._target
        if not isinstance(event, events.Event):
            event()
            self._follow(self._target)
            return
        await super().on_event(event)
        self._follow(target if event.is_forwarded else self._target)

    @property
    def _under_way(self) -> bool:
        """Whether a key is being dealt with, after which the next one is delivered."""
        return self._followed is not None and self._followed.is_running

    @property
    def _open(self) -> bool:
        """Whether there is a page, and the app is not told to close it."""
        return bool(self.screen_stack) and self.screen.is_attached

    @property
    def _whole(self) -> bool:
        """Whether the page in front has its parts, without which it can do nothing."""
        return self.screen.is_mounted

    @property
    def _target(self) -> MessagePump:
        if not self._open:
            return self
        return self.focused or self.screen

    def _follow(self, target: MessagePump) -> None:
        # A widget that is just being closed takes nothing any more; from the app the way starts anew.
        self._followed = target if target.post_message(Followed(target)) else self
        if self._followed is self:
            self.post_message(Followed(self))

    @on(Followed)
    async def _arrived(self, message: Followed) -> None:
        # What the key has opened, or the field it has gone to, must be ready for the next one.
        if self._target is not message.target:
            self._follow(self._target)
        elif self._pressed and self._open:
            await self._deliver()
        else:
            self._followed = None
