use crate::text::{TextRange, TextSize};
#[derive(Debug, Clone)]
pub struct NameEntry {
    pub name: String,
    pub key: u32,
    pub person: bool,
}
#[derive(Debug)]
pub struct NameMatcher {
    names: Vec<NameEntry>,
}
pub struct NameMatch {
    pub range: TextRange,
    pub keys: Vec<u32>,
}
impl NameMatcher {
    pub fn new(n: &[NameEntry], _l: Option<&str>) -> Self {
        let mut names = n.to_vec();
        names.sort_by_key(|n| std::cmp::Reverse(n.name.len()));
        NameMatcher { names }
    }
    pub fn find(&self, t: &str) -> Vec<NameMatch> {
        let mut out: Vec<NameMatch> = Vec::new();
        for n in &self.names {
            for (at, _) in t.match_indices(&*n.name) {
                let r = TextRange::at(TextSize::new(at as u32), TextSize::of(&*n.name));
                let a = t[usize::from(r.end())..]
                    .chars()
                    .next()
                    .is_some_and(char::is_alphanumeric);
                if !a && !out.iter().any(|m| m.range.intersect(r).is_some()) {
                    out.push(NameMatch {
                        range: r,
                        keys: vec![n.key],
                    })
                }
            }
        }
        out.sort_by_key(|m| m.range.start());
        out
    }
}
