"""Asking the web whether addresses still lead somewhere. Only `--online` comes here; nothing else touches a network.

A document is written by a stranger, and may be checked on a machine that sees more than the web. So:

- Only http and https, without a user's name or password, on the usual ports or those above 1023.
- A host is resolved once a run, and only its addresses on the public internet are used (`guard`); the connection is
  made to the very address that was checked, never to the name, so that a name that changes its mind between check and
  connection gains nothing. Certificates are still held against the name (`transport`).
- Redirects are followed by hand, at most ten, and each hop passes the same checks (`visit`).
- No proxy and no `.netrc` of the environment is used: a proxy would connect where casecheck has not looked.
- No body is read, so none can be endless; header sizes are bounded by the HTTP library, time is bounded for each
  address and for the run.
- Few requests at once in all and to one host, and a host that asks for a pause gets it (`turns`).

`run.ask` is the door. This module itself holds only what rules need, so that a run offline loads nothing more.
"""

from casecheck.online.answer import Answer, Answers, Outcome, Progress

__all__ = ["Answer", "Answers", "Outcome", "Progress"]
