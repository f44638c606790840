#!/usr/bin/env bash
# apt-install.sh PACKAGE…: installs packages, as root, and keeps the servers among them from starting: the tests start their own, on loopback.
# Debian asks /usr/sbin/policy-rc.d before it starts a service; 101 says no. One that is there already decides as before.
set -euo pipefail
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' > "$policy"
  chmod 755 "$policy"
fi
apt-get update
apt-get install -y --no-install-recommends "$@"
