"""What the templates of a profile put in place of the author's own text.

Everything is read from the profile's own templates: titles of sample items, sample sentences, links and captions. A
template also holds text that is to stay, such as fixed labels; so a title, a link or a caption counts only where it is
recognisably a placeholder.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from casecheck.profile import Profile, TemplateSection
from casecheck.sections import match_key

PLACEHOLDER = re.compile(
    r"\b(?:names?|your|title|placeholder|insert|example|sample|lorem|untitled|link text|xxx+|tbd|todo|dummy)\b|[\[{<]",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"^(?P<stem>.*?[^\W\d])(?:[\s#]+(?:\d{1,2}|one|two|three|four|five|[A-C])|\d{1,2})$", re.IGNORECASE
)
WORD = re.compile(r"\w+")
SHINGLE = 3  # words in a row by which a sentence of the template is recognised
EXAMPLE_HOSTS = ("example.com", "example.org", "example.net", "localhost")


@dataclass(frozen=True)
class Samples:
    """The placeholders of a profile's templates.

    `titles` are those without a number as `match_key` writes them, `stems` the numbered ones without it; `shingles`
    lead to the sentences that have them, `openings` begin one, `lengths` say how many shingles each sentence has,
    `phrases` are sentences too short to have any. `links` are dummy addresses.
    """

    titles: frozenset[str]
    stems: frozenset[str]
    shingles: Mapping[tuple[str, ...], tuple[int, ...]]
    openings: frozenset[tuple[str, ...]]
    lengths: tuple[int, ...]
    phrases: frozenset[tuple[str, ...]]
    captions: frozenset[str]
    link_texts: frozenset[str]
    links: frozenset[str]


@lru_cache(maxsize=16)
def samples(profile: Profile) -> Samples:
    """The placeholders of a profile's templates."""
    parts = [part for template in profile.templates for part in template.all_sections]
    titles = [title for part in parts for title in part.item_titles if _is_placeholder(title, part)]
    numbered = [match for title in titles if (match := NUMBERED.match(title))]
    sentences = {words_of(text) for part in parts for text in (*part.sentences, *_comment_sentences(part))}
    long = sorted(sentence for sentence in sentences if len(sentence) > SHINGLE)
    index: dict[tuple[str, ...], list[int]] = {}
    for number, sentence in enumerate(long):
        for shingle in set(shingles_of(sentence)):
            index.setdefault(shingle, []).append(number)
    return Samples(
        titles=frozenset(title_key(title) for title in titles if not NUMBERED.match(title)),
        stems=frozenset(title_key(match["stem"]) for match in numbered),
        shingles={shingle: tuple(numbers) for shingle, numbers in index.items()},
        openings=frozenset(sentence[:SHINGLE] for sentence in long),
        lengths=tuple(len(set(shingles_of(sentence))) for sentence in long),
        phrases=frozenset(sentence for sentence in sentences if 1 < len(sentence) <= SHINGLE),
        captions=frozenset(flat(caption) for part in parts for caption in part.captions),
        link_texts=frozenset(flat(text) for part in parts for text in part.link_texts if PLACEHOLDER.search(text)),
        links=frozenset(_dummies(address for part in parts for address in part.link_addresses)),
    )


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: whatever their case and the signs between them."""
    return tuple(WORD.findall(text.casefold()))


def shingles_of(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every few words in a row."""
    return (words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1))


def title_key(title: str) -> str:
    """A title as it is compared: "Open questions" is "Open question"."""
    return match_key(title).removesuffix("s")


def flat(text: str) -> str:
    """A text as it is compared: one line, whatever its case."""
    return " ".join(text.casefold().split())


def _is_placeholder(title: str, part: TemplateSection) -> bool:
    """Whether the title of a sample item is to be replaced: numbered, called so, or what the comment asks for."""
    if NUMBERED.match(title) or PLACEHOLDER.search(title):
        return True
    if not part.guidance.items:
        return False
    asked = set(words_of(" ".join(item.what for item in part.guidance.items)))
    return len(part.item_titles) == 1 or bool(asked.intersection(words_of(title)))


def _comment_sentences(part: TemplateSection) -> list[str]:
    """What a comment says, which is left-over text where an author lost the marks around it."""
    return re.split(r"(?<=[.!?])\s+", part.comment)


def _dummies(addresses: Iterable[str]) -> Iterator[str]:
    """The addresses that stand for others: used again and again, or reserved for examples."""
    for address, times in Counter(addresses).items():
        host = urlsplit(address).hostname if address.startswith("http") and "[" not in address else None
        if address and (times > 1 or (host or "").endswith(EXAMPLE_HOSTS)):
            yield address
