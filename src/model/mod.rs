//! What an article says: its front matter, entities, mentions, quotations and who said them.
//!
//! Reading order: [`front_matter`] and `passage` read the blocks of one article, `marks` pairs
//! its quotation marks by what stands `around` them, [`quotation`] joins them to quotations, and
//! [`article`] holds it all, still without a look at any other file. [`entity`] merges what article
//! and registries declare; with it, [`mention`] finds who is named and [`speech`] who said what, and
//! [`analysis`] holds both; `kind` tells whole, partial and indirect speech apart. [`spelling`]
//! compares the text's spelling of names with the declared one, [`wording`] words with words, and
//! [`style`] knows which quotation marks belong together.

pub mod analysis;
mod around;
pub mod article;
pub mod entity;
pub mod front_matter;
mod kind;
mod marks;
pub mod mention;
mod passage;
pub mod quotation;
mod reference;
pub mod speech;
pub mod spelling;
pub mod style;
mod suppression;
pub mod wording;

pub use analysis::Analysis;
pub use article::Article;
pub use entity::{Entity, EntityKey, EntityTable};
pub use front_matter::{Declaration, Declarations, EntityKind, FrontMatter, Name, Spanned};
pub use kind::SpeechKind;
pub use mention::Mention;
pub use passage::{Passage, WireText};
pub use quotation::{Form, Quotation, Unopened};
pub use reference::{IdRef, Who};
pub use speech::{Link, Said};
pub use suppression::Suppression;
