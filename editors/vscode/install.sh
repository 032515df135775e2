#!/usr/bin/env bash
# Installs the extension into VS Code, with the server inside: editors/vscode/install.sh
#
# Needs Node.js 22 or later, and a Rust toolchain to build the server with; SERVER=/path/to/isnad takes
# one that is built already. CODE is the program that installs, `code` unless told: CODE=codium,
# CODE=code-server.
set -euo pipefail

say() { printf '%s\n' "isnad for VS Code: $*"; }
die() { printf '%s\n' "isnad for VS Code: $*" >&2; exit 1; }

server=${SERVER:+$(realpath -- "$SERVER")}
cd "$(dirname "${BASH_SOURCE[0]}")"
code=${CODE:-code}
command -v "$code" >/dev/null ||
  die "there is no program $code; name the one that installs your extensions, such as CODE=codium"
command -v npm >/dev/null || die "there is no npm; install Node.js 22 or later"
[ "$(node -p 'Number(process.versions.node.split(".")[0])')" -ge 22 ] ||
  die "this Node.js is $(node --version); the extension is packaged with 22 or later"

if [ -z "$server" ]; then
  command -v cargo >/dev/null || die "there is no cargo; install Rust, or name a server with SERVER=/path/to/isnad"
  say "building the server"
  cargo build --quiet --release --locked --manifest-path ../../Cargo.toml
  folder=$(cargo metadata --manifest-path ../../Cargo.toml --format-version 1 --no-deps --locked |
    node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory')
  server=$folder/release/isnad
fi
[ -x "$server" ] || die "$server is no program that can be run"

say "packaging the extension"
if ! cmp -s package-lock.json node_modules/.installed; then
  npm ci --silent --no-audit --no-fund
  cp package-lock.json node_modules/.installed
fi
npm run --silent package -- --server "$server"

say "installing it with $code"
"$code" --install-extension isnad.vsix --force
