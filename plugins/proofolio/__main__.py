"""``python -m proofolio``: the same as the ``proofolio`` command."""

from __future__ import annotations

from proofolio.cli.main import main

if __name__ == "__main__":
    main()
