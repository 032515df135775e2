//! The pieces that a tree is made of.

/// What a piece of the text is. Tokens cover the text without gaps; nodes group tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SyntaxKind {
    // Tokens of the wire text.
    /// Words of the article, and whatever has no meaning of its own.
    Text,
    /// A quotation mark, `''` included. Marks are paired in the model, not here.
    Mark,

    // Tokens of the annotation.
    /// A backslash that takes the meaning of what follows away.
    Escape,
    /// `[` of an annotation.
    LeftBracket,
    /// `]` of an annotation.
    RightBracket,
    /// `(#`
    MentionOpen,
    /// `(=`
    DateOpen,
    /// `)` of a tail.
    TailClose,
    /// An id, valid or not.
    Id,
    /// What stands between `(=` and `)`.
    DateValue,
    /// `{`
    BraceOpen,
    /// `}`
    BraceClose,
    /// `,` or `،` between ids.
    Comma,
    /// `>`: said to.
    To,
    /// `<`: as passed on by.
    Via,
    /// `+`: goes on from the speech before.
    Continues,
    /// `?` or `؟`: speech of an unknown speaker.
    UnknownSpeaker,
    /// `-`: not speech.
    NotSpeech,
    /// `:`: the cue.
    Cue,
    /// `.class`
    Class,
    /// The key of `key=value`.
    Key,
    /// `=` between key and value.
    Equals,
    /// The value of `key=value`, with its quotation marks if it has them.
    Value,
    /// White space inside a tail.
    Space,
    /// A character of a tail that means nothing there.
    Stray,
    /// A line `---` around front matter, with its line end.
    Fence,
    /// The YAML between the fences.
    Yaml,
    /// An empty line that goes with the front matter or comment before it.
    Gap,
    /// A comment `<!-- … -->`, with its line end where it has one.
    Comment,
    /// The `#` signs of a heading and the space after them.
    Hashes,

    // Nodes.
    /// `[words](#id)`
    Mention,
    /// `[words](=date)`
    Date,
    /// `[words]{who}`
    Speech,
    /// `{who}`, after a quotation mark or at the end of a [`SyntaxKind::Speech`].
    Brace,
}

impl SyntaxKind {
    /// Whether it groups tokens instead of being one.
    pub fn is_node(self) -> bool {
        matches!(
            self,
            SyntaxKind::Mention | SyntaxKind::Date | SyntaxKind::Speech | SyntaxKind::Brace
        )
    }

    /// Whether its characters belong to the wire text. All other tokens are what
    /// [`strip`](crate::syntax::strip()) takes off: this line is the law of the wire text.
    pub fn is_wire(self) -> bool {
        matches!(self, SyntaxKind::Text | SyntaxKind::Mark)
    }
}
