"""One server of the real data for all tests that ask it over the wire: starting one takes seconds."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import create_app
from callbacks.settings import Settings


@pytest.fixture(scope="session")
def site() -> Flask:
    """The server of the curated data, whose cache is that of the whole session."""
    return create_app(Settings()).server


@pytest.fixture(scope="module")
def client(site: Flask) -> FlaskClient:
    """A browser without cookies."""
    return site.test_client()
