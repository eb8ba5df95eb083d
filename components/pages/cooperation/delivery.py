"""How the registry comes to be: what it is, how to deliver, what is hidden, and the form to take away."""

from markupsafe import Markup

from components.i18n import Words
from components.markup import el
from components.pages.cooperation.form import FILES, TABLE, address, meaning

STEPS = ("fill", "check", "put", "threshold")


def delivery(threshold: int, words: Words) -> Markup:
    """What a contact point needs to know, with the columns of the template and the files as links."""
    links = [el("a", words(f"registry.{name}"), href=address(name, words), download=True) for name in FILES]
    columns = [
        el("tr", el("th", el("code", field.name), scope="row"), el("td", meaning(field, words)))
        for field in TABLE.fields
    ]
    return el(
        "section",
        el(
            "div",
            el("h2", words("registry.deliver")),
            el("p", words("registry.what")),
            el("ol", [el("li", words(f"registry.step.{step}")) for step in STEPS]),
            el("p", words("registry.hidden", n=words.number(threshold))),
            el("ul", [el("li", link) for link in links], class_="forms"),
        ),
        el("table", el("caption", words("registry.columns")), el("tbody", columns)),
        class_="delivery",
    )
