"""What holds for every test."""

import signal
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# No test measures time: the machine that runs it may be busy.
settings.register_profile("casecheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("casecheck")

# A shell that starts the tests in the background lets them ignore Ctrl-C, and so their children.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _no_workflow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where GitHub runs the tests, the casecheck in them is no step of that workflow."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "GITHUB_OUTPUT"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def _own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, request: Any) -> None:
    """No test finds what another one, or the user, has left in a cache."""
    folder = tmp_path_factory.getbasetemp() / "caches" / str(abs(hash(request.node.nodeid)))
    monkeypatch.setenv("CASECHECK_CACHE_DIR", str(folder))
