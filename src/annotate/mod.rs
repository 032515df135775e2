//! Writes what was inferred of an article as markup: who says its quotations and what is told in
//! other words, and whom that means.
//!
//! Reading order: [`people`] finds whom the words around a quotation mean.

pub mod people;
