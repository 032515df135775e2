; What is Markdown; of names, speech and speakers the server tells more.
[
  (atx_heading)
  (setext_heading)
] @title

[
  (thematic_break)
  (block_quote_marker)
] @punctuation

[
  (list_marker_plus)
  (list_marker_minus)
  (list_marker_star)
  (list_marker_dot)
  (list_marker_parenthesis)
] @punctuation.list_marker

(html_block) @comment
