//! The house is as `docs/ARCHITECTURE.md` says.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn a_layer_imports_only_what_the_table_allows() {
    let table = layers();
    for (layer, file) in sources() {
        let allowed = table
            .get(&layer)
            .unwrap_or_else(|| panic!("{layer} is not in the table"));
        let source = fs::read_to_string(&file).expect("a source file");
        for (number, line) in source.lines().enumerate() {
            for after in line.split("crate::").skip(1) {
                let imported: String = after
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                let fits = imported == layer
                    || allowed.contains(&imported)
                    || !table.contains_key(&imported);
                assert!(
                    fits,
                    "{}:{}: {layer} imports {imported}",
                    file.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn lib_lists_the_layers_in_the_order_of_the_table() {
    let document = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).expect("the table");
    let in_table: Vec<_> = rows(&document).map(|(layer, _)| layer).collect();
    let library = fs::read_to_string(root().join("src/lib.rs")).expect("lib.rs");
    let in_library: Vec<_> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(in_table, in_library);
}

#[test]
fn only_files_touches_the_disk() {
    for (layer, file) in sources() {
        let source = fs::read_to_string(&file).expect("a source file");
        let touches = ["std::fs", "File::open", "fs::read", "fs::write"]
            .iter()
            .any(|word| source.contains(word));
        assert!(
            layer == "files" || !touches,
            "{} touches the disk",
            file.display()
        );
    }
}

fn layers() -> BTreeMap<String, Vec<String>> {
    let document = fs::read_to_string(root().join("docs/ARCHITECTURE.md")).expect("the table");
    rows(&document)
        .map(|(layer, allowed)| (layer.to_owned(), allowed))
        .collect()
}

/// The rows of the table: a layer and what it may import.
fn rows(document: &str) -> impl Iterator<Item = (&str, Vec<String>)> {
    document.lines().filter_map(|line| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(str::trim);
        let layer = cells.next()?.trim_end_matches('`');
        let allowed = cells
            .nth(1)?
            .split('`')
            .filter(|name| !name.trim().is_empty())
            .map(str::to_owned)
            .collect();
        Some((layer, allowed))
    })
}

/// Every source file of a layer.
fn sources() -> Vec<(String, PathBuf)> {
    let mut files = Vec::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    let layer = |file: &PathBuf| {
        let inside = file.strip_prefix(root().join("src")).expect("in src");
        let first = inside
            .components()
            .next()
            .expect("a name")
            .as_os_str()
            .to_string_lossy()
            .into_owned();
        first.trim_end_matches(".rs").to_owned()
    };
    files
        .into_iter()
        .map(|file| (layer(&file), file))
        .filter(|(layer, _)| layer != "lib" && layer != "main")
        .collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
