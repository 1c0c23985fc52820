"""Sample contexts: one or more for every letter, with every branch of its template taken.

Here live invented people and cases only, one module a family of letters. The rehearsal at start-up
fills each template with these (render.Renderer.rehearse), so that a broken one is found before a
mail needs it; the tests do the same. A new letter gets its samples here and its row in
templates/README.md.
"""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples import (
    checking,
    enacting,
    ending,
    facts,
    keys,
    mediation,
    mishaps,
    ordinary,
    probing,
    roster,
    rules,
    urgency,
)
from cocmail.samples.ordinary import COMMON, Context

__all__ = ["COMMON", "SAMPLES", "Context"]

SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        **ordinary.SAMPLES,
        **enacting.SAMPLES,
        **ending.SAMPLES,
        **facts.SAMPLES,
        **mishaps.SAMPLES,
        **rules.SAMPLES,
        **mediation.SAMPLES,
        **urgency.SAMPLES,
        **roster.SAMPLES,
        **keys.SAMPLES,
        **probing.SAMPLES,
        **checking.SAMPLES,
    }
)
