//! Thai names of jobs that are titled in English alone: people ask in Thai for what was written in English. Data and one pass.

use super::cues::phrases;

/// What does the job, the last word of an English title, with what begins its Thai name.
const HEADS: [(&str, &str); 50] = [
    ("accountant", "นักบัญชี"),
    ("administrator", "ผู้ดูแล, เจ้าหน้าที่"),
    ("advisor", "ที่ปรึกษา"),
    ("agent", "เจ้าหน้าที่, ตัวแทน"),
    ("analyst", "นักวิเคราะห์"),
    ("architect", "สถาปนิก"),
    ("assistant", "ผู้ช่วย"),
    ("associate", "เจ้าหน้าที่"),
    ("auditor", "ผู้ตรวจสอบ"),
    ("broker", "นายหน้า, โบรกเกอร์"),
    ("buyer", "เจ้าหน้าที่จัดซื้อ"),
    ("clerk", "เสมียน, เจ้าหน้าที่"),
    ("consultant", "ที่ปรึกษา"),
    ("coordinator", "ผู้ประสานงาน, เจ้าหน้าที่ประสานงาน, ประสานงาน"),
    ("designer", "นักออกแบบ"),
    ("developer", "นักพัฒนา"),
    ("director", "ผู้อำนวยการ, ผู้อำนวยการฝ่าย"),
    ("driver", "คนขับ, พนักงานขับ"),
    ("editor", "นักตัดต่อ, คนตัดต่อ, บรรณาธิการ"),
    ("engineer", "วิศวกร"),
    ("executive", "เจ้าหน้าที่"),
    ("generalist", "เจ้าหน้าที่, เจ้าหน้าที่ฝ่าย"),
    ("inspector", "ผู้ตรวจสอบ"),
    ("instructor", "ครู, ครูสอน, ผู้สอน"),
    ("lead", "หัวหน้า, หัวหน้าทีม"),
    ("manager", "ผู้จัดการ, ผู้จัดการฝ่าย"),
    ("nurse", "พยาบาล"),
    ("officer", "เจ้าหน้าที่, เจ้าหน้าที่ฝ่าย, พนักงาน"),
    ("operator", "พนักงาน, เจ้าหน้าที่"),
    ("photographer", "ช่างภาพ"),
    ("planner", "นักวางแผน, เจ้าหน้าที่วางแผน"),
    ("producer", "โปรดิวเซอร์"),
    ("programmer", "โปรแกรมเมอร์"),
    ("psychologist", "นักจิตวิทยา"),
    ("receptionist", "พนักงานต้อนรับ"),
    ("representative", "ตัวแทน, พนักงาน"),
    ("researcher", "นักวิจัย"),
    ("scientist", "นักวิทยาศาสตร์, นักวิทย์, นัก"),
    ("secretary", "เลขานุการ"),
    ("specialist", "ผู้เชี่ยวชาญ, เจ้าหน้าที่"),
    ("supervisor", "หัวหน้า, หัวหน้าฝ่าย"),
    ("teacher", "ครู, ครูสอน"),
    ("technician", "ช่างเทคนิค, ช่าง"),
    ("technologist", "นักเทคนิค, นักเทคโนโลยี"),
    ("tester", "นักทดสอบ"),
    ("therapist", "นักบำบัด"),
    ("trader", "เทรดเดอร์"),
    ("trainer", "เทรนเนอร์, ผู้ฝึกสอน"),
    ("translator", "นักแปล"),
    ("writer", "นักเขียน"),
];

/// What stands before it, with the Thai of it.
const FIELDS: [(&str, &str); 88] = [
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
    ("compliance", "กำกับดูแล"),
    ("computer", "คอมพิวเตอร์"),
    ("content", "คอนเทนต์"),
    ("credit", "สินเชื่อ"),
    ("customer service", "บริการลูกค้า, ลูกค้าสัมพันธ์"),
    ("cybersecurity", "ความปลอดภัยไซเบอร์"),
    ("data", "ข้อมูล"),
    ("digital marketing", "การตลาดดิจิทัล, การตลาดออนไลน์"),
    ("electrical", "ไฟฟ้า"),
    ("environmental", "สิ่งแวดล้อม"),
    ("environmental science", "วิทยาศาสตร์สิ่งแวดล้อม"),
    ("event", "อีเวนต์"),
    ("export", "ส่งออก"),
    ("fashion", "แฟชั่น"),
    ("finance", "การเงิน"),
    ("financial", "การเงิน"),
    ("fitness", "ฟิตเนส"),
    ("fund", "กองทุน"),
    ("game", "เกม"),
    ("general", "ทั่วไป"),
    ("graphic", "กราฟิก"),
    ("hotel", "โรงแรม"),
    ("hr", "ทรัพยากรบุคคล, บุคคล"),
    ("human resources", "ทรัพยากรบุคคล, บุคคล"),
    ("immigration", "ตรวจคนเข้าเมือง"),
    ("import", "นำเข้า"),
    ("industrial", "อุตสาหการ"),
    ("insurance", "ประกัน, ประกันภัย"),
    ("interior", "ภายใน"),
    ("investment", "การลงทุน"),
    ("it", "ไอที, สารสนเทศ"),
    ("laboratory", "ห้องแล็บ, ห้องปฏิบัติการ"),
    ("legal", "กฎหมาย"),
    ("logistics", "โลจิสติกส์"),
    ("maintenance", "ซ่อมบำรุง"),
    ("marketing", "การตลาด"),
    ("mechanical", "เครื่องกล"),
    ("media", "สื่อ"),
    ("medical", "การแพทย์"),
    ("mobile", "โมบายล์"),
    ("network", "เครือข่าย"),
    ("nutrition", "โภชนาการ"),
    ("operations", "ปฏิบัติการ"),
    ("payroll", "เงินเดือน"),
    ("policy", "นโยบาย"),
    ("procurement", "จัดซื้อ"),
    ("product", "ผลิตภัณฑ์"),
    ("production", "การผลิต, ฝ่ายผลิต"),
    ("project", "โครงการ"),
    ("public health", "สาธารณสุข"),
    ("public relations", "ประชาสัมพันธ์"),
    ("purchasing", "จัดซื้อ"),
    ("quality", "คุณภาพ"),
    ("quality assurance", "ประกันคุณภาพ"),
    ("quality control", "ควบคุมคุณภาพ"),
    ("real estate", "อสังหาริมทรัพย์, อสังหา"),
    ("recruitment", "สรรหา, สรรหาบุคลากร"),
    ("research", "วิจัย"),
    ("restaurant", "ร้านอาหาร"),
    ("risk", "ความเสี่ยง"),
    ("safety", "ความปลอดภัย"),
    ("sales", "ขาย"),
    ("security", "รักษาความปลอดภัย"),
    ("service", "บริการ"),
    ("social media", "โซเชียลมีเดีย"),
    ("software", "ซอฟต์แวร์"),
    ("statistics", "สถิติ"),
    ("store", "ร้าน"),
    ("supply chain", "ซัพพลายเชน, ห่วงโซ่อุปทาน"),
    ("system", "ระบบ"),
    ("systems", "ระบบ"),
    ("tax", "ภาษี"),
    ("tourism", "ท่องเที่ยว"),
    ("training", "ฝึกอบรม"),
    ("travel", "ท่องเที่ยว, ทัวร์"),
    ("video", "วิดีโอ"),
    ("warehouse", "คลังสินค้า"),
    ("web", "เว็บ, เว็บไซต์"),
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
