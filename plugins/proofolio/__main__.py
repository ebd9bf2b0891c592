"""``python -m proofolio``: the same as the ``proofolio`` command."""

from __future__ import annotations

import os
import sys


def _forget_the_folder_here() -> None:
    """Python looks for modules in the current folder first: in contributed files, which never are programs.

    Unless that is where this very package lies.
    """
    own = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if sys.path and sys.path[0] in ("", os.getcwd()) and os.getcwd() != own:
        del sys.path[0]


if __name__ == "__main__":
    _forget_the_folder_here()
    from proofolio.cli.main import main

    main()
