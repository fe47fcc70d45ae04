//! Thai names of jobs that are titled in English alone: people ask in Thai for what was written in English. Data and one pass.

use super::cues::phrases;

/// What does the job, the last word of an English title, with what begins its Thai name.
const HEADS: [(&str, &str); 30] = [
    ("accountant", "นักบัญชี"),
    ("administrator", "ผู้ดูแล, เจ้าหน้าที่"),
    ("advisor", "ที่ปรึกษา"),
    ("agent", "เจ้าหน้าที่, ตัวแทน"),
    ("analyst", "นักวิเคราะห์"),
    ("architect", "สถาปนิก"),
    ("assistant", "ผู้ช่วย"),
    ("auditor", "ผู้ตรวจสอบ"),
    ("clerk", "เสมียน, เจ้าหน้าที่"),
    ("consultant", "ที่ปรึกษา"),
    ("coordinator", "ผู้ประสานงาน, เจ้าหน้าที่ประสานงาน"),
    ("designer", "นักออกแบบ"),
    ("developer", "นักพัฒนา"),
    ("director", "ผู้อำนวยการ, ผู้อำนวยการฝ่าย"),
    ("engineer", "วิศวกร"),
    ("generalist", "เจ้าหน้าที่, เจ้าหน้าที่ฝ่าย"),
    ("inspector", "ผู้ตรวจสอบ"),
    ("manager", "ผู้จัดการ, ผู้จัดการฝ่าย"),
    ("officer", "เจ้าหน้าที่, เจ้าหน้าที่ฝ่าย, พนักงาน"),
    ("planner", "นักวางแผน, เจ้าหน้าที่วางแผน"),
    ("producer", "โปรดิวเซอร์"),
    ("representative", "ตัวแทน, พนักงาน"),
    ("researcher", "นักวิจัย"),
    ("scientist", "นักวิทยาศาสตร์"),
    ("specialist", "ผู้เชี่ยวชาญ, เจ้าหน้าที่"),
    ("supervisor", "หัวหน้า, หัวหน้าฝ่าย"),
    ("teacher", "ครู, ครูสอน"),
    ("technician", "ช่างเทคนิค, ช่าง"),
    ("translator", "นักแปล"),
    ("writer", "นักเขียน"),
];

/// What stands before it, with the Thai of it.
const FIELDS: [(&str, &str); 52] = [
    ("accounting", "บัญชี"),
    ("administrative", "ธุรการ"),
    ("agricultural", "การเกษตร"),
    ("banking", "ธนาคาร"),
    ("brand", "แบรนด์"),
    ("business", "ธุรกิจ"),
    ("business development", "พัฒนาธุรกิจ"),
    ("call center", "คอลเซ็นเตอร์"),
    ("chemical", "เคมี"),
    ("civil", "โยธา"),
    ("computer", "คอมพิวเตอร์"),
    ("content", "คอนเทนต์"),
    ("customer service", "บริการลูกค้า, ลูกค้าสัมพันธ์"),
    ("data", "ข้อมูล"),
    ("electrical", "ไฟฟ้า"),
    ("environmental", "สิ่งแวดล้อม"),
    ("event", "อีเวนต์"),
    ("export", "ส่งออก"),
    ("fashion", "แฟชั่น"),
    ("finance", "การเงิน"),
    ("financial", "การเงิน"),
    ("fitness", "ฟิตเนส"),
    ("general", "ทั่วไป"),
    ("graphic", "กราฟิก"),
    ("hr", "ทรัพยากรบุคคล, บุคคล"),
    ("human resources", "ทรัพยากรบุคคล, บุคคล"),
    ("industrial", "อุตสาหการ"),
    ("insurance", "ประกัน, ประกันภัย"),
    ("interior", "ภายใน"),
    ("investment", "การลงทุน"),
    ("it", "ไอที, สารสนเทศ"),
    ("laboratory", "ห้องแล็บ, ห้องปฏิบัติการ"),
    ("legal", "กฎหมาย"),
    ("logistics", "โลจิสติกส์"),
    ("marketing", "การตลาด"),
    ("mechanical", "เครื่องกล"),
    ("media", "สื่อ"),
    ("network", "เครือข่าย"),
    ("policy", "นโยบาย"),
    ("procurement", "จัดซื้อ"),
    ("product", "ผลิตภัณฑ์"),
    ("production", "การผลิต"),
    ("project", "โครงการ"),
    ("purchasing", "จัดซื้อ"),
    ("quality", "คุณภาพ"),
    ("research", "วิจัย"),
    ("safety", "ความปลอดภัย"),
    ("sales", "ขาย"),
    ("software", "ซอฟต์แวร์"),
    ("supply chain", "ซัพพลายเชน, ห่วงโซ่อุปทาน"),
    ("tax", "ภาษี"),
    ("warehouse", "คลังสินค้า"),
];

/// What a normalized English title is called in Thai: every way that these words allow.
pub(super) fn in_thai(title: &str) -> Vec<String> {
    let Some((field, head)) = title.rsplit_once(' ') else { return Vec::new() };
    let find = |words: &'static [(&str, &str)], sought: &str| {
        let found = words.iter().find(|(english, _)| *english == sought);
        found.map(|(_, thai)| phrases(thai))
    };
    let (Some(heads), Some(fields)) = (find(&HEADS, head), find(&FIELDS, field)) else { return Vec::new() };
    let fields: Vec<&str> = fields.collect();
    heads.flat_map(|head| fields.iter().map(move |field| format!("{head}{field}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_put_into_thai() {
        for (title, expected) in [
            ("business analyst", &["นักวิเคราะห์ธุรกิจ"][..]),
            (
                "supply chain planner",
                &[
                    "นักวางแผนซัพพลายเชน",
                    "นักวางแผนห่วงโซ่อุปทาน",
                    "เจ้าหน้าที่วางแผนซัพพลายเชน",
                    "เจ้าหน้าที่วางแผนห่วงโซ่อุปทาน",
                ],
            ),
            ("analyst", &[]),
            ("happiness officer", &[]),
            ("", &[]),
        ] {
            assert_eq!(in_thai(title), expected, "{title}");
        }
    }

    #[test]
    fn words_stand_in_order() {
        assert!(HEADS.is_sorted() && FIELDS.is_sorted(), "{HEADS:?} {FIELDS:?}");
    }
}
