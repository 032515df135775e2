" Front matter, headings, comments and the marks of annotation. The words stay as they are.
if exists('b:current_syntax')
  finish
endif

syntax include @isnadYaml syntax/yaml.vim
unlet! b:current_syntax

" A paragraph is one long line: look at all of it, and find the place again from the file's start.
setlocal synmaxcol=0
syntax sync fromstart
syntax spell toplevel

syntax region isnadFrontMatter start=/\%^---\s*$/ end=/^---\s*$/ keepend contains=@isnadYaml,@NoSpell
syntax region isnadComment start=/^<!--/ end=/-->/
syntax match isnadHeading /^#\{1,6} .*$/ contains=isnadEscape,isnadOpen,isnadMention,isnadDate,isnadSpeaker

" An opening bracket whose span ends in a tail, up to two spans deep; others are ordinary text.
syntax match isnadOpen /\[\%(\%([^][]\|\[\%([^][]\|\[[^][]*\]\)*\]\)*\]\%((#\|(=\|{\)\)\@=/ conceal
syntax match isnadMention /\](#[^()]*)/ conceal contains=@NoSpell
syntax match isnadDate /\](=[^()]*)/ conceal contains=@NoSpell
syntax match isnadSpeaker /\%(\]\|["'”“‟»«›‹’‘」』]\@1<=\){[^{}]*}/ conceal contains=@NoSpell
syntax match isnadEscape /\\[][\\{#<"'“”„‟«»‹›‘’「」『』-]/

highlight default link isnadComment Comment
highlight default link isnadHeading Title
highlight default link isnadOpen Delimiter
highlight default link isnadMention Identifier
highlight default link isnadDate Number
highlight default link isnadSpeaker Special
highlight default link isnadEscape SpecialChar

let b:current_syntax = 'isnad'
