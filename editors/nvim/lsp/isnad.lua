---Isnad: checks annotated news text, and leads from a quotation to its speaker.
---
---Turn it on with `vim.lsp.enable('isnad')` (Neovim 0.11 or later). Another binary:
---`vim.lsp.config('isnad', { cmd = { '/path/to/isnad', 'lsp' } })`.
---@type vim.lsp.Config
return {
  cmd = { 'isnad', 'lsp' },
  filetypes = { 'isnad' },
  -- The nearest `isnad.toml` is the root, else the nearest `.git`; a file alone works too.
  root_markers = { 'isnad.toml', '.git' },
}
