;;; isnad.el --- Annotated news text -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "29.1"))

;;; Commentary:

;; Articles (*.news.md) get a mode of their own, and Eglot the server that checks them:
;; `M-x eglot' in an article starts it.

;;; Code:

(require 'eglot)

;;;###autoload
(define-derived-mode isnad-mode text-mode "Isnad"
  "Mode for annotated news text."
  ;; Each paragraph goes the way of its own first letter.
  (setq-local bidi-paragraph-direction nil)
  (setq-local comment-start "<!-- ")
  (setq-local comment-end " -->")
  ;; A paragraph is one line: shown wrapped, between words.
  (visual-line-mode 1))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.news\\.md\\'" . isnad-mode))

(add-to-list 'eglot-server-programs '((isnad-mode :language-id "isnad") . ("isnad" "lsp")))

(provide 'isnad)
;;; isnad.el ends here
