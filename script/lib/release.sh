# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154,SC2164
# Sourced by script/run and script/install, which set $name and $root: builds the release program, $program.
build=$root/build/release
program=$build/hisalary

# Where the build was configured. A clone that was moved or copied has the paths of its old place in it.
was_moved() {
  [ -f "$build/CMakeCache.txt" ] || return 1
  home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$build/CMakeCache.txt")
  [ "$(CDPATH='' cd -- "$home" 2>/dev/null && pwd -P)" != "$root" ]
}

can_write() {
  for folder in "$build" "$root/build" "$root"; do
    if [ -d "$folder" ]; then
      [ -w "$folder" ]
      return
    fi
  done
}

build_release() (
  if ! can_write; then
    [ -x "$program" ] || die "nothing is built here yet, and $root cannot be written to; build in a copy of it"
    return 0
  fi
  cd "$root"
  mkdir -p build
  # Two runs joined by a pipe must not build at the same time.
  if command -v flock >/dev/null 2>&1; then
    exec 9>build/run.lock
    flock -n 9 || { say "waiting for another build in $root"; flock 9; }
  fi
  if was_moved; then
    say "the folder was moved since the last build; building anew"
    rm -rf "$build"
  fi
  if [ ! -f "$build/build.ninja" ]; then
    script/bootstrap run
    say "building hisalary; this happens once and takes some minutes"
    watched build/run.log "configuring" cmake --preset release
  fi
  watched build/run.log "building hisalary" ninja -C "$build" "$@"
)
