" isnad#root(buffer): where the nearest `isnad.toml` is, else the nearest `.git`, else the folder of
" the article.
function isnad#root(buffer) abort
  let folder = fnamemodify(bufname(a:buffer), ':p:h')
  let upwards = fnameescape(folder) .. ';'
  let settings = findfile('isnad.toml', upwards)
  if settings != ''
    return fnamemodify(settings, ':p:h')
  endif
  let repository = finddir('.git', upwards)
  return repository == '' ? folder : fnamemodify(repository, ':p:h:h')
endfunction
