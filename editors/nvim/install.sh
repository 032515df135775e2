#!/usr/bin/env bash
# Installs the package into Neovim: editors/nvim/install.sh
#
# Links this folder among the packages that Neovim loads at its start, so that the package is always
# that of the clone. NVIM_APPNAME and XDG_DATA_HOME are heeded as Neovim does.
set -euo pipefail

say() { printf '%s\n' "isnad for Neovim: $*"; }
die() { printf '%s\n' "isnad for Neovim: $*" >&2; exit 1; }

package=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
place=${XDG_DATA_HOME:-$HOME/.local/share}/${NVIM_APPNAME:-nvim}/site/pack/isnad/start/isnad

if [ "$(readlink "$place" 2>/dev/null)" = "$package" ]; then
  say "$place leads to this clone already"
elif [ -e "$place" ] && [ ! -L "$place" ]; then
  die "there is something else at $place; move it away and run this again"
else
  [ -L "$place" ] && say "$place led to $(readlink "$place")"
  mkdir -p "$(dirname "$place")"
  ln -sfn "$package" "$place"
  say "$place now leads to this clone"
fi
if command -v nvim >/dev/null; then
  nvim --headless -u NONE -c "helptags $package/doc" -c quit
else
  say "there is no nvim on the PATH; for :help isnad, run :helptags ALL in it once"
fi
command -v isnad >/dev/null ||
  say "the server is not on the PATH yet: cargo install --path $(cd "$package/../.." && pwd) --locked"
say "open an article (*.news.md), or see :help isnad and :checkhealth isnad"
