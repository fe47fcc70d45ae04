//! Text typed in the wrong keyboard layout: Thai Kedmanee (TIS 820-2538) and US QWERTY, key by key.

/// Rows of keys as (US, Kedmanee), unshifted then shifted. Each string pair is aligned character by character.
const KEYS: [(&str, &str); 8] = [
    ("`1234567890-=", "_ๅ/-ภถุึคตจขช"),
    ("qwertyuiop[]\\", "ๆไำพะัีรนยบลฃ"),
    ("asdfghjkl;'", "ฟหกดเ้่าสวง"),
    ("zxcvbnm,./", "ผปแอิืทมใฝ"),
    ("~!@#$%^&*()_+", "%+๑๒๓๔ู฿๕๖๗๘๙"),
    ("QWERTYUIOP{}|", "๐\"ฎฑธํ๊ณฯญฐ,ฅ"),
    ("ASDFGHJKL:\"", "ฤฆฏโฌ็๋ษศซ."),
    ("ZXCVBNM<>?", "()ฉฮฺ์?ฒฬฦ"),
];

/// What the keys of this US-layout text would have typed in Thai; characters on no key stay.
pub fn to_thai(text: &str) -> String {
    text.chars().map(|c| pairs().find(|&(us, _)| us == c).map_or(c, |(_, thai)| thai)).collect()
}

/// What the keys of this Thai-layout text would have typed in US QWERTY; characters on no key stay.
pub fn to_latin(text: &str) -> String {
    text.chars().map(|c| pairs().find(|&(_, thai)| thai == c).map_or(c, |(us, _)| us)).collect()
}

fn pairs() -> impl Iterator<Item = (char, char)> {
    KEYS.iter().flat_map(|(us, thai)| us.chars().zip(thai.chars()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_map_is_a_bijection_on_its_keys() {
        for (us, thai) in KEYS {
            assert_eq!(us.chars().count(), thai.chars().count(), "{us}");
        }
        let all: Vec<_> = pairs().collect();
        assert_eq!(all.len(), 94, "every printable key but the space bar");
        assert_eq!(all.iter().map(|(us, _)| us).collect::<BTreeSet<_>>().len(), all.len());
        assert_eq!(all.iter().map(|(_, thai)| thai).collect::<BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn both_directions() {
        for (latin, thai) in [
            ("g'bogfnvo", "เงินเดือน"),
            ("gmjkwsij", "เท่าไหร่"),
            ("z^h0yfdki", "ผู้จัดการ"),
            ("account manager", "ฟแแนีืะ ทฟืฟเำพ"),
            ("", ""),
            ("😀", "😀"),
        ] {
            assert_eq!(to_thai(latin), thai, "{latin}");
            assert_eq!(to_latin(thai), latin, "{thai}");
        }
    }
}
