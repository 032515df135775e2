-- What the tests inside Neovim are made of.
local M = {}

local function say(line)
  io.stdout:write(line, '\n')
  io.stdout:flush()
end

function M.fail(what)
  error({ failed = what }, 0)
end

function M.same(what, got, wanted)
  if not vim.deep_equal(got, wanted) then
    M.fail(('%s: got %s, wanted %s'):format(what, vim.inspect(got), vim.inspect(wanted)))
  end
end

---Waits until `found` gives something, and gives it.
function M.await(what, found)
  local value
  if not vim.wait(10000, function()
    value = found()
    return value
  end, 10) then
    M.fail('waited in vain for ' .. (type(what) == 'function' and what() or what))
  end
  return value
end

function M.check(what, run)
  run()
  say('  ok - ' .. what)
end

---Runs all checks, and ends Neovim with its verdict.
function M.run(all)
  local ok, problem = xpcall(all, function(e)
    return type(e) == 'table' and e.failed or debug.traceback(e)
  end)
  if ok then
    vim.cmd('qall!')
  else
    say('  not ok - ' .. problem)
    say('  :messages ' .. vim.trim(vim.fn.execute('messages')))
    local log = vim.lsp.log.get_filename()
    for _, line in ipairs(vim.uv.fs_stat(log) and vim.fn.readfile(log, '', -20) or {}) do
      say('  log: ' .. line)
    end
    vim.cmd('cquit 1')
  end
end

return M
