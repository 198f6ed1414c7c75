"""casecheck: a linter for case studies written in Markdown."""

__version__ = "0.1.0"
