"""Web addresses as authors write them: what is certainly broken in one."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

MAX_ADDRESS = 4_096  # characters; browsers and servers refuse longer ones

INVISIBLE = "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BEFORE_HTTP = re.compile(rf"(?:[\s./{INVISIBLE}]|%20|%C2%A0|%E2%80%8B|%EF%BB%BF)+(?=https?://)", re.IGNORECASE)
SCHEME = re.compile(r"(?P<name>[A-Za-z]{3,8})(?P<mark>\s{0,3}[:;.,]?\s{0,3}[/\\]{1,3}:?\s{0,3}|:(?![\d/]))")
WEB = re.compile(r"https?://", re.IGNORECASE)
HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?=[/?#:]|$)")
NOT_IN_A_HOST = re.compile(r"[\s,;\"'<>(){}|^`!$*&=+\\]|\.\.|^\.")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$")
A_MAILBOX = re.compile(r"[^@\s]@[^@\s]")
IPV6 = re.compile(r"\[[0-9A-Fa-f:.]{2,45}\](?::\d{0,5})?")
UNSEEN = re.compile(r"[\u00ad\u200b\u200e\u200f\u2060\ufeff]|%E2%80%8B|%EF%BB%BF", re.IGNORECASE)
ATTRIBUTE = re.compile(r"\s+(?:target|rel|class|id|style|title|download)\s*=", re.IGNORECASE)
NEARBY = re.compile(  # the reader's own computer, and networks that nobody else is in (RFC 1918, RFC 6761, RFC 6762)
    r"(?:127|10)(?:\.\d{1,3}){3}|(?:192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2}|0\.0\.0\.0|\[::1\]"
    r"|(?:.+\.)?localhost|.+\.(?:local|localhost|lan|internal)",
    re.IGNORECASE,
)
DOI = re.compile(r"(?:doi:\s{0,3})?(?=10\.\d{4,9}/)", re.IGNORECASE)
WEB_NAME = re.compile(r"w{2,4}\d?\.[\w-]+(?:\.[\w-]+)+(?=[/?#:]|$)", re.IGNORECASE)

# The endings of host names. The second kind counts where a path or another dot shows that no file is meant; what is
# the extension of a file too (.ai, .cc, .md, .pl, .ps, .py, .rs, .sh, .so …) is in neither.
GENERIC = re.compile(r"com|org|net|edu|gov|mil|int|info|biz")
SPECIAL = re.compile(
    r"ae|ar|at|au|be|bg|br|ca|ch|cl|cn|co|cr|cz|de|dk|ec|ee|eg|es|eu|fi|fr|ge|gr|hk|hr|hu|id|ie|il|in|io|ir|is|"
    r"it|jp|ke|kr|kw|lk|lt|lu|lv|ma|mx|my|ng|nl|no|np|nz|om|pe|ph|pk|pt|qa|ro|ru|rw|sa|se|sg|si|sk|th|tn|tr|tw|"
    r"ua|ug|uk|us|uy|vn|za|city|london|nyc|paris|berlin|tokyo"
)


# What no reader of a page can open, by scheme: what it is, as the end of a sentence.
CODE = "is a piece of a program, which websites take out of links"
OWN_BROWSER = "leads into your own browser"
OWN_NETWORK = "leads into your own network, which no reader can reach"
OWN_MAIL = "leads to a part of an e-mail, which no reader has"
UNREACHABLE = {
    **dict.fromkeys(("javascript", "vbscript"), CODE),
    **dict.fromkeys(("chrome-extension", "moz-extension", "safari-web-extension", "extension"), OWN_BROWSER),
    **dict.fromkeys(("chrome", "edge", "about", "view-source", "resource", "blob", "filesystem"), OWN_BROWSER),
    **dict.fromkeys(("smb", "afp", "nfs"), OWN_NETWORK),
    **dict.fromkeys(("cid", "mid", "message", "attachment"), OWN_MAIL),
    "data": "holds a whole file written out as code, which browsers refuse to open",
}

COPY = "Copy the address from your browser again."
FIND = "Find the page on the web, and write its address here."
MAILBOX = "Write the whole e-mail address behind 'mailto:', as in 'mailto:office@example.org'."
NUMBER = "Write the whole number, as in 'tel:+4512345678'."


@dataclass(frozen=True, slots=True)
class Broken:
    """An address that leads nowhere: what is wrong with it, as the end of a sentence, and what was probably meant.

    `advice` is what to do where that is not known. `nearby` says that only readers elsewhere cannot reach it.
    """

    reason: str
    meant: str | None
    advice: str = COPY
    nearby: bool = False


def broken(address: str) -> Broken | None:
    """What is certainly wrong with an address; None for a sound one, and for what may be the name of a file."""
    text = address.strip()
    if not text or text[0] in "#?(\"'":
        return None
    if WEB.match(text) and (html := ATTRIBUTE.search(text[:MAX_ADDRESS])):
        return Broken("has a piece of HTML behind it", text[: html.start()])
    if WEB.match(text) and UNSEEN.search(text[:MAX_ADDRESS]):
        return Broken("holds an invisible character", UNSEEN.sub("", text))
    scheme, colon, rest = text[:MAX_ADDRESS].partition(":")
    if colon and (found := _unreachable(scheme.lower(), rest)):
        return found
    return _broken_web(text) if len(text) <= MAX_ADDRESS else None


def no_picture(address: str) -> str | None:
    """Why no browser can show a picture from an address on the web, as the end of a sentence; None where it can."""
    scheme, colon, rest = address.strip()[:MAX_ADDRESS].partition(":")
    if colon and scheme.lower() == "data":
        return None if rest[:6].lower() == "image/" else "holds no picture"
    if found := broken(address):
        return found.reason
    return None if address.strip()[:2] == "//" or scheme.lower() in {"http", "https"} else "is not that of a picture"


def _unreachable(scheme: str, rest: str) -> Broken | None:
    """What is wrong with an address of this scheme, without regard to websites."""
    if reason := UNREACHABLE.get(scheme):
        page = re.search(r"https?://.+", rest) if scheme != "blob" and reason is OWN_BROWSER else None
        return Broken(reason, page[0] if page else None, FIND)
    if scheme == "mailto":
        mailboxes = unquote(rest.partition("?")[0])
        if rest.startswith("//") and A_MAILBOX.search(mailboxes):
            return Broken("begins with 'mailto://' where 'mailto:' is needed", f"mailto:{rest.lstrip('/')}")
        if not A_MAILBOX.search(mailboxes) and (mailboxes or "?" not in rest):
            return Broken("names no e-mail address", None, MAILBOX)
    if scheme in {"tel", "sms"} and not re.search(r"\d", rest):
        return Broken("names no telephone number", None, NUMBER)
    return None


def _broken_web(text: str) -> Broken | None:
    """What is wrong with the address of a page on the web, if that is meant."""
    if lead := BEFORE_HTTP.match(text):
        return Broken(f"has something before '{text[lead.end() :][:4]}', perhaps invisible", text[lead.end() :])
    if found := SCHEME.match(text):
        return _broken_scheme(found["name"].lower(), found["mark"], text[found.end() :])
    if text.startswith("//"):  # without a dot, it is a path from the root
        return _broken_host(text[2:]) if "." in re.split(r"[/?#]", text[2:], maxsplit=1)[0] else None
    if MAIL.match(text):
        return Broken("is an e-mail address, and a link to one begins with 'mailto:'", f"mailto:{text}")
    return _without_scheme(text)


def _broken_scheme(name: str, mark: str, rest: str) -> Broken | None:
    """What is wrong with an address that begins with `name`, then `mark` ("://" if all is well), then `rest`."""
    if name == "doi":
        return _without_scheme(f"doi:{rest}")
    if name in {"http", "https"} and mark in {"://", ":///"}:
        return _doubled(rest) or _broken_host(rest)
    if not HOST.match(rest) or mark in {"/", "\\"}:
        return _without_scheme(f"{name}{mark}{rest}")
    if name in {"http", "https"}:
        return Broken(f"begins with '{name}{mark}' where '{name}://' is needed", f"{name}://{rest}")
    if len(name) <= 7 and set("tp") <= set(name) <= set("htps") and mark != ":":
        right = "https" if "s" in name else "http"
        return Broken(f"begins with '{name}{mark}', which is misspelt", f"{right}://{rest}")
    return None


def _doubled(rest: str) -> Broken | None:
    """What is wrong with `https://` and this behind it, where it begins with a scheme again."""
    found = re.match(r"(https?)(?:[:;]/{0,2}|//)(?=[\w-]+\.)", rest, re.IGNORECASE)
    return Broken("begins with 'http' twice", f"{found[1].lower()}://{rest[found.end() :]}") if found else None


def _broken_host(rest: str) -> Broken | None:
    """What is wrong with the name of a website, which is the start of `rest`."""
    host = unquote(re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2])
    name, _, port = host.partition(":")
    if host.startswith("["):
        name, port = host.partition("]")[0] + "]", ""
    if not host:
        return Broken("names no website", None)
    if NEARBY.fullmatch(name.rstrip(".")):
        return Broken("leads to your own computer or network, which no reader can reach", None, FIND, nearby=True)
    no_port = bool(port) and not (port.isascii() and port.isdecimal() and int(port[:9]) < 65_536)
    unfit = not IPV6.fullmatch(host) if host.startswith("[") else bool(NOT_IN_A_HOST.search(name))
    if unfit or no_port:
        return Broken(f"names the website '{host}', and no website can have this name", None)
    if "." not in name and not host.startswith("["):
        return Broken(f"names the website '{name}', which lacks an ending such as '.org'", None)
    return None


def _without_scheme(text: str) -> Broken | None:
    """What is wrong with an address without a scheme, if it is one and no file."""
    if found := DOI.match(text):
        return Broken(
            "is a DOI, and a link to one begins with 'https://doi.org/'", f"https://doi.org/{text[found.end() :]}"
        )
    if WEB_NAME.match(text) or _is_host(text):
        return Broken("lacks 'https://' at its start", f"https://{text}")
    return None


def _is_host(text: str) -> bool:
    """Whether a text surely begins with the name of a website."""
    found = HOST.match(text)
    if not found:
        return False
    labels = found[0].lower().split(".")
    in_context = len(labels) > 2 or text[found.end() :].startswith("/")
    return bool(GENERIC.fullmatch(labels[-1]) or (in_context and SPECIAL.fullmatch(labels[-1])))
