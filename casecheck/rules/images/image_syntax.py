"""What is meant to be a picture is not shown as one, because something in its brackets is wrong.

A picture is written `![what can be seen](./file.jpg "Caption (Who made it)")`: no blank between the brackets, none in
the file name, one before the caption, and straight quotation marks around it. If only one of them is wrong, the page
shows the line as text, or a broken picture.

Bad:
    ![The quay] (./quay.jpg)
    ![The quay](./quay.jpg"The quay (Ana Horvat)")
    ![The quay](./old quay.jpg “The quay”)
    !(./quay.jpg)[The quay]

Good:
    ![The quay](./quay.jpg "The quay (Ana Horvat)")
"""

from collections.abc import Iterator

from casecheck.document import CaseDocument
from casecheck.finding import Problem, Severity
from casecheck.settings import Settings

NAME = "image-syntax"
SEVERITY = Severity.ERROR


def check(document: CaseDocument, _settings: Settings) -> Iterator[Problem]:
    """What is nearly a picture."""
    for miss in document.near_misses:
        if miss.picture:
            yield document.miswritten(miss, "does not show the picture")
