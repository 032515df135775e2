//! Chance that is the same each time.

/// Numbers as if by chance.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    /// A number below `most`; 0 where there is none.
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}
