#!/bin/sh
# Any other CI server. Exit status 0 lets the change in, 1 does not, 2 means that casecheck could not do its job.
# CASECHECK says where casecheck is installed from, pinned to a version; casecheck.xml is for the server's test report.
set -eu

python3 -m venv .casecheck
.casecheck/bin/python -m pip install --quiet "${CASECHECK:?}"
.casecheck/bin/casecheck check cases -f full -o - -f junit -o casecheck.xml
