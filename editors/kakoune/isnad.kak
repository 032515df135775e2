# Isnad in Kakoune, through kakoune-lsp: to be sourced by the kakrc.

declare-option -docstring "the program of Isnad's server" str isnad_program isnad

# Over the type of `*.md`, which Kakoune gives first.
hook -group isnad global BufCreate .*\.news\.md %{
    set-option buffer filetype isnad
}

hook -group isnad global BufSetOption filetype=isnad %{
    set-option buffer comment_block_begin '<!-- '
    set-option buffer comment_block_end ' -->'
    # The nearest of these folders is the root, else that of the article.
    set-option buffer lsp_servers "
        [isnad]
        command = '%opt{isnad_program}'
        args = ['lsp']
        root_globs = ['isnad.toml', '.git', '.hg']
    "
}

hook -group isnad global WinSetOption filetype=isnad %{
    require-module markdown
    add-highlighter window/isnad ref markdown
    # A paragraph is one line: shown wrapped, between words.
    add-highlighter window/isnad-wrap wrap -word -indent
    hook -once -always window WinSetOption filetype=.* %{
        remove-highlighter window/isnad
        remove-highlighter window/isnad-wrap
    }
    # Where the kakrc calls lsp-enable, it is on in all windows already.
    evaluate-commands %sh{
        [ "$kak_opt_lsp_fail_if_disabled" = nop ] || echo lsp-enable-window
    }
}

# Where the kakrc has not loaded kakoune-lsp, it is loaded now, so that the options above are there.
hook -group isnad -once global KakBegin .* %{
    try %{
        nop %opt{lsp_servers}
    } catch %{
        evaluate-commands %sh{
            if command -v kak-lsp >/dev/null; then
                kak-lsp
            else
                echo "echo -debug isnad: there is no kak-lsp on the PATH"
            fi
        }
    }
}
