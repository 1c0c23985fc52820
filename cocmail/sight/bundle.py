"""How far a reader has been told, for what goes out in bundles: notices, and mails of a flood.

A bundle tells everything up to the moment at which it was made; what comes while it is on its way
is in the next one, so that nothing falls between two of them.
"""

from cocmail.sight.scene import Scene


def told_up_to(scene: Scene) -> int:
    """The number of the case up to which this reader's earlier bundles told; 0 for none."""
    about = (dict(s.about) for s, _ in scene.case.sent
             if s.reader == scene.reader and s.template == scene.template)  # fmt: skip
    same = (a for a in about if a.get("bundle") == scene.about.get("bundle"))
    whole = (a for a in same if "upto" in a and not {"asks", "alone"} & a.keys())
    return max((int(a["upto"]) for a in whole), default=0)


def mails(scene: Scene) -> list[int]:
    """The mails of a party's flood that this reader has not got yet."""
    case, since, entered = scene.case, told_up_to(scene), scene.case.group.get(scene.who)
    return [
        kept.n
        for kept, at in case.mails
        if kept.n in case.ending.bundled
        and kept.source == scene.about["bundle"]
        and kept.n > since
        and scene.who not in kept.withheld
        and (entered is None or at >= entered)
    ]
