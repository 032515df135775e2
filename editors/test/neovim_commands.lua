-- Run inside Neovim, with the article of the desk open, by .ci/neovim: the commands and keys of the
-- package, its help and its health. Told by the environment as neovim.lua is.
local here = vim.fs.dirname(debug.getinfo(1, 'S').source:sub(2))
local checks = dofile(here .. '/neovim_checks.lua')
local await, check, fail, same = checks.await, checks.check, checks.fail, checks.same
local buffer = vim.api.nvim_get_current_buf()

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n')
end

local function await_text(words)
  await(function()
    return ('`%s` in:\n%s'):format(words, text())
  end, function()
    return text():find(words, 1, true)
  end)
end

---Puts the cursor on the beginning of `words`, or selects them.
local function go_to(words, selects)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_set_current_buf(buffer)
      vim.api.nvim_win_set_cursor(0, { row, column - 1 })
      if selects then
        local last = vim.str_utf_start(line, column + #words - 1)
        vim.cmd('normal! v')
        vim.api.nvim_win_set_cursor(0, { row, column + #words - 2 + last })
      end
      return
    end
  end
  fail('the article does not hold ' .. words)
end

local function press(keys)
  vim.api.nvim_feedkeys(vim.keycode(keys), 'mx', false)
end

---Answers the next question with what `is_it` is true of; gives what was asked and offered.
local function answering(is_it)
  local select, asked = vim.ui.select, {}
  vim.ui.select = function(items, options, on_choice)
    vim.ui.select = select
    asked.prompt = options.prompt
    asked.titles = vim.tbl_map(options.format_item or tostring, items)
    on_choice(vim.iter(items):find(is_it))
  end
  return asked
end

---What the next messages say.
local function listening()
  local notify, said = vim.notify, {}
  vim.notify = function(message)
    table.insert(said, message)
  end
  return said, function()
    vim.notify = notify
  end
end

local function undo_all()
  vim.api.nvim_set_current_buf(buffer)
  vim.cmd('silent undo 0')
end

local function all()
  check('the server runs by itself once the package is installed', function()
    await('the server', function()
      local client = vim.lsp.get_clients({ name = 'isnad', bufnr = buffer })[1]
      return client and client.initialized
    end)
    local children = vim.api.nvim_get_proc_children(vim.fn.getpid())
    vim.fn.writefile(vim.tbl_map(tostring, children), vim.env.ISNAD_PIDS)
  end)

  check('a quotation is attributed to whoever is chosen', function()
    go_to('الستارة لا تنتظر')
    local asked = answering(function(entity)
      return entity.id == 'كوهين'
    end)
    press('<Plug>(isnad-attribute)')
    await_text('ولا نحن ننتظر."{كوهين}')
    same('the question', asked.prompt, 'Who says “الستارة لا تنتظر أحداً، ولا نحن ننتظر.”?')
    if not table.concat(asked.titles, '\n'):find('דנה כהן', 1, true) then
      fail('not all names are shown: ' .. vim.inspect(asked.titles))
    end
    undo_all()
  end)

  check('a name in Latin letters finds an Arabic one, on the command line too', function()
    go_to('الستارة لا تنتظر')
    same('completion', vim.fn.getcompletion('Isnad attribute kohen', 'cmdline'), { 'كوهين' })
    same('completion', vim.fn.getcompletion('Isnad attribute דנה', 'cmdline'), { 'كوهين' })
    vim.cmd('Isnad attribute omari')
    await_text('ولا نحن ننتظر."{رشا}')
    undo_all()
  end)

  check('an inferred speaker is accepted, one or all that are sure', function()
    go_to('لن يبقى مقعد')
    vim.cmd('Isnad accept')
    await_text('هذا العام"{رشا}')
    undo_all()
    press('<Plug>(isnad-accept-all)')
    await_text('هذا العام"{رشا}')
    undo_all()
  end)

  check('selected words are marked as whom they name, to their last letter', function()
    go_to('المخرج ياسين درويش', true)
    answering(function(entity)
      return entity.id == 'كوهين'
    end)
    press('<Plug>(isnad-mark)')
    await_text('[المخرج ياسين درويش](#كوهين)')
    undo_all()
    vim.cmd("'<,'>Isnad mark kohen")
    await_text('[المخرج ياسين درويش](#كوهين)')
    undo_all()
  end)

  check('selected words are declared', function()
    go_to('ياسين درويش', true)
    local asked = answering(function()
      return true
    end)
    press('<Plug>(isnad-declare)')
    await_text('[ياسين درويش](#')
    await_text('name: ياسين درويش')
    same('how many kinds', #asked.titles >= 3, true)
    undo_all()
  end)

  check('the cursor goes to the words that name the speaker', function()
    go_to('لن يبقى مقعد')
    press('<Plug>(isnad-speaker)')
    await('the cursor on the name', function()
      return vim.fn.strpart(vim.api.nvim_get_current_line(), vim.fn.col('.') - 1):find('^العمري')
    end)
  end)

  check('everything that they said is listed, in all articles', function()
    go_to('لن يبقى مقعد')
    press('<Plug>(isnad-said)')
    local list = await('the list', function()
      local list = vim.fn.getqflist({ title = true, items = true })
      return #list.items > 0 and list
    end)
    same('title', list.title, 'What رشا العمري says')
    local files = {}
    for _, item in ipairs(list.items) do
      files[vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr))] = true
    end
    same('files', files, { ['مسرح.news.md'] = true, ['أرشيف.news.md'] = true })
    for _, item in ipairs(list.items) do
      if not item.text:find('^["%[]') or not item.text:find('["%]]$') then
        fail('what is listed is not what is said: ' .. item.text)
      end
    end
    vim.cmd('cclose')
  end)

  check('so it is from a name', function()
    vim.api.nvim_set_current_buf(buffer)
    vim.fn.setqflist({}, 'f')
    go_to('العمري للصحفيين')
    vim.cmd('Isnad said')
    await('the list', function()
      return #vim.fn.getqflist() > 1
    end)
    vim.cmd('cclose')
  end)

  check('the preview shows the words alone, and follows', function()
    vim.api.nvim_set_current_buf(buffer)
    press('<Plug>(isnad-preview)')
    local page = await('the window', function()
      return vim.iter(vim.api.nvim_list_bufs()):find(function(other)
        return vim.bo[other].buftype == 'nofile' and vim.fn.bufwinid(other) ~= -1
      end)
    end)
    local function shown()
      return table.concat(vim.api.nvim_buf_get_lines(page, 0, -1, false), '\n')
    end
    await('the words', function()
      return shown():find('أن الموسم الجديد سيبدأ في تشرين.', 1, true)
    end)
    go_to('تشرين')
    press('iقريب <Esc>')
    await('the change', function()
      return shown():find('قريب تشرين', 1, true)
    end)
    vim.api.nvim_buf_delete(page, { force = true })
    undo_all()
  end)

  check('a file name is shown in the preview, and never evaluated', function()
    vim.cmd.edit(vim.fn.fnameescape('%{execute("let g:ran = 1")}.news.md'))
    local article = vim.api.nvim_get_current_buf()
    await('the server', function()
      return vim.lsp.get_clients({ name = 'isnad', bufnr = article })[1]
    end)
    vim.cmd('Isnad preview')
    local bar
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      bar = vim.wo[window].winbar ~= '' and vim.wo[window].winbar or bar
    end
    same('what the bar shows', vim.api.nvim_eval_statusline(bar, {}).str, '%{execute("let g:ran = 1")}.news.md')
    same('what has run', vim.g.ran, nil)
    vim.cmd('only')
    vim.api.nvim_set_current_buf(buffer)
    vim.api.nvim_buf_delete(article, { force = true })
  end)

  check('statistics tell who speaks how much', function()
    local said, stop = listening()
    press('<Plug>(isnad-statistics)')
    await('the numbers', function()
      return said[1]
    end)
    stop()
    if not said[1]:find('4 quotations: 2 attributed, of 1 more', 1, true) or not said[1]:find('رشا العمري', 1, true) then
      fail('the statistics say: ' .. said[1])
    end
  end)

  check('the whole text is annotated', function()
    press('<Plug>(isnad-annotate)')
    await_text('هذا العام"{رشا}')
    undo_all()
  end)

  check('what cannot be done is said with its reason', function()
    local said, stop = listening()
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    vim.cmd('Isnad accept')
    await('a message', function()
      return said[1]
    end)
    stop()
    same('the message', said[1], 'isnad: there is no quotation here; put the cursor into one')
  end)

  check('a command that is not known is told with those that are', function()
    local said, stop = listening()
    vim.cmd('Isnad atribute')
    stop()
    if not said[1]:find('there is no :Isnad atribute; there are accept, annotate, attribute, declare', 1, true) then
      fail('it says: ' .. said[1])
    end
  end)

  check(':help isnad opens', function()
    vim.cmd('help :Isnad-attribute')
    same('the file', vim.fs.basename(vim.api.nvim_buf_get_name(0)), 'isnad.txt')
    vim.cmd('helpclose')
  end)

  check(':checkhealth isnad tells that all is well, and what is wrong where it is not', function()
    local function health()
      vim.cmd('silent checkhealth isnad')
      local lines = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
      vim.cmd('bwipeout!')
      return lines
    end
    local well = health()
    if well:find('ERROR') or not well:find('isnad %d') or not well:find('it runs for') then
      fail('it says:\n' .. well)
    end
    vim.lsp.config('isnad', { cmd = { 'no-such-isnad', 'lsp' } })
    local ill = health()
    if not ill:find('there is no program `no-such-isnad`', 1, true) or not ill:find('cargo install', 1, true) then
      fail('it says:\n' .. ill)
    end
  end)

  check('an article says once that there is no server', function()
    local said, stop = listening()
    vim.cmd.edit('أرشيف.news.md')
    vim.cmd.edit('third.news.md')
    stop()
    same('messages', said, { 'isnad: there is no program `no-such-isnad`; :checkhealth isnad tells what to do' })
  end)
end

checks.run(all)
