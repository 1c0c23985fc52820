"""The letter about an OpenPGP key that ends: to the chair, and to whose key it is."""

from collections.abc import Callable
from datetime import datetime

from cocmail.keyring import grouped
from cocmail.sight.scene import Context, Scene, Seen


def ends(scene: Scene) -> Seen:
    """Whose key, which, and when; everything stands in the errand."""
    about = scene.about
    context: Context = {
        "name": scene.name(about["whose"]) if about["whose"] else "",
        "yours": about["whose"] == scene.who,
        "fingerprint": grouped(about["fingerprint"]),
        "expires": datetime.fromisoformat(about["expires"]) if about["expires"] else None,
        "over": bool(about["over"]),
    }
    return Seen(context)


SEEN: dict[str, Callable[[Scene], Seen]] = {"key-ends": ends}
