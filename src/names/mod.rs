//! Ids in the scripts of the world. What an id is stands here; what it refers to does not.

pub mod id;
