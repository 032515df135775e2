if vim.g.loaded_isnad then
  return
end
vim.g.loaded_isnad = true

if vim.g.isnad_enable ~= false then
  vim.lsp.enable('isnad')
end

---@return isnad.Subcommand?
local function subcommand(name)
  return require('isnad.commands')[name]
end

vim.api.nvim_create_user_command('Isnad', function(asked)
  local name, argument = asked.args:match('^(%S+)%s*(.-)%s*$')
  local wanted = subcommand(name)
  if wanted then
    wanted.run(argument, asked.range > 0)
  else
    local known = vim.tbl_keys(require('isnad.commands'))
    table.sort(known)
    vim.notify(('isnad: there is no :Isnad %s; there are %s'):format(name, table.concat(known, ', ')), vim.log.levels.ERROR)
  end
end, {
  nargs = '+',
  range = true,
  desc = 'Quotations, speakers and entities of the article',
  complete = function(typed, line)
    local name = line:match('Isnad%s+(%S+)%s')
    if name then
      local wanted = subcommand(name)
      return wanted and wanted.complete and wanted.complete(typed) or {}
    end
    local known = vim.tbl_filter(function(known)
      return vim.startswith(known, typed)
    end, vim.tbl_keys(require('isnad.commands')))
    table.sort(known)
    return known
  end,
})

local function map(modes, name, command)
  vim.keymap.set(modes, ('<Plug>(isnad-%s)'):format(name), command, { silent = true, desc = 'Isnad: ' .. name })
end

map('n', 'attribute', '<Cmd>Isnad attribute<CR>')
map('n', 'accept', '<Cmd>Isnad accept<CR>')
map('n', 'accept-all', '<Cmd>Isnad accept all<CR>')
map('x', 'mark', ':Isnad mark<CR>')
map('x', 'declare', ':Isnad declare<CR>')
map('n', 'speaker', '<Cmd>Isnad speaker<CR>')
map('n', 'said', '<Cmd>Isnad said<CR>')
map('n', 'annotate', '<Cmd>Isnad annotate<CR>')
map('n', 'preview', '<Cmd>Isnad preview<CR>')
map('n', 'statistics', '<Cmd>Isnad statistics<CR>')

-- What no colour scheme knows; each can be linked otherwise. How surely a quotation is attributed
-- shows in its underline, whatever its colour.
local links = {
  ['@lsp.type.class'] = 'Identifier',
  ['@lsp.type.interface'] = 'Type',
  ['@lsp.type.namespace'] = 'Constant',
  ['@lsp.type.parameter'] = 'String',
  ['@lsp.type.label'] = 'Comment',
  ['@lsp.type.operator'] = 'Delimiter',
  ['@lsp.mod.unattributed'] = 'DiagnosticUnderlineWarn',
  ['@lsp.mod.guess'] = 'DiagnosticUnderlineInfo',
  ['@lsp.mod.likely'] = 'DiagnosticUnderlineHint',
}
for group, link in pairs(links) do
  vim.api.nvim_set_hl(0, group .. '.isnad', { default = true, link = link })
end
