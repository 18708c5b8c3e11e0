#!/usr/bin/env bash
# What the action runs: its inputs as arguments of build.sh, in the repository of the workflow. The variables are those that GitHub sets.
set -euo pipefail
build=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)/build.sh
working=$(cd "$GITHUB_WORKSPACE" && cd "${INPUT_WORKING_DIRECTORY:-.}" && pwd -P)

arguments=("--target=${INPUT_TARGET:-Publish}" "--working=$working")
[ -z "${INPUT_REGISTRY:-}" ] || arguments+=("--registry=$INPUT_REGISTRY")
[ -z "${INPUT_CHARTS:-}" ] || arguments+=("--charts=$INPUT_CHARTS")
while IFS= read -r line || [ -n "$line" ]; do
  [ -z "${line//[[:space:]]/}" ] || arguments+=("$line")
done <<<"${INPUT_ARGUMENTS:-}"

# Built before anything has the secrets: packages and their build scripts have no business with them.
env -u GITHUB_TOKEN -u CHART_RELEASE_PASSWORD "$build" --version >/dev/null

# The report of an earlier run is not this run's.
report=$working/artifacts/release.json
rm -f "$report"
code=0
"$build" "${arguments[@]}" || code=$?
[ ! -f "$report" ] || echo "report=$report" >>"$GITHUB_OUTPUT"
exit "$code"
