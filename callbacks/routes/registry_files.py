"""The files by which a contact point delivers a registry: template, example, and a dictionary for each locale."""

from collections.abc import Callable
from functools import partial

import pandas as pd
from flask import Flask, Response

from callbacks.answer_cache import packed_as
from callbacks.reply import reply
from components.files.csv import csv
from components.i18n import words
from components.pages.cooperation.form import address, dictionary, example, template
from components.url.choices import Locale


def register(server: Flask) -> None:
    """Answer the addresses that `components.pages.cooperation.form.address` gives."""
    speech = words(Locale.EN)
    made: dict[str, Callable[[], pd.DataFrame]] = {
        address("template", speech): template,
        address("example", speech): example,
    }
    made |= {address("dictionary", words(each)): partial(dictionary, words(each)) for each in Locale}

    def answer(path: str) -> Response:
        return reply(packed_as(csv(made[path]()), "text/csv"), "text/csv", path, filename=path.rpartition("/")[2])

    for path in made:
        server.add_url_rule(path, endpoint=path, view_func=partial(answer, path))
