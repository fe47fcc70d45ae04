//! What pictures promise: nothing runs out of them, nothing breaks them, the same chart is the same picture.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use proptest::prelude::*;
use resvg::usvg::{Node, Options, Tree};

use super::lines::Style;
use super::*;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

fn bar(label: &str, figures: [Option<f64>; 3], series: Series) -> PayBar {
    let [low, median, high] = figures;
    let written = figures.into_iter().flatten().map(grouped).collect::<Vec<_>>().join("–");
    PayBar {
        label: label.to_owned(),
        figures: written,
        note: "10th–90th percentile incl. commission, BLS".to_owned(),
        low,
        median,
        high,
        series,
    }
}

fn chart(bars: Vec<PayBar>) -> PayChart {
    PayChart {
        title: "เงินเดือน: ผู้จัดการดูแลลูกค้า กับผู้ที่กู้ซื้อน้ำป้ำ (Account Manager)".to_owned(),
        axis: "ดอลลาร์สหรัฐต่อปี".to_owned(),
        bars,
        alt: "ภาพ".to_owned(),
    }
}

fn steps(labels: &[&str]) -> Ladder {
    let rungs = labels.iter().enumerate();
    Ladder {
        title: "เส้นทางอาชีพ: ผู้จัดการดูแลลูกค้า".to_owned(),
        here: "ตำแหน่งนี้".to_owned(),
        rungs: rungs.map(|(n, label)| Rung { label: (*label).to_owned(), present: n == 1 }).collect(),
        alt: "ภาพ".to_owned(),
    }
}

/// Every text of a sketch with the box that it takes, and the picture's size.
fn texts(sketch: &Sketch) -> (Vec<[f32; 4]>, (f32, f32)) {
    let options = Options { fontdb: font::fonts(), ..Options::default() };
    let tree = Tree::from_str(&sketch.svg, &options).unwrap();
    let boxes = tree.root().children().iter().filter_map(|node| match node {
        Node::Text(text) => {
            let frame = text.abs_bounding_box();
            Some([frame.left(), frame.top(), frame.right(), frame.bottom()])
        }
        _ => None,
    });
    (boxes.collect(), (tree.size().width(), tree.size().height()))
}

#[track_caller]
fn assert_inside(sketch: &Sketch) {
    let (texts, (width, height)) = texts(sketch);
    for [left, top, right, bottom] in texts {
        assert!(
            left >= 0.0 && top >= 0.0 && right <= width && bottom <= height,
            "{left} {top} {right} {bottom}"
        );
    }
}

#[test]
fn a_picture_is_a_png_and_always_the_same() {
    let bars = vec![
        bar("ผู้จัดการดูแลลูกค้า · สหรัฐฯ 2024", [Some(36_930.0), Some(66_260.0), Some(142_040.0)], Series::First),
        bar("ผู้จัดการฝ่ายบัญชี · สหรัฐฯ", [None, Some(92_000.0), None], Series::Second),
        bar("AE · ไทย 2017", [None, None, Some(40_000.0)], Series::Second),
    ];
    let sketch = pay_bars(&chart(bars));
    assert_inside(&sketch);
    let png = sketch.paint().unwrap();
    assert!(png.starts_with(PNG));
    assert_eq!(png, sketch.paint().unwrap());
}

#[test]
fn no_text_is_wider_than_it_is_taken_for() {
    for text in [
        "ผู้จัดการดูแลลูกค้า Account Manager",
        "ผู้ที่กู้ซื้อน้ำป้ำ",
        "นักวิเคราะห์สินเชื่ออาวุโส (Senior Credit Analyst)",
        "36,930–142,040 ค่ากลาง 66,260",
        "VP of Account Management, WWW MMM",
        "ฌญฒณฑฆฦฤๆ โใไแเะาำ",
        "กขคงจฉชซดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
        "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "$ € ฿ “quoted” 10% a/b (c) – —",
    ] {
        for bold in [false, true] {
            let style = Style { size: 100.0, bold };
            let mut svg = svg::Svg::new();
            svg.text((0.0, 200.0), svg::Anchor::Start, style, "#000", text);
            let sketch = Sketch { svg: svg.finish(9000.0, 400.0), alt: String::new() };
            let (boxes, _) = texts(&sketch);
            let real = boxes.first().unwrap()[2];
            let taken = style.width(text);
            assert!(real <= taken, "{text} is {real} wide, taken for {taken}");
            assert!(real >= taken * 0.8, "{text} is {real} wide, taken for {taken}: far too much");
        }
    }
}

#[test]
fn texts_of_any_length_stay_inside() {
    let long = "ผู้บริหารสูงสุดด้านความเสี่ยงและการกำกับดูแล Chief Risk Officer ".repeat(9);
    let unbroken = "W".repeat(300);
    for label in [long.as_str(), unbroken.as_str(), "", "🙂", "<b>&\"'", "\u{0}\u{1b}[31m"] {
        let bars = vec![bar(label, [Some(1.0), Some(2.0), Some(3.0)], Series::First); MAX_BARS + 3];
        let mut chart = chart(bars);
        label.clone_into(&mut chart.title);
        label.clone_into(&mut chart.axis);
        let sketch = pay_bars(&chart);
        assert_inside(&sketch);
        sketch.paint().unwrap();
        let labels = [label; MAX_RUNGS + 2];
        let sketch = ladder(&Ladder { here: label.to_owned(), ..steps(&labels) });
        assert_inside(&sketch);
        sketch.paint().unwrap();
    }
}

#[test]
fn figures_that_cannot_be_drawn_are_left_out() {
    let bars = [
        [None, None, None],
        [Some(f64::NAN), Some(-5.0), Some(f64::INFINITY)],
        [Some(0.0), Some(0.0), Some(0.0)],
        [Some(90.0), None, Some(10.0)],
        [Some(1e300), None, None],
    ];
    for figures in bars {
        pay_bars(&chart(vec![bar("AM", figures, Series::First)])).paint().unwrap();
    }
    assert!(!pay_bars(&chart(vec![bar("ไม่มีตัวเลข", [None; 3], Series::First)])).svg().contains("ไม่มีตัวเลข"));
    ladder(&steps(&[])).paint().unwrap();
}

#[test]
fn words_break_between_lines_and_letters_keep_their_marks() {
    let style = Style { size: 20.0, bold: false };
    let lines = lines::wrap("ผู้จัดการดูแลลูกค้า (Account Manager) ที่กู้ซื้อน้ำ", style, 200.0, 9);
    assert_eq!(lines, ["ผู้จัดการดูแลลูกค้า", "(Account Manager)", "ที่กู้ซื้อน้ำ"]);
    assert_eq!(lines::one("ป้ำป้ำป้ำ", style, 45.0), "ป้ำ…");
    assert_eq!(font::showable(" AM 🙂\tน้ำ\u{200b}\u{a0}→ ok "), "AM น้ำ ok");
}

#[test]
fn an_alternative_text_keeps_its_limit() {
    let mut chart = chart(vec![bar("AM", [Some(1.0), None, None], Series::First)]);
    chart.alt = "ก".repeat(ALT_CHARACTERS + 1);
    assert_eq!(pay_bars(&chart).alt.chars().count(), ALT_CHARACTERS);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn anything_is_painted(label in "\\PC{0,80}", low: f64, median: f64, high: f64) {
        let bars = vec![bar(&label, [Some(low), Some(median), Some(high)], Series::First)];
        let sketch = pay_bars(&PayChart { title: label.clone(), axis: label.clone(), bars, alt: label.clone() });
        prop_assert!(sketch.paint().unwrap().starts_with(PNG));
        let sketch = ladder(&Ladder { title: label.clone(), here: label.clone(), ..steps(&[&label, &label]) });
        prop_assert!(sketch.paint().unwrap().starts_with(PNG));
    }
}
