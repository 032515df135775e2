#!/usr/bin/env bash
# What action.yml runs: installs Isnad's wheel into an environment of its own, puts it on the PATH of the
# steps that follow, and checks. Inputs are in ISNAD_*; none is ever run as code. It works on runners with
# Linux, macOS and Windows, and so with the bash 3.2 of macOS.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)

die() {
  printf '%s\n' "::error title=Isnad::$*"
  echo "exit-code=2" >>"$GITHUB_OUTPUT"
  exit 2
}

version=${ISNAD_VERSION:-}
[ -n "$version" ] || version=$(sed -n 's/^version = "\(.*\)"$/\1/p' "$here/Cargo.toml" | head -1)
# What pip reads may hold more than a version: an address, options.
[[ $version =~ ^(latest|[0-9]+(\.[0-9]+)*([a-z]+[0-9]+)?)$ ]] || die "the input \"version\" is not a version"
wanted=isnad==$version
[ "$version" != latest ] || wanted=isnad

# On Windows, `python3` may be a stub that only opens a store.
python=
for name in python3 python; do
  if "$name" -c 'import venv' >/dev/null 2>&1; then python=$name && break; fi
done
[ -n "$python" ] || die "there is no Python on this runner; the action setup-python brings one"

environment=$RUNNER_TEMP/isnad
at() { if [ -d "$environment/Scripts" ]; then echo "$environment/Scripts"; else echo "$environment/bin"; fi; }
# A job that uses the action several times installs once.
if [ "$("$(at)/isnad" --version 2>/dev/null)" != "isnad $version" ]; then
  "$python" -m venv "$environment" || die "Python cannot make an environment"
  # A wheel or nothing: what is not built for this runner is not compiled on it.
  "$(at)/python" -m pip install --quiet --disable-pip-version-check --upgrade --only-binary isnad "$wanted" ||
    die "$wanted cannot be installed; the log tells why"
fi
bin=$(at)
printf '%s\n' "$bin" >>"$GITHUB_PATH"
told=$("$bin/isnad" --version)
printf '%s\n' "version=${told#isnad }" >>"$GITHUB_OUTPUT"
printf '%s\n' "$told"
[ "${ISNAD_INSTALL_ONLY:-false}" != true ] || exit 0

cd -- "${ISNAD_WORKING_DIRECTORY:-.}" || die "the input \"working-directory\" is not a folder"

options=()
[ -z "${ISNAD_FAIL_ON:-}" ] || options+=(--fail-on "$ISNAD_FAIL_ON")
while IFS= read -r line; do
  [ -z "$line" ] || options+=(--report "$line")
done <<<"${ISNAD_REPORT:-}"
# Words as a shell reads them, each on a line of its own behind a mark, so that an empty one stays.
words=$(PYTHONUTF8=1 "$bin/python" -c 'import os, shlex
print("".join("=" + word + "\n" for word in shlex.split(os.environ.get("ISNAD_ARGS", ""))), end="")') ||
  die "the input \"args\" has a quotation mark that does not close"
while IFS= read -r line; do
  line=${line%$'\r'}
  [ -z "$line" ] || options+=("${line#=}")
done <<<"$words"

paths=()
while IFS= read -r line; do
  [ -z "$line" ] || paths+=("$line")
done <<<"${ISNAD_PATHS:-}"
[ "${#paths[@]}" -gt 0 ] || paths=(.)

code=0
"$bin/isnad" check ${options[@]+"${options[@]}"} -- "${paths[@]}" || code=$?
echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
