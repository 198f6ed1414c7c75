"""A link takes a detour: a redirect, a short link, a library's login, or codes that track readers.

Such an address comes from an e-mail, a search page or a social network. It may stop working at any time, some readers
cannot pass it, and it hides where the link leads.

Bad:
    [Harbour plan](https://www.google.com/url?q=https%3A%2F%2Fwww.example.org%2Fharbour&sa=D)

Good:
    [Harbour plan](https://www.example.org/harbour)
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, urlsplit

from casecheck.addresses import MAX_ADDRESS
from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity, in_full, quoted
from casecheck.references import Match, Role
from casecheck.settings import Settings

NAME = "link-wrapper"
SEVERITY = Severity.NOTE

REDIRECTS = {  # the end of the host and the start of the path: the parameters that may hold the address
    ("google.com", "/url"): ("q", "url"),
    ("facebook.com", "/l.php"): ("u",),
    ("l.instagram.com", "/"): ("u",),
    ("safelinks.protection.outlook.com", "/"): ("url",),
    ("linkedin.com", "/redir"): ("url",),
    ("linkedin.com", "/safety/go"): ("url",),
    ("youtube.com", "/redirect"): ("q",),
    ("slack-redir.net", "/link"): ("url",),
    ("duckduckgo.com", "/l/"): ("uddg",),
    ("out.reddit.com", "/"): ("url",),
}
SHORT = re.compile(
    r"bit\.ly|t\.co|lnkd\.in|tinyurl\.com|goo\.gl|ow\.ly|buff\.ly|is\.gd|rb\.gy|cutt\.ly|shorturl\.at|t\.ly"
)
LIBRARY = re.compile(r"(?:^|\.)(?:ez)?proxy\.")
PROOFPOINT = re.compile(r"/v3/__(?P<scheme>https?):/+(?P<rest>.+?)__;")
TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|igshid|msclkid|mc_[ce]id)(?:=|$)", re.IGNORECASE)


class Detour(NamedTuple):
    """What an address does instead of leading to the page, as the end of a sentence, and the address of the page."""

    what: str
    page: str | None


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """Links that lead to their page by way of another."""
    for reference in document.references:
        if reference.role is not Role.LINK or reference.resolution.match is not Match.REMOTE:
            continue
        if detour := _detour(reference.target):
            mend = "Open the link, and copy the address of the page that it leads to."
            yield Problem(
                f"The address {quoted(reference.target)} {detour.what}.",
                document.at(reference.span),
                help=f"Write {in_full(detour.page)}." if detour.page else mend,
            )


def _detour(address: str) -> Detour | None:
    if len(address) > MAX_ADDRESS:
        return None
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
        values = dict(reversed(parse_qsl(parts.query, max_num_fields=100)))
    except ValueError:
        return None
    if SHORT.fullmatch(host) and len(parts.path) > 1 and not parts.path.startswith("/maps/"):
        return Detour(f"is a short link of {host}: it hides where it leads, and may stop working", None)
    if LIBRARY.search(host):
        return Detour("goes through the login of a library, which other readers cannot pass", values.get("url"))
    return _redirect(address, host, parts.path, values) or _tracking(parts)


def _redirect(address: str, host: str, path: str, values: dict[str, str]) -> Detour | None:
    for (end, start), names in REDIRECTS.items():
        if f".{host}".endswith(f".{end}") and path.startswith(start):
            pages = [values[name] for name in names if values.get(name, "").startswith(("http://", "https://"))]
            if pages:
                return Detour(f"goes through {end} instead of leading to the page itself", pages[0])
    if host == "urldefense.com" and (found := PROOFPOINT.search(address)):
        return Detour("goes through the mail filter of urldefense.com", f"{found['scheme']}://{found['rest']}")
    return None


def _tracking(parts: SplitResult) -> Detour | None:
    """What tracks the reader, in an address that else leads straight to its page."""
    fields = parts.query.split("&")
    kept = [field for field in fields if not TRACKING.match(field)]
    if len(kept) == len(fields):
        return None
    return Detour("carries codes that track its readers", parts._replace(query="&".join(kept)).geturl())
