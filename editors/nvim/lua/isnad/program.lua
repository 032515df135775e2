---The program that serves, and what is said once where it is missing or ends.
local M = {}

---The messages that were shown.
local told = {}

---@param message string what is wrong
function M.tell(message)
  if not told[message] then
    told[message] = true
    vim.notify(('isnad: %s; :checkhealth isnad tells what to do'):format(message), vim.log.levels.WARN)
  end
end

---Its name or path; none where a function of the user's starts it.
---@return string?
function M.name()
  local config = vim.lsp.config.isnad
  local cmd = config and config.cmd
  return type(cmd) == 'table' and cmd[1] or nil
end

---Tells that it is not there, if it is to be started: Neovim itself only writes to its log.
function M.tell_if_missing()
  local name = M.name()
  if name and vim.fn.executable(name) == 0 and vim.lsp.is_enabled('isnad') then
    M.tell(('there is no program `%s`'):format(name))
  end
end

return M
