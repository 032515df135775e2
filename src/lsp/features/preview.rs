//! A preview as HTML. Nothing in it runs, and nothing is fetched: the words of the article are
//! escaped, and there are no links, styles or scripts; the editor's own stylesheet colours its classes.
//!
//! - `article[lang]`, in it `h1` … `h6` and `p`, each with `dir` and `data-line`;
//! - `span.quotation` around words that somebody says, with marks or without, by the innermost of
//!   such: a class for its kind (`direct`, `partial`, `indirect`, `other`), one for how surely it is
//!   attributed (`written`, `sure`, `likely`, `guess`, `unattributed`), `data-quotation` the same for all
//!   of its runs, `data-range` all of it, `data-speakers` the ids of its speakers, `title` their names;
//! - `span.entity` around a name: a class for its kind, `data-entity` its id, `title` its name.
//!
//! `data-line` and `data-range` (`line:column-line:column`) count as the editor does.

use std::fmt::Write;

use tower_lsp::gen_lsp_types as lsp;

use crate::ide::preview::{Block, Preview, Quoted, Run};
use crate::lsp::convert::Places;
use crate::lsp::view::View;

pub(super) fn html(view: &View, preview: &Preview) -> String {
    let places = Places::new(view, view.file);
    let lang = preview.lang.as_deref().map(|lang| attribute("lang", lang));
    let mut html = format!("<article{}>\n", lang.unwrap_or_default());
    for block in &preview.blocks {
        write_block(&mut html, &places, block, &preview.quotations);
    }
    html.push_str("</article>\n");
    html
}

fn write_block(html: &mut String, places: &Places<'_>, block: &Block, quotations: &[Quoted]) {
    let name = match block.heading {
        Some(level) => format!("h{level}"),
        None => "p".to_owned(),
    };
    let dir = if block.is_right_to_left { "rtl" } else { "ltr" };
    let line = places.range(block.range).start.line;
    // Writing to a string cannot fail.
    let _ = write!(html, "<{name} dir=\"{dir}\" data-line=\"{line}\">");
    for (at, run) in block.runs.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &block.runs[at]);
        let after = block.runs.get(at + 1);
        if let Some(at) = run.quotation
            && before.is_none_or(|before| before.quotation != run.quotation)
        {
            open_quotation(html, places, at, &quotations[at]);
        }
        write_run(html, places, run);
        if run.quotation.is_some() && after.is_none_or(|after| after.quotation != run.quotation) {
            html.push_str("</span>");
        }
    }
    let _ = writeln!(html, "</{name}>");
}

fn open_quotation(html: &mut String, places: &Places<'_>, at: usize, quotation: &Quoted) {
    let (kind, surely) = (quotation.kind.name(), quotation.certainty.name());
    let range = shown(places.range(quotation.range));
    let _ = write!(
        html,
        "<span class=\"quotation {kind} {surely}\" data-quotation=\"{at}\" data-range=\"{range}\""
    );
    if !quotation.ids.is_empty() {
        html.push_str(&attribute("data-speakers", &quotation.ids.join(" ")));
    }
    if !quotation.speakers.is_empty() {
        html.push_str(&attribute("title", &quotation.speakers.join(", ")));
    }
    html.push('>');
}

fn write_run(html: &mut String, places: &Places<'_>, run: &Run) {
    let words = escaped(&run.text);
    let Some(entity) = &run.entity else {
        html.push_str(&words);
        return;
    };
    let kind = entity.kind.map_or("unknown", |kind| kind.name());
    let range = shown(places.range(run.range));
    let _ = write!(html, "<span class=\"entity {kind}\" data-range=\"{range}\"");
    if let Some(id) = &entity.id {
        html.push_str(&attribute("data-entity", id));
    }
    html.push_str(&attribute("title", &entity.name));
    let _ = write!(html, ">{words}</span>");
}

fn shown(range: lsp::Range) -> String {
    let (start, end) = (range.start, range.end);
    format!(
        "{}:{}-{}:{}",
        start.line, start.character, end.line, end.character
    )
}

fn attribute(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", escaped(value))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
