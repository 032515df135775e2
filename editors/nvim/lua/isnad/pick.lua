---Choosing somebody by any of their names, in any script.
local server = require('isnad.server')

local M = {}

local function shown(entity)
  local parts = { table.concat(entity.names, ' · ') }
  if entity.role then
    table.insert(parts, entity.role)
  end
  if not entity.declared then
    table.insert(parts, 'not declared yet')
  end
  return ('%s (%s)'):format(table.concat(parts, ', '), entity.id)
end

local function choosable(entities)
  return vim.tbl_filter(function(entity)
    return entity.id ~= nil
  end, entities or {})
end

---Lets the user choose; all names stand in the list, so that whatever sifts it finds by any of them.
---@param question string
---@param who string what names one already: an id, or a name in any script, typed in Latin too; or empty
---@param position lsp.Position whoever is near is offered first
---@param on_choice fun(id: string)
function M.entity(question, who, position, on_choice)
  local query = who ~= '' and who or nil
  local buffer = vim.api.nvim_get_current_buf()
  server.execute(buffer, 'isnad.entities', { query = query, position = position }, function(found)
    local entities = choosable(found)
    for _, entity in ipairs(query and entities or {}) do
      if entity.id == query then
        return on_choice(query)
      end
    end
    if #entities == 0 then
      return server.complain(query and ('nobody is called %s'):format(query) or 'the article knows nobody to choose')
    elseif query and #entities == 1 then
      return on_choice(entities[1].id)
    end
    vim.ui.select(entities, { prompt = question, kind = 'isnad.entity', format_item = shown }, function(entity)
      if entity then
        on_choice(entity.id)
      end
    end)
  end)
end

---The ids of those whom what is typed may mean, for the command line.
---@param typed string
---@return string[]
function M.complete(typed)
  local buffer = vim.api.nvim_get_current_buf()
  local query = typed ~= '' and typed or nil
  local found = server.execute_now(buffer, 'isnad.entities', { query = query, position = server.cursor() })
  return vim.tbl_map(function(entity)
    return entity.id
  end, choosable(found))
end

return M
