" Over the type of `*.md`, which Vim gives first.
autocmd BufNewFile,BufRead *.news.md set filetype=isnad
