"""Whatever is sent to the service, it does not fail: requests made up from its own description."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from assistant.api.app import build_app
from assistant.api.limits import Limits
from assistant.settings import Settings

OWN = {"host": "localhost"}
FEW = settings(max_examples=10, deadline=None, database=None, derandomize=True)


@pytest.fixture
def description(assistant, tmp_path):
    assistant.settings = Settings(tmp_path)
    app = build_app(assistant, limits=Limits(rate=1_000_000))
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers=OWN)


# Hypothesis cannot tell a strategy's use of the shared random module from that of a thread still at work.
@pytest.mark.filterwarnings("ignore:Do not use the `random` module")
def test_no_request_makes_the_service_fail(description):
    tried = set()
    for operation in description.get_all_operations():

        @settings(FEW, suppress_health_check=list(HealthCheck))
        @given(case=operation.ok().as_strategy())
        def attempt(case):
            reply = case.call(headers=OWN)
            assert reply.status_code < 500 or reply.status_code == 503, reply.text
            if reply.status_code >= 400:
                assert "application/problem+json" in reply.headers["content-type"][0]
            tried.add(case.path)

        attempt()
    assert len(tried) >= 10
