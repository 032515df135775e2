# Sourced by .ci/helix, .ci/kakoune and .ci/vim: an editor in a terminal, tmux, driven and looked at as
# a person does. They have sourced debian.sh; `scratch` is a folder of theirs.

need tmux

failed=0 passed=0

screen() { tmux -S "$scratch/tmux" "$@"; }

# keys KEY…: pressed one after the other.
keys() {
  local key
  for key; do screen send-keys -- "$key"; sleep 0.1; done
}

# go_to WORDS: the first of these in the file, as all of these editors find them.
go_to() { keys Escape Escape g g / "$1" Enter; }

# holds WHAT COMMAND…: the command is true within some seconds.
holds() {
  local what=$1 tries
  shift
  for ((tries = 0; tries < 100; tries++)); do
    if "$@"; then
      passed=$((passed + 1))
      echo "  ok - $what"
      return
    fi
    sleep 0.1
  done
  failed=$((failed + 1))
  echo "  not ok - $what: $*"
  screen capture-pane -p
}

# on_screen WORDS: the terminal shows them.
on_screen() { screen capture-pane -p | grep -qF -- "$1"; }

# shows WHAT WORDS: the terminal shows the words, within some seconds.
shows() { holds "$1" on_screen "$2"; }

# finish: says how many checks held; false unless all did.
finish() {
  say "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 1 ]
}
