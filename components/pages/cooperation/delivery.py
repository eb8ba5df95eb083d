"""How the registry comes to be: what it is, how to deliver, what is hidden, and the form to take away."""

from markupsafe import Markup

from components.captions.picture import Picture
from components.i18n import Words
from components.markup import el
from components.pages.cooperation.form import FILES, TABLE, address, meaning
from components.pages.table_pictures import placed, terms

STEPS = ("fill", "check", "put", "threshold")


def pictures(threshold: int, words: Words) -> list[Picture]:
    """What a contact point needs to know, and the columns of the template."""
    steps = [f"{n}. {words(f'registry.step.{step}')}" for n, step in enumerate(STEPS, 1)]
    said = (words("registry.what"), *steps, words("registry.hidden", n=words.number(threshold)))
    columns = ((field.name, meaning(field, words)) for field in TABLE.fields)
    return [
        Picture("cooperation-delivery", title=words("registry.deliver"), said=said),
        terms("cooperation-columns", words("registry.columns"), columns),
    ]


def delivery(threshold: int, words: Words) -> Markup:
    """The same in its place, with the files as links."""
    deliver, columns = pictures(threshold, words)
    what, *steps, hidden = deliver.said
    links = [el("a", words(f"registry.{name}"), href=address(name, words), download=True) for name in FILES]
    return el(
        "section",
        el(
            "div",
            el("h2", deliver.title),
            el("p", what),
            el("ol", [el("li", step.partition(" ")[2]) for step in steps]),
            el("p", hidden),
            el("ul", [el("li", link) for link in links], class_="forms"),
        ),
        placed(columns),
        class_="delivery",
    )
