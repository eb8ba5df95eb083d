"""Compress the scripts of Dash and plotly once for an environment: `python -m deploy.compress_scripts`."""

from app import create_app
from callbacks.static_files import prepare

if __name__ == "__main__":
    prepare(create_app())
