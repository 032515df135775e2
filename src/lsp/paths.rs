//! Addresses of documents, and the names under which the workspace knows them.
//!
//! Editors spell one address in many ways: `%D9` or `%d9`, raw letters, raw spaces. Documents are
//! therefore told apart by what the address decodes to. A document that is no file, such as
//! `untitled:Untitled-1`, has its decoded address for a name, and is as good as any other.

use std::path::{Path, PathBuf};

use tower_lsp::gen_lsp_types::Uri;

use crate::workspace::normalise;

/// The path of the file at `uri`, or the mere name of a document that is no file.
pub(super) fn path(uri: &Uri) -> PathBuf {
    if uri.scheme() == "file"
        && let Ok(path) = uri.to_file_path()
    {
        return normalise(&path);
    }
    PathBuf::from(decoded(uri.as_str()))
}

/// An address for `path`, where no editor has given one.
pub(super) fn uri(path: &Path) -> Option<Uri> {
    if path.is_absolute() {
        Uri::from_file_path(path).ok()
    } else {
        Uri::parse(path.to_str()?).ok()
    }
}

/// `written` with its `%XX` taken for the bytes that they stand for, if these are UTF-8.
fn decoded(written: &str) -> String {
    let mut bytes = Vec::with_capacity(written.len());
    let mut rest = written.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after
            .get(..2)
            .filter(|code| byte == b'%' && code.iter().all(u8::is_ascii_hexdigit))
            .and_then(|code| u8::from_str_radix(std::str::from_utf8(code).ok()?, 16).ok());
        bytes.push(code.unwrap_or(byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| written.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path_of(uri: &str) -> PathBuf {
        path(&Uri::parse(uri).expect("an address"))
    }

    #[cfg(unix)]
    #[test]
    fn one_file_however_it_is_spelled() {
        let path = Path::new("/tmp/مقال جديد.news.md");
        for spelled in [
            "file:///tmp/مقال جديد.news.md",
            "file:///tmp/%D9%85%D9%82%D8%A7%D9%84%20%D8%AC%D8%AF%D9%8A%D8%AF.news.md",
            "file:///tmp/%d9%85%d9%82%d8%a7%d9%84%20%d8%ac%d8%af%d9%8a%d8%af.news.md",
            "file://localhost/tmp/./x/../مقال%20جديد.news.md",
        ] {
            assert_eq!(path_of(spelled), path, "{spelled}");
        }
        let there = uri(path).expect("an address");
        assert_eq!(super::path(&there), path);
    }

    #[test]
    fn what_is_no_file_has_a_name() {
        for (spelled, name) in [
            ("untitled:Untitled-1", "untitled:Untitled-1"),
            ("untitled:مقال", "untitled:مقال"),
            ("untitled:%D9%85", "untitled:م"),
            ("untitled:%FF%", "untitled:%FF%"),
            ("web://host/a%20b.news.md", "web://host/a b.news.md"),
        ] {
            let path = path_of(spelled);
            assert_eq!(path, Path::new(name), "{spelled}");
            assert!(!path.is_absolute());
        }
    }
}
