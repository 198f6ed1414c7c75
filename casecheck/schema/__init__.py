"""Front matter against a JSON Schema (draft 2020-12): every error as a plain sentence at its exact path.

Any valid schema works. Four things are read the way authors of front matter mean them:

- A key without a value (`tags:`, `tags: []`, `tags: ""`) is as good as absent. Where the schema requires it, that is
  `field-empty`, where it does not, nothing is wrong; a schema that wants an empty value allowed says so (`"null"` among
  its types, an empty value in `enum`), one that forbids it says `minLength`, `minItems` or `minProperties`.
- A whole number is written without a decimal point: `2018.0` is no `integer`.
- `$` in a pattern is the end of the text, never a place before a last line end.
- `deprecated: true` marks an old name: a value under it is a note, `field-unknown`.

A schema may say what its errors mean. `x-casecheck` on any subschema holds for errors at that place and below, the
innermost wins as a whole; for a missing or an empty key, that key's own subschema counts, then the subschema which
requires it:

    "x-casecheck": {"severity": "warning", "message": "{value} is no tag.", "help": "Choose from the list."}
    "x-casecheck": {"field-missing": {"severity": "warning"}, "field-empty": {"severity": "note"}}

`severity` is error, warning or note; `{value}` and `{key}` in `message` and `help` stand for what was found. All three
may be left out. Under the name of a rule they hold for that rule only. `field-empty` on an optional key asks for it.

References stay in the file: `$ref` to `#/$defs/…` works, one to the network or to another file is refused.
"""

from casecheck.schema.check import check
from casecheck.schema.fault import SEVERITIES, SchemaFault
from casecheck.schema.load import Schema, load
from casecheck.schema.locate import located

__all__ = ["SEVERITIES", "Schema", "SchemaFault", "check", "load", "located"]
