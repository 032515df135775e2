---What is asked of the server beyond what Neovim asks by itself.
local M = {}

---@class isnad.Quotation
---@field range lsp.Range
---@field text string its words, on one line
---@field certainty 'written'|'sure'|'likely'|'guess'|'unattributed'
---@field namedAt? lsp.Range the words that name who says it

---@class isnad.Speaker
---@field id? string
---@field name? string none where nobody is named
---@field location? lsp.Location the declaration, else where they are named first
---@field quotations isnad.Quotation[]

---@class isnad.Entity
---@field id? string none where it cannot be chosen
---@field declared boolean
---@field name string
---@field names string[] all spellings, in any script
---@field role? string

---How long an answer may take where Neovim waits for it, in milliseconds.
local PATIENCE = 2000

---The protocol's number for an answer that the text has outrun.
local CONTENT_MODIFIED = -32801

---@param message string what is wrong, and what to do
function M.complain(message)
  vim.notify('isnad: ' .. message, vim.log.levels.WARN)
end

---The server of a buffer.
---@param buffer integer 0 is the current one
---@return vim.lsp.Client?
function M.running(buffer)
  return vim.lsp.get_clients({ name = 'isnad', bufnr = buffer })[1]
end

---The same; without one, a message says what to do.
---@param buffer integer
---@return vim.lsp.Client?
function M.client(buffer)
  local client = M.running(buffer)
  if not client then
    M.complain('no server runs for this buffer; :checkhealth isnad tells why')
  end
  return client
end

local function params(buffer, command, more)
  local argument = vim.tbl_extend('error', { uri = vim.uri_from_bufnr(buffer) }, more or {})
  return { command = command, arguments = { argument } }
end

---@param answer any with its absent values as `nil`
local function plain(answer)
  if answer == vim.NIL then
    return nil
  elseif type(answer) == 'table' then
    return vim.tbl_map(plain, answer)
  end
  return answer
end

---Sends one of the server's commands about a buffer. What the server refuses is said as it says it.
---@param buffer integer
---@param command string
---@param more? table what the command takes besides the document
---@param on_answer? fun(answer: any)
function M.execute(buffer, command, more, on_answer)
  local client = M.client(buffer)
  if not client then
    return
  end
  client:request('workspace/executeCommand', params(buffer, command, more), function(refused, answer)
    if not refused then
      if on_answer then
        on_answer(plain(answer))
      end
    elseif refused.code ~= CONTENT_MODIFIED then
      M.complain(refused.message)
    elseif more and (more.position or more.range) then
      M.complain('the text has changed meanwhile; give the command again')
    elseif vim.api.nvim_buf_is_loaded(buffer) then
      M.execute(buffer, command, more, on_answer)
    end
  end, buffer)
end

---The same for what cannot go on without the answer, such as completing a command.
---@param buffer integer
---@param command string
---@param more? table
---@return any
function M.execute_now(buffer, command, more)
  local client = M.running(buffer)
  local answer = client
    and client:request_sync('workspace/executeCommand', params(buffer, command, more), PATIENCE, buffer)
  return answer and plain(answer.result)
end

---A place of a buffer as the server counts.
---@param buffer integer
---@param row integer from 0
---@param column integer in bytes, from 0
---@return lsp.Position
function M.position(buffer, row, column)
  local client = M.running(buffer)
  local line = vim.api.nvim_buf_get_lines(buffer, row, row + 1, false)[1] or ''
  local encoding = client and client.offset_encoding or 'utf-16'
  return { line = row, character = vim.str_utfindex(line, encoding, math.min(column, #line), false) }
end

---Where the cursor of the current window stands.
---@return lsp.Position
function M.cursor()
  local row, column = unpack(vim.api.nvim_win_get_cursor(0))
  return M.position(vim.api.nvim_get_current_buf(), row - 1, column)
end

---What was last selected in the current buffer: whole letters, however many bytes the last one has.
---@return lsp.Range
function M.selection()
  local buffer = vim.api.nvim_get_current_buf()
  local from, to = vim.fn.getpos("'<"), vim.fn.getpos("'>")
  local last = vim.api.nvim_buf_get_lines(buffer, to[2] - 1, to[2], false)[1] or ''
  local column = math.min(to[3], #last)
  local ending = column == 0 and 0 or column + vim.str_utf_end(last, column)
  if vim.fn.visualmode() == 'V' then
    from[3], ending = 1, #last
  end
  return {
    start = M.position(buffer, from[2] - 1, from[3] - 1),
    ['end'] = M.position(buffer, to[2] - 1, ending),
  }
end

local function is_before(one, other)
  return one.line < other.line or one.line == other.line and one.character < other.character
end

---The innermost quotation at the cursor, with its speaker; without one, a message says so.
---@param on_found fun(quotation: isnad.Quotation, speaker: isnad.Speaker)
---@param otherwise? fun() what is done instead where there is none
function M.quotation(on_found, otherwise)
  local cursor = M.cursor()
  M.execute(vim.api.nvim_get_current_buf(), 'isnad.speakers', {}, function(speakers)
    local found, of
    for _, speaker in ipairs(speakers) do
      for _, quotation in ipairs(speaker.quotations) do
        local range = quotation.range
        local is_around = not is_before(cursor, range.start) and not is_before(range['end'], cursor)
        if is_around and not (found and is_before(range.start, found.range.start)) then
          found, of = quotation, speaker
        end
      end
    end
    if found then
      on_found(found, of)
    elseif otherwise then
      otherwise()
    else
      M.complain('there is no quotation here; put the cursor into one')
    end
  end)
end

return M
