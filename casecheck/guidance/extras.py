"""Whether a sentence requires links, images or captions, or merely allows or mentions them."""

from collections.abc import Mapping, Sequence

from casecheck.guidance import vocabulary as known
from casecheck.guidance.clauses import Clause, Sentence, clause_of, index_of
from casecheck.guidance.draft import Unit
from casecheck.guidance.tokens import Token

Tokens = Sequence[Token]
MAX_LIST = 8  # clauses, as in "photos, maps, plans and charts", that share one verb


def requires_images(sentence: Sentence) -> bool:
    """Whether at least one image is required."""
    return any(
        _is_image(sentence.tokens, at) and _is_required(sentence, at, Unit.IMAGES)
        for at, token in enumerate(sentence.tokens)
        if token.text in known.IMAGES
    )


def requires_links(sentence: Sentence) -> bool:
    """Whether at least one link is required."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.text in known.LINKS | known.LINKED and _is_verb_link(sentence, at):
            if _mood_allows(sentence, at, clause_of(sentence.clauses, at)):
                return True
        elif token.text in known.LINKS:
            if _is_link(tokens, at) and _is_required(sentence, at, Unit.LINKS):
                return True
        elif (
            token.text in known.SITES
            and _is_object(sentence, at, known.STATED_FORMS)
            and _is_required(sentence, at, Unit.LINKS)
        ):
            return True
    return False


def requires_captions(sentence: Sentence) -> bool:
    """Whether captions are required, if only of the images that there are."""
    tokens = sentence.tokens
    pictures = any(token.text in known.IMAGES for token in tokens)
    for at, token in enumerate(tokens):
        credit = token.text in known.CREDITS and pictures
        if (token.text in known.CAPTIONS or credit) and _mood_allows(sentence, at, clause_of(sentence.clauses, at)):
            return True
    return False


def speaks_of_extras(tokens: Tokens) -> bool:
    """Whether a sentence mentions images, links or captions at all."""
    return any(token.text in known.IMAGES | known.LINKS | known.CAPTIONS | known.LINKED for token in tokens)


_MODIFIED = known.words(
    """caption captions credit credits source sources file files folder size sizes format formats rights title titles
    description descriptions text alt name names quality editor captioned"""
)
_IDIOMS = known.words(
    """big full clear overall complete whole bigger larger true mental broad financial key sales budget exact round
    road"""
)


def _is_image(tokens: Tokens, at: int) -> bool:
    """Whether a noun means a picture: not "the big picture", "key figures" or "image credits"."""
    before, behind = _text(tokens, at - 1), _text(tokens, at + 1)
    if behind in _MODIFIED or before in _IDIOMS or before in {"each", "every"}:
        return False
    if tokens[at].text in {"figure", "figures"}:  # which may as well be a number
        if behind in {"for", "on", "about", "from"}:
            return False
        return at == 0 or any(token.text in known.SHOWING for token in tokens[:at])
    return True


def _is_link(tokens: Tokens, at: int) -> bool:
    """Whether "link" means an address: not "the link between plan and budget"."""
    return _text(tokens, at + 1) not in {"between", "with", "text", "texts"} and not (
        _text(tokens, at + 1) == "to" and bool(_IDEAS.intersection(token.text for token in tokens[at + 2 : at + 6]))
    )


def _text(tokens: Tokens, at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


_IDEAS = known.words(
    """goal goals outcome outcomes objective objectives aim aims problem theory question questions hypothesis context"""
)
_LINKABLE = known.SITES | known.words(
    """site sites page pages profile profiles source sources document documents list report reports repository
    organization organizations organisation organisations article articles paper papers online original plan plans
    reference references website's dataset data"""
)
_BEFORE_VERB = known.words("and please also then to must should or , : ; ( always shall be are each all every")


_AFTER_LONE = known.words(
    "of for with from showing that which to and or ( ) , : ; - + & in on by below here please"
) | {""}


def _is_verb_link(sentence: Sentence, at: int) -> bool:
    """Whether "link" is the verb and its object is on the web: "link to their profile", "sources must be linked"."""
    tokens = sentence.tokens
    clause = clause_of(sentence.clauses, at)
    behind = [token.text for token in tokens[at + 1 : at + 8]]
    if tokens[at].text in known.LINKED:
        return _is_passive_link(tokens, at, clause) and ("to" not in behind[:1] or bool(_LINKABLE.intersection(behind)))
    opens = at == clause.start or _text(tokens, at - 1) in _BEFORE_VERB or clause.offered
    if tokens[at].text not in {"link", "hyperlink"} or not opens or not behind:
        return False
    if tokens[at].text == "hyperlink":
        return behind[0] not in {":", "to"}
    if _IDEAS.intersection(behind[:5]) or {"how", "what", "why"} & {token.text for token in tokens[clause.start : at]}:
        return False
    return behind[0] in {"to", "back", "out", "directly", "each", "every", "all", "them", "these"} or bool(
        _LINKABLE.intersection(behind)
    )


def _is_passive_link(tokens: Tokens, at: int, clause: Clause) -> bool:
    """Whether "linked" demands a link: "must be linked", "make sure that all are linked", "linked sources"."""
    checked = not {"sure", "ensure", "check"}.isdisjoint(token.text for token in tokens[:at])
    if _text(tokens, at - 1) in {"is", "are"}:
        return checked or tokens[at].text == "hyperlinked"
    return at == clause.start or _text(tokens, at - 1) == "be" or _text(tokens, at + 1) in _LINKABLE


def _is_required(sentence: Sentence, at: int, unit: Unit) -> bool:
    """Whether a noun at a token is something that the author must put in."""
    clause = clause_of(sentence.clauses, at)
    amount = next((a for a in sentence.amounts if a.unit is unit and a.start <= at < max(a.end, a.figure + 6)), None)
    if amount is not None and (amount.low is None or amount.high == 0):
        return False
    if not _mood_allows(sentence, at, clause) or _follows_condition(sentence, at):
        return False
    if _is_object(sentence, at, known.PUT_IN_FORMS) or _is_demanded(sentence.tokens, at, clause):
        return True
    return _stands_alone(sentence, at, clause, counted=amount is not None)


def _follows_condition(sentence: Sentence, at: int) -> bool:
    """Whether a mention is the main clause of a condition: "if there is a website, add a link"."""
    last = index_of(sentence.clauses, at)
    before = sentence.clauses[last - 1] if last else None
    return (
        before is not None and (before.conditional or before.offered) and _text(sentence.tokens, before.start) == "if"
    )


def _mood_allows(sentence: Sentence, at: int, clause: Clause) -> bool:
    """Whether nothing around a mention makes it an offer, a condition or something forbidden.

    A clause without a verb ("or a map") has the mood of the one before it.
    """
    tokens = sentence.tokens
    last = index_of(sentence.clauses, at)
    for index in range(last, max(-1, last - MAX_LIST), -1):
        here = sentence.clauses[index]
        end = at if here is clause else here.end
        if here.conditional or here.offered or _is_forbidden(tokens, here, end):
            return False
        if any(token.text in known.ALLOWING for token in tokens[here.start : end]):
            return False
        if any(verb < end for verb in here.verbs) or tokens[here.start].text in {"with", "including"}:
            break
        if here.start and tokens[here.start - 1].text in {".", ";", ":"}:
            break
    return not _is_offered_after(sentence, at, clause)


def _is_offered_after(sentence: Sentence, at: int, clause: Clause) -> bool:
    """Whether what follows a mention takes it back: "photos can be added", "maps or plans are welcome"."""
    tokens = sentence.tokens
    rest = [token.text for token in tokens[at + 1 : clause.end]]
    allowing = known.ALLOWING.intersection(rest[:2])
    if allowing and rest[rest.index(next(iter(allowing))) + 1 :][:1] == ["be"]:
        return True
    if "not" in rest[:3] and known.REQUIRED_AFTER.intersection(rest[:5]):
        return True
    return _text(tokens, clause.end + 1) in {"none", "no", "not"} or _is_offered_by_next(sentence, at, clause)


def _is_offered_by_next(sentence: Sentence, at: int, clause: Clause) -> bool:
    """Whether the clauses behind a mention make it an offer: "photos, maps and plans are welcome"."""
    tokens = sentence.tokens
    last = index_of(sentence.clauses, at)
    following = sentence.clauses[last + 1 : last + 3]
    if not following:
        return False
    mark = _text(tokens, following[0].start - 1)
    if following[0].conditional and mark not in {"and", "but", ";", ":"}:
        return True
    if following[0].offered and mark != ";" and not (following[0].verbs and _starts_with_verb(tokens, following[0])):
        return True
    lists = len(following) == 2 and mark != ";" and not clause.verbs and not following[0].verbs
    return lists and following[1].offered and not _starts_with_verb(tokens, following[1])


def _starts_with_verb(tokens: Tokens, clause: Clause) -> bool:
    """Whether a clause has a request of its own, so that its offer is its own too."""
    return tokens[clause.start].text in known.PUT_IN_FORMS or tokens[clause.start].text in {
        "feel",
        "you",
        "this",
        "consider",
    }


def _is_forbidden(tokens: Tokens, clause: Clause, end: int) -> bool:
    texts = [token.text for token in tokens[clause.start : end]]
    compared = known.words("more less fewer longer shorter later")  # "no less than three"
    denied = [at for at, text in enumerate(texts) if text in known.NOT and compared.isdisjoint(texts[at + 1 : at + 2])]
    if not denied:
        return False
    behind = set(texts[denied[-1] + 1 :])
    return not behind & {"forget", "omit", "skip", "miss", "only", "later", "without"}


_NOT_OBJECT = known.words(
    """of for from in on to under below above beside near about into by than how what whether that which where who at"""
)
_MEANS = frozenset(
    {"with", "including", "includes", "plus", "containing", "in", "on", "as", "by", "using", "through", "via"}
)


def _is_object(sentence: Sentence, at: int, verbs: Mapping[str, str]) -> bool:
    """Whether a noun is what a verb such as "include" asks for: "include an image", not "use the images below"."""
    tokens = sentence.tokens
    clause = clause_of(sentence.clauses, at)
    governor, article = _governor(tokens, clause, at, verbs)
    text = _text(tokens, governor)
    if text in verbs:
        if "only" in (_text(tokens, governor - 1), _text(tokens, governor + 1)):
            return False
        return article or _is_plain_object(tokens, clause, governor, at, verbs[text])
    if text == "of":
        return _text(tokens, governor - 1) in _QUANTITIES
    if text in _COMPANY or text == "be":
        return True
    links = text in {"as", "into"} and tokens[at].text in known.LINKS  # "give sources as links"
    return bool(clause.verbs) and (links or (article and text in _MEANS))


def _is_plain_object(tokens: Tokens, clause: Clause, verb: int, at: int, base: str) -> bool:
    """Whether a verb asks for a noun that has no article: not in "use landscape images", "only use the photos"."""
    if base not in known.ONLY_PLAIN_OBJECT:
        return True
    if base == "use" and verb + 1 < at and tokens[at].text in known.IMAGES:
        return False
    if tokens[at].text in known.LINKS and base != "use":
        return True
    return not _has_definite(tokens, verb, at) and "only" not in {token.text for token in tokens[clause.start : at]}


_COMPANY = {"with", "including", "plus"}
_QUANTITIES = known.words("address addresses couple number pair lot few selection set series collage")


def _governor(tokens: Tokens, clause: Clause, at: int, verbs: Mapping[str, str]) -> tuple[int, bool]:
    """The verb or preposition that governs a noun (-1 where there is none), and whether it has an article."""
    article = False
    for index in range(at - 1, clause.start - 1, -1):
        text = tokens[index].text
        if text in verbs and (text, tokens[index + 1].text) != ("make", "sure"):
            return index, article
        if text == "be" and {"must", "should", "shall"} & {token.text for token in tokens[clause.start : index]}:
            return index, article
        if text in _COMPANY or (not article and text in _NOT_OBJECT | _MEANS):
            return index, article
        if text in {"a", "an"} or tokens[index].value is not None:
            article = True
            if index > clause.start and tokens[index - 1].text in _NOT_OBJECT | _MEANS:
                return index - 1, True
    return -1, article


def _has_definite(tokens: Tokens, start: int, end: int) -> bool:
    return any(token.text in known.DEFINITE for token in tokens[start:end])


def _is_demanded(tokens: Tokens, at: int, clause: Clause) -> bool:
    """Whether what follows a noun demands it: "a photo is required", "links must be given"."""
    rest = [token.text for token in tokens[at + 1 : clause.end]]
    if known.REQUIRED_AFTER.intersection(rest[:1]) or "is a must" in " ".join(rest):
        return True
    stated = {"is", "are", "must", "should", "required", "needed"}.intersection(rest[:6])
    return bool(stated and known.REQUIRED_AFTER.intersection(rest))


def _stands_alone(sentence: Sentence, at: int, clause: Clause, *, counted: bool) -> bool:
    """Whether a noun without a verb of its own is a request: "At least one image", "Include a text and a photo"."""
    tokens = sentence.tokens
    if any(verb < at for verb in clause.verbs):
        return False
    if clause.start and set(clause.verbs) - {at}:  # "but photographs are better"
        return False
    opens = all(
        token.text in known.BEFORE_LONE_NOUN or token.value is not None or index == clause.start
        for index, token in enumerate(tokens[clause.start : at], clause.start)
    )
    last = index_of(sentence.clauses, at)
    opens = opens or (clause.end - clause.start <= 3 and not clause.verbs)
    previous = sentence.clauses[max(0, last - MAX_LIST) : last]
    if not previous:
        return counted or (opens and set(clause.verbs) <= {at} and _text(tokens, at + 1) in _AFTER_LONE)
    if not opens and not counted:
        return False
    asked = [verb for c in previous for verb in c.verbs if tokens[verb].text in known.PUT_IN_FORMS]
    plain = not any(tokens[verb].text in known.ASK for c in previous for verb in c.verbs)
    return bool(asked) or counted or plain
