;;; emacs-checks.el --- What the tests inside Emacs share  -*- lexical-binding: t; -*-

(require 'flymake)

(defvar failed nil)

(defun await (what found)
  "Wait until FOUND gives something, and give it; else an error tells WHAT was waited for."
  (let ((tries 0) value)
    (while (not (or (setq value (funcall found)) (> (setq tries (1+ tries)) 400)))
      (accept-process-output nil 0.05))
    (or value (error "Waited in vain for %s" what))))

(defun say (line)
  (princ (concat line "\n") #'external-debugging-output))

(defmacro check (what &rest body)
  (declare (indent 1))
  `(condition-case problem
       (progn ,@body (say (concat "  ok - " ,what)))
     (error (setq failed t) (say (format "  not ok - %s: %s" ,what (error-message-string problem))))))

(defun same (what got wanted)
  (unless (equal got wanted)
    (error "%s: got %S, wanted %S" what got wanted)))

(defun go-to (words)
  "Put point on the first letter of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun findings ()
  (flymake-start nil t)
  (mapcar (lambda (it) (buffer-substring-no-properties (flymake-diagnostic-beg it) (flymake-diagnostic-end it)))
          (flymake-diagnostics)))

(defun holds (words)
  (save-excursion
    (goto-char (point-min))
    (search-forward words nil t)))
