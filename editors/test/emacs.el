;;; emacs.el --- Drives the server through Eglot -*- lexical-binding: t -*-

;; Run by .ci/emacs in the folder of the fixture: emacs --batch -l INIT -l emacs.el ARTICLE

(require 'cl-lib)
(require 'eglot)
(require 'xref)

(setq eglot-autoshutdown t)

(defvar failed nil)

(defmacro check (what &rest body)
  "Say whether BODY, which is WHAT, gives something."
  `(let ((problem (condition-case e (if (progn ,@body) nil "no") (error (error-message-string e)))))
     (when problem (setq failed t))
     (princ (if problem (format "  not ok - %s: %s\n" ,what problem) (format "  ok - %s\n" ,what)))))

(defmacro await (&rest body)
  "Wait until BODY gives something, and give it."
  `(let ((tries 0) found)
     (while (and (not (setq found (progn ,@body))) (< tries 500))
       (accept-process-output nil 0.02)
       (setq tries (1+ tries)))
     found))

(defun go-to (words)
  "Put point behind the first letter of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (1+ (match-beginning 0))))

(defun ask (method &rest more)
  "What the server answers to METHOD at point, with MORE among the parameters."
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) more)))

(defun found ()
  "The words of what is found, in the order of the text, as Eglot holds it: Flymake draws nothing in a batch."
  (mapcar (lambda (d) (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d)))
          (sort (copy-sequence (car eglot--diagnostics))
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(let* ((article (car command-line-args-left))
       (stories (with-temp-buffer
                  (insert-file-contents (expand-file-name "stories.json" (file-name-directory load-file-name)))
                  (json-parse-buffer :object-type 'alist :array-type 'list)))
       (story (alist-get 'own stories))
       (wanted (alist-get 'findings story)))
  (setq command-line-args-left nil)
  (find-file article)
  (check "the file is an article, each paragraph in its own direction, wrapped"
         (and (eq major-mode 'isnad-mode) (null bidi-paragraph-direction) visual-line-mode))
  (check "Eglot starts the server" (apply #'eglot (eglot--guess-contact)) (await (eglot-current-server)))
  (check "exactly the expected findings" (await (let ((words (found)))
                  (and (= (length words) (length wanted))
                       (cl-every (lambda (w f) (string-search (alist-get 'holds f) w)) words wanted)))))
  (dolist (h (alist-get 'hovers story))
    (check (format "hover on %s" (alist-get 'at h))
           (go-to (alist-get 'at h))
           (let ((text (plist-get (plist-get (ask :textDocument/hover) :contents) :value)))
             (cl-every (lambda (s) (string-search s text)) (alist-get 'says h)))))
  (check "definition leads from quoted words to the speaker"
         (go-to (alist-get 'at (alist-get 'definition story)))
         (call-interactively #'xref-find-definitions)
         (string-search (alist-get 'mention (alist-get 'definition story))
                        (buffer-substring (point) (line-end-position))))
  (find-file article)
  (check "a mistyped id is reported, and its fix mends it"
         (let* ((typo (alist-get 'typo story)) (before (buffer-string))
                (known (length (found))))
           (go-to (format "(#%s)" (alist-get 'right typo)))
           (delete-region (1- (point)) (+ (point) 2 (length (alist-get 'right typo))))
           (insert (format "(#%s)" (alist-get 'wrong typo)))
           (unless (await (> (length (found)) known)) (error "It was not reported"))
           (backward-char 2)
           (let ((fix (cl-find-if (lambda (a) (string-search (alist-get 'right typo) (plist-get a :title)))
                                  (append (eglot-code-actions (point) (point) "quickfix") nil))))
             (eglot-execute (eglot-current-server) fix))
           (await (equal before (buffer-string)))))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server))
  (kill-emacs (if failed 1 0)))
