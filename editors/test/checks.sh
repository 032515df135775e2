# Sourced by those in .ci that check something from outside: what is checked, told and counted. They have
# a folder `scratch`, and say what they do by `say`.

failed=0 passed=0
# How often something is looked at, because an editor takes its time.
patience=${patience:-100}

# holds WHAT COMMAND…: the command is true, if not at once then within some seconds.
holds() {
  local what=$1 tries
  shift
  for ((tries = 1; ; tries++)); do
    if "$@" >"$scratch/told" 2>&1; then
      passed=$((passed + 1))
      echo "  ok - $what"
      return
    fi
    [ "$tries" -lt "$patience" ] || break
    sleep 0.1
  done
  failed=$((failed + 1))
  echo "  not ok - $what: $*"
  tail -20 "$scratch/told"
  ! declare -F state >/dev/null || state
}

# finish: says how many checks held; false unless all did.
finish() {
  say "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 1 ]
}
