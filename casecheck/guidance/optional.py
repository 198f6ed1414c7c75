"""Whether a comment says that its whole section may be left out."""

import re

_SECTION = r"(?:section|part|heading|chapter|field|block|entry|step)"
_THIS = rf"(?:(?:this|the|that) (?:(?:whole|entire) )?{_SECTION}|this one|this|it|{_SECTION})"
_LEAVE = r"(?:skip|omit|drop|delete|remove|ignore|leave out|leave|cut|exclude)"
_LEFT = r"(?:left (?:out|blank|empty|off|away)|omitted|skipped|dropped|deleted|removed|ignored|excluded|cut)"
_OPENS = r"(?:^|[.;:,(\[–—-] *|\b(?:and|but|so|then) )\W*(?:please )?"
_IF = r"(?:if|when|where|for)\b"
_ABSENT = r"(?:if|unless|where|when (?:not|nothing|none|there (?:is|are) no|it does not|irrelevant|inapplicable))\b"
_NOT_MORE = r"(?! (?!section|if|when|unless|out|blank|empty|for|or|and)\w)"  # "skip this", not "skip this question"
_FILL_IN = r"(?:include|use|add|complete|keep|write|fill (?:in|out))(?: in| out)?"
_MAY = r"(?:may|can|could|might|are free to)"
_NEEDED = r"(?:required|mandatory|compulsory|obligatory|necessary|needed)"

_SAYINGS = (
    r"^\W*optional\W*$",
    rf"{_OPENS}(?:{_THIS} )?(?:is|remains) (?:\w+ly |an? )?optional\b",
    rf"{_OPENS}(?:this |{_SECTION} )?optional {_SECTION}\b",
    rf"^\W*(?:this )?{_SECTION}\W{{1,3}}optional\W*$",
    # not required
    rf"{_OPENS}(?:{_THIS} )?(?:is not|isn['’]t) (?:\w+ly )?{_NEEDED}\b",
    rf"^\W*not {_NEEDED}(?: (?:for|in|if|when|where|unless)\b.*|\W*)$",
    rf"{_OPENS}(?:{_THIS} )?is (?:\w+ly )?voluntary\b",
    rf"{_OPENS}(?:there is )?no need to {_FILL_IN} {_THIS}",
    rf"{_OPENS}you (?:do not|don['’]t) (?:have|need) to {_FILL_IN} {_THIS}",
    # may be left out
    rf"\b(?:you|authors?|writers?|students?|teams?) {_MAY} (?:\w+ )?{_LEAVE} {_THIS}{_NOT_MORE}",
    rf"\b(?:free|fine|ok|okay|possible|allowed|acceptable) to {_LEAVE} (?:out )?{_THIS}{_NOT_MORE}",
    rf"{_OPENS}(?:{_THIS} )?(?:may|can|could|might) (?:also |simply )?be {_LEFT}\b",
    rf"{_OPENS}{_THIS} (?:may|can|could|might) (?:stay|remain|be) (?:empty|blank)\b",
    # leave out if
    rf"\bif [^,]{{1,60}}, (?:please )?leave (?:{_THIS} )?(?:out|blank|empty)\b",
    rf"\bif [^,]{{1,60}}, (?:please )?(?:skip|omit|delete|remove|drop) {_THIS}\b",
    rf"{_OPENS}{_LEAVE} (?:{_THIS} )?(?:out |blank |empty )?{_ABSENT}",
    rf"{_OPENS}{_LEAVE} (?:this|the) {_SECTION}\b",
    rf"\b{_LEAVE} (?:this|the) {_SECTION} (?:as|if|when|unless|where)\b",
    rf"^\W*{_FILL_IN} (?:{_THIS} )?(?:if|where|when) (?:known|applicable|available|relevant|possible)\W*$",
    # only if
    r"^\W*for [\w -]{1,40} only\W*$",
    rf"{_OPENS}(?!use|write|keep){_FILL_IN} {_THIS} (?:only|just) {_IF}",
    rf"{_OPENS}{_FILL_IN} {_THIS} (?:only|just) (?:if|when)\b",
    rf"{_OPENS}only {_FILL_IN} {_THIS} {_IF}",
    rf"{_OPENS}{_THIS} (?:is|applies) only (?:{_NEEDED} )?{_IF}",
    rf"\bnot (?:every|all)\b[^.;:]{{0,40}}\bneeds? {_THIS}",
    rf"^\W*(?:{_NEEDED}|relevant|applicable|{_FILL_IN}) only {_IF}",
    rf"^\W*only (?:(?:{_NEEDED}|relevant|applicable|complete|include|use) )?{_IF}",
)
_ALWAYS = tuple(re.compile(saying, re.IGNORECASE) for saying in _SAYINGS)
_APPLIES = r"(?:(?:if|where|when) (?:applicable|relevant|appropriate|any)|as applicable)"
_AT_FIRST = (
    re.compile(r"^\W*optional \w+\W*$", re.IGNORECASE),
    re.compile(r"^\W*optional(?: section)?\s*[.:;,)\]–—-]", re.IGNORECASE),
    re.compile(r"\s[–—-]\s*optional\s*[,;.:)]", re.IGNORECASE),
    re.compile(r"[;,(–—-]\s*optional\W*$", re.IGNORECASE),
    re.compile(rf"^\W*(?:only )?{_APPLIES}\b", re.IGNORECASE),
    re.compile(rf"\b{_APPLIES}\W*$", re.IGNORECASE),
)
# One of these is in each of the sayings: most statements need no closer look.
_TRIGGER = re.compile(
    r"option|requir|mandat|compuls|obligat|necess|need|volunt|skip|omit|drop|delet|remov|ignor|lea?v|left|\bcut"
    r"|exclu|only|just|applic|relev|appropr|\bany\b|blank|empty|known|available|possible",
    re.IGNORECASE,
)
MAX_CHARACTERS = 2000  # nobody calls a section optional in a longer sentence


def is_optional(statement: str, *, first: bool, about_extras: bool) -> bool:
    """Whether a statement makes its section optional.

    What only the opening of a comment can say ("Optional: …", "If applicable, describe …") counts where the statement
    is the `first` one and is not `about_extras`, such as a picture or a link, which it would make optional instead.
    """
    text = statement[:MAX_CHARACTERS]
    if not _TRIGGER.search(text):
        return False
    if any(saying.search(text) for saying in _ALWAYS):
        return True
    return first and not about_extras and any(saying.search(text) for saying in _AT_FIRST)
