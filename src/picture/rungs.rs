//! A career ladder as steps that rise to the right, junior at the bottom, the present role marked.

use super::chart::Ladder;
use super::lines::{Style, one, wrap};
use super::svg::{Anchor, Frame, Svg, colour};
use super::{ALT_CHARACTERS, Sketch};

/// Steps beyond these are left out, from the top.
pub const MAX_RUNGS: usize = 12;

const WIDTH: f32 = 900.0;
const MARGIN: f32 = 36.0;
const TITLE: Style = Style { size: 30.0, bold: true };
const TITLE_LINE: f32 = 40.0;
const LABEL: Style = Style { size: 22.0, bold: false };
const PRESENT: Style = Style { size: 22.0, bold: true };
const NUMBER: Style = Style { size: 20.0, bold: true };
const HERE: Style = Style { size: 18.0, bold: true };
const LINE: f32 = 28.0;
const PADDING: f32 = 12.0;
const GAP: f32 = 10.0;
/// How far the highest step stands right of the lowest, and one step of the next at most.
const RISE: f32 = 210.0;
const STEP: f32 = 42.0;
/// The room for the number before a label.
const NUMBER_ROOM: f32 = 48.0;

/// Lays the steps out.
pub fn ladder(chart: &Ladder) -> Sketch {
    let rungs: Vec<_> = chart.rungs.iter().take(MAX_RUNGS).enumerate().collect();
    let step = STEP.min(RISE / (rungs.len().max(2) - 1) as f32);
    let here = one(&chart.here, HERE, (WIDTH - 2.0 * MARGIN) * 0.25);
    let here_room = HERE.width(&here) + 2.0 * PADDING;
    let mut svg = Svg::new();
    let mut y = MARGIN;
    for line in wrap(&chart.title, TITLE, WIDTH - 2.0 * MARGIN, 2) {
        y += TITLE_LINE;
        svg.text((MARGIN, y - 10.0), Anchor::Start, TITLE, colour::TEXT, &line);
    }
    y += GAP;
    // From the top step down, since lines are counted from the top.
    for (number, rung) in rungs.iter().rev() {
        let x = MARGIN + step * *number as f32;
        let width = WIDTH - MARGIN - RISE + step * *number as f32 - x;
        let style = if rung.present { PRESENT } else { LABEL };
        let mark_room = if rung.present { here_room } else { 0.0 };
        let lines = wrap(&rung.label, style, width - NUMBER_ROOM - PADDING - mark_room, 2);
        let height = LINE * lines.len().max(1) as f32 + 2.0 * PADDING;
        let (fill, ink, quiet) = if rung.present {
            (colour::FIRST, colour::CARD, colour::CARD)
        } else {
            (colour::PALE, colour::TEXT, colour::QUIET)
        };
        svg.rounded(Frame { x, y, width, height }, 12.0, fill);
        let mut baseline = y + PADDING + LINE - 8.0;
        let middle = y + height / 2.0 + 7.0;
        svg.text((x + NUMBER_ROOM / 2.0, middle), Anchor::Middle, NUMBER, quiet, &format!("{}", number + 1));
        for line in &lines {
            svg.text((x + NUMBER_ROOM, baseline), Anchor::Start, style, ink, line);
            baseline += LINE;
        }
        if rung.present && !here.is_empty() {
            let chip = Frame {
                x: x + width - here_room,
                y: y + height / 2.0 - 16.0,
                width: here_room - PADDING,
                height: 32.0,
            };
            svg.rounded(chip, 16.0, colour::CARD);
            let point = (chip.x + chip.width / 2.0, chip.y + 22.0);
            svg.text(point, Anchor::Middle, HERE, colour::FIRST, &here);
        }
        y += height + GAP;
    }
    Sketch {
        svg: svg.finish(WIDTH, (y + MARGIN - GAP).ceil()),
        alt: chart.alt.chars().take(ALT_CHARACTERS).collect(),
    }
}
