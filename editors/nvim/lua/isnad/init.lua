---For one's own configuration: what an autocommand needs, done before it returns. Where no server
---runs for the buffer, nothing happens.
local M = {}

---How long an answer may take, in milliseconds.
local PATIENCE = 2000

---@param buffer integer 0 is the current one
local function client_of(buffer)
  return vim.lsp.get_clients({ name = 'isnad', bufnr = buffer })[1]
end

---Carries out all safe fixes, as `isnad fix` does.
---@param buffer? integer the current one unless told
function M.fix(buffer)
  buffer = buffer or 0
  local client = client_of(buffer)
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
  if client_of(buffer) then
    vim.lsp.buf.format({ name = 'isnad', bufnr = buffer, timeout_ms = PATIENCE })
  end
end

return M
