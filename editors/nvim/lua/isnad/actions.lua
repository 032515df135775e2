---Actions of one kind at the selection, offered at once.
local server = require('isnad.server')

local M = {}

local function apply(client, buffer, action)
  if action.edit then
    return vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  end
  client:request('codeAction/resolve', action, function(refused, resolved)
    if refused then
      server.complain(refused.message)
    else
      vim.lsp.util.apply_workspace_edit(resolved.edit, client.offset_encoding)
    end
  end, buffer)
end

---@param question string
---@param kind string such as `refactor.extract.declare`
---@param range lsp.Range
---@param nothing string what is said where there is nothing to choose
function M.choose(question, kind, range, nothing)
  local buffer = vim.api.nvim_get_current_buf()
  local client = server.client(buffer)
  if not client then
    return
  end
  client:request('textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = range,
    context = { only = { kind }, diagnostics = {} },
  }, function(_, actions)
    if not actions or #actions == 0 then
      return server.complain(nothing)
    end
    local function title(action)
      return action.title
    end
    vim.ui.select(actions, { prompt = question, kind = 'codeaction', format_item = title }, function(action)
      if action then
        apply(client, buffer, action)
      end
    end)
  end, buffer)
end

return M
