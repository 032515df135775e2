# Sourced by .ci/neovim and .ci/vscode: lays the articles out, one folder each, in a folder of
# their own, so that no test writes into the checkout.
#
# `own` is the fixture beside this file. `untidy` is full of what can be fixed and formatted, with a
# byte order mark and CR LF; `untidy-fixed` and `untidy-formatted` are what the command line makes of
# it, with the server's own binary. The real article stands outside the project: `real` is a copy of
# it, alone, with no root above it; `emoji` has an emoji before every paragraph, in the article and
# in its wire text.

# lay_out TO ARTICLES SERVER: the stories are then in the array `stories`, each FOLDER:KEY of
# stories.json.
lay_out() {
  local to=$1 articles=$2 isnad=$3 real=lavrov-blinken
  stories=(own:own untidy:untidy)
  cp -R editors/test/fixture "$to/own"
  cp -R editors/test/untidy "$to/untidy"
  chmod -R u+w "$to"
  sed -i -e '1s/^/\xef\xbb\xbf/' -e 's/$/\r/' "$to/untidy"/*.news.md
  cp -R "$to/untidy" "$to/untidy-fixed"
  "$isnad" fix "$to/untidy-fixed" >/dev/null 2>&1 || [ $? -eq 1 ] # 1: something is left to choose
  cp -R "$to/untidy-fixed" "$to/untidy-formatted"
  "$isnad" fmt "$to/untidy-formatted" >/dev/null 2>&1
  if [ ! -e "$articles/$real.news.md" ]; then
    say "skipped: the real article is not at hand"
    return
  fi
  stories+=(real:real emoji:real)
  mkdir "$to/real" "$to/emoji"
  cp "$articles/$real.news.md" "$articles/$real.txt" "$articles/entities.yaml" "$to/real"
  cp "$articles/entities.yaml" "$to/emoji"
  chmod -R u+w "$to"
  touch "$to/emoji/isnad.toml"
  awk '/^---$/ && fences < 2 { fences++; print; next }
       fences == 2 && NF && !/^#/ { $0 = "🗞️👩‍💻 " $0 } { print }' \
    "$articles/$real.news.md" >"$to/emoji/$real.news.md"
  awk 'headline && NF { $0 = "🗞️👩‍💻 " $0 } NF { headline = 1 } { print }' \
    "$articles/$real.txt" >"$to/emoji/$real.txt"
}
