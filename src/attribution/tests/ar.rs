//! Arabic.

use super::check;

#[test]
fn arabic() {
    check("ar", include_str!("ar.txt"));
}
