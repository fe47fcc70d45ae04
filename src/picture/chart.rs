//! What a picture shows, as plain data. Every text comes from whoever makes the chart.

/// Pay ranges on one axis: all of one currency and one period.
#[derive(Debug, Clone, PartialEq)]
pub struct PayChart {
    /// What is drawn.
    pub title: String,
    /// The axis' currency and period: "US dollars a year".
    pub axis: String,
    /// From top to bottom.
    pub bars: Vec<PayBar>,
    /// What the picture says, for people who do not see it.
    pub alt: String,
}

/// One pay range. What is no number, or below zero, is not drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct PayBar {
    /// Whose pay, where and when.
    pub label: String,
    /// The figures as text.
    pub figures: String,
    /// What the figures measure; empty when that is not known.
    pub note: String,
    /// Lower end.
    pub low: Option<f64>,
    /// Middle value.
    pub median: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Which of the compared roles it belongs to.
    pub series: Series,
}

/// Tells the bars of two roles apart, beside their labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Series {
    /// The first role, or the only one.
    First,
    /// The second role.
    Second,
}

/// The steps of a career.
#[derive(Debug, Clone, PartialEq)]
pub struct Ladder {
    /// What is drawn.
    pub title: String,
    /// Marks the present role: "this role".
    pub here: String,
    /// Junior first.
    pub rungs: Vec<Rung>,
    /// What the picture says, for people who do not see it.
    pub alt: String,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// What the step is called.
    pub label: String,
    /// Whether this is the role that was asked about.
    pub present: bool,
}
