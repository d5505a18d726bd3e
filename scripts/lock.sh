#!/bin/sh
# Writes requirements.txt and requirements-dev.txt with hashes and without any index address.
set -eu
cd "$(dirname "$0")/.."
for name in requirements requirements-dev; do
    .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
        --python-version 3.11 --custom-compile-command "make lock" "$name.in" -o "$name.txt"
    echo "$name.txt: $(grep -c '==' "$name.txt") packages"
done
