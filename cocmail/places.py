"""Where the files lie that are shipped with cocmail, and the site's own in front of them.

Not here: what is in them.
"""

from importlib.resources import files
from pathlib import Path
from typing import Literal

Kind = Literal["templates", "config"]


def data_dir(kind: Kind) -> Path:
    """The shipped folder of templates or configuration, in the wheel or in the checkout.

    Raises FileNotFoundError when the installation is incomplete.
    """
    inside = Path(str(files("cocmail"))) / "_data" / kind
    if inside.is_dir():
        return inside
    # An editable installation has no copies inside the package (hatchling's force-include).
    checkout = Path(__file__).resolve().parent.parent / kind
    if (checkout.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    raise FileNotFoundError(f"the shipped folder {kind} is missing; install cocmail again")


def find(kind: Kind, name: str, site: Path | None) -> Path:
    """The site's file of this name when there is one, else the shipped one (product.md 9).

    The site's folder is where its configuration file lies: `procedures/x.toml` stands directly
    in it, templates in `templates/`. Raises FileNotFoundError when neither has the file.
    """
    homes = [data_dir(kind)]
    if site is not None:
        homes.insert(0, site if kind == "config" else site / kind)
    for home in homes:
        if (home / name).is_file():
            return home / name
    raise FileNotFoundError(f"no {name} in {' or '.join(str(home) for home in homes)}")
