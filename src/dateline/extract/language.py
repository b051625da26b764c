"""Which language a text is in."""

from functools import cache
from typing import Protocol, cast

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Below this the identifier guesses; a declared language is believed, an undeclared one is unknown.
_TELLING = 120
# Pages copy their templates' language: only a sure answer on a long text stands against what is declared.
_LONG = 400
_SURE = 0.98


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language(text: str, declared: str | None) -> str | None:
    """The language of `text` in ISO 639-1, lower case, or None where nothing tells it.

    `declared` is what the page or its source says ("en", "en-GB"). Identified by py3langid.
    """
    code = (declared or "").strip().replace("_", "-").split("-")[0].lower()
    known = code if len(code) == 2 and code.isalpha() else None
    if len(text) < (_LONG if known else _TELLING):
        return known
    found, probability = _identifier().classify(text[:4000])
    if known is None:
        return str(found) if probability > 0.8 else None
    return str(found) if probability >= _SURE else known


@cache
def _identifier() -> _Identifier:
    return cast(_Identifier, LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True))
