"""Samples of the preview: what a second reader is shown, the check's hits among it."""

from collections.abc import Mapping
from types import MappingProxyType

from cocmail.samples.ordinary import IN_CASE, Context, laid

_PREVIEW: Context = {
    "id": "3F7K",
    "kind": "outcome-reported",
    "role": "reported person",
    "name": "Sam Reed",
    "address": "sam@x.test",
    "subject": "A message from Example Project Code of Conduct Committee",
    "words": "Hello,\n\nthis is the decision.",
    "author": "Dee Novak",
    "leaves_after": "10 minutes",
    "marks": ["words from a public thread"],
    "admit": "",
    "enclosures": ["a1.png"],
    "found": ["time: “14:37”"],
    "because": "known to all",
}
SAMPLES: Mapping[str, tuple[Context, ...]] = MappingProxyType(
    {
        "preview": (
            laid(IN_CASE, _PREVIEW),
            laid(IN_CASE, _PREVIEW, {"marks": [], "name": "", "found": [], "enclosures": []}),
            laid(IN_CASE, _PREVIEW, {"admit": "Chi Okafor"}),
            laid(IN_CASE, _PREVIEW, {"admit": "Chi Okafor", "words": ""}),
        ),
    }
)
