---The subcommands of `:Isnad`.
local actions = require('isnad.actions')
local pick = require('isnad.pick')
local reading = require('isnad.reading')
local server = require('isnad.server')

---@class isnad.Subcommand
---@field run fun(argument: string, has_range: boolean)
---@field complete? fun(typed: string): string[]

---@type table<string, isnad.Subcommand>
local M = {}

local function write(command, more, nothing)
  server.execute(vim.api.nvim_get_current_buf(), command, more, function(has_written)
    if not has_written then
      server.complain(nothing)
    end
  end)
end

local function selected(has_range)
  if not has_range then
    server.complain("select the words first: `viw`, then :'<,'>Isnad …")
    return nil
  end
  return server.selection()
end

local function show(location)
  local client = server.client(vim.api.nvim_get_current_buf())
  if client then
    vim.lsp.util.show_document(location, client.offset_encoding, { focus = true })
  end
end

M.attribute = {
  run = function(who)
    local cursor = server.cursor()
    server.quotation(function(quotation)
      local beginning = vim.fn.strcharpart(quotation.text, 0, 40)
      pick.entity(('Who says “%s”?'):format(beginning), who, cursor, function(id)
        write('isnad.attribute', { position = cursor, id = id }, 'that is said already')
      end)
    end)
  end,
  complete = pick.complete,
}

M.mark = {
  run = function(who, has_range)
    local range = selected(has_range)
    if range then
      pick.entity('Whom do the words name?', who, range.start, function(id)
        write('isnad.mark', { range = range, id = id }, 'no brackets fit around these words')
      end)
    end
  end,
  complete = pick.complete,
}

M.accept = {
  run = function(argument)
    if argument == 'all' then
      write('isnad.accept', {}, 'of no quotation without a brace is the speaker sure')
    else
      write('isnad.accept', { position = server.cursor() }, 'the text does not say who speaks here')
    end
  end,
  complete = function()
    return { 'all' }
  end,
}

M.declare = {
  run = function(_, has_range)
    local range = selected(has_range)
    if range then
      local nothing = 'nobody new is to be declared of these words'
      actions.choose('Declare as', 'refactor.extract.declare', range, nothing)
    end
  end,
}

M.speaker = {
  run = function()
    server.quotation(function(quotation, speaker)
      local named_at = quotation.namedAt
      local here = named_at and { uri = vim.uri_from_bufnr(0), range = named_at }
      local location = here or speaker.location
      if location then
        show(location)
      else
        server.complain('nothing says who speaks here; :Isnad attribute writes it')
      end
    end)
  end,
}

M.said = {
  run = function()
    local buffer = vim.api.nvim_get_current_buf()
    local client = server.client(buffer)
    if not client then
      return
    end
    local function list(name, uri, position)
      local asked = { textDocument = { uri = uri }, position = position }
      client:request('textDocument/implementation', asked, function(refused, found)
        if refused or not found or #found == 0 then
          return server.complain(refused and refused.message or 'nothing that is said is known of what stands here')
        end
        local items = vim.lsp.util.locations_to_items(found, client.offset_encoding)
        for _, item in ipairs(items) do
          -- Of the line, which is a whole paragraph, what is said.
          item.text = item.text:sub(item.col, item.end_lnum == item.lnum and item.end_col - 1 or nil)
        end
        vim.fn.setqflist({}, ' ', { title = name, items = items })
        vim.cmd('botright copen')
      end, buffer)
    end
    local cursor = server.cursor()
    server.quotation(function(_, speaker)
      local location = speaker.location
      if not location then
        return server.complain('nothing says who speaks here; :Isnad attribute writes it')
      end
      list(('What %s says'):format(speaker.name), location.uri, location.range.start)
    end, function()
      list('What they say', vim.uri_from_bufnr(buffer), cursor)
    end)
  end,
}

M.annotate = {
  run = function()
    write('isnad.annotate', {}, 'the markup says already all that is sure')
  end,
}

M.preview = { run = reading.open }

M.statistics = {
  run = function()
    server.execute(vim.api.nvim_get_current_buf(), 'isnad.statistics', {}, function(counted)
      local lines = {
        ('%d quotations: %d attributed, of %d more the text names the speaker'):format(
          counted.quotations,
          counted.attributed,
          counted.inferred
        ),
      }
      for _, speaker in ipairs(counted.speakers) do
        local percent = math.floor(speaker.words * 100 / math.max(counted.words, 1) + 0.5)
        table.insert(lines, ('%3d %%  %s'):format(percent, speaker.name))
      end
      vim.notify(table.concat(lines, '\n'))
    end)
  end,
}

return M
