"""Portuguese as Portugal writes it. Catalogue, chapters and texts of the data are in the Portuguese of Brazil; where a
word is another one in Portugal, that stands here once. A sentence that is built otherwise is in `locale/pt_PT.po`."""

import re
from collections.abc import Mapping

# Words and phrases of Brazil as patterns, by which one that takes endings is said once.
SAID: Mapping[str, str] = {
    "Escritório das Nações Unidas sobre Drogas e Crime": "Gabinete das Nações Unidas contra a Droga e o Crime",
    "contrabando de migrantes": "tráfico ilícito de migrantes",
    "Protocolo relativo ao Combate ao Tráfico de Migrantes": "Protocolo contra o Tráfico Ilícito de Migrantes",
    "(Convenção (?:das Nações Unidas )?contra) o Crime Organizado": r"\1 a Criminalidade Organizada",
    "assistência jurídica mútua": "auxílio judiciário mútuo",
    "à Corte Internacional de Justiça": "ao Tribunal Internacional de Justiça",
    "(d?)as pesquisas das Nações Unidas": r"\1os inquéritos das Nações Unidas",
    "pesquisas das Nações Unidas": "inquéritos das Nações Unidas",
    "remoção de órgãos": "extração de órgãos",
    "registr(os?|ad[oa]s?|am?|ar|aram|ou|em?|ando)": r"regist\1",
    "detec([çt])(ão|ões|ad[oa]s?|am?|ar|aram|ou|em?|ando)": r"dete\1\2",
    "fato(s?)": r"facto\1",
    "equipe(s?)": r"equipa\1",
    "contato(s?)": r"contacto\1",
    "«Excluir»": "«Eliminar»",
    "arquivo salvo": "ficheiro guardado",
    "arquivo(s?)": r"ficheiro\1",
    "slide(s?)": r"diapositivo\1",
    "planilha": "folha de cálculo",
    "planilhas": "folhas de cálculo",
    "usuári[oa](s?)": r"utilizador\1",
    "baix(ar|ad[oa]s?)": r"descarreg\1",
    "compartilhar": "partilhar",
    "salv(e|ar)": r"guard\1",
    "tela preta": "ecrã preto",
    "tela branca": "ecrã branco",
    "tela cheia": "ecrã inteiro",
    "uma tela": "um ecrã",
    "leitor(es)? de tela": r"leitor\1 de ecrã",
    "laptop": "portátil",
    "nesta aba": "neste separador",
    "a aba": "o separador",
    "(n|d)a aba": r"\1o separador",
    "um pen drive": "uma pen USB",
    "sem conexão": "sem ligação",
    "(n|d)?o link": r"\1a ligação",
    "os seus links": "as suas ligações",
    "esta pasta de trabalho": "este livro",
    "treinamento": "formação",
    "coletad([oa]s?)": r"recolhid\1",
    "(se|não) coleta": r"\1 recolhe",
    "caminh(ão|ões)": r"cami\1",
    "deze(sseis|ssete|nove)": r"deza\1",
    "de Belarus": "da Bielorrússia",
    r"(?<!Penais )(n|d)?o exterior": r"\1o estrangeiro",
    "escravidão": "escravatura",
    "controle(s?)": r"controlo\1",
    "seç(ão|ões)": r"secç\1",
    "(aspe|respe|perspe)ct(os?|as?|iv[oa]s?)": r"\1t\2",
    "gênero(s?)": r"género\1",
    "econômic([oa]s?)": r"económic\1",
    "convênio(s?)": r"convénio\1",
    "cúpula": "cimeira",
    "em (um|uma|uns|umas|outr[oa]s?)": r"n\1",
    "(?:em relação|frente) a(os?)?": r"face a\1",
    "até (os?)": r"até a\1",
    r"est(á|ão|ava|avam) (\w+)([aei])ndo": r"est\1 a \2\3r",
}
EACH = [(re.compile(pattern, re.IGNORECASE), said) for pattern, said in SAID.items()]
# A gap of a sentence and a code of the data have a brace or an underscore at their end, and are no words.
ANY = re.compile(rf"(?<![\w{{])(?:{'|'.join(f'(?:{pattern})' for pattern in SAID)})(?![\w}}])", re.IGNORECASE)


def in_portugal(text: str) -> str:
    """A text of Brazil with the words of Portugal."""
    return ANY.sub(lambda found: _said(found[0]), text)


def _said(word: str) -> str:
    for pattern, said in EACH:
        if found := pattern.fullmatch(word):
            new = found.expand(said)
            return new.upper() if word.isupper() else new[0].upper() + new[1:] if word[0].isupper() else new
    raise AssertionError(word)  # `ANY` is made of the same patterns
