//! Ids renamed: what changes, what does not, and what is refused.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use isnad::files;
use isnad::ide::Locale;
use isnad::ide::rename::{renamable, rename};
use isnad::names::id::check_id;
use isnad::rules;
use isnad::text::{FileEdit, FileId, FileRange, TextSize, edited};
use isnad::workspace::{FileKind, Snapshot, Workspace};
use proptest::prelude::*;

use crate::fixture::{Fixture, stripped};

const FILES: &str = "\
//- news/article.news.md
\u{feff}---
lang: ar
dateline: {place: 'روسيا'}
source: [السهل, وكالة السهل, روسيا]
entities:
  ليلى: {type: person, name: ليلى حداد, aka: [حداد], of: \"روسيا\"}
  rené:
    name: René Morel
    of: ليلى
---
# 😀 [ليلى](#ليلى) تعلن

😀 قالت [ليلى حداد](# ليلى ): \"لا\"{ليلى،السهل > rene\u{301} < روسيا .مكتوب}، و\"نعم\"{ ليلى }، و\"قد\"{+}، و\"لا أحد\"{?}.\r
وقالت حداد [إنها ليلى]{ليلى}، و\"غدا\"{نیم\u{200c}فاصله}، و[x](#نیم\u{200c}فاصله).

\u{2067}ליאור\u{2069} “never”{ليلى، ليلى} and”{ليلى}
//- news/other.news.md
---
lang: en
entities: {haddad: {name: Laila Haddad}}
---
[Russia](#روسيا) said “no”{haddad < روسيا}. 大臣 “yes”{haddad}
//- elsewhere.news.md
[Russia](#روسيا) is not ours, nor is {روسيا}.
//- news/entities.yaml
# روسيا
'السهل': {type: organization, name: وكالة السهل, of: روسيا}
روسيا: {type: place, name: روسيا, aka: [موسكو]}
no: {name: Norway}
روسيا: {wikidata: Q159}
//- news/wire.txt
قالت ليلى.
//- isnad.toml
lang = \"ar\"
";

/// The fixture with the cursor at `<|>` in `marked`, which is a piece of it.
fn at(marked: &str) -> Fixture {
    let plain = marked.replacen("<|>", "", 1);
    assert_eq!(
        FILES.matches(&plain).count(),
        1,
        "{plain} stands there once"
    );
    Fixture::new(&FILES.replacen(&plain, marked, 1))
}

const PLACES: [&str; 26] = [
    "# 😀 [ليلى](#لي<|>لى",
    "(# ليلى<|> )",
    "\"لا\"{ليلى،السه<|>ل",
    "{ليلى<|>،السهل",
    "> <|>rene\u{301}",
    "< روس<|>يا .مكتوب",
    " .مكت<|>وب}",
    "{ ليلى <|>}",
    "{<|>+}",
    "{<|>?}",
    "“never”{ليلى،<|> ليلى}",
    "and”{<|>ليلى}",
    "\"غدا\"{نیم\u{200c}فا<|>صله}",
    "  لي<|>لى: {type",
    "of: \"روس<|>يا\"",
    "place: 'روسيا<|>'",
    "source: [السه<|>ل",
    "وكالة ال<|>سهل, روسيا]",
    "ليلى حد<|>اد](#",
    "وقالت حد<|>اد",
    "\"ن<|>عم\"",
    "na<|>me: René",
    "\nروس<|>يا: {type",
    "روسيا<|>: {wikidata",
    "السهل, of: روس<|>يا}",
    "قالت ل<|>يلى.",
];

#[test]
fn only_ids_can_be_renamed() {
    let drawn = PLACES.map(|marked| {
        let fixture = at(marked);
        let (file, offset) = fixture.cursor.expect("a cursor");
        match renamable(&fixture.snapshot, file, offset, Locale::English) {
            Ok(found) => {
                assert_eq!(
                    fixture.snapshot.text(file)[found.range],
                    found.id,
                    "what is offered is what stands there"
                );
                let range = found.range;
                fixture.draw(FileRange { file, range }) + "\n"
            }
            Err(why) => format!("{marked}\nrefused: {why}\n"),
        }
    });
    insta::assert_snapshot!(drawn.join("\n"));
}

/// Each file that a renaming changes, by its lines that become others.
fn renamed(marked: &str, new: &str) -> String {
    let fixture = at(marked);
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut drawn = format!("=== {marked} to {new}\n");
    match rename(&fixture.snapshot, file, offset, new, Locale::English) {
        Ok(edits) => {
            let after = fixture.with(&edits);
            for (&file, text) in fixture.files.iter().zip(after.texts()) {
                let before = fixture.snapshot.text(file).lines();
                let changed = before
                    .zip(text.lines())
                    .filter(|(before, after)| before != after);
                for (_, line) in changed {
                    let _ = writeln!(drawn, "{}: {line}", fixture.name(file));
                }
            }
        }
        Err(why) => {
            let why = why.replace('\u{2068}', "⟨").replace('\u{2069}', "⟩");
            let _ = writeln!(drawn, "refused: {why}");
        }
    }
    drawn
}

#[test]
fn an_id_is_renamed_wherever_it_is_written() {
    let cases = [
        ("# 😀 [ليلى](#لي<|>لى", "وزيرة"),
        ("> <|>rene\u{301}", "морель"),
        ("< روس<|>يا .مكتوب", "russia"),
        ("\nروس<|>يا: {type", "no2"),
        ("السهل, of: روس<|>يا}", "2025"),
        ("\"لا\"{ليلى،السه<|>ل", "-wire"),
        ("  لي<|>لى: {type", "Null"),
        ("\"غدا\"{نیم\u{200c}فا<|>صله}", "ليلى"),
    ];
    let drawn = cases.map(|(marked, new)| renamed(marked, new));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn what_would_make_one_of_two_is_refused() {
    let cases = [
        ("# 😀 [ليلى](#لي<|>لى", "rene\u{301}"),
        ("# 😀 [ليلى](#لي<|>لى", "no"),
        ("\nروس<|>يا: {type", "haddad"),
        ("\nروس<|>يا: {type", "ليلى"),
        ("# 😀 [ليلى](#لي<|>لى", "نیم\u{200c}فاصله"),
        ("# 😀 [ليلى](#لي<|>لى", "a b"),
        ("# 😀 [ليلى](#لي<|>لى", " "),
        ("# 😀 [ليلى](#لي<|>لى", "-"),
        ("# 😀 [ليلى](#لي<|>لى", "محمّد"),
        ("\nno<|>: {name", "a\u{200f}"),
        ("na<|>me: René", "a"),
    ];
    let drawn = cases.map(|(marked, new)| renamed(marked, new));
    insta::assert_snapshot!(drawn.join("\n"));
}

#[test]
fn refusals_are_in_the_readers_language() {
    let fixture = at("\nno<|>: {name");
    let (file, offset) = fixture.cursor.expect("a cursor");
    let mut drawn = String::new();
    for locale in [Locale::Arabic, Locale::French, Locale::German] {
        for new in ["روسيا", "a b", "a@b", ""] {
            let why = rename(&fixture.snapshot, file, offset, new, locale)
                .expect_err("no id, or one that is taken");
            let _ = writeln!(drawn, "{}", why.replace(['\u{2068}', '\u{2069}'], ""));
        }
    }
    insta::assert_snapshot!(drawn);
}

#[test]
fn an_id_of_articles_that_are_not_known_is_not_renamed() {
    let fixture = Fixture::new(
        "\
//- ../isnad.toml
//- ../entities.yaml
حداد: {name: ليلى حداد}
//- article.news.md
\"لا\"{حدا<|>د}
",
    );
    let (file, offset) = fixture.cursor.expect("a cursor");
    let locales = [
        Locale::English,
        Locale::Arabic,
        Locale::French,
        Locale::German,
    ];
    let refusals = locales.map(|locale| {
        let why = renamable(&fixture.snapshot, file, offset, locale).expect_err("half known");
        let renamed = rename(&fixture.snapshot, file, offset, "ليلى", locale);
        assert_eq!(renamed.as_ref(), Err(&why));
        why.replace(['\u{2068}', '\u{2069}'], "")
    });
    insta::assert_snapshot!(refusals.join("\n"), @"
    entities.yaml declares this id for other articles too, which are not known here; open the folder that holds them all
    يعلن الملف entities.yaml هذا المعرِّف لمقالات أخرى غير معروفة هنا؛ افتح المجلد الذي يضمها كلها
    entities.yaml déclare aussi cet identifiant pour d’autres articles, qui ne sont pas connus ici ; ouvrez le dossier qui les contient tous
    entities.yaml deklariert diese Kennung auch für andere Artikel, die hier nicht bekannt sind; den Ordner öffnen, in dem alle liegen
    ");
}

/// What the rules find in each article, with the id that was renamed as it was.
fn found(snapshot: &Snapshot, files: &[FileId], new: &str, old: &str) -> Vec<String> {
    let articles = files
        .iter()
        .filter(|file| snapshot.kind(**file) == FileKind::Article);
    let found = articles.flat_map(|file| rules::check(snapshot, *file));
    found
        .map(|finding| {
            let told = format!("{} {:?}", finding.message, finding.help);
            format!("{} {}", finding.rule, told.replace(new, old))
        })
        .collect()
}

/// Holds that a renaming changes no word and no finding, and that renaming back gives the same bytes.
#[track_caller]
fn check(fixture: &Fixture, file: FileId, offset: TextSize, new: &str) -> bool {
    let snapshot = &fixture.snapshot;
    let Ok(before) = renamable(snapshot, file, offset, Locale::English) else {
        return false;
    };
    // To rename what is no id mends it.
    let edits = rename(snapshot, file, offset, new, Locale::English);
    let Some(edits) = edits.ok().filter(|_| check_id(&before.id).is_ok()) else {
        return false;
    };
    let after = fixture.with(&edits);
    let texts = fixture.texts().into_iter().zip(after.texts());
    for (file, (before, after)) in fixture.files.iter().zip(texts) {
        if fixture.snapshot.kind(*file) == FileKind::Article {
            assert_eq!(stripped(before), stripped(after));
        }
    }
    assert_eq!(
        found(&after.snapshot, &after.files, new, &before.id),
        found(snapshot, &fixture.files, new, &before.id),
    );
    let start = moved(&edits, file, before.range.start());
    let file = after.files[fixture.files.iter().position(|it| *it == file).expect("it")];
    let back = rename(&after.snapshot, file, start, &before.id, Locale::English).expect("edits");
    assert_eq!(after.with(&back).texts(), fixture.texts());
    true
}

/// Where a place of a file is after edits that end before it.
fn moved(edits: &[FileEdit], file: FileId, offset: TextSize) -> TextSize {
    let before = edits
        .iter()
        .filter(|edit| edit.file == file && edit.edit.range.start() < offset);
    before.fold(offset, |offset, edit| {
        offset + TextSize::of(&edit.edit.text) - edit.edit.range.len()
    })
}

#[test]
fn renaming_back_gives_the_same_bytes_from_every_place() {
    // Written in two ways, an id would come back in one; `no` in quotation marks.
    let files = FILES
        .replace("rene\u{301}", "rené")
        .replace("\nno:", "\nnorway:");
    let fixture = Fixture::new(&files);
    let mut renamed = 0;
    for &file in &fixture.files {
        for at in 0..=fixture.snapshot.text(file).len() {
            if fixture.snapshot.text(file).is_char_boundary(at) {
                let offset = TextSize::new(u32::try_from(at).expect("small"));
                renamed += usize::from(check(&fixture, file, offset, "новый"));
            }
        }
    }
    assert!(renamed > 100, "only {renamed}");
}

#[test]
fn nothing_fails_where_there_is_nothing() {
    let fixture = Fixture::new(
        "//- a.news.md\n//- b.txt\n//- entities.yaml\n//- c.yml\n{a: [}\n//- isnad.toml\n//- d.news.md\n---\nentities: {\n",
    );
    for &file in &fixture.files {
        for at in 0..=fixture.snapshot.text(file).len() {
            let offset = TextSize::new(u32::try_from(at).expect("small"));
            // Whatever comes of it, it comes.
            let _ = rename(&fixture.snapshot, file, offset, "x", Locale::English);
        }
    }
}

#[test]
fn who_speaks_in_the_real_article_is_renamed_everywhere_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    let path = files::absolute(&folder.join("lavrov-blinken.news.md"));
    if !path.exists() {
        eprintln!("skipped: the real article is not at hand");
        return;
    }
    let bring = |texts: &[(&Path, &str)]| {
        let mut workspace = Workspace::new();
        workspace.set_folders(path.parent().map(Path::to_owned).into_iter().collect());
        workspace.set(&path, files::content(&path));
        files::bring(&mut workspace, &path);
        for (path, text) in texts {
            workspace.set(path, isnad::workspace::Content::Text((*text).into()));
        }
        workspace.snapshot()
    };
    let snapshot = bring(&[]);
    let article = snapshot.file(&path).expect("the article");
    for (id, new, most) in [("لافروف", "lavrov", 1), ("روسيا", "russia", 2)] {
        let text = fs::read_to_string(&path).expect("the article");
        let at = text.find(&format!("{{{id}}}")).expect("a brace") + 1;
        let offset = TextSize::new(u32::try_from(at).expect("small"));
        let edits = rename(&snapshot, article, offset, new, Locale::English).expect("edits");
        let mut changed: Vec<(FileId, String)> = Vec::new();
        for file in snapshot.files() {
            let of_file = edits.iter().filter(|edit| edit.file == file);
            let of_file: Vec<_> = of_file.map(|edit| edit.edit.clone()).collect();
            if of_file.is_empty() {
                continue;
            }
            for edit in &of_file {
                assert_eq!(&snapshot.text(file)[edit.range], id);
            }
            changed.push((file, edited(snapshot.text(file), &of_file)));
        }
        assert_eq!(changed.len(), most, "files with {id}");
        let texts: Vec<(&Path, &str)> = changed
            .iter()
            .map(|(file, text)| (snapshot.path(*file), text.as_str()))
            .collect();
        let after = bring(&texts);
        let there = after.file(&path).expect("the article");
        assert_eq!(stripped(&text), stripped(after.text(there)));
        assert_eq!(
            found(&after, &[there], new, id),
            found(&snapshot, &[article], new, id)
        );
        // No id is left: what still stands there are names and words of the text.
        let left = after.article(there).references().into_iter();
        assert_eq!(left.filter(|reference| reference.id == id).count(), 0);
        let start = moved(&edits, article, offset);
        let back = rename(&after, there, start, id, Locale::English).expect("edits");
        for file in snapshot.files() {
            let file_after = after.file(snapshot.path(file)).expect("it");
            let of_file = back.iter().filter(|edit| edit.file == file_after);
            let of_file: Vec<_> = of_file.map(|edit| edit.edit.clone()).collect();
            assert_eq!(
                edited(after.text(file_after), &of_file),
                snapshot.text(file)
            );
        }
    }
}

const PIECES: &[&str] = &[
    "[Laila](#a)",
    "“no”{a}",
    "“no”{ليلى، a > b < a}",
    "\"لا\"{+}",
    "[that it rains]{a < ليلى}",
    "😀 {a} ",
    "[x](#b) [y](# ليلى )",
    "\n\n",
    "\r\n\r\n# ",
    "\\[a](#a)",
    "“{a",
    "<!-- {a} -->",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn renaming_back_gives_the_same_bytes(
        front in proptest::sample::subsequence(
            vec![
                "source: [a, Laila, ليلى]\n",
                "entities:\n  a: {name: Laila, of: ليلى}\n  \"ليلى\": {name: ليلى حداد, of: a}\n",
                "dateline: {place: b}\n",
            ],
            0..=3,
        ),
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 1..12),
        registry in any::<bool>(),
        at in 0usize..400,
    ) {
        let registry = if registry { "a: {name: A, of: b}\nb: {of: a}\n" } else { "c: {}\n" };
        let files = format!(
            "//- x.news.md\n---\n{}---\n{}\n//- y.news.md\n“no”{{a, b}}\n//- entities.yaml\n{registry}",
            front.concat(),
            pieces.concat(),
        );
        let fixture = Fixture::new(&files);
        for &file in &fixture.files {
            let text = fixture.snapshot.text(file);
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
            let offset = TextSize::new(u32::try_from(at.unwrap_or(0)).expect("small"));
            check(&fixture, file, offset, "новый");
        }
    }
}
