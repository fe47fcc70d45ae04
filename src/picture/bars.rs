//! Pay ranges as bars on one axis that begins at zero.

use super::chart::{PayBar, PayChart, Series};
use super::figure::grouped;
use super::lines::{Style, one, wrap};
use super::svg::{Anchor, Frame, Svg, colour};
use super::{ALT_CHARACTERS, Sketch};

/// Bars beyond these are left out.
pub const MAX_BARS: usize = 12;

const WIDTH: f32 = 900.0;
const MARGIN: f32 = 36.0;
const TITLE: Style = Style { size: 30.0, bold: true };
const TITLE_LINE: f32 = 40.0;
const CAPTION: Style = Style { size: 20.0, bold: false };
const LABEL: Style = Style { size: 22.0, bold: true };
const LABEL_LINE: f32 = 30.0;
const FIGURES: Style = Style { size: 22.0, bold: false };
const NOTE: Style = Style { size: 17.0, bold: false };
const NOTE_LINE: f32 = 25.0;
const TICK: Style = Style { size: 18.0, bold: false };
const BAR: f32 = 18.0;
const GAP: f32 = 22.0;
/// Around a median that has no range.
const DIAMOND: f32 = 13.0;
/// About so many parts has the axis.
const TICKS: f64 = 5.0;
/// The last tick's text is centred on the axis' end: half of it stands beyond.
const OVERHANG: f32 = 34.0;

/// Lays the bars out. Bars without any figure are left out, as are those beyond [`MAX_BARS`].
pub fn pay_bars(chart: &PayChart) -> Sketch {
    let bars: Vec<(&PayBar, Extent)> =
        chart.bars.iter().filter_map(|bar| Some((bar, Extent::of(bar)?))).take(MAX_BARS).collect();
    let most = bars.iter().map(|(_, extent)| extent.most()).fold(0.0, f64::max);
    let axis = Axis::up_to(most);
    let mut svg = Svg::new();
    let mut y = MARGIN;
    for line in wrap(&chart.title, TITLE, WIDTH - 2.0 * MARGIN, 2) {
        y += TITLE_LINE;
        svg.text((MARGIN, y - 10.0), Anchor::Start, TITLE, colour::TEXT, &line);
    }
    y += TITLE_LINE;
    let caption = one(&chart.axis, CAPTION, WIDTH - 2.0 * MARGIN);
    svg.text((MARGIN, y - 12.0), Anchor::Start, CAPTION, colour::QUIET, &caption);
    y += 8.0;

    let rows: Vec<Row> = bars.iter().map(|(bar, _)| Row::of(bar)).collect();
    let bottom = y + rows.iter().map(Row::height).sum::<f32>();
    for tick in axis.ticks() {
        let x = axis.x(tick);
        svg.text((x, bottom + 24.0), Anchor::Middle, TICK, colour::QUIET, &grouped(tick));
    }
    for (row, (bar, extent)) in rows.iter().zip(&bars) {
        row.draw(&mut svg, y, bar, extent, &axis);
        y += row.height();
    }
    svg.line((MARGIN, bottom), (axis.x(axis.end), bottom), colour::QUIET, 2.0);
    Sketch {
        svg: svg.finish(WIDTH, (bottom + MARGIN + 16.0).ceil()),
        alt: chart.alt.chars().take(ALT_CHARACTERS).collect(),
    }
}

/// The figures of a bar that can be drawn.
struct Extent {
    low: Option<f64>,
    median: Option<f64>,
    high: Option<f64>,
}

impl Extent {
    fn of(bar: &PayBar) -> Option<Self> {
        let drawable = |value: Option<f64>| value.filter(|value| value.is_finite() && *value >= 0.0);
        let (low, median, high) = (drawable(bar.low), drawable(bar.median), drawable(bar.high));
        // Ends that were mixed up mean the same range.
        let (low, high) = match (low, high) {
            (Some(low), Some(high)) if low > high => (Some(high), Some(low)),
            ends => ends,
        };
        [low, median, high].iter().any(Option::is_some).then_some(Self { low, median, high })
    }

    fn most(&self) -> f64 {
        [self.low, self.median, self.high].into_iter().flatten().fold(0.0, f64::max)
    }
}

/// From zero to a round number.
struct Axis {
    end: f64,
    step: f64,
}

impl Axis {
    fn up_to(most: f64) -> Self {
        let rough = (most / TICKS).max(f64::MIN_POSITIVE.sqrt());
        let magnitude = 10_f64.powf(rough.log10().floor());
        let factor = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|factor| factor * magnitude >= rough);
        let step = factor.unwrap_or(10.0) * magnitude;
        Self { end: step * (most / step).ceil().max(1.0), step }
    }

    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        (0_u8..=10).map(|number| f64::from(number) * self.step).take_while(|tick| *tick <= self.end * 1.001)
    }

    fn x(&self, value: f64) -> f32 {
        let room = WIDTH - 2.0 * MARGIN - OVERHANG;
        // The share is between 0 and 1: an f32 holds it well.
        #[allow(clippy::cast_possible_truncation)]
        let share = (value / self.end).clamp(0.0, 1.0) as f32;
        MARGIN + room * share
    }
}

/// The texts of a bar, in lines.
struct Row {
    label: Vec<String>,
    figures: String,
    note: String,
}

impl Row {
    fn of(bar: &PayBar) -> Self {
        let room = WIDTH - 2.0 * MARGIN;
        let figures = one(&bar.figures, FIGURES, room * 0.6);
        let beside = room - FIGURES.width(&figures) - GAP;
        Self {
            label: wrap(&bar.label, LABEL, beside.max(room * 0.3), 2),
            figures,
            note: one(&bar.note, NOTE, room),
        }
    }

    fn height(&self) -> f32 {
        self.text_height() + BAR + 6.0 + self.note_height() + GAP
    }

    fn text_height(&self) -> f32 {
        LABEL_LINE * if self.label.len() > 1 { 2.0 } else { 1.0 }
    }

    fn note_height(&self) -> f32 {
        if self.note.is_empty() { 0.0 } else { NOTE_LINE }
    }

    fn draw(&self, svg: &mut Svg, top: f32, bar: &PayBar, extent: &Extent, axis: &Axis) {
        let mut baseline = top + LABEL_LINE - 11.0;
        svg.text((WIDTH - MARGIN, baseline), Anchor::End, FIGURES, colour::TEXT, &self.figures);
        for line in &self.label {
            svg.text((MARGIN, baseline), Anchor::Start, LABEL, colour::TEXT, line);
            baseline += LABEL_LINE;
        }
        let y = top + self.text_height();
        let fill = match bar.series {
            Series::First => colour::FIRST,
            Series::Second => colour::SECOND,
        };
        draw_range(svg, y, extent, axis, fill);
        let note_baseline = y + BAR + 6.0 + NOTE_LINE - 7.0;
        svg.text((MARGIN, note_baseline), Anchor::Start, NOTE, colour::QUIET, &self.note);
    }
}

/// The range and its middle value on the track that shows the whole axis.
fn draw_range(svg: &mut Svg, y: f32, extent: &Extent, axis: &Axis, fill: &str) {
    let middle = y + BAR / 2.0;
    let track = Frame { x: MARGIN, y, width: axis.x(axis.end) - MARGIN, height: BAR };
    svg.rounded(track, BAR / 2.0, colour::PALE);
    // Lines across the texts would be in their way.
    for tick in axis.ticks() {
        let x = axis.x(tick);
        svg.line((x, y - 2.0), (x, y + BAR + 2.0), colour::GRID, 2.0);
    }
    if let (Some(low), Some(high)) = (extent.low, extent.high) {
        let (from, to) = (axis.x(low), axis.x(high));
        let width = (to - from).max(BAR / 2.0);
        svg.rounded(Frame { x: from, y, width, height: BAR }, BAR / 2.0, fill);
    } else if let Some(end) = extent.low.or(extent.high) {
        // One end alone is no range: a stroke at it.
        let frame = Frame { x: axis.x(end) - 4.0, y: y - 3.0, width: 8.0, height: BAR + 6.0 };
        svg.rounded(frame, 3.0, fill);
    }
    if let Some(median) = extent.median {
        let ranged = extent.low.is_some() && extent.high.is_some();
        svg.diamond((axis.x(median), middle), DIAMOND, if ranged { colour::TEXT } else { fill });
    }
}
