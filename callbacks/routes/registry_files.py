"""The files by which a contact point delivers a registry: template, example, and for each locale a workbook and a
dictionary."""

from collections.abc import Callable
from functools import partial

import pandas as pd
from flask import Flask, Response

from callbacks.answer_cache import packed_as
from callbacks.lanes import Lane
from callbacks.making import Making
from callbacks.reply import reply
from components.files.csv import csv_for_readers
from components.files.format import SHEET
from components.i18n import words
from components.pages.cooperation.form import address, dictionary, example, template
from components.url.choices import Locale


def register(server: Flask, making: Making) -> None:
    """Answer the addresses that `components.pages.cooperation.form.address` gives."""
    speech = words(Locale.EN)
    made: dict[str, Callable[[], pd.DataFrame]] = {
        address("template", speech): template,
        address("example", speech): example,
    }
    made |= {address("dictionary", words(each)): partial(dictionary, words(each)) for each in Locale}

    def answer(path: str) -> Response:
        return reply(
            packed_as(csv_for_readers(made[path]()), "text/csv"), "text/csv", path, filename=path.rpartition("/")[2]
        )

    def workbook(locale: Locale) -> Response:
        from components.files.registry_template import workbook  # what writes it is loaded with the first

        path = address("workbook", words(locale))
        body = making.make(path, Lane.SMALL, SHEET, lambda: workbook(words(locale)))
        return reply(body, SHEET, path, filename=path.rpartition("/")[2])

    for each in Locale:
        path = address("workbook", words(each))
        server.add_url_rule(path, endpoint=path, view_func=partial(workbook, each))
    for path in made:
        server.add_url_rule(path, endpoint=path, view_func=partial(answer, path))
