"""Blind text: "Lorem ipsum" in its usual form, and in the ones that spelling correction made of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What the usual blind texts are made of: Cicero's words, and the particles that generators strew in.
LATIN = _set(
    """lorem lores ipsum mumps dolor dolore dolorem dolores amet quia quam sunt consectetur consectetuer adipiscing
    adipisci elit eiusmod tempor incididunt labore magna aliqua enim minim veniam quis nostrud nostrum exercitation
    ullamco laboris nisi aliquip commodo consequat duis aute irure reprehenderit voluptate velit esse cillum fugiat
    nulla pariatur excepteur sint occaecat cupidatat proident culpa qui officia deserunt mollit anim laborum
    perspiciatis unde omnis iste natus voluptatem accusantium doloremque laudantium totam rem aperiam eaque ipsa
    quae inventore veritatis architecto beatae vitae dicta explicabo nemo ipsam voluptas aspernatur odit fugit
    consequuntur magni ratione sequi nesciunt neque porro quisquam numquam eius modi tempora incidunt quaerat autem
    vel eum iure nihil molestiae illum quo accusamus iusto odio dignissimos ducimus blanditiis praesentium
    voluptatum deleniti atque corrupti quos quas molestias excepturi similique mollitia animi fuga harum quidem
    rerum facilis expedita distinctio nam libero soluta nobis eligendi cumque impedit placeat facere possimus
    assumenda repellendus temporibus quibusdam officiis debitis necessitatibus saepe eveniet repudiandae recusandae
    itaque earum hic tenetur sapiente delectus reiciendis voluptatibus maiores alias perferendis doloribus
    asperiores repellat nominati nominal explicari explicate electram democritum mundi dissentiet erat erato omittam
    legere argumentum ut sed ea ex eu ad ab id ei cu em est que ed nec cum duo eam eos ius mea mei pri pro quot tam
    usu vim vis xiv re ere leg sea"""
)
# Words of living languages that blind text lacks; prose in any of them is full of these.
LIVING = _set(
    """the of and to is for that with as on are by this was be from it its or we they their has have had were will
    would which who not but can more when where how what there these those such into our your you he she his her all
    one de la el los las del y en un una para por con se su al le les des du une et dans pour sur pas au aux ce
    cette il di che della delle dei gli nel e per sono der die das und von den mit ist im zu auf eine ein nicht sich
    dem o os do da dos em no na ao com uma van het een voor niet och att som på av til og"""
) - _set("em no re ea")
OPENING = re.compile(r"\blor\w{1,3}\W+(?:ip|mu|im)\w{1,4}\b|\bdolou?r\W+sit\b|\bsit\W+amet\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?](?=\s|\Z)")
SCORE = 5.0  # of a stretch that is blind text: so many Latin words more than living ones
DENSITY = 0.3  # and so large a part of it
PENALTY = 1.5
LONGEST_GAP = 12  # words that are neither


def blind_text(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that are blind text, as offsets, in order."""
    words = [(match.start(), match.end(), match.group().casefold()) for match in WORD.finditer(text)]
    openings = [match.start() for match in OPENING.finditer(text)]
    for first, last in _latin_stretches([word for *_, word in words]):
        start, end = words[first][0], words[last][1]
        openings = [at for at in openings if not start <= at < end]
        yield start, end
    if openings:
        yield openings[0], _end_of_sentence(text, openings[0])


def _end_of_sentence(text: str, at: int) -> int:
    """The end of the sentence that an offset stands in."""
    found = SENTENCE_END.search(text, at)
    return found.end() if found else len(text)


def _latin_stretches(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches in which Latin outweighs living languages: first and last word of each."""
    run = Run()
    for index, word in enumerate(words):
        if run.score > 0 and index - run.last > LONGEST_GAP:
            if run.is_blind:
                yield run.first, run.last
            run = Run()
        if word in LATIN:
            run = run if run.score > 0 else Run(first=index)
            run.score += 1
            run.latin += 1
            if run.score >= run.best:
                run.best, run.last = run.score, index
        elif word in LIVING:
            run.score -= PENALTY
            if run.score <= 0 and run.is_blind:
                yield run.first, run.last
    if run.score > 0 and run.is_blind:
        yield run.first, run.last


@dataclass(slots=True)
class Run:
    """A stretch of words while it is followed: its score, the best it had, and the word at which it had it."""

    first: int = 0
    last: int = 0
    score: float = 0
    best: float = 0
    latin: int = 0

    @property
    def is_blind(self) -> bool:
        """Whether the stretch up to `last` is blind text."""
        return self.best >= SCORE and self.latin >= DENSITY * (self.last - self.first + 1)
