"""The pixels of a PNG, unpacked to be counted and not to be kept (ISO/IEC 15948, clauses 7 to 10)."""

from dataclasses import dataclass
from zlib import MAX_WBITS, decompressobj, error

from casecheck.parse.pictures.header import CUT_SHORT, DAMAGED

ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
LAST_FILTER = 4  # each row begins with the number of its filter
SLICE = 4_096  # bytes unpacked at a time: at most 1,032 times as many come out
MAX_UNPACKED = 100_000_000  # bytes; what comes behind is taken to be whole


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture or one frame of an animation: its size in pixels and the contents of its chunks, in order."""

    width: int
    height: int
    contents: list[memoryview]


def fault(frames: list[Frame], bits: int, interlaced: bool) -> str:
    """What is wrong with the pixels of frames, of so many bits each, if anything."""
    left = MAX_UNPACKED
    for frame in frames:
        passes = _passes(frame, bits, interlaced)
        left -= sum(rows * stride for rows, stride in passes)
        if left < 0:
            break
        found = _fault(b"".join(frame.contents), passes)
        if found:
            return found
    return ""


def _fault(packed: bytes, passes: list[tuple[int, int]]) -> str:
    """What is wrong with the packed pixels of a frame. The checksum over all of them does not matter to browsers."""
    if packed[:2] and (packed[0] & 15 != 8 or int.from_bytes(packed[:2], "big") % 31):
        return DAMAGED
    rows = _Rows(passes)
    unpack = decompressobj(-MAX_WBITS)
    try:
        for at in range(2, len(packed), SLICE):
            if not rows.add(unpack.decompress(packed[at : at + SLICE])):
                return DAMAGED
            if rows.complete:
                return "" if unpack.eof or at + SLICE < len(packed) else CUT_SHORT
    except error:
        return DAMAGED
    return CUT_SHORT


def _passes(frame: Frame, bits: int, interlaced: bool) -> list[tuple[int, int]]:
    """How many rows of how many bytes, filter included, each pass over a frame takes."""
    starts_and_steps = ADAM7 if interlaced else ((0, 0, 1, 1),)
    sizes = (
        (-((left - frame.width) // across), -((top - frame.height) // down))
        for left, top, across, down in starts_and_steps
    )
    return [(rows, 1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns > 0 and rows > 0]


class _Rows:
    """The rows of a frame, as far as they have come."""

    def __init__(self, passes: list[tuple[int, int]]) -> None:
        self._passes = passes[::-1]
        self._done = 0  # bytes of the pass that is under way

    @property
    def complete(self) -> bool:
        return not self._passes

    def add(self, unpacked: bytes) -> bool:
        """Whether the rows that begin in these bytes have filters that exist."""
        at = 0
        while at < len(unpacked) and self._passes:
            rows, stride = self._passes[-1]
            part = unpacked[at : at + rows * stride - self._done]
            if max(part[-self._done % stride :: stride], default=0) > LAST_FILTER:
                return False
            at += len(part)
            self._done += len(part)
            if self._done == rows * stride:
                self._passes.pop()
                self._done = 0
        return True
