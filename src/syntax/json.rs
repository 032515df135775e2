//! What is wrong with a text that is no JSON, in the words of the library that reads it.

/// What is wrong, without the line and column that follow in the library's own words: whoever tells of it
/// counts places otherwise.
pub fn reason(error: &serde_json::Error) -> String {
    let place = format!(" at line {} column {}", error.line(), error.column());
    let told = error.to_string();
    told.strip_suffix(&place).unwrap_or(&told).to_owned()
}
