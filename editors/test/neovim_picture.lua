-- Run inside Neovim, in a terminal that orders the letters, by `.ci/neovim --pictures`: lays out what
-- the README shows, and writes to ISNAD_READY when it stands.
vim.o.termguicolors = true
vim.o.background = 'dark'
vim.o.termbidi = true
vim.o.signcolumn = 'yes'
vim.o.ruler = false
vim.lsp.inlay_hint.enable(true)
vim.diagnostic.config({
  virtual_lines = {
    current_line = true,
    format = function(finding)
      return finding.message:match('[^\n]*')
    end,
  },
  -- A letter in the margin would have the terminal take the line for one that is read from the left.
  signs = { text = { '●', '●', '●', '●' } },
})
-- The colours of hints and of windows' names are a matter of taste; these can be told apart in small.
vim.api.nvim_set_hl(0, 'LspInlayHint', { fg = '#9ba3b5' })
vim.api.nvim_set_hl(0, 'StatusLine', { fg = '#c4c9d6', bg = '#2c313d' })
vim.api.nvim_set_hl(0, 'StatusLineNC', { fg = '#9ba3b5', bg = '#232731' })

local function await(condition)
  if not vim.wait(10000, condition, 20) then
    vim.cmd.cquit()
  end
end

local function lay_out()
  local article = vim.api.nvim_get_current_buf()
  await(function()
    return #vim.lsp.get_clients({ bufnr = article }) > 0 and #vim.diagnostic.get(article) > 0
  end)
  vim.fn.search('رممنا')
  vim.cmd('Isnad said')
  await(function()
    return #vim.fn.getqflist() > 1
  end)
  vim.opt_local.linebreak = true
  vim.cmd('resize 7')
  vim.cmd.wincmd('p')
  vim.wo.scrolloff = 0
  vim.fn.search('^# ', 'w')
  vim.cmd.normal({ 'zt', bang = true })
  vim.fn.search('لن ننتظر')
  vim.cmd('mode')
  vim.defer_fn(function()
    vim.fn.writefile({}, vim.env.ISNAD_READY)
  end, 1500)
end

vim.defer_fn(lay_out, 100)
