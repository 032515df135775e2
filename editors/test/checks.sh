# Sourced by those in .ci that drive an editor from outside: what is checked, told and counted.

failed=0 passed=0

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
  ! declare -F state >/dev/null || state
}

# finish: says how many checks held; false unless all did.
finish() {
  say "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 1 ]
}
