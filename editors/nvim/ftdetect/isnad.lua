-- As a function call rather than an autocommand, so that it goes before the `*.md` of Neovim.
vim.filetype.add({ pattern = { ['.*%.news%.md'] = { 'isnad', { priority = 10 } } } })
