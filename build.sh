#!/usr/bin/env bash
# Builds the release host when one of its inputs changed, then runs it. Arguments and exit code pass through untouched.
set -euo pipefail

# The folder of this file, also when it was called through a link.
self=${BASH_SOURCE[0]}
while [ -L "$self" ]; do
  link=$(readlink "$self")
  case $link in /*) self=$link ;; *) self=$(dirname "$self")/$link ;; esac
done
case $self in */*) folder=${self%/*} ;; *) folder=. ;; esac
root=$(CDPATH='' cd -- "${folder:-/}" >/dev/null && pwd -P)
out="$root/.build/host"
stamp="$out/current" # line 1: the dotnet to run with, line 2: the folder of the built host

# Change times cannot be set back, so a file restored with an old modification time is seen too.
is_current() {
  [ -f "$stamp" ] || return 1
  local changed
  changed=$(find "$root/build" "$root/src" "$root"/Directory.*.props "$root/Directory.Build.targets" "$root/global.json" \
    \( -newer "$stamp" -o -cnewer "$stamp" \) -print -quit) || return 1
  [ -z "$changed" ] || return 1
  { read -r dotnet && read -r host; } <"$stamp"
  [ -x "$dotnet" ] && [ -f "$host/chart-release.dll" ]
}

say() { printf '%s\n' "$*" >&2; }

# The SDK named by global.json: on PATH, from an earlier run, or fetched with the official installer.
find_sdk() {
  local candidate
  for candidate in "$(command -v dotnet || true)" "$root/.tools/dotnet/dotnet"; do
    if [ -n "$candidate" ] && [ -x "$candidate" ] && (cd "$root" && "$candidate" --version) >/dev/null 2>&1; then
      dotnet=$candidate
      return
    fi
  done

  local installer="$root/.tools/dotnet-install.sh" url=https://dot.net/v1/dotnet-install.sh
  mkdir -p "$root/.tools"
  say "No .NET SDK as global.json names it was found; fetching it to .tools/dotnet …"
  if { command -v curl >/dev/null && curl -fsSL --retry 3 "$url" -o "$installer.$$"; } ||
    { command -v wget >/dev/null && wget -qO "$installer.$$" "$url"; }; then
    mv "$installer.$$" "$installer"
    bash "$installer" --jsonfile "$root/global.json" --install-dir "$root/.tools/dotnet" --no-path >&2
  fi
  dotnet="$root/.tools/dotnet/dotnet"
  if ! (cd "$root" && "$dotnet" --version) >/dev/null 2>&1; then
    rm -f "$installer.$$"
    say "No .NET SDK was found, and it could not be fetched from $url."
    say "  Expected: the SDK that global.json names, on PATH or in .tools/dotnet."
    say "  Next: install the .NET 10 SDK (https://dotnet.microsoft.com/download), then run this again."
    exit 1
  fi
}

# One build at a time. The lock is a link that names its owner, made in one step; one whose owner is gone is taken away first.
lock() {
  mkdir -p "$out"
  local owner waited=0
  until ln -s "$$" "$out/lock" 2>/dev/null; do
    owner=$(readlink "$out/lock" 2>/dev/null || true)
    if [ -n "$owner" ] && ! ps -p "$owner" >/dev/null 2>&1; then
      mv "$out/lock" "$out/lock.$$" 2>/dev/null && rm -f "$out/lock.$$"
      continue
    fi
    [ "$waited" -ne 25 ] || say "Waiting for another build of the release host (process $owner) …"
    waited=$((waited + 1))
    sleep 0.2
  done
  trap 'rm -f "$out/lock" "$stamp.$$"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

build() {
  find_sdk
  host="$out/$(date +%s)-$$"
  say "Building the release host (first run, or its sources changed) …"
  : >"$stamp.$$" # made before the build: what is edited meanwhile counts as changed
  if ! DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 "$dotnet" publish "$root/build/Host/Host.csproj" --nologo -v quiet \
    -c QuickStart -o "$host" -nodeReuse:false -p:UseSharedCompilation=false -p:RunAnalyzers=false >"$out/build.log" 2>&1; then
    cat "$out/build.log" >&2
    rm -rf "$stamp.$$" "$host"
    say "The release host could not be built. Expected: the sources compile. Next: mend the errors above; they are also in .build/host/build.log."
    exit 1
  fi
  touch -r "$stamp.$$" "$out/time"
  printf '%s\n%s\n' "$dotnet" "$host" >"$stamp.$$"
  touch -r "$out/time" "$stamp.$$"
  local previous=
  [ -f "$stamp" ] && previous=$(sed -n 2p "$stamp")
  mv "$stamp.$$" "$stamp"
  # A host that still runs keeps its files; what is older goes.
  local folder
  for folder in "$out"/*-*/; do
    folder=${folder%/}
    [ "$folder" = "$host" ] || [ "$folder" = "$previous" ] || rm -rf "$folder"
  done
}

if ! is_current; then
  lock
  is_current || build
  rm -f "$out/lock"
  trap - EXIT INT TERM
fi

# The host runs for a second: keeping memory either writable or executable would cost a tenth of it.
export DOTNET_EnableWriteXorExecute=0
exec "$dotnet" "$host/chart-release.dll" "$@"
