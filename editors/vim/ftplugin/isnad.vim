if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

" A paragraph is one line: shown wrapped, between words.
setlocal wrap linebreak breakindent textwidth=0
setlocal commentstring=<!--\ %s\ --> comments=
" `:setlocal rightleft` is left to the reader; see the README beside this folder.

let b:undo_ftplugin = 'setlocal wrap< linebreak< breakindent< textwidth< commentstring< comments<'
