-- Run inside Neovim, with the article open, by .ci/neovim. Told by the environment:
-- ISNAD_STORY (a key of stories.json), ISNAD_ENCODING (of positions), ISNAD_PIDS (where to write
-- the numbers of the processes that must be gone once Neovim is), ISNAD_STAY (open, then wait).
local here = vim.fs.dirname(debug.getinfo(1, 'S').source:sub(2))
local stories = vim.json.decode(table.concat(vim.fn.readfile(here .. '/stories.json'), '\n'))
local story = stories[vim.env.ISNAD_STORY]
local encoding = vim.env.ISNAD_ENCODING
local buffer = vim.api.nvim_get_current_buf()

local checks = dofile(here .. '/neovim_checks.lua')
local await, check, fail, same = checks.await, checks.check, checks.fail, checks.same

local function client()
  return vim.lsp.get_clients({ name = 'isnad', bufnr = buffer })[1]
end

---The row and byte column, from 0, of `words`.
local function find(words)
  for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, true)) do
    local column = line:find(words, 1, true)
    if column then
      return row - 1, column - 1
    end
  end
  fail('the article does not hold ' .. words)
end

---Puts the cursor on the second letter of `words`.
local function go_to(words)
  local row, column = find(words)
  vim.api.nvim_win_set_buf(0, buffer)
  vim.api.nvim_win_set_cursor(0, { row + 1, column + #vim.fn.strcharpart(words, 0, 1) })
end

---The words under a range of the protocol, and where they begin: row and byte column from 0.
local function under(uri, range)
  local other = vim.uri_to_bufnr(uri)
  vim.fn.bufload(other)
  local function byte(position)
    local line = vim.api.nvim_buf_get_lines(other, position.line, position.line + 1, true)[1]
    return vim.str_byteindex(line, encoding, position.character)
  end
  local from, to = range.start, range['end']
  local words = vim.api.nvim_buf_get_text(other, from.line, byte(from), to.line, byte(to), {})
  return table.concat(words, '\n'), from.line, byte(from)
end

---Each finding: its code, its message, its words, and where these begin; sorted as they stand in
---the text.
local function findings()
  local all = vim.diagnostic.get(buffer)
  table.sort(all, function(a, b)
    if a.lnum ~= b.lnum then
      return a.lnum < b.lnum
    end
    return a.col < b.col or a.col == b.col and a.code < b.code
  end)
  return vim.tbl_map(function(d)
    -- Lines may have gone of which the server has not heard yet.
    local is_there, words = pcall(vim.api.nvim_buf_get_text, buffer, d.lnum, d.col, d.end_lnum, d.end_col, {})
    return {
      code = d.code,
      message = d.message,
      words = is_there and table.concat(words, '\n') or '',
      row = d.lnum,
      column = d.col,
      lsp = d.user_data.lsp,
    }
  end, all)
end

local function show_findings()
  local lines = vim.tbl_map(function(f)
    return ('%s on `%s`'):format(f.code, f.words)
  end, findings())
  return #lines > 0 and table.concat(lines, '; ') or 'nothing'
end

local function await_findings(codes)
  return await(function()
    return table.concat(codes, ', ') .. '; found: ' .. show_findings()
  end, function()
    local now = findings()
    local have = vim.tbl_map(function(f)
      return f.code
    end, now)
    return vim.deep_equal(have, codes) and now
  end)
end

local function expected()
  return vim.tbl_map(function(f)
    return f.code
  end, story.findings)
end

---A finding beside those of the story, wherever it stands among them.
local function await_also(code)
  return await(function()
    return code .. '; found: ' .. show_findings()
  end, function()
    local now = findings()
    for _, f in ipairs(now) do
      if f.code == code then
        return f
      end
    end
  end)
end

---That a finding stands on these words, at this place of the article.
local function stands_on(finding, holds, within)
  if not finding.words:find(holds, 1, true) or not within:find(finding.words, 1, true) then
    fail(('%s stands on `%s`; wanted: words with `%s`, inside `%s`'):format(finding.code, finding.words, holds, within))
  end
  local row, column = find(within)
  if finding.row ~= row or finding.column < column or finding.column >= column + #within then
    fail(('%s stands at another place than `%s`'):format(finding.code, within))
  end
end

local function definition(words)
  local request = vim.lsp.util.make_position_params(0, encoding)
  local answer = client():request_sync('textDocument/definition', request, 10000, buffer)
  if not answer or answer.err or not answer.result then
    fail(('no definition from `%s`: %s'):format(words, vim.inspect(answer)))
  end
  local target = vim.islist(answer.result) and answer.result[1] or answer.result
  local text, row, column = under(target.targetUri or target.uri, target.targetSelectionRange or target.range)
  -- And now as the reader does it.
  local before = vim.api.nvim_win_get_cursor(0)
  vim.lsp.buf.definition()
  await('the cursor to leave `' .. words .. '`', function()
    return not vim.deep_equal(vim.api.nvim_win_get_cursor(0), before)
  end)
  same('where the definition of `' .. words .. '` leads', vim.api.nvim_win_get_cursor(0), { row + 1, column })
  return text, row
end

local function hover(at)
  go_to(at)
  vim.lsp.buf.hover()
  local window = await('the hover on `' .. at .. '`', function()
    for _, w in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(w).relative ~= '' then
        return w
      end
    end
  end)
  local text = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
  vim.api.nvim_win_close(window, true)
  return text
end

local function replace(from, to)
  local row, column = find(from)
  vim.api.nvim_buf_set_text(buffer, row, column, row, column + #from, { to })
end

---Every one of `words`, in this order.
local function holds_in_order(text, words, what)
  local from = 1
  for _, word in ipairs(words) do
    local at = text:find(word, from, true)
    if not at then
      fail(('%s does not show %s in this order:\n%s'):format(what, table.concat(words, ', '), text))
    end
    from = at + #word
  end
end

local function undo()
  vim.cmd('silent undo')
end

---The bytes that the buffer would be on the disk.
local function bytes()
  local copy = vim.fn.tempname()
  vim.cmd('silent noautocmd keepalt write! ' .. vim.fn.fnameescape(copy))
  return vim.fn.readblob(copy)
end

---The bytes that the command line has made of the same article.
local function by_command_line(what)
  local name = vim.api.nvim_buf_get_name(buffer)
  return vim.fn.readblob(vim.fs.joinpath(vim.fs.dirname(name) .. '-' .. what, vim.fs.basename(name)))
end

---Chooses an action at the cursor as a reader does; gives the titles of the fixes that were offered.
local function choose(title)
  local select, titles = vim.ui.select, nil
  vim.ui.select = function(items, _, on_choice)
    local fixes = vim.tbl_filter(function(item)
      return item.action.kind == 'quickfix'
    end, items)
    titles = vim.tbl_map(function(item)
      return item.action.title
    end, fixes)
    local _, chosen = vim.iter(ipairs(items)):find(function(_, item)
      return item.action.title == title
    end)
    on_choice(chosen)
  end
  vim.lsp.buf.code_action()
  await('a choice of actions', function()
    return titles
  end)
  vim.ui.select = select
  return titles
end

---The first example of the package's README that speaks of `words`.
local function example(words)
  local readme = table.concat(vim.fn.readfile(here .. '/../nvim/README.md'), '\n')
  for code in readme:gmatch('```lua\n(.-)```') do
    if code:find(words, 1, true) then
      return code
    end
  end
  fail('no example in the README speaks of ' .. words)
end

local function comes_up()
  check('the file is of type isnad, wrapped between words', function()
    same('filetype', vim.bo.filetype, 'isnad')
    same('wrap, linebreak, rightleft', { vim.wo.wrap, vim.wo.linebreak, vim.wo.rightleft }, { true, true, false })
    same('commentstring', vim.bo.commentstring, '<!-- %s -->')
    same('syntax', vim.b.current_syntax, 'isnad')
  end)

  check('the server answers, with positions in ' .. encoding, function()
    await('the server', function()
      return client() and client().initialized
    end)
    same('offset_encoding', client().offset_encoding, encoding)
    same('formatexpr', vim.bo.formatexpr, 'v:lua.vim.lsp.formatexpr()')
    local folder = vim.fs.dirname(vim.api.nvim_buf_get_name(buffer))
    local marks = vim.fs.find({ 'isnad.toml', 'entities.yaml' }, { path = folder })
    same('root', client().root_dir, #marks > 0 and folder or nil)
    local children = vim.api.nvim_get_proc_children(vim.fn.getpid())
    if #children == 0 then
      fail('no server runs')
    end
    vim.fn.writefile(vim.tbl_map(tostring, children), vim.env.ISNAD_PIDS)
  end)

  if vim.env.ISNAD_STAY then
    await_findings(expected())
    vim.fn.writefile({}, vim.env.ISNAD_STAY)
    vim.wait(60000, function()
      return false
    end)
  end
end

---An article to read: its findings, what hovers and definitions tell, mistakes while one types.
local function read()
  check('exactly the expected findings, each at its words', function()
    for i, finding in ipairs(await_findings(expected())) do
      local wanted = story.findings[i]
      stands_on(finding, wanted.holds, wanted.within)
      if wanted.related then
        local related = vim.tbl_map(function(r)
          return (under(r.location.uri, r.location.range))
        end, finding.lsp.relatedInformation or {})
        if not table.concat(related, '\n'):find(wanted.related, 1, true) then
          fail(('%s points at %s, not at %s'):format(finding.code, vim.inspect(related), wanted.related))
        end
      end
    end
  end)

  for _, wanted in ipairs(story.hovers) do
    check(('hover on %s: %s'):format(wanted.at, table.concat(wanted.says, ' … ')), function()
      local text = hover(wanted.at)
      if text:find('\u{2068}') then
        fail('the hover holds an isolate, which Neovim draws as <2068>')
      end
      holds_in_order(text, wanted.says, ('the hover on `%s`'):format(wanted.at))
    end)
  end

  check('definition leads from quoted words to the speaker, and on to the entry', function()
    local wanted = story.definition
    go_to(wanted.at)
    local mention, row = definition(wanted.at)
    if not mention:find(wanted.mention, 1, true) then
      fail(('the definition of quoted words leads to `%s`, not to `%s`'):format(mention, wanted.mention))
    end
    if row > find(wanted.at) then
      fail('the words that name the speaker stand after the quotation')
    end
    local _, entry = definition(mention)
    local line = vim.api.nvim_buf_get_lines(0, entry, entry + 1, true)[1]
    if vim.trim(line) ~= wanted.entry .. ':' then
      fail(('the definition of `%s` leads to the line `%s`, not to the entry `%s:`'):format(mention, line, wanted.entry))
    end
  end)

  check('an altered word is reported while one types, and no more once it is undone', function()
    replace(story.slip.right, story.slip.wrong)
    local finding = await_also('altered-wire-text')
    local row = find(story.slip.wrong)
    same('row of altered-wire-text', finding.row, row)
    if not finding.words:find(story.slip.altered, 1, true) then
      fail(('altered-wire-text stands on `%s`, not on `%s`'):format(finding.words, story.slip.altered))
    end
    vim.api.nvim_win_set_buf(0, buffer)
    undo()
    await_findings(expected())
  end)

  check('a weekday that is not that of its date is reported, and no more once it is undone', function()
    local wanted = story.weekday
    replace(wanted.right, wanted.wrong)
    local finding = await_also('weekday-mismatch')
    stands_on(finding, wanted.holds, wanted.wrong)
    holds_in_order(finding.message, wanted.says, 'the message')
    undo()
    await_findings(expected())
  end)

  check('a mistyped id is reported, and its fix mends it', function()
    local right, wrong = '(#' .. story.typo.right .. ')', '(#' .. story.typo.wrong .. ')'
    local before = vim.api.nvim_buf_get_lines(buffer, 0, -1, true)
    replace(right, wrong)
    local finding = await_also('undefined-entity')
    stands_on(finding, story.typo.wrong, wrong)
    vim.api.nvim_win_set_cursor(0, { finding.row + 1, finding.column })
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action)
        return action.kind == 'quickfix' and action.title:find(story.typo.right, 1, true) ~= nil
      end,
    })
    await_findings(expected())
    same('the article', vim.api.nvim_buf_get_lines(buffer, 0, -1, true), before)
  end)
end

---What articles rest on: mistakes in these files are shown where they are, and in no others.
local function other_files()
  local server = client().id
  for _, wanted in ipairs(story.files or {}) do
    check(('a mistake in %s is shown while one types: %s'):format(wanted.name, wanted.says), function()
      vim.cmd.edit(vim.fs.joinpath(vim.fs.dirname(vim.api.nvim_buf_get_name(buffer)), wanted.name))
      local other = vim.api.nvim_get_current_buf()
      await('the same server', function()
        return vim.lsp.get_clients({ name = 'isnad', bufnr = other, id = server })[1]
      end)
      local function told()
        return vim.iter(vim.diagnostic.get(other)):any(function(d)
          return d.message:find(wanted.says, 1, true) ~= nil
        end)
      end
      same('formatexpr', vim.bo[other].formatexpr, '')
      same('findings before', vim.diagnostic.get(other), {})
      vim.api.nvim_buf_set_lines(other, 0, 0, true, vim.split(vim.trim(wanted.typed), '\n'))
      await(function()
        return wanted.says .. '; found: ' .. vim.inspect(vim.diagnostic.get(other))
      end, told)
      undo()
      await('no finding once it is undone', function()
        return #vim.diagnostic.get(other) == 0
      end)
      vim.bo[other].modified = false
      vim.api.nvim_win_set_buf(0, buffer)
    end)
  end

  check('other YAML and TOML is left alone', function()
    for _, name in ipairs({ 'other.yaml', 'Cargo.toml' }) do
      vim.cmd.edit(vim.fs.joinpath(vim.fs.dirname(vim.api.nvim_buf_get_name(buffer)), name))
      vim.wait(50, function()
        return false
      end)
      same('servers of ' .. name, #vim.lsp.get_clients({ name = 'isnad', bufnr = 0 }), 0)
      vim.api.nvim_win_set_buf(0, buffer)
    end
  end)
end

---An article to tidy up: what is done at one go is what the command line does.
local function tidy()
  local on_disk = vim.fn.readblob(vim.api.nvim_buf_get_name(buffer))

  check('source.fixAll makes of the article what `isnad fix` makes of it, and leaves choices alone', function()
    await_findings(story.before)
    vim.lsp.buf.code_action({ context = { only = { 'source.fixAll.isnad' }, diagnostics = {} }, apply = true })
    await_findings(story.left)
    same('the bytes', bytes(), by_command_line('fixed'))
  end)

  check('formatting makes of it what `isnad fmt` makes of it', function()
    vim.lsp.buf.format()
    same('the bytes', bytes(), by_command_line('formatted'))
    await_findings(story.left)
  end)

  check('a choice is offered as several actions, and the one taken is carried out', function()
    local wanted = story.choice
    go_to(wanted.at)
    same('the titles', choose(wanted.taken), wanted.offered)
    await_findings(wanted.left)
    find(wanted.text)
  end)

  check('what the README says of saving fixes and formats', function()
    vim.cmd('silent edit!')
    await_findings(story.before)
    assert(loadstring(example('BufWritePre')))()
    vim.cmd('silent write')
    same('the bytes', vim.fn.readblob(vim.api.nvim_buf_get_name(buffer)), by_command_line('formatted'))
    await_findings(story.left)
    vim.fn.writefile(on_disk, vim.api.nvim_buf_get_name(buffer))
  end)
end

local function all()
  comes_up()
  if story.choice then
    tidy()
  else
    read()
    other_files()
  end
end

checks.run(all)
