"""A schema from its file, and the validator that goes with it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from casecheck.errors import UsageError
from casecheck.finding import quoted
from casecheck.resources import schema_folder
from casecheck.schema import keywords, structure
from casecheck.schema.patterns import Matcher
from casecheck.schema.structure import Node

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KNOWN_DIALECT = re.compile(r"https?://json-schema\.org/(draft/20(19-09|20-12)|draft-0[67])/schema#?")


@dataclass(frozen=True)
class Schema:
    """A JSON Schema (draft 2020-12) for front matter, loaded and known to be valid."""

    path: str
    document: Mapping[str, Any] = field(repr=False)

    @cached_property
    def validator(self) -> Any:
        """The jsonschema validator; importing that library is costly, so it is made when first needed."""
        return keywords.validator(self.document, self.matcher)

    @cached_property
    def matcher(self) -> Matcher:
        """What compares values with the patterns of the schema."""
        return Matcher()

    @cached_property
    def properties(self) -> Mapping[str, tuple[Node, ...]]:
        """Every key that the schema names at the top level, with the subschemas for it."""
        return structure.properties(self.document, self.document)


def load(path: str) -> Schema:
    """The schema in a file. Raises UsageError where it cannot be read or is no valid schema."""
    file = Path(path)
    try:
        text = file.read_bytes().decode("utf-8-sig")
        document = json.loads(text)
    except OSError as error:
        raise UsageError(f"The schema {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"The schema {path} is not UTF-8 text.") from error
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}:{error.lineno}:{error.colno}: the schema is no JSON: {error.msg}.") from error
    except RecursionError as error:
        raise UsageError(f"The schema {path} is nested too deeply.") from error
    if not isinstance(document, dict):
        raise UsageError(f"The schema {path} must be a JSON object, between {{ and }}.")
    _refuse_dialect(path, text, document.get("$schema", DIALECT))
    schema = Schema(path, document)
    if file.resolve().parent != schema_folder().resolve():
        _refuse_invalid(schema)
    return schema


def _refuse_dialect(path: str, text: str, dialect: object) -> None:
    """Raise UsageError for a schema in a language of its own; older drafts are read as if they were of today."""
    if not isinstance(dialect, str) or not KNOWN_DIALECT.fullmatch(dialect):
        line = text.count("\n", 0, max(0, text.find('"$schema"'))) + 1
        what = f"{path}:{line}: {quoted(str(dialect))} is no kind of schema that is known here."
        raise UsageError(f'{what} Write "$schema": "{DIALECT}", or leave it out.')


def _refuse_invalid(schema: Schema) -> None:
    """Raise UsageError for what is no valid schema; a test does the same for the schemas that come with casecheck."""
    from jsonschema.exceptions import best_match

    error = best_match(keywords.metaschema_errors(schema.document))
    if error is not None:
        place = "/".join(str(step) for step in error.absolute_path) or "its top level"
        message = (
            f"The schema {schema.path} is no valid JSON Schema (draft 2020-12): at {place}, {quoted(error.instance)}"
        )
        raise UsageError(f"{message} is not what {quoted(error.validator)} of the standard allows there.")
    for place, pattern, problem in keywords.bad_patterns(schema.document):
        raise UsageError(
            f"The schema {schema.path} has a pattern that cannot be read, at {place}: {pattern} ({problem})."
        )
    if {"unevaluatedProperties", "patternProperties"} <= set(structure.keywords(schema.document)):
        raise UsageError(
            f"The schema {schema.path} has both 'unevaluatedProperties' and 'patternProperties', which cannot be"
            " checked together. Write 'additionalProperties' in place of the first."
        )
    for place, problem in structure.bad_overrides(schema.document):
        raise UsageError(f"The schema {schema.path} has an 'x-casecheck' that cannot be used, at {place}: {problem}.")
