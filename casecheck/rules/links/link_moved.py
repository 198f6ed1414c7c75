"""A page has moved for good, and its old address only redirects. Only found with `casecheck check --online`.

Websites keep such redirects for some years, seldom for ever. A page that now leads to the front page of a website is
probably gone. Nothing is said of addresses that differ only in `https`, `www.` or a slash at the end, of permanent
identifiers such as DOIs, and of redirects to a page where readers log in.

Bad:
    [Harbour plan](https://www.example.org/2016/harbour)      (redirects for good to /plans/harbour)

Good:
    [Harbour plan](https://www.example.org/plans/harbour)
"""

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.limits import MAX_REPLACEMENT_CHARACTERS
from casecheck.online import Outcome
from casecheck.settings import Settings
from casecheck.weblinks import parts, web_links

NAME = "link-moved"
SEVERITY = Severity.NOTE

IDENTIFIERS = re.compile(r"(?:^|\.)(?:doi\.org|hdl\.handle\.net|purl\.\w+|w3id\.org|n2t\.net|perma\.cc)$")
LOGIN = re.compile(r"\b(?:log-?in|sign-?in|log-?on|sso|saml|oauth2?|auth|consent|captcha|challenge)\b", re.IGNORECASE)
FRONT_PAGE = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?)?(?:(?:index|home|default)\.\w{3,5})?", re.IGNORECASE)


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Web addresses that redirect permanently to a page that is there, as far as answers are at hand."""
    private = settings.links.allow_private
    for link in web_links(document, allow_private=private) if document.answers else ():
        answer = document.answers.get(link.asked)
        if not answer or answer.outcome is not Outcome.GOOD or not answer.moved_to:
            continue
        old, new = parts(link.asked), parts(answer.moved_to)
        if not new.hostname or _is_same(old, new) or not _is_for_all_readers(old, new):
            continue
        if _is_front_page(new) and not _is_front_page(old):
            message = f"The address {quoted(link.written)} now leads to the front page of {quoted(new.hostname)} only."
            mend = "The page is probably gone. Find its new address, or link to a copy at https://web.archive.org/."
        elif len(answer.moved_to) <= MAX_REPLACEMENT_CHARACTERS:
            message = f"The page {quoted(link.written)} has moved for good."
            mend = f"If this is the page that you mean, write {in_full(_with_fragment(answer.moved_to, link.written))}."
        else:
            continue
        yield Problem(message, document.at(link.span), help=mend)


def _is_same(old: SplitResult, new: SplitResult) -> bool:
    """Whether two addresses differ only in what makes no difference to a reader."""
    return _plain(old) == _plain(new)


def _plain(address: SplitResult) -> tuple[str, str, str]:
    host = (address.hostname or "").removeprefix("www.").rstrip(".")
    return _name(host), unquote(address.path).rstrip("/").casefold(), unquote(address.query)


def _name(host: str) -> str:
    """A host as servers write it: `xn--…` where it has letters beyond a to z."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _is_for_all_readers(old: SplitResult, new: SplitResult) -> bool:
    """Whether the new address is worth writing: no identifier is given up for it, and no login stands before it."""
    if IDENTIFIERS.search(old.hostname or ""):
        return False
    comes_back = len(old.path) > 1 and old.path in unquote(new.query)  # login?return=/the/old/page
    return not comes_back and not LOGIN.search(f"{new.hostname} {new.path}")


def _is_front_page(address: SplitResult) -> bool:
    return bool(FRONT_PAGE.fullmatch(address.path))


def _with_fragment(new: str, written: str) -> str:
    """The new address, with the place in the page that the old one named."""
    fragment = written.partition("#")[2]
    return f"{new}#{fragment}" if fragment and "#" not in new else new
