"""A link leads to a page or a website that is not there any more. Only found with `casecheck check --online`.

casecheck asks the website for the page. It is sure only where the answer leaves no doubt: no such page (404), removed
(410), no such website, nobody answering at its address, or a certificate that makes browsers warn. A website in trouble
(an error 500, or no answer in time) is worth a note. Websites that turn programs away are left in peace, and nothing
is said of them.

Bad:
    [Harbour plan](https://www.example.org/2016/harbour-plan)      (the website says: not found)

Good:
    [Harbour plan](https://www.example.org/archive/harbour-plan)
    [Harbour plan](https://web.archive.org/web/2016/https://www.example.org/2016/harbour-plan)
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.online import Answer, Outcome
from casecheck.settings import Settings
from casecheck.weblinks import parts, web_links

NAME = "link-broken"
SEVERITY = Severity.WARNING

ARCHIVE = "https://web.archive.org/web/"
REASONS = {  # what is wrong: {page} is the page that was asked for in the end, {host} its website
    Outcome.NOT_FOUND: "There is no page {page}: its website answers 'not found' (404).",
    Outcome.GONE: "The page {page} was removed: its website answers 'gone' (410).",
    Outcome.NO_HOST: "There is no website {host}, so {page} leads nowhere.",
    Outcome.REFUSED: "The computer of {host} runs no website, so {page} leads nowhere.",
    Outcome.EXPIRED: "Browsers warn readers of {page}: the certificate of {host} is out of date.",
    Outcome.OTHER_NAME: "Browsers warn readers of {page}: {host} shows the certificate of another website.",
    Outcome.SELF_SIGNED: "Browsers warn readers of {page}: nobody vouches for the certificate of {host}.",
    Outcome.PRIVATE: "The address {page} leads into a private network, which readers cannot reach.",
}
DOUBTS = {
    Outcome.TROUBLE: "The website of {page} is in trouble: it answers with the error {status}.",
    Outcome.SLOW: "The website of {page} did not answer in time.",
    Outcome.CIRCLE: "The address {page} redirects again and again without coming to an end.",
}


def check(document: CaseDocument, settings: Settings) -> Iterator[Problem]:
    """Web addresses that have no page behind them, as far as answers are at hand."""
    private = settings.links.allow_private
    for link in web_links(document, allow_private=private) if document.answers else ():
        answer = document.answers.get(link.asked)
        if answer and answer.outcome in REASONS:
            message = _say(REASONS[answer.outcome], link.written, answer)
            yield Problem(message, document.at(link.span), help=_mend(link.asked, answer.outcome))
        elif answer and answer.outcome in DOUBTS:
            yield Problem(
                _say(DOUBTS[answer.outcome], link.written, answer),
                document.at(link.span),
                help="Open the link in a browser. If it fails there too, and again another day, replace it.",
                severity=Severity.NOTE,
            )


def _say(reason: str, written: str, answer: Answer) -> str:
    page = answer.end or written
    text = reason.format(page=quoted(page), host=quoted(parts(page).hostname or page), status=answer.status)
    return f"The address {quoted(written)} redirects to another one. {text}" if answer.end else text


def _mend(asked: str, outcome: Outcome) -> str:
    if outcome is Outcome.PRIVATE:
        return "Link to a page on the public web, or take the link away."
    return f"Find the page's new address, or link to a copy of it; there may be one at {in_full(ARCHIVE + asked)}."
