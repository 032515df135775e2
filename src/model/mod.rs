//! What an article says: its front matter, entities, mentions, quotations and who said them.
//!
//! Reading order: [`front_matter`] and `passage` read the blocks of one article, [`slip`] what in
//! the former is probably a slip of the pen, `marks` pairs its quotation marks by what stands
//! `around` them, [`date`] reads its dates, [`quotation`] joins the marks to quotations, and
//! [`article`] holds it all, still without a look at any other file. [`entity`] merges what article
//! and registries declare, of which `entity_layer` is what articles share; with it, [`mention`]
//! finds who is named and [`speech`] who said what. `inferred` is what the words say of it without any
//! markup, `recognised` whom they name without declaring, `antecedent` whom a speaker's words mean;
//! [`analysis`] holds it all; `item` lists all that is said, `voice` says who speaks, by a brace or by
//! the words, `kind` tells whole, partial and indirect speech apart, `digest` is what other articles
//! ask of one. [`spelling`] compares the text's spelling of names with the declared one, [`wording`]
//! words with words, [`office`] reads what stands beside names, [`style`] knows which quotation marks
//! belong together, and [`language`] the tags of languages.

pub mod analysis;
mod antecedent;
mod around;
pub mod article;
pub mod date;
mod digest;
pub mod entity;
mod entity_layer;
pub mod front_matter;
mod inferred;
mod item;
mod kind;
pub mod language;
mod marks;
pub mod mention;
pub mod office;
mod passage;
pub mod quotation;
mod recognised;
mod reference;
pub mod slip;
pub mod speech;
pub mod spelling;
pub mod style;
mod suppression;
mod voice;
pub mod wording;

pub use analysis::{Analysis, FoundOut};
pub use antecedent::{Meant, MeantBy};
pub use article::Article;
pub use date::{Anchor, DateMention, MarkedDate, WrittenDate};
pub use digest::{Chain, Digest, Known, Place, Role, Utterance};
pub use entity::{Declared, Entity, EntityKey, EntityTable, is_wikidata_item, wikidata_page};
pub use entity_layer::EntityLayer;
pub use front_matter::{Declaration, Declarations, EntityKind, FrontMatter, Name, Spanned};
pub use inferred::{
    Inferred, InferredQuotation, InferredSource, InferredStatement, quoted_passages,
};
pub use item::Item;
pub use kind::SpeechKind;
pub use mention::{Mention, Undecided};
pub use passage::{Passage, WireText};
pub use quotation::{Form, Quotation, Unopened};
pub use recognised::id_of;
pub use reference::{IdRef, Who};
pub use slip::Slips;
pub use speech::{Link, Said};
pub use suppression::Suppression;
