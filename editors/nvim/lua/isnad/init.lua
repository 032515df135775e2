---For one's own configuration: what an autocommand needs, done before it returns. Where no server
---runs for the buffer, nothing happens.
local server = require('isnad.server')

local M = {}

---How long an answer may take, in milliseconds.
local PATIENCE = 2000

---Carries out all safe fixes, as `isnad fix` does.
---@param buffer? integer the current one unless told
function M.fix(buffer)
  buffer = buffer or 0
  local client = server.running(buffer)
  if not client then
    return
  end
  local start = { line = 0, character = 0 }
  local answer = client:request_sync('textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = start, ['end'] = start },
    context = { only = { 'source.fixAll.isnad' }, diagnostics = {} },
  }, PATIENCE, buffer)
  for _, action in ipairs(answer and answer.result or {}) do
    vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
  end
end

---Brings the annotations into their one form, as `isnad fmt` does.
---@param buffer? integer the current one unless told
function M.format(buffer)
  buffer = buffer or 0
  if server.running(buffer) then
    vim.lsp.buf.format({ name = 'isnad', bufnr = buffer, timeout_ms = PATIENCE })
  end
end

return M
