"""Write the names of all rules into schemas/settings.schema.json, for editors that complete them: run it after RULES
has changed.
"""

import json
from pathlib import Path

from casecheck.catalogue import rule_names

FILE = Path(__file__).parent.parent / "schemas" / "settings.schema.json"


def names() -> list[str]:
    """Every rule."""
    return sorted(name for name, _ in rule_names())


def groups() -> list[str]:
    """What stands for several rules: `all`, the families, and every way in which names begin."""
    parts = [name.split("-") for name in names()]
    starts = {"-".join(words[:end]) for words in parts for end in range(1, len(words))}
    return sorted({"all", *(family for _, family in rule_names()), *starts} - set(names()))


def written(text: str) -> str:
    """The text of the schema with these names in it, one a line; nothing else is touched."""
    for title, listed in (("rule", names()), ("group", groups())):
        start = text.index('"enum": [', text.index(f'    "{title}": {{')) + len('"enum": [')
        lines = ",".join(f"\n        {json.dumps(name)}" for name in listed)
        text = text[:start] + lines + "\n      " + text[text.index("]", start) :]
    return text


if __name__ == "__main__":
    FILE.write_text(written(FILE.read_text("utf-8")), "utf-8")
