from casecheck.catalogue import OWN, rule_names
from casecheck.rules import ALL_RULES, family


def test_the_files_name_the_rules_that_run() -> None:
    assert rule_names()[: -len(OWN)] == tuple((rule.NAME, family(rule)) for rule in ALL_RULES)
    assert tuple(name for name, _ in rule_names()[-len(OWN) :]) == OWN
