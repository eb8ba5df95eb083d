"""What a page says of itself to sites on which its address is shared: the Open Graph protocol (ogp.me), and the names
that X has for the same. The picture is that of the view, and what is said is its finding."""

from markupsafe import Markup

from components.markup import el
from components.url.choices import Locale
from components.url.view import View

SITE = "Atalaya"
WIDE, TALL = 1200, 630  # pixels, of `size=social` (components/files/sheet.py)
# By their names at Facebook.
LOCALES = {
    Locale.ES: "es_ES", Locale.ES_419: "es_LA", Locale.PT: "pt_BR", Locale.PT_PT: "pt_PT", Locale.EN: "en_GB",
}  # fmt: skip


def tags(view: View, title: str, finding: str, root: str) -> list[Markup]:
    """The tags of a view. All addresses in them are whole: `root` is what they begin with; without one there are no
    tags, for half an address is none."""
    if not root:
        return []
    picture = root + view.file("png") + ("&" if view.search else "?") + "size=social"
    alike = {"title": title, "description": finding, "image": picture, "image:alt": f"{title}. {finding}"}
    told = {"type": "website", "site_name": SITE, "url": root + view.url, **alike}
    told |= {"image:type": "image/png", "image:width": str(WIDE), "image:height": str(TALL)}
    told |= {"locale": LOCALES[view.locale]}
    others = [LOCALES[each] for each in Locale if each is not view.locale]
    return [
        *(el("meta", property=f"og:{name}", content=text) for name, text in told.items()),
        *(el("meta", property="og:locale:alternate", content=locale) for locale in others),
        el("meta", name="twitter:card", content="summary_large_image"),
        *(el("meta", name=f"twitter:{name}", content=text) for name, text in alike.items()),
    ]
