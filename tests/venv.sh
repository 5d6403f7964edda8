#!/bin/sh
# Make a virtual environment with a Python that is new enough, or say what is missing.
set -eu
python=$1
venv=$2
for candidate in "$python" python3.11 python3.12 python3.13 python3.14; do
  if command -v "$candidate" >/dev/null 2>&1 && "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    found=$candidate
    break
  fi
done
if [ -z "${found:-}" ]; then
  echo "Cần Python 3.11 trở lên. Trên Debian 12: apt install python3 python3-venv" >&2
  exit 2
fi
if ! "$found" -c 'import ensurepip' >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
  else
    echo "Thiếu mô-đun venv của Python. Trên Debian: sudo apt install python3-venv" >&2
    exit 2
  fi
fi
"$found" -m venv "$venv"
