---The article without its markup, as its readers see it, in a window beside it.
local server = require('isnad.server')

local M = {}

---@param article integer
---@param page integer
local function refresh(article, page)
  -- While one types nobody has asked for a message.
  if not server.running(article) then
    return
  end
  server.execute(article, 'isnad.export', { format = 'wire' }, function(text)
    if vim.api.nvim_buf_is_valid(page) then
      vim.bo[page].modifiable = true
      vim.api.nvim_buf_set_lines(page, 0, -1, false, vim.split((text:gsub('\r\n?', '\n')), '\n'))
      vim.bo[page].modifiable = false
    end
  end)
end

---Opens it; it follows the article until it is closed.
function M.open()
  local article = vim.api.nvim_get_current_buf()
  if not server.client(article) then
    return
  end
  local name = vim.fs.basename(vim.api.nvim_buf_get_name(article))
  local turned = vim.wo.rightleft
  -- A terminal that orders the letters takes all of a row for one line: nothing may stand beside.
  vim.cmd(vim.o.termbidi and 'new' or 'vertical new')
  local page = vim.api.nvim_get_current_buf()
  vim.bo[page].buftype = 'nofile'
  vim.bo[page].bufhidden = 'wipe'
  vim.bo[page].swapfile = false
  vim.wo.wrap, vim.wo.linebreak, vim.wo.rightleft = true, true, turned
  -- Neovim evaluates what stands there behind a percent sign, and file names come from strangers.
  vim.wo.winbar = (name:gsub('%%', '%%%%'))
  vim.cmd('wincmd p')
  refresh(article, page)
  local follow = vim.api.nvim_create_autocmd({ 'TextChanged', 'InsertLeave' }, {
    buffer = article,
    callback = function()
      refresh(article, page)
    end,
  })
  vim.api.nvim_create_autocmd('BufWipeout', {
    buffer = page,
    once = true,
    callback = function()
      pcall(vim.api.nvim_del_autocmd, follow)
    end,
  })
end

return M
