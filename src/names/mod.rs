//! Ids and names in the scripts of the world.
#![allow(missing_docs)]
pub mod fold;
pub mod id;
pub mod matcher;
pub mod similar;
