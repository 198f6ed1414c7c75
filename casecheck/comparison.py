"""Documents compared with each other, from the facts that were gathered of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from casecheck.examination import crash
from casecheck.examined import Examined
from casecheck.finding import Finding
from casecheck.plain import from_plain
from casecheck.rules import COLLECTION_RULES, CollectionRule
from casecheck.settings import Settings


def compare(examined: Sequence[Examined], settings: Settings) -> tuple[Finding, ...]:
    """What the rules that compare documents find, each about one of them."""
    documents = sorted(examined, key=lambda each: each.document.path)
    return tuple(found for rule in COLLECTION_RULES for found in _apply(rule, documents, settings))


def _apply(rule: CollectionRule, examined: Sequence[Examined], settings: Settings) -> Iterator[Finding]:
    """The findings of one rule; a crash in it is one too, of the first document."""
    facts = [(each.document.path, fact) for each in examined for name, fact in each.facts if name == rule.NAME]
    severity = settings.severity.get(rule.NAME)
    try:
        found = list(rule.check([_as_told(rule, fact) for _, fact in facts]))
    except Exception as error:  # a rule that fails must not take the other rules with it
        yield crash(rule.NAME, error, facts[0][0])
        return
    for each in found:
        yield each if severity is None else replace(each, severity=severity)


def _as_told(rule: CollectionRule, fact: object) -> object:
    """A fact as the rule gave it, also where it comes from an earlier run."""
    return fact if isinstance(fact, rule.Fact) else from_plain(rule.Fact, fact)
