# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154,SC2164
# Sourced by the scripts beside it, which set $name to what they are called.

say() { echo "$name: $*" >&2; }
die() { say "$*"; exit 1; }

# The latest "[12/80]" that ninja wrote into a file, as ", step 12 of 80".
step_in() { sed -n 's/^\[\([0-9]*\)\/\([0-9]*\)\].*/, step \1 of \2/p' "$1" | tail -n 1; }

# watched LOG WHAT COMMAND...: runs the command with its output in a file; says every few seconds what is being done, how
# far it is and since when. The output is shown when the command fails.
watched() {
  log=$1
  what=$2
  shift 2
  : >"$log"
  (
    seconds=0
    # The lock of a build is not the ticker's to hold, and a pipe that reads this script is not sleep's to keep open.
    exec 9>&-
    while sleep 3 >/dev/null 2>&1 && kill -0 $$ 2>/dev/null; do
      seconds=$((seconds + 3))
      say "$what$(step_in "$log"), $seconds s"
    done
  ) &
  ticker=$!
  trap 'kill "$ticker" 2>/dev/null; exit 130' INT TERM
  status=0
  "$@" >>"$log" 2>&1 || status=$?
  kill "$ticker" 2>/dev/null || true
  wait "$ticker" 2>/dev/null || true
  trap - INT TERM
  if [ "$status" -ne 0 ]; then
    tail -n 40 "$log" >&2
    die "this failed: $*"
  fi
}
