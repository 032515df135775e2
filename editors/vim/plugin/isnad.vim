" Isnad: tells the client of the server, whichever is there: yegappan/lsp, vim-lsp, YouCompleteMe.
" Another binary: let g:isnad_program = '/path/to/isnad'
if exists('g:loaded_isnad')
  finish
endif
let g:loaded_isnad = 1

let g:isnad_program = get(g:, 'isnad_program', 'isnad')

augroup isnad
  autocmd!
  autocmd User LspSetup call LspAddServer([#{
        \ name: 'isnad',
        \ filetype: 'isnad',
        \ path: g:isnad_program,
        \ args: ['lsp'],
        \ rootSearch: ['isnad.toml', '.git/'],
        \ }])
  autocmd User lsp_setup call lsp#register_server(#{
        \ name: 'isnad',
        \ allowlist: ['isnad'],
        \ cmd: [g:isnad_program, 'lsp'],
        \ root_uri: {-> lsp#utils#path_to_uri(isnad#root(bufnr()))},
        \ })
augroup END

" YouCompleteMe reads it once Vim has started.
let g:ycm_language_server = get(g:, 'ycm_language_server', []) + [#{
      \ name: 'isnad',
      \ filetypes: ['isnad'],
      \ cmdline: [g:isnad_program, 'lsp'],
      \ project_root_files: ['isnad.toml', '.git'],
      \ }]
