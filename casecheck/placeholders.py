"""Values that stand for one still to be written: 'n/a', 'TBD', 'Lorem ipsum', or what a template shows as a sample."""

import re
from difflib import SequenceMatcher

from casecheck.nearest import fold

WHAT = r"""(?:alt(?:ernative)?(?:\ text)?|author|captions?|city|content|credits?|date|description|details|image
    |info(?:rmation)?|link|location|map|name|number|photo|picture|place|project|quote|references?|sources?|summary|text|title|url|year)"""
WHOSE = r"(?:an?\ |the\ |your\ |some\ |more\ |any\ |own\ |full\ )*"
VERB = r"(?:add|describe|enter|fill\ in|insert|provide|put|replace|type|write)"

TO_WRITE = rf"""
      (?:please\ )?{VERB}\ {WHOSE}{WHAT}(?:\ {WHAT})?(?:\ (?:in\ )?here)?
    | (?:please\ )?(?:to\ )?(?:be\ )?(?:insert(?:ed)?|fill(?:ed)?(?:\ (?:me|this))?\ in)(?:\ here)?
    | {WHOSE}{WHAT}(?:\ {WHAT})?\ (?:goes\ |comes\ |belongs\ )?here
    | (?:your\ )(?:full\ )?{WHAT}
    | (?:more\ )?(?:still\ )?to\ (?:come|follow) | coming\ (?:soon|later) | to\ be\ continued
    | (?:still\ )?to\ be\ (?:added|announced|completed|confirmed|decided|defined|determined|done|filled(?:\ in)?|
      provided|supplied|updated|written)(?:\ (?:here|in|later|next|shortly|soon))*
    | this\ (?:part|page|section|text)\ is\ (?:still\ )?(?:in\ progress|missing|under\ construction|unfinished)
    | (?:place\ ?holder|dummy|sample)(?:\ (?:caption|image|text|title))?
"""
WORDS = rf"""
      {TO_WRITE}
    | [\W_]+ | x{{2,}}(?:\s+x{{2,}})* | xyz | asdf\w* | (?:blah\W*)+ | https?://\W*
    | n\.?\s?/\s?a\.? | n\.a\.? | (?-i:na|NA|\.?(?:nan|NaN|NAN)) | null | undefined
    | none(?:\ (?:available|so\ far|yet))? | unknown | pending
    | (?:not\ (?:yet\ )?(?:applicable|available|decided|determined|known|provided|specified|written))
    | no\ (?:author|caption|credit|data|description|information|source|text|title)(?:\ yet)?
    | (?:tb[acd]|t\.b\.[acd])\.? | tb[acd]\s*[-–—:;,(/].* | to[ -]?do(?:\s*:.*)? | (?-i:TODO|FIXME)\b.*
    | (?:the\ )?same(?:\ as\ (?:above|before|below|(?:the\ )?title))? | (?:see|as)\ (?:above|below) | ditto
    | (?:this\ is\ (?:a|only\ a|just\ a)\ )?test | example | untitled(?:\ \w+){{0,2}} | <[a-z ]+> | \[[a-z ]+\]
    | (?:(?:a|my|new)\ )?case(?:\ study)?(?:\ \d+)? | first\ ?(?:name)?\ last\ ?(?:name)? | j(?:ohn|ane)\ doe
    | (?:(?:case|document|page|stub)\ )*(?:study\ )?template | optional\ caption\b.*
"""
FLAGS = re.IGNORECASE | re.DOTALL | re.VERBOSE
PLACEHOLDER = re.compile(WORDS, FLAGS)
INSTRUCTION = re.compile(TO_WRITE, FLAGS)
BRACKETS = re.compile(r"[\[({<*_\"'“‘]+(?P<inside>[^\[\](){}<>*_\"“”]+)[\])}>*_\"'”’.…]+")
LATIN = re.compile(r"dolor sit amet|consectetur adipi", re.IGNORECASE)
LOREM_IPSUM = "loremipsum"
LOREM_LIKENESS = (
    0.7  # difflib's ratio for the first two words; "Lores mumps", which spelling correction makes of it, has 0.76
)
LIKENESS = 0.93  # for a template's own sentence, with one letter mended or a full stop added
LONGEST = 400

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 8  # of a value that only names what is to be written
# Words with which one asks for a value, apart from the name of what is asked for.
ASKING = set(
    WORD.findall(
        """a add an and be brief case country describe district dummy enter example fill first for full goes here image
        in information insert last map my new of one optional or photo photograph picture plan please project provide
        put s sample sentence short study test text that the this to type with write your"""
    )
)
OTHER_NAMES = {
    "alt": {"alternative", "description"},
    "author": {"authors", "firstname", "lastname", "student", "surname"},
    "caption": {"captions"},
    "credit": {"attribution", "author", "credits", "photographer", "source", "sources", "year"},
}


def is_placeholder(text: str) -> bool:
    """Whether a value stands for one that is still to be written."""
    text = text.strip()[:LONGEST]
    fits = any(map(PLACEHOLDER.fullmatch, (text, _bare(text))))
    return fits or LATIN.search(text) is not None or _is_lorem(text)


def is_instruction(text: str) -> bool:
    """Whether a text only says that something is still to be written: 'Insert image here', 'More to come'."""
    return INSTRUCTION.fullmatch(_bare(text.strip()[:LONGEST])) is not None


def says_only(names: str, text: str) -> bool:
    """Whether a text says no more than what it is asked to be: 'Title of the project', 'Name (Source)'.

    `names` is the key that it stands under, or several names that it goes by, joined with `_`.
    """
    words = set(WORD.findall(text[:LONGEST].casefold()))
    if len(words) > MOST_WORDS:
        return False
    own = set(names.casefold().split("_"))
    own |= {"name", "names", "title"} | {other for name in own for other in OTHER_NAMES.get(name, ())}
    return bool(words & own) and words <= own | ASKING


def is_sample(text: str, sample: str) -> bool:
    """Whether a value is a template's own, give or take a letter."""
    one, other = fold(text[:LONGEST]).rstrip("."), fold(sample[:LONGEST]).rstrip(".")
    if one == other:
        return True
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return len(one) > 20 and matcher.real_quick_ratio() >= LIKENESS and matcher.ratio() >= LIKENESS


def _bare(text: str) -> str:
    """A text without brackets, quotation marks and stars around all of it, and without the full stop at its end."""
    inside = BRACKETS.fullmatch(text)
    text = inside["inside"].strip() if inside else text
    return text.rstrip(".…!").rstrip() or text


def _is_lorem(text: str) -> bool:
    words = text.casefold().split()[:2]
    if len(words) < 2 or not words[0].startswith("lor"):
        return False
    return SequenceMatcher(None, "".join(words).strip(".,"), LOREM_IPSUM, autojunk=False).ratio() >= LOREM_LIKENESS
