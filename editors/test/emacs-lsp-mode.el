;;; emacs-lsp-mode.el --- Run by .ci/emacs inside a real Emacs: what lsp-mode shows of an article  -*- lexical-binding: t; -*-

(load "lsp-mode-autoloads")
(require 'lsp-mode)
(require 'isnad)

(load (expand-file-name "emacs-checks" (file-name-directory load-file-name)) nil t)

;; Nobody is there to say which folder the project is.
(setq lsp-auto-guess-root t
      lsp-guess-root-without-session t
      lsp-enable-file-watchers nil
      lsp-inlay-hint-enable t
      lsp-enable-snippet nil)

(find-file (expand-file-name "مسرح.news.md" (car command-line-args-left)))
(setq command-line-args-left nil)
(lsp)

(defun card ()
  "What hover says at point."
  (let ((contents (gethash "contents" (lsp-request "textDocument/hover" (lsp--text-document-position-params)))))
    (gethash "value" contents)))

(check "the mode stands on that for Markdown, every line with a direction of its own"
  (same "mode" (list major-mode (get major-mode 'derived-mode-parent)) '(isnad-mode markdown-mode))
  (same "direction" (list bidi-paragraph-direction bidi-paragraph-start-re) '(nil "^")))

(check "the markup is coloured on top of Markdown"
  (font-lock-ensure)
  (dolist (it '(("# المسرح" . markdown-header-face-1) ("lang" . markdown-metadata-key-face)
                ("(=2025" . font-lock-number-face) ("{رشا}" . font-lock-keyword-face)))
    (go-to (car it))
    (forward-char 2)
    (let ((faces (ensure-list (get-text-property (point) 'face))))
      (same (car it) (and (memq (cdr it) faces) t) t))))

(check "the server answers"
  (await "the server" (lambda () (and lsp-managed-mode (lsp-workspaces))))
  (same "the language" (lsp-buffer-language) "isnad"))

(check "a quotation without a speaker is reported, at its closing mark"
  (await "the finding" (lambda () (member "\"" (findings)))))

(check "hover tells who said it"
  (go-to "لن يبقى مقعد")
  (await "the card" (lambda () (string-search "رشا العمري" (card)))))

(check "definition leads from the quoted words to their speaker"
  (go-to "لن يبقى مقعد")
  (let ((found (car (xref-backend-definitions 'xref-lsp (xref-backend-identifier-at-point 'xref-lsp)))))
    (goto-char (xref-location-marker (xref-item-location found)))
    (same "the words" (looking-at-p "العمري") t)))

(check "ids are completed by any name of whom they mean"
  (goto-char (point-max))
  (insert "\n\"x\"{omari")
  (let* ((capf (lsp-completion-at-point))
         (found (completion-all-completions
                 (buffer-substring (nth 0 capf) (nth 1 capf)) (nth 2 capf) nil (- (point) (nth 0 capf)))))
    (delete-region (- (point) (length "\n\"x\"{omari")) (point))
    (same "the first" (substring-no-properties (car found)) "رشا")))

(check "the speaker that the text names is shown as a hint"
  (lsp-update-inlay-hints (point-min) (point-max))
  (await "the hint"
         (lambda ()
           (seq-some (lambda (it)
                       (let ((shown (or (overlay-get it 'before-string) (overlay-get it 'after-string))))
                         (and shown (string-search "رشا العمري" shown))))
                     (overlays-in (point-min) (point-max))))))

(check "an action attributes the quotation that nobody says"
  (go-to "الستارة لا تنتظر")
  (let ((it (seq-find (lambda (it) (string-search "المسرح البلدي" (gethash "title" it)))
                      (lsp-code-actions-at-point "refactor.rewrite.attribute"))))
    (lsp-execute-code-action (or it (error "it is not offered")))
    (await "the brace" (lambda () (holds "ولا نحن ننتظر.\"{المسرح}")))))

(check-commands)

(check "a link of Markdown that names somebody leads to the declaration"
  (goto-char (point-max))
  (save-excursion (insert "\n[العمري](#رشا)"))
  (forward-char 2)
  (save-window-excursion
    (markdown-follow-link-at-point)
    (same "the file" (file-name-nondirectory buffer-file-name) "entities.yaml")))

(check "an id is renamed in all articles and registries"
  (go-to "{رشا}")
  (forward-char)
  (lsp-rename "العمري")
  (await-renamed))

(kill-emacs (if failed 1 0))
