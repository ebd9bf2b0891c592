#!/bin/sh
# Make a virtual environment with a pip that is new enough, on any system with Python 3.11 or later.
#
# A bare Debian has neither pip nor ensurepip (they are packages of their own), so `python3 -m venv`
# fails there. Then pip is fetched as a wheel from the package index and run from the wheel itself.
set -eu
venv="$1"
python="${PYTHON:-python3}"

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Proofolio needs Python 3.11 or later; '$python' is not. Say which: make PYTHON=python3.12 …" >&2
    exit 1
fi

echo "Making a virtual environment in $venv …"
if ! "$python" -m venv "$venv" >/dev/null 2>&1; then
    rm -rf "$venv"
    "$python" -m venv --without-pip "$venv"
    "$venv/bin/python" "$(dirname "$0")/fetch_pip.py"
fi
# Dependency groups (PEP 735) need pip 25.1.
"$venv/bin/python" -m pip install -q --disable-pip-version-check --upgrade 'pip>=25.1'
