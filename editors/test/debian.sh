# Sourced by those in .ci that drive an editor, which say what they do by `say` and `die`: editors as
# Debian sid has them, beside the system, and what else of Debian's they need.

# need COMMAND[:PACKAGE]…: the commands are there, or the system installs what they come with.
need() {
  local it missing=()
  for it; do command -v "${it%:*}" >/dev/null || missing+=("${it#*:}"); done
  [ "${#missing[@]}" -eq 0 ] ||
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
    die "could not install ${missing[*]}: this needs Debian and root"
}

# unpack TO PACKAGE[,…] PROGRAM: the packages with all that they need are in the folder TO, and the
# program in it runs. What is there already stays.
unpack() {
  local root=$1 package=$2 program=$3 lib interpreter mirror
  [ -e "$root/.done" ] && return
  say "unpacking $package into $root"
  need mmdebstrap patchelf
  mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -1)
  [ -n "$mirror" ] || mirror=$(sed -n 's/^deb \(\[[^]]*\] \)\?\([^ ]*\).*/\2/p' /etc/apt/sources.list 2>/dev/null | head -1)
  [ -n "$mirror" ] || die "the system's sources name no mirror of Debian"
  rm -rf "$root"
  mkdir -p "$root"
  # Unpacked only: no maintainer scripts, no mounts, no chroot.
  mmdebstrap --quiet --mode=root --variant=extract --aptopt='Acquire::Check-Valid-Until "false"' \
    --include="$package" sid "$root" "deb $mirror sid main" >"$root.log" 2>&1 ||
    { tail -20 "$root.log" >&2; die "could not unpack $package from Debian sid"; }
  # It runs with the libraries that it was built with, beside the system's own.
  lib=$(dirname "$(find "$root/usr/lib" -name 'libc.so.6' | head -1)")
  interpreter=$(find "$lib" "$root/usr/lib64" "$root/usr/lib" -maxdepth 1 -name 'ld-linux*.so*' 2>/dev/null | head -1)
  patchelf --set-interpreter "$interpreter" --force-rpath --set-rpath "$lib" "$root/$program"
  touch "$root/.done"
}
