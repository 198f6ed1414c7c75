"""The one exception that casecheck raises on purpose."""


class UsageError(Exception):
    """casecheck cannot do its job: a wrong option, a broken setting, a schema that is not there.

    What is wrong with a *document* is never an exception, it is a finding. The message is one plain sentence (with
    file and line where there is one); the command line prints it and exits with status 2.
    """
