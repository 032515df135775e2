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

(defun await-renamed ()
  "Wait until رشا is العمري in the article, and see that she is so in the other files."
  (await "the article" (lambda () (and (holds "{العمري}") (not (holds "{رشا}")))))
  (dolist (other '("entities.yaml" "أرشيف.news.md"))
    (with-current-buffer (find-file-noselect (expand-file-name other default-directory))
      (same other (and (or (holds "العمري:") (holds "{العمري}")) t) t))))

(defun check-commands ()
  "Check the commands of the package, which are the same whoever is the client."
  (check "somebody is found by a Latin name, and attributed"
    (go-to "الستارة لا تنتظر")
    (let ((completing-read-function (lambda (&rest _) "omari")))
      (call-interactively #'isnad-attribute))
    (await "the brace" (lambda () (holds "ولا نحن ننتظر.\"{رشا}"))))

  (check "an inferred speaker is accepted"
    (go-to "لن يبقى مقعد")
    (isnad-accept)
    (await "the brace" (lambda () (holds "هذا العام\"{رشا}"))))

  (check "why nothing is written is told"
    (goto-char (point-min))
    (same "the error"
          (condition-case refused (progn (isnad-accept) nil) (error (error-message-string refused)))
          "There is no quotation here; put the cursor into one")))
