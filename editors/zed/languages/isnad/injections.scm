((minus_metadata) @injection.content
  (#set! injection.language "yaml"))

((inline) @injection.content
  (#set! injection.language "markdown-inline"))
