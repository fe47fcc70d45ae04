//! Texts that tell something and ask nothing: วันนี้ได้เลื่อนเป็น bookkeeper แล้ว.

use super::cues::holds_any;
use super::query::{Query, SPELLED};

/// Words of statements and of job ads, which a request for something hardly has.
const TELLING: &str = "
    วันนี้, เมื่อวาน, เมื่อคืน, เมื่อเช้า, เมื่อกี้, เพิ่งได้, พึ่งได้, ได้เลื่อน, ได้งาน, ผ่านแล้ว, รับสมัคร, เปิดรับ, หาพนักงาน, หาคน, ส่งเรซูเม่,
    ทักแชท, ทักมา, อินบ็อก, แอดไลน์, สนใจทัก, สนใจแอด, สนใจติดต่อ, มีตำแหน่ง, ผมทำงานเป็น, ฉันทำงานเป็น, หนูทำงานเป็น, เราทำงานเป็น, แฟนเป็น, แฟนเรา, แฟนผม,
    เพื่อนเรา, เพื่อนผม, เจ้านาย, ดีใจ, เหนื่อย, เย้, เบื่อ, โหดเกิน, โหดจัด, หล่อ, เกลียด, น้อยจัง, น้อยมาก, เยอะจัง, จังเลย, โคตร, ชิบ, สุดๆ,
    yesterday, today, last week, last month, last year, my boss, my dad, my mom, my friend, my brother, my sister, my cousin,
    we're hiring, we are hiring, is hiring, hiring a, hiring an, dm me, send your, used to be, got promoted, i'm a, i'm an, im a,
    im an, i am a, i am an";

impl Query {
    /// Whether it tells something and asks nothing; words of facets tell nothing (ค่าเหนื่อย).
    pub(super) fn tells(&self) -> bool {
        let facets = self.facets.iter().filter(|hit| hit.spot.closeness >= SPELLED);
        !self.asks() && holds_any(&self.blanked(facets.map(|hit| &hit.spot.span)), TELLING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_statements_stand_by_themselves() {
        for (text, telling) in [
            ("เมื่อวานออดิทเข้าบริษัท", true),
            ("พนักงานรับผิดชอบการกู้เงิน", false),
            ("i'm a bookkeeper", true),
            ("we're hiring a bookkeeper", true),
            ("lastly, a bookkeeper", false),
        ] {
            assert_eq!(holds_any(text, TELLING), telling, "{text}");
        }
    }
}
