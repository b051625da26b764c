"""Which language a text is in."""

from functools import cache
from typing import Protocol, cast

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Below this the identifier guesses; a declared language is believed, an undeclared one is unknown.
_TELLING = 120
# Pages copy their templates' language: only a sure answer on a long text stands against what is declared.
_LONG = 400
_SURE = 0.98
# The identifier's time grows with the text; so many characters tell.
_READ = 800
_SHARE = 0.12
_COMMON = {
    "de": frozenset("der die das und in den von zu mit dem ist im des ein eine nicht auf für sich auch".split()),
    "en": frozenset("the of and to in a is that for on it with as was at by from be are he said".split()),
}
"""The twenty commonest words of two languages that share too few of them with any sister to be taken for it."""
_KINDS_OF = {"no": ("nb", "nn")}
"""Languages that the identifier knows under one code, and whose own codes say more."""


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language(text: str, declared: str | None) -> str | None:
    """The language of `text` in ISO 639-1, lower case, or None where nothing tells it.

    `declared` is what the page or its source says ("en", "en-GB"). Identified by py3langid.
    """
    code = (declared or "").strip().replace("_", "-").split("-")[0].lower()
    known = code if len(code) == 2 and code.isalpha() else None
    if len(text) < (_LONG if known else _TELLING) or (known and _confirmed(text[:_READ], known)):
        return known
    found, probability = _identifier().classify(text[:_READ])
    if known is None:
        return str(found) if probability > 0.8 else None
    if known in _KINDS_OF.get(str(found), ()):
        return known
    return str(found) if probability >= _SURE else known


def _confirmed(text: str, code: str) -> bool:
    """Whether enough of the words are the commonest of the language."""
    common = _COMMON.get(code)
    found = text.lower().split()
    return common is not None and sum(word in common for word in found) > _SHARE * len(found)


@cache
def _identifier() -> _Identifier:
    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
