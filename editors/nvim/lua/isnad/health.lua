---`:checkhealth isnad`: whether the server is there and runs, and how right-to-left text is shown.
local M = {}

local health = vim.health

local function check_server()
  health.start('The server')
  local name = require('isnad.program').name()
  if not name then
    return health.info('it is started by a function of your configuration')
  elseif vim.fn.executable(name) == 0 then
    return health.error(('there is no program `%s`'):format(name), {
      'in a clone of the repository: cargo install --path . --locked',
      "or tell where it is: vim.lsp.config('isnad', { cmd = { '/path/to/isnad', 'lsp' } })",
    })
  end
  local answered, answer = pcall(function()
    return vim.system({ name, '--version' }, { text = true, timeout = 5000 }):wait()
  end)
  if not answered or answer.code ~= 0 or not vim.startswith(answer.stdout or '', 'isnad ') then
    return health.error(('`%s --version` does not answer as Isnad does'):format(vim.fn.exepath(name)), {
      'install it anew: cargo install --path . --locked --force',
      'the log may tell more: ' .. vim.lsp.log.get_filename(),
    })
  end
  health.ok(('%s: %s'):format(vim.fn.exepath(name), vim.trim(answer.stdout)))
  local clients = vim.lsp.get_clients({ name = 'isnad' })
  if #clients > 0 then
    for _, client in ipairs(clients) do
      local root = client.root_dir or 'a file alone'
      health.ok(('it runs for %s, with positions in %s'):format(root, client.offset_encoding))
    end
  elseif vim.lsp.is_enabled('isnad') then
    health.info('it starts when an article (*.news.md) is opened')
  else
    health.warn('it is not enabled', "vim.lsp.enable('isnad')")
  end
end

local function check_direction()
  health.start('Right-to-left text')
  if vim.o.termbidi then
    health.ok('`termbidi` is set: the terminal orders the letters')
    if vim.wo.rightleft then
      health.warn('`rightleft` is set as well, so that the text is turned twice', ':setlocal norightleft')
    end
  else
    health.info('`termbidi` is not set: set it if your terminal orders right-to-left text by itself, else :setlocal rightleft')
  end
end

function M.check()
  health.start('Neovim')
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok(('Neovim %s'):format(vim.version()))
  else
    health.error(('Neovim %s is too old'):format(vim.version()), 'install 0.11 or later')
  end
  check_server()
  check_direction()
end

return M
