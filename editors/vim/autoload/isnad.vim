" isnad#root(buffer): the nearest folder with an `isnad.toml`, else with a `.git`, else that of the
" article.
function isnad#root(buffer) abort
  let article = fnamemodify(bufname(a:buffer), ':p:h')
  for mark in ['isnad.toml', '.git']
    let folder = article
    " Not by findfile(), to which a comma in a path means something.
    while getftype(folder .. '/' .. mark) == '' && folder != fnamemodify(folder, ':h')
      let folder = fnamemodify(folder, ':h')
    endwhile
    if getftype(folder .. '/' .. mark) != ''
      return folder
    endif
  endfor
  return article
endfunction
