#!/usr/bin/env bash
# Pushes the packages of a folder to a feed, and their symbols after them; what the feed has already is passed over, so that the same
# command can be run again. The key comes from NUGET_API_KEY and reaches curl on standard input: an argument could be read by others.
# Usage: push.sh FOLDER   with PACKAGE_FEED, the feed's address before /package
set -euo pipefail
folder=$1
feed=${PACKAGE_FEED:?No feed. Expected: PACKAGE_FEED, its address before /package. Next: set the variable PACKAGE_FEED of the environment "packages".}
: "${NUGET_API_KEY:?No key. Expected: NUGET_API_KEY in the environment. Next: let the step before this one log in.}"

push() {
  local file=$1 address=$2 status
  status=$(printf 'header = "X-NuGet-ApiKey: %s"\n' "$NUGET_API_KEY" |
    curl --config - --silent --show-error --output /dev/null --write-out '%{http_code}' --retry 3 --max-time 300 \
      --request PUT --form "package=@$file;type=application/octet-stream" "$address")
  case $status in
    2??) echo "$(basename "$file"): pushed" ;;
    409) echo "$(basename "$file"): the feed has it already" ;;
    *)
      echo "$(basename "$file"): the feed answered $status. Expected: 2xx, or 409 for a version it has. Next: run the job again; what was pushed is passed over." >&2
      return 1
      ;;
  esac
}

shopt -s nullglob
packages=("$folder"/*.nupkg)
if [ ${#packages[@]} -eq 0 ]; then
  echo "$folder holds no package. Expected: *.nupkg. Next: run ./build.sh --target=Pack." >&2
  exit 1
fi

for file in "${packages[@]}"; do push "$file" "$feed/package"; done
for file in "$folder"/*.snupkg; do push "$file" "$feed/symbolpackage"; done
