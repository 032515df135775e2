# Sourced by .ci/helix, .ci/kakoune and .ci/vim: an editor in a terminal, tmux, driven and looked at as
# a person does. They have sourced debian.sh; `scratch` is a folder of theirs.

need tmux
# shellcheck source=editors/test/checks.sh
. editors/test/checks.sh

screen() { tmux -S "$scratch/tmux" "$@"; }

# What is looked at where something does not hold.
state() { screen capture-pane -p; }

# keys KEY…: pressed one after the other.
keys() {
  local key
  for key; do screen send-keys -- "$key"; sleep 0.1; done
}

# go_to WORDS: the first of these in the file, as all of these editors find them.
go_to() { keys Escape Escape g g / "$1" Enter; }

# on_screen WORDS: the terminal shows them.
on_screen() { screen capture-pane -p | grep -qF -- "$1"; }

# shows WHAT WORDS: the terminal shows the words, within some seconds.
shows() { holds "$1" on_screen "$2"; }
