"""The words by which guidance is recognised, as plain tables: add a wording here before adding code."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

Effect = TypeVar("Effect")


class Bound(StrEnum):
    """What a phrase beside a figure does to it."""

    ABOUT = "about"
    LEAST = "least"
    MOST = "most"
    OVER = "over"
    UNDER = "under"
    EXACTLY = "exactly"


class Share(StrEnum):
    """What an amount is for: one item, one section, or everything together."""

    ITEM = "item"
    SECTION = "section"
    TOTAL = "total"


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


class Phrases(dict[tuple[str, ...], Effect]):
    """Phrases, as the texts of their tokens, with their effects. `openers` are their first words."""

    def __init__(self, table: Mapping[Effect, str]) -> None:
        """Take phrases under their effects, one a line or separated by `;`."""
        super().__init__(
            (tuple(phrase.split()), effect)
            for effect, lines in table.items()
            for phrase in lines.replace("\n", ";").split(";")
            if phrase.strip()
        )
        self.openers = frozenset(phrase[0] for phrase in self)
        self.longest = max(map(len, self))


BEFORE_FIGURE = Phrases(
    {
        Bound.ABOUT: """give or take; about; around; approximate; approximately; approx; roughly; circa; ca; c
            some; ~; ≈; ±; +/-; something like; plus or minus; in the region of; in the order of; on the order of
            of the order of; close to; nearly; almost; more or less; not far from; aim for; aim at; aiming for
            aiming at; aim is; aim to write; target; targeting; shoot for; go for; try for; ideally; ideal
            preferably; typically; usually; normally; generally; average; on average; average of
            in the neighbourhood of; in the neighborhood of""",
        Bound.LEAST: """at least; at the least; at the very least; at a minimum; at minimum; minimum; minimum of
            min; minimal; >=; ≥; =>; upwards of; upward of; starting at; starting from; as few as; as short as
            as little as; lower limit""",
        Bound.MOST: """at most; at the most; at the very most; at a maximum; at maximum; up to; upto
            up to and including; maximum; maximum of; max; maximal; <=; ≤; =<; within; as many as; as long as
            run to; runs to; extend to; go to; grow to; ceiling; ceiling of; cap; capped at; cap of; cap at
            limited to; limit to; limit of; limit; restricted to; restrict to; confined to; confine to; upper limit
            upper bound""",
        Bound.OVER: """more than; over; greater than; larger than; longer than; bigger than; higher than
            in excess of; go over; exceed; exceeds; exceeded; exceeding; above; beyond; past; surpass; surpasses
            surpassing; >""",
        Bound.UNDER: """fewer than; less than; under; below; shorter than; smaller than; lower than; short of; <""",
        Bound.EXACTLY: """exactly; precisely; only; just""",
    }
)
AFTER_FIGURE = Phrases(
    {
        Bound.ABOUT: """or so; or thereabouts; more or less; give or take; ish; - ish; - odd; odd; approximately
            approx; roughly; on average""",
        Bound.LEAST: """or more; or over; or above; or longer; or higher; or greater; and more; and up; and over
            and above; and upwards; or up; plus; +; minimum; min; at least; at the least; at the very least
            at minimum; at a minimum; at the minimum; no less; no fewer; not less; but no less; as a minimum
            is minimum; is the minimum; is a minimum; are the minimum; being the minimum; as the minimum; minimally""",
        Bound.MOST: """or less; or fewer; or under; or below; or shorter; and under; and less; and below; and fewer
            maximum; max; tops; at most; at the most; at the very most; at maximum; at a maximum; at the maximum
            as a maximum; limit; cap; ceiling; is the limit; is the maximum; is the max; is maximum; is a maximum
            are the maximum; being the maximum; the maximum; the limit; as the maximum; no more; not more
            and no more; and not more; but no more; no longer; not a word more; and not a word more; not one more
            and not one more; is the upper limit; upper limit; as an upper limit; maximally; is the cap; is the most
            are the limit""",
    }
)
# Words that may stand between a figure and what bounds it: "maximum length of the text: 100".
FILLERS = words(
    """of : = is be are was should must shall will the a an ( ) - length size count total number amount word words text
    in long recommended suggested expected desired required allowed range roughly budget this section itself"""
)
# "100 words should be enough", "50 words is a good length": that is about so many.
JUDGING = words("is are will would should ought suffice suffices")
JUDGED = words(
    """enough sufficient plenty ideal suffice suffices fine do length target guideline guide benchmark thumb right ok
    okay perfect"""
)
BETWEEN_JUDGING = words(
    """rough rule of be to probably usually about a an good more than quite all generally normally well"""
)
# "Anything over 300 words will be cut": so 300 words is the limit.
ACCEPTED = words("accepted read considered published printed allowed")
REFUSED = words(
    """cut shortened returned rejected trimmed ignored deleted truncated refused discarded penalised penalized
    disqualified unread too"""
)
AFTER_FILLERS = words("long in length of text prose writing ( ) , and is are")
KEEPING = words(
    """keep keeping kept limit limiting limits restrict restricting confine cap hold trim cut shorten reduce condense"""
)

NOT = words(
    """no not never nobody without avoid avoids nor neither none nothing cannot don't doesn't shouldn't mustn't can't
    won't needn't isn't aren't needn"""
)
NOT_REACH = 8  # tokens between "not" and "more than", as in "do not let any of the goals run to more than"

WORD = words("word words wd wds w")
BEFORE_WORD = words(
    """or so short simple english plain running written additional extra max min maximum minimum ( ) - well chosen
    total"""
)

# Units that casecheck does not count, with the word that a message uses.
LENGTHS = {
    form: plural
    for plural, forms in {
        "sentences": "sentence sentences sentence's",
        "paragraphs": "paragraph paragraphs para paras",
        "lines": "line lines",
        "pages": "page pages pp",
        "characters": "character characters char chars keystrokes",
        "slides": "slide slides",
        "screens": "screen screens",
    }.items()
    for form in forms.split()
}
# Nouns behind a figure that is no amount of anything a document consists of.
MEASURES = words(
    """% percent per-cent cent percentage percentages km kilometre kilometres kilometer kilometers metre metres meter
    meters miles mile m cm mm inch inches px pixel pixels pt dpi kb mb gb kilobytes megabytes second seconds minute
    minutes min mins hour hours day days week weeks month months quarter quarters year years decade decades century
    centuries times time euro euros dollar dollars pounds usd eur gbp million billion trillion degree degrees
    hectare hectares acre acres mark marks credits digit digits decimal decimals am pm o'clock star stars th half
    third fifth inhabitants column columns row rows cells level levels tonnes tons kwh mw space spaces font"""
)
MONEY = words("$ € £ ¥ usd eur gbp #")

IMAGES = words(
    """image images photo photos photograph photographs picture pictures screenshot screenshots illustration
    illustrations diagram diagrams chart charts graph graphs map maps drawing drawings sketch sketches infographic
    infographics figure figures visual visuals rendering renderings graphic graphics logo logos portrait portraits
    headshot headshots"""
)
LINKS = words("link links hyperlink hyperlinks url urls weblink weblinks permalink permalinks doi dois")
LINKED = words("linked linking hyperlinked")
SITES = words("website websites homepage homepages webpage webpages linkedin")
CAPTIONS = words("caption captions captioned captioning")
CREDITS = words("credit credits")

# Parts of an item or of a section that have a length of their own.
PARTS = words(
    """title titles subtitle subtitles heading headings headline headlines caption captions alt name names label labels
    quote quotes quotation quotations sentence sentences tagline taglines slogan slogans introduction intro
    introductory opening preamble conclusion closing footnote footnotes"""
)
OPENINGS = words("introduction intro introductory opening preamble conclusion closing")

# The base forms of verbs that ask for something countable.
ASK = words(
    """add advance analyse analyze answer articulate assess ask attach back bring break arrange order structure
    organise organize sort group cluster characterise characterize choose cite collect come compare compile compose
    conduct consider consult contact contain contrast contribute cover create define derive describe detail develop
    discuss display divide document draft draw elaborate embed enter enumerate establish evaluate examine exemplify
    explain explore expect extract feature find focus formulate gather get give have hold highlight identify
    illustrate include indicate insert interview introduce investigate keep limit link list locate make meet mention
    name narrate need note offer outline paste pick pinpoint place point pose post prepare present produce profile
    propose provide put quote raise rank rate recommend record refer reference reflect report require restrict
    reveal review say select speak send set share show single sketch specify split spell start state stick submit
    suggest summarise summarize supply support survey take talk tell think touch upload use visit want write append
    recall aim allow permit request prioritise prioritize lay recount comprise consist nominate supplement tag end
    begin"""
)
# Verbs that ask for text rather than for things.
ABOUT_TEXT = words("write use keep limit say take need have spend restrict put add")
MODALS = words("should must shall ought needs need required requires require expects expect want wants")
PLUS_OR_MINUS = {("±",), ("+/-",), ("or", "±"), ("or", "+/-"), ("plus", "or", "minus")}
# What may stand between such a verb and the figure.
SKIPPED_BEFORE_FIGURE = words(
    """the your a an its their our these those them us me it reader readers him her you yourself also only just up out
    down about here below then again total of list set selection series minimum maximum number choice together
    between be at least most please briefly forth off top any and clearly concisely range full as further another
    exactly precisely following"""
)
PREPOSITIONS = words("with on to from at into between among upon in as")
REJECTED_BEFORE_FIGURE = words(
    """numbers for by during after before than per every over last past next first previous within since until section
    chapter figure step phase page table part item goal option level version question number no. worth appendix
    article annex round tier day week year aged age stage volume line row column size class grade type top-level
    these those both all rule note"""
)
LIST_NOUNS = words(
    """list total set selection minimum maximum series number choice collection range sample overview summary names
    addresses table consist consists consisting composed made group"""
)

# Where the noun behind a figure ends.
NOUN_ENDS = words(
    """nor yet x × @ that which who whom whose from for with in on at by to as if when where because including include
    such like being per each every is are was were be been has have had can could may might must should shall will
    would do does did needs need about into during within under over than then so but while although below above
    here there between through via plus minus max maximum min minimum apiece using defin defining describing showing
    involved listed this the a an not no only total altogether overall tops least"""
) | {phrase[0] for phrase in BEFORE_FIGURE if len(phrase) == 1}
NOUN_STOPS = words(", ; : ( ) [ ] . ! ? / - = + ± ~ ≈ < > ≤ ≥ <= >= & “ ”")

TOTAL = words("total altogether overall combined together")
EACH = words("each every per individual individually apiece")
# "Each section", "per case": these speak of the whole, not of an item.
WHOLES = words(
    """section sections case document report article essay submission template record author authors student writer
    applicant candidate reviewer speaker group team"""
)
NOT_ITEMS = (
    IMAGES
    | LINKS
    | SITES
    | CAPTIONS
    | words("other sentence paragraph line word page caption time day week month year")
)

BIOGRAPHY = words("biography biographies biographical bio bios biog interviewee interviewee's cv résumé resume")
SECTION_WORDS = words(
    """summary summarise summarize overview abstract synopsis section section's whole entire text's overall altogether
    combined total"""
)
ITEM_PRONOUNS = words("these they them those")

SHARES = Phrases(
    {
        Share.TOTAL: """in total; in all; total; altogether; overall; all together; all told; combined; together
            in sum; taken together; for the whole section; for the entire section; for this section; for the section
            for the whole; for everything; for all of them; in the whole section; in this section""",
        Share.ITEM: """each; apiece; a piece; individually; respectively""",
    }
)

# Phrases that turn a request into an offer.
OFFERS = Phrases(
    {
        "offer": """as needed; wherever possible; when possible; where you can; wherever you can; if you can
            when you can; as far as possible; if needed; where needed; when needed; if necessary; where necessary
            if possible; where possible; whenever possible; if available; where available; when available
            if applicable; where applicable; if relevant; where relevant; if appropriate; where appropriate
            when appropriate; if any; if you have; if you like; if you wish; if you want; if there is; if there are
            if useful; where useful; if helpful; where helpful; feel free; free to; good place; great place
            good idea; nice to have; optional; optionally; welcome; encouraged; consider; recommended; suggested
            would be nice; would be great; would help; helps; helpful; helpful to; preferably; ideally; not required
            not mandatory; not necessary; not needed; not obligatory; no need; need not; needn't; don't need
            don't have to; do not have to; do not need; want / need; at your discretion; up to you; appreciated
            a plus; a bonus; desirable; if desired; if wanted; as desired; as required; as appropriate
            as you see fit; as necessary""",
    }
)
FIRM_OFFERS = (
    frozenset(OFFERS)
    - Phrases(
        {"": "optional; if possible; where possible; ideally; preferably; recommended; suggested; encouraged"}
    ).keys()
)
ALLOWING = words("may might can could")

# Verbs that put a picture, a link or a caption into a document.
PUT_IN = words(
    """turn include add provide give insert attach supply put place embed upload submit show display use choose select
    pick need require have contain feature illustrate accompany supplement support complement expect share send
    enter write paste post drop take find draw sketch create make produce prepare want get carry bear cite append
    forget offer present end begin start decorate"""
)
STATED = words("include add provide give insert list state mention supply cite enter write attach share")
# "Use the images below" asks for no image.
ONLY_PLAIN_OBJECT = words(
    "need require have use visit want expect get carry bear"
)  # "use the images below" asks for no image
SHOWING = words("include insert add show provide attach draw place embed use")
DEFINITE = words("the your these those all each every any this that its their our such same")
BEFORE_LONE_NOUN = words(
    """a an the one at least with good current recent high - resolution quality own relevant clear short additional
    more or two working landscape colour color small large annotated simple"""
)
REQUIRED_AFTER = words(
    """required needed mandatory compulsory necessary obligatory expected essential included added provided inserted
    attached given supplied embedded shown"""
)


def forms(verbs: Iterable[str]) -> dict[str, str]:
    """The forms of regular verbs, each under its base: "includes", "included" and "including" for "include"."""
    out: dict[str, str] = {}
    for verb in sorted(verbs):
        stem = verb.removesuffix("e")
        doubled = verb + verb[-1]
        for form in (verb, verb + "s", stem + "ed", stem + "ing", verb + "es", doubled + "ing", doubled + "ed"):
            out.setdefault(form, verb)
        if verb.endswith("y"):
            out.setdefault(verb[:-1] + "ies", verb)
            out.setdefault(verb[:-1] + "ied", verb)
    out.update(
        {"has": "have", "had": "have", "given": "give", "shown": "show", "drawn": "draw", "taken": "take", "put": "put"}
    )
    return {form: base for form, base in out.items() if base in set(verbs)}


ASK_FORMS = forms(ASK)
PUT_IN_FORMS = forms(PUT_IN)
STATED_FORMS = forms(STATED)

BRIEF = words("brief short concise succinct compact crisp")
TEXTS = words(
    """summary overview description paragraph text biography bio introduction statement answer explanation account
    abstract note section profile synopsis outline discussion response comment review sketch report essay blurb
    conclusion narrative"""
)
FEW = Phrases({"": "a few; few; several; a handful of; handful of; a number of; multiple; numerous; a couple more"})
