#!/bin/sh
# Makes .venv and installs the locked requirements into it, unless that is done already.
# Usage: scripts/venv.sh requirements.txt [requirements-dev.txt …]
set -eu
cd "$(dirname "$0")/.."

fail() {
    printf '\n%s\n' "$1" >&2
    exit 1
}

PYTHON=${PYTHON:-python3}
command -v "$PYTHON" >/dev/null 2>&1 || fail "Python is missing. Install it first: apt-get install python3 python3-venv"
"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 or newer is needed; this is $("$PYTHON" --version 2>&1). Set PYTHON=/path/to/python3.11 and try again."

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c 'import pip' 2>/dev/null; then
    echo "Making the virtual environment .venv …"
    rm -rf .venv
    "$PYTHON" -m venv .venv || {
        rm -rf .venv
        fail "The virtual environment could not be made. On Debian: apt-get install python3-venv. On a full disk: free some space."
    }
fi

for file in "$@"; do
    stamp=".venv/installed-$(basename "$file" .txt)"
    digest=$(sha256sum "$file" | cut -d ' ' -f 1)
    [ "$(cat "$stamp" 2>/dev/null || true)" = "$digest" ] && continue
    echo "Installing $file (once; about a minute) …"
    rm -f "$stamp"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$file" ||
        fail "The requirements could not be installed. Check the network connection and the free disk space, then run the command again."
    echo "$digest" >"$stamp"
done
