"""What the web says of one address. Plain values, so that answers cross processes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """How an address fared. What casecheck cannot tell for sure is `UNKNOWN`, and no fault of the address."""

    GOOD = "good"
    NOT_FOUND = "not found"  # 404
    GONE = "gone"  # 410
    NO_HOST = "no host"  # the name is not known
    REFUSED = "refused"  # nothing listens there
    EXPIRED = "expired"  # the certificate is out of date
    OTHER_NAME = "other name"  # the certificate is another website's
    SELF_SIGNED = "self-signed"  # nobody vouches for the certificate
    PRIVATE = "private"  # the address itself is a number inside a private network
    TROUBLE = "trouble"  # 5xx
    SLOW = "slow"  # no answer in time
    CIRCLE = "circle"  # redirects without an end
    UNKNOWN = "unknown"  # not asked, turned away (401, 403, 429, 999 …), or answered in a way that says nothing

    @property
    def clear(self) -> bool:
        """Whether it says something about the address."""
        return self is not Outcome.UNKNOWN


UNPROVEN = {Outcome.NO_HOST, Outcome.REFUSED, Outcome.EXPIRED, Outcome.OTHER_NAME, Outcome.SELF_SIGNED, Outcome.SLOW}
# what every address looks like to a machine that is offline, behind a firewall or behind a login page of a café


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one address.

    `status` is the last HTTP status, None where there was none. `end` is where redirects led, None where there were
    none. `moved_to` is the address behind all permanent redirects (301, 308) that come before any other, None without
    one.
    """

    outcome: Outcome
    status: int | None = None
    end: str | None = None
    moved_to: str | None = None


Progress = Callable[[int, int], None]  # how many addresses are done, and how many there are
Answers = Mapping[str, Answer]  # under addresses without fragment
