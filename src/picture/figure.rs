//! Figures as people read them, in every language alike.

/// Beyond this, a number is no pay but a mistake; it is cut so that every figure stays readable.
const MOST: f64 = 1e12;

/// The number with commas between thousands, and with two decimals where it has any: `66,260`, `17.50`.
pub fn grouped(value: f64) -> String {
    let value = if value.is_finite() { value.clamp(-MOST, MOST) } else { 0.0 };
    let hundredths = (value.abs() * 100.0).round();
    let written = format!("{:.2}", hundredths / 100.0);
    let (whole, decimals) = written.split_once('.').unwrap_or((&written, "00"));
    let digits = whole.chars().count();
    let mut text = String::new();
    if value < 0.0 && hundredths > 0.0 {
        text.push('-');
    }
    for (number, digit) in whole.chars().enumerate() {
        if number > 0 && (digits - number).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals != "00" {
        text.push('.');
        text.push_str(decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped() {
        for (value, expected) in [
            (0.0, "0"),
            (-0.0, "0"),
            (7.0, "7"),
            (999.0, "999"),
            (1000.0, "1,000"),
            (66_260.0, "66,260"),
            (1_234_567.0, "1,234,567"),
            (17.5, "17.50"),
            (999.999, "1,000"),
            (-1200.0, "-1,200"),
            (f64::NAN, "0"),
            (f64::INFINITY, "0"),
            (1e300, "1,000,000,000,000"),
        ] {
            assert_eq!(grouped(value), expected, "{value}");
        }
    }
}
