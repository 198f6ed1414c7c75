"""The command line: click lives only here. Options in, exit status out."""

from casecheck.cli.main import main

__all__ = ["main"]
