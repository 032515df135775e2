//! Where the cursor stands in YAML that is being written, and so is none yet: told by its lines, their
//! indentation and the brackets before the cursor.

/// What is being written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Spot<'a> {
    /// The keys that it stands under, outermost first.
    pub(super) under: Vec<&'a str>,
    /// Of what it is the value; none where it is a key itself.
    pub(super) value_of: Option<&'a str>,
    /// What is written of it before the cursor, with the space before it.
    pub(super) written: &'a str,
    /// Whether it stands between brackets or braces.
    pub(super) in_brackets: bool,
}

impl<'a> Spot<'a> {
    /// The spot at `offset` of `yaml`, both in bytes; `None` in comments and between quotation marks.
    pub(super) fn at(yaml: &'a str, offset: usize) -> Option<Spot<'a>> {
        let before = &yaml[..offset];
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let line = &before[start..];
        let mut indent = line.len() - line.trim_start_matches(' ').len();
        let mut rest = &line[indent..];
        let is_item = rest == "-" || rest.starts_with("- ");
        if is_item {
            rest = rest[1..].trim_start();
        }
        let piece = piece(rest)?;
        let mut inside = piece.keys;
        if is_item && piece.value_of.is_none() && inside.is_empty() {
            // A list may stand as far in as its key.
            indent += 1;
        }
        let mut under = above(&yaml[..start], indent);
        let mut value_of = piece.value_of;
        if value_of.is_none() && (is_item || piece.in_list) {
            value_of = if piece.in_list {
                inside.pop()
            } else {
                under.pop()
            };
        }
        under.append(&mut inside);
        Some(Spot {
            under,
            value_of,
            written: piece.written,
            in_brackets: piece.in_brackets,
        })
    }

    /// The keys that stand beside it in `yaml`.
    pub(super) fn beside(yaml: &'a str, offset: usize, in_brackets: bool) -> Vec<&'a str> {
        let start = yaml[..offset].rfind('\n').map_or(0, |end| end + 1);
        let line_end = yaml[offset..]
            .find('\n')
            .map_or(yaml.len(), |end| offset + end);
        if in_brackets {
            let line = &yaml[start..line_end];
            let pieces = line.split(['{', ',', '،']);
            return pieces.filter_map(key_of).collect();
        }
        let indent = indent_of(&yaml[start..offset]);
        let same = |line: &&&str| indent_of(line) == indent;
        let is_further = |line: &&str| {
            line.trim().is_empty()
                || line.trim_start().starts_with('#')
                || indent_of(line) >= indent
        };
        let before: Vec<&str> = yaml[..start].lines().rev().take_while(is_further).collect();
        let after: Vec<&str> = yaml[line_end..]
            .lines()
            .skip(1)
            .take_while(is_further)
            .collect();
        let lines = before.iter().chain(&after).filter(same);
        lines.filter_map(|line| key_of(line)).collect()
    }
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The keys of the lines above that are less far in than `indent`, outermost first.
fn above(before: &str, mut indent: usize) -> Vec<&str> {
    let mut keys = Vec::new();
    for line in before.lines().rev() {
        let own = indent_of(line);
        let says = line.trim();
        if own >= indent || says.is_empty() || says.starts_with('#') || says.starts_with("- ") {
            continue;
        }
        indent = own;
        keys.extend(key_of(line));
        if indent == 0 {
            break;
        }
    }
    keys.reverse();
    keys
}

/// The key with which a line or a piece of one begins.
fn key_of(line: &str) -> Option<&str> {
    let (key, value) = line.split_once(':')?;
    let is_key = value.is_empty() || value.starts_with([' ', '\t', '\r']);
    let key = key.trim().trim_matches(['"', '\'']);
    (is_key && !key.is_empty()).then_some(key)
}

/// The innermost piece of a line that the cursor stands at the end of.
struct Piece<'a> {
    keys: Vec<&'a str>,
    value_of: Option<&'a str>,
    written: &'a str,
    in_brackets: bool,
    in_list: bool,
}

fn piece(line: &str) -> Option<Piece<'_>> {
    // What is open: whether it is a list, and the key before it.
    let mut open: Vec<(bool, Option<&str>)> = Vec::new();
    let mut start = 0;
    let mut quote: Option<char> = None;
    let mut last = ' ';
    for (at, letter) in line.char_indices() {
        match (quote, letter) {
            (Some(mark), _) if letter == mark => quote = None,
            (None, '"' | '\'')
                if line[start..at].trim().is_empty()
                    || line[start..at].trim_end().ends_with(':') =>
            {
                quote = Some(letter);
            }
            (None, '#') if last.is_whitespace() => return None,
            (None, '{' | '[') if is_value(&line[start..at]) => {
                open.push((letter == '[', key_of(&line[start..at])));
                start = at + 1;
            }
            (None, '}' | ']') if !open.is_empty() => {
                open.pop();
                start = at + 1;
            }
            (None, ',') if !open.is_empty() => start = at + 1,
            _ => {}
        }
        last = letter;
    }
    if quote.is_some() {
        return None;
    }
    let here = &line[start..];
    let in_list = open.last().is_some_and(|(is_list, _)| *is_list);
    let (value_of, written) = match key_of(here) {
        Some(key) if !in_list => (Some(key), &here[here.find(':')? + 1..]),
        _ => (None, here),
    };
    Some(Piece {
        in_brackets: !open.is_empty(),
        in_list,
        keys: open.into_iter().filter_map(|(_, key)| key).collect(),
        value_of,
        written,
    })
}

/// Whether a value may begin behind this.
fn is_value(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(':')
}
