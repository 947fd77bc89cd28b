#!/bin/sh
# Debian packages that the tests need: a browser, fonts with Vietnamese letters for test files, and
# the programs that read some formats.
# Installs them where it may, else names the one command.
set -eu
packages="chromium fonts-croscore fonts-noto-core tesseract-ocr tesseract-ocr-vie antiword
  libreoffice-writer-nogui"
missing=""
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
command="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing Debian packages:$missing"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $command >/dev/null
else
  echo "The tests need$missing. Install them and run again: sudo $command" >&2
  exit 2
fi
