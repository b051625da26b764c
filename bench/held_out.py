"""The extraction as the scorer calls it, each page judged by weights that were fitted without any page of its host.

Fitting takes a minute, when the module is loaded; the pages are looked for in ../shared, or in the folder that
DATELINE_SHARED names.
"""

import os
from pathlib import Path
from typing import Any

from bench import fit_extraction
from bench.adapters_extraction import answer

_WITHOUT = fit_extraction.folds(fit_extraction.samples(Path(os.environ.get("DATELINE_SHARED", "../shared"))))


def extraction(html: bytes | str, url: str) -> dict[str, Any]:
    """What a page gives in the scorer's words; the address says which host must not have been fitted."""
    return answer(html, url, _WITHOUT[fit_extraction.part_of(fit_extraction.host_of(url))])
