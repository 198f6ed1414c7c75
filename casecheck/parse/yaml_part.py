"""One key of a front matter block with all that is written behind it, before anything of it is understood."""

from dataclasses import dataclass

from casecheck.source import Span

# How a key and its value are parted; the last one is known to be a key only by its name.
PLAIN, FULL_WIDTH, TIGHT, EQUALS, DAMAGED = "plain", "full-width", "tight", "equals", "damaged"


@dataclass(frozen=True, slots=True)
class Part:
    """A key with all that follows it up to the next key; without `key`, what stands before the first one.

    `start` is the offset of `text` in the document, `colon` the index in `text` of what parts key and value.
    """

    text: str
    start: int
    key: str = ""
    key_length: int = 0
    colon: int = -1
    form: str = PLAIN

    @property
    def key_span(self) -> Span:
        """The place of the key."""
        return Span(self.start, self.start + self.key_length)

    @property
    def value_index(self) -> int:
        """Where the value begins in `text`; behind the colon where there is none."""
        rest = self.text[self.colon + 1 :]
        stripped = rest.lstrip()
        return self.colon + 1 + (len(rest) - len(stripped) if stripped else 0)

    def value_span(self) -> Span:
        """The place of all that is written behind the colon."""
        end = max(self.value_index, len(self.text.rstrip()))
        return Span(self.start + self.value_index, self.start + end)

    def spans_of(self, items: list[str]) -> list[Span]:
        """The places of texts that follow each other in the value; of the whole value from the first not found on."""
        whole = self.value_span()
        found, at = [], self.value_index
        for item in items:
            at = self.text.find(item, at)
            if at < 0:
                break
            found.append(Span(self.start + at, self.start + at + len(item)))
            at += len(item)
        return found + [whole] * (len(items) - len(found))

    def first_line(self) -> str:
        """What is written behind the colon on the key's own line."""
        return self.text[self.colon + 1 :].split("\n", 1)[0].strip()

    def more_lines(self) -> list[tuple[int, str]]:
        """Index and text of the lines below the key's own, without blank lines and comments."""
        below = [(index, line) for index, line in lines(self.text) if index and line.strip()]
        return [(index, line) for index, line in below if not line.lstrip().startswith(("#", "<!--"))]

    def written(self) -> str:
        """All that is written behind the colon, as one line."""
        return " ".join(" ".join([self.first_line(), *(line.strip() for _, line in self.more_lines())]).split())


def lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text, each with the index at which it begins."""
    found, index = [], 0
    for line in text.split("\n"):
        found.append((index, line))
        index += len(line) + 1
    return found
