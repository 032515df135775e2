pub struct Folded(String);
impl Folded {
    pub fn text(&self) -> &str {
        &self.0
    }
}
pub fn fold(t: &str) -> Folded {
    Folded(
        t.to_lowercase()
            .replace(['أ', 'إ', 'آ'], "ا")
            .replace('ة', "ه"),
    )
}
