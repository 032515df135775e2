---Isnad: checks annotated news text, and leads from a quotation to its speaker.
---
---The package beside this file enables it (Neovim 0.11 or later). Another binary:
---`vim.lsp.config('isnad', { cmd = { '/path/to/isnad', 'lsp' } })`.

---What articles rest on: of all YAML and TOML only these files are Isnad's business.
local of_articles = { ['entities.yaml'] = true, ['isnad.toml'] = true }

---@type vim.lsp.Config
return {
  cmd = { 'isnad', 'lsp' },
  filetypes = { 'isnad', 'yaml', 'toml' },
  -- The nearest `isnad.toml` is the root, else the nearest `.git`, else the nearest registry; a file alone
  -- works too.
  root_dir = function(buffer, attach)
    local name = vim.fs.basename(vim.api.nvim_buf_get_name(buffer))
    if vim.bo[buffer].filetype == 'isnad' or of_articles[name] then
      local function root(name)
        return vim.fs.root(buffer, name)
      end
      attach(root('isnad.toml') or root('.git') or root('entities.yaml'))
    end
  end,
  -- Only articles have annotations to format: elsewhere `gq` stays what it was.
  on_attach = function(client, buffer)
    local with_ranges = vim.lsp.get_clients({ bufnr = buffer, method = 'textDocument/rangeFormatting' })
    local is_ours = #with_ranges == 1 and with_ranges[1].id == client.id
    if is_ours and vim.bo[buffer].filetype ~= 'isnad' and vim.bo[buffer].formatexpr == 'v:lua.vim.lsp.formatexpr()' then
      vim.bo[buffer].formatexpr = ''
    end
  end,
  on_exit = function(code, signal, id)
    -- Neovim itself ends it by signals 15 and 9.
    local is_asked = signal == 15 or signal == 9
    local client = vim.lsp.get_client_by_id(id)
    local never_answered = client and not client.initialized
    if not is_asked and (code ~= 0 or signal ~= 0 or never_answered) then
      vim.schedule(function()
        local how = signal ~= 0 and ('by signal %d'):format(signal) or ('with code %d'):format(code)
        require('isnad.program').tell('the server ended ' .. how)
      end)
    end
  end,
}
