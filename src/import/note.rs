//! What an import dropped and guessed, as data. Owns no wording.

/// One thing that whoever reviews the article should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Line of the input, from 1; `None` where it is about the input as a whole.
    pub line: Option<usize>,
    /// What happened.
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A line was left out.
    Dropped(Reason, String),
    /// Something was decided without being sure.
    Guessed(Guess),
}

/// Why a line was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Menus, breadcrumbs, page numbers.
    Navigation,
    /// An advertisement or what announces one.
    Advertisement,
    /// It leads to another article, which is suggested as related.
    Teaser,
    /// The title stands in the front matter already.
    RepeatedTitle,
    /// The site's name.
    SiteName,
    /// Buttons for sharing and following.
    Social,
    /// Rights, terms, newsletters, cookies.
    Footer,
    /// Who wrote it and when: worth a source.
    Byline,
    /// It stood beside the article.
    Aside,
    /// A form.
    Form,
    /// The page does not show it.
    Hidden,
    /// A heading without a text of its own.
    EmptyHeading,
    /// A key of the front matter that articles here do not have.
    UnknownKey,
    /// A line of front matter that could not be read.
    BadFrontMatter,
}

/// What was decided without being sure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// The language, by script.
    Language(String),
    /// The title: this line.
    Title(String),
    /// The title: nothing in the page was one.
    TitleFromName(String),
    /// The title was shortened to what the article is about: from, to.
    Subject(String, String),
    /// A foreign name from the text was added to the title.
    ForeignName(String),
    /// The article's id.
    Id(String),
    /// It is about a job.
    Role,
    /// It is about something else than a job.
    Topic,
    /// A line is a heading.
    Heading(String),
    /// A heading asks for a facet: heading, facet.
    Facet(String, String),
    /// A section was put behind the text before the first heading: its heading.
    IntoLead(String),
    /// Further name.
    Alias(String),
    /// The page leads to an article that is there: its id.
    Related(String),
    /// Spaces were put between sentences.
    Spaces(usize),
    /// Lines were put together to one paragraph.
    Joined(usize),
}

impl Note {
    /// A line that was left out.
    pub(crate) fn dropped(line: usize, reason: Reason, text: impl Into<String>) -> Self {
        Self { line: Some(line), what: What::Dropped(reason, text.into()) }
    }

    /// A decision about a line, or about the whole.
    pub(crate) fn guessed(line: impl Into<Option<usize>>, guess: Guess) -> Self {
        Self { line: line.into(), what: What::Guessed(guess) }
    }
}
