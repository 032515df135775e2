if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

-- A paragraph is one line: shown wrapped, between words.
vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.opt_local.breakindent = true
vim.opt_local.textwidth = 0
vim.bo.commentstring = '<!-- %s -->'
vim.bo.comments = ''
-- `:setlocal rightleft` is left to the reader; see the README beside this folder.

vim.b.undo_ftplugin = 'setlocal wrap< linebreak< breakindent< textwidth< commentstring< comments<'

require('isnad.program').tell_if_missing()
