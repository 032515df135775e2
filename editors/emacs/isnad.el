;;; isnad.el --- Annotated news text: who is named, what is quoted, who said it  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "29.1"))
;; Keywords: text, languages

;;; Commentary:

;; A mode for articles (`*.news.md') and a client of `isnad lsp' by eglot, which is a part of Emacs, or
;; by lsp-mode.  `M-x eglot' or `M-x lsp' in an article starts the server; to have that done by itself:
;;
;;   (add-hook 'isnad-mode-hook #'eglot-ensure)   ; or #'lsp

;;; Code:

(require 'seq)
(require 'xref)

(declare-function eglot-current-server "eglot")
(declare-function eglot--TextDocumentPositionParams "eglot")
(declare-function jsonrpc-request "jsonrpc")
(declare-function lsp-register-client "lsp-mode")
(declare-function make-lsp-client "lsp-mode")
(declare-function lsp-stdio-connection "lsp-mode")
(declare-function lsp-request "lsp-mode")
(declare-function lsp--buffer-uri "lsp-mode")
(declare-function lsp--cur-position "lsp-mode")
(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(defvar lsp-managed-mode)

(defgroup isnad nil
  "Annotated news text."
  :group 'text)

(defcustom isnad-program "isnad"
  "The program that serves articles: a name on the path, or a path."
  :type 'string)

(defvar isnad-font-lock-keywords
  `(("\\`\\(?:\ufeff\\)?---\n\\(?:.*\n\\)*?---$" . (0 'font-lock-doc-face))
    ("^#\\{1,6\\} .*$" . (0 'bold append))
    ("^<!--\\(?:.\\|\n\\)*?-->" . (0 'font-lock-comment-face t))
    ;; The tail of a bracket: whom it names, which day it is.
    ("\\]\\((#[^()\n]*)\\)" . (1 'font-lock-constant-face t))
    ("\\]\\((=[^()\n]*)\\)" . (1 'font-lock-number-face t))
    ;; The brace behind a closing mark or a bracket: who says it.
    ("[]\"'“”‟»«›‹’‘」』]\\({[^{}\n]*}\\)" . (1 'font-lock-keyword-face t)))
  "What an article is coloured by; the words stay as they are.")

(defun isnad--follow (url)
  "Where URL is the tail of a bracket, go to whom it names; markdown-mode would open a file."
  (when (string-match-p "\\`[#=]" url)
    (xref-find-definitions (xref-backend-identifier-at-point (xref-find-backend)))
    t))

(defun isnad--set-up ()
  "Make a buffer one of articles: every line has the direction of its own first letter."
  (if (derived-mode-p 'markdown-mode)
      (progn
        (font-lock-add-keywords nil isnad-font-lock-keywords 'append)
        (add-hook 'markdown-follow-link-functions #'isnad--follow nil t))
    (setq-local font-lock-defaults '(isnad-font-lock-keywords t))
    (setq-local comment-start "<!-- ")
    (setq-local comment-end " -->"))
  (setq-local font-lock-multiline t)
  (setq-local bidi-paragraph-direction nil)
  (setq-local bidi-paragraph-start-re "^")
  (setq-local bidi-paragraph-separate-re "^")
  (visual-line-mode 1))

;; The mode stands on that for Markdown, which is a package, only where somebody has it.
;;;###autoload (autoload 'isnad-mode "isnad" nil t)
(eval
 `(define-derived-mode isnad-mode ,(if (require 'markdown-mode nil t) 'markdown-mode 'text-mode) "Isnad"
    "Major mode for annotated news text."
    (isnad--set-up))
 t)

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.news\\.md\\'" . isnad-mode))

(defun isnad--contact (&rest _)
  "What starts the server."
  (list isnad-program "lsp"))

(defun isnad--decoded (path)
  "PATH with its bytes read as UTF-8.
The eglot of Emacs 30 leaves them as they are, and then shows no diagnostics in files whose names
have other letters than those of English."
  (if (stringp path)
      (decode-coding-string (encode-coding-string path 'utf-8-unix) 'utf-8-unix)
    path))

;;;###autoload
(with-eval-after-load 'eglot
  (advice-add 'eglot-uri-to-path :filter-return #'isnad--decoded)
  (add-to-list 'eglot-server-programs '(isnad-mode . isnad--contact)))

;;;###autoload
(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '(isnad-mode . "isnad"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection #'isnad--contact)
                    :major-modes '(isnad-mode)
                    :server-id 'isnad)))

(defun isnad--lsp-mode-p ()
  "Whether lsp-mode, and not eglot, serves this buffer."
  (bound-and-true-p lsp-managed-mode))

(defun isnad--execute (command &rest more)
  "Send COMMAND of the server about this buffer, with MORE in its argument; the answer.
What the server refuses is an error with its reason."
  (let ((message (lambda (uri) (list :command command :arguments (vector `(:uri ,uri ,@more))))))
    (if (isnad--lsp-mode-p)
        (condition-case refused
            (isnad--plists
             (lsp-request "workspace/executeCommand" (funcall message (lsp--buffer-uri))))
          (error (user-error "%s" (isnad--sentence (error-message-string refused)))))
      (let* ((server (or (and (fboundp 'eglot-current-server) (eglot-current-server))
                         (user-error "No server runs here; M-x eglot or M-x lsp starts it")))
             (uri (plist-get (plist-get (eglot--TextDocumentPositionParams) :textDocument) :uri)))
        (condition-case refused
            (jsonrpc-request server :workspace/executeCommand (funcall message uri))
          (jsonrpc-error
           (user-error "%s" (isnad--sentence (or (alist-get 'jsonrpc-error-message (cddr refused))
                                                 (error-message-string refused))))))))))

(defun isnad--plists (value)
  "VALUE as eglot would give it: lsp-mode reads objects into hash tables."
  (cond ((hash-table-p value)
         (let (plist)
           (maphash (lambda (key it) (setq plist `(,(intern (concat ":" key)) ,(isnad--plists it) ,@plist)))
                    value)
           plist))
        ((or (vectorp value) (consp value)) (mapcar #'isnad--plists value))
        (t value)))

(defun isnad--sentence (reason)
  "REASON as Emacs tells it, with a capital."
  (concat (upcase (substring reason 0 1)) (substring reason 1)))

(defun isnad--position ()
  "Where point stands, as the server counts."
  (if (isnad--lsp-mode-p)
      (lsp--cur-position)
    (plist-get (eglot--TextDocumentPositionParams) :position)))

(defun isnad--shown (entity)
  "All names of ENTITY and its id, so that it is found by any of them."
  (let ((names (mapconcat #'identity (plist-get entity :names) " · ")))
    (format "%s (%s)" names (plist-get entity :id))))

(defun isnad--read-entity (prompt)
  "Ask by PROMPT for an entity, by any of its names in any script; its id.
What meets none of them is looked for by the server, so that Latin letters find an Arabic name."
  (let* ((find (lambda (&rest query)
                 (let ((found (apply #'isnad--execute "isnad.entities" :position (isnad--position) query)))
                   (seq-filter (lambda (entity) (plist-get entity :id)) found))))
         (entities (funcall find))
         (table (mapcar (lambda (entity) (cons (isnad--shown entity) (plist-get entity :id))) entities))
         (chosen (completing-read prompt table))
         (id (cdr (assoc chosen table))))
    (or id
        (plist-get (car (funcall find :query chosen)) :id)
        (user-error "Nobody is called %s" chosen))))

(defun isnad--write (nothing command &rest more)
  "Send COMMAND with MORE, which writes into the article; where it writes nothing, say NOTHING."
  (unless (eq t (apply #'isnad--execute command more))
    (message "%s" nothing)))

;;;###autoload
(defun isnad-attribute (id)
  "Write that the entity with the ID says the quotation at point."
  (interactive (list (isnad--read-entity "Who says it? ")))
  (isnad--write "That is said already" "isnad.attribute" :position (isnad--position) :id id))

;;;###autoload
(defun isnad-accept ()
  "Write the speaker that the text names for the quotation at point."
  (interactive)
  (isnad--write "The text does not say who speaks here" "isnad.accept" :position (isnad--position)))

;;;###autoload
(defun isnad-accept-all ()
  "Write the speakers of all quotations of which the text says surely who speaks."
  (interactive)
  (isnad--write "Of no quotation without a brace is the speaker sure" "isnad.accept"))

;;;###autoload
(defun isnad-annotate ()
  "Write all that is sure of who says what."
  (interactive)
  (isnad--write "The markup says already all that is sure" "isnad.annotate"))

(provide 'isnad)
;;; isnad.el ends here
