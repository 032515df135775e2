pub fn closest<'a>(w: &str, c: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    c.into_iter()
        .map(|c| (strsim::osa_distance(w, c), c))
        .filter(|(d, c)| *d * 3 <= c.chars().count())
        .min()
        .map(|(_, c)| c)
}
pub fn is_variant(a: &str, b: &str) -> bool {
    a != b && strsim::osa_distance(a, b) == 1 && a.chars().count() > 4
}
