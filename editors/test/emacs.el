;;; emacs.el --- Run by .ci/emacs inside a real Emacs: what eglot shows of an article  -*- lexical-binding: t; -*-

(require 'eglot)
(require 'xref)
(require 'isnad)

(setq eglot-sync-connect 20
      eglot-confirm-server-edits nil
      eglot-events-buffer-config '(:size 0))

(load (expand-file-name "emacs-checks" (file-name-directory load-file-name)) nil t)

(find-file (expand-file-name "مسرح.news.md" (car command-line-args-left)))
(setq command-line-args-left nil)
(eglot-ensure)
;; In batch mode nothing runs the hook that it waits for.
(run-hooks 'post-command-hook)

(check "the mode is isnad-mode, every line with a direction of its own"
  (same "mode" major-mode 'isnad-mode)
  (same "direction" (list bidi-paragraph-direction bidi-paragraph-start-re) '(nil "^")))

(check "the server answers"
  (await "the server" #'eglot-current-server))

(check "a quotation without a speaker is reported, at its closing mark"
  (await "the finding" (lambda () (member "\"" (findings)))))

(check "hover tells who said it"
  (go-to "لن يبقى مقعد")
  (let (card)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq card (substring-no-properties text))))
    (await "the card" (lambda () (and card (string-search "رشا العمري" card))))))

(check "definition leads from the quoted words to their speaker"
  (go-to "لن يبقى مقعد")
  (let* ((found (car (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot))))
         (place (xref-location-marker (xref-item-location found))))
    (goto-char place)
    (same "the words" (looking-at-p "العمري") t)))

(check "ids are completed by any name of whom they mean"
  (goto-char (point-max))
  (insert "\n\"x\"{omari")
  (let* ((capf (eglot-completion-at-point))
         (found (all-completions (buffer-substring (nth 0 capf) (nth 1 capf)) (nth 2 capf))))
    (undo-boundary)
    (delete-region (- (point) (length "\n\"x\"{omari")) (point))
    (same "the first" (substring-no-properties (car found)) "رشا")))

(check "the speaker that the text names is shown as a hint"
  (eglot-inlay-hints-mode 1)
  (eglot--update-hints-1 (point-min) (point-max))
  (await "the hint"
         (lambda ()
           (seq-some (lambda (it)
                       (let ((shown (or (overlay-get it 'before-string) (overlay-get it 'after-string))))
                         (and (overlay-get it 'eglot--inlay-hint) shown (string-search "رشا العمري" shown))))
                     (overlays-in (point-min) (point-max))))))

(check "an action attributes the quotation that nobody says"
  (go-to "الستارة لا تنتظر")
  (let* ((actions (eglot-code-actions (point) (point) "refactor.rewrite.attribute"))
         (it (seq-find (lambda (it) (string-search "المسرح البلدي" (plist-get it :title))) actions)))
    (eglot-execute (eglot-current-server) (or it (error "it is not offered: %S" actions)))
    (await "the brace" (lambda () (holds "ولا نحن ننتظر.\"{المسرح}")))))

(check-commands)

(check "an id is renamed in all articles and registries"
  (go-to "{رشا}")
  (forward-char)
  (eglot-rename "العمري")
  (await-renamed))

(check "the server ends when it is asked to"
  (let ((server (eglot-current-server)))
    (eglot-shutdown server)
    (same "whether it lives" (process-live-p (jsonrpc--process server)) nil)))
(kill-emacs (if failed 1 0))
