//! What authors read in `naenaew gaps`, in Thai and English. What the report on Discord says as well stands in
//! [`super::report_wording`].

/// The texts of one language; `{}` stands for a value.
#[derive(Debug)]
pub struct GapsWording {
    /// There is no database: its place.
    pub no_database: &'static str,
    /// Above the list: days.
    pub heading: &'static str,
    /// What additions were tried on: questions of the articles.
    pub tried_on_own: &'static str,
    /// The same with labelled questions: how many, their files.
    pub tried_on_files: &'static str,
    /// A proposed name is another article's: the name, the other one, its article.
    pub same_name: &'static str,
    /// A proposed name is one slip away from another one: the name, the other one, its article.
    pub close_name: &'static str,
    /// How many are shown: shown, all.
    pub shown: &'static str,
    /// A name is missing: the words, the facet.
    pub missing_name: &'static str,
    /// A way of asking is missing: the words.
    pub missing_asking: &'static str,
    /// Above lines that add a name: the file.
    pub add_alias: &'static str,
    /// Above lines that add a way of asking: the file.
    pub add_asking: &'static str,
    /// Above lines that add a sample question: the file.
    pub add_sample: &'static str,
    /// With the addition the section answers the question.
    pub answered: &'static str,
    /// With the addition the section is offered.
    pub offered: &'static str,
    /// The addition does not help the question.
    pub not_helped: &'static str,
    /// The labelled questions stay as they are.
    pub no_effect: &'static str,
    /// How many were written: questions.
    pub exported: &'static str,
    /// How many were taken: taken, read.
    pub imported: &'static str,
    /// A line that is no question: file, line, column, the cause.
    pub bad_line: &'static str,
    /// More such lines: their number.
    pub more_bad_lines: &'static str,
    /// A file cannot be read or written: file, the cause.
    pub bad_file: &'static str,
    /// Nothing was taken because of the lines above.
    pub nothing_imported: &'static str,
}

/// Thai.
pub static THAI: GapsWording = GapsWording {
    no_database: "ยังไม่มีฐานข้อมูล {} ให้เปิดบอตก่อน ระบุที่อยู่ใน DATABASE_URL หรือนำคำถามเข้าด้วย --import",
    heading: "คำถามที่ยังไม่มีคำตอบที่ดีจากทุกเซิร์ฟเวอร์ {} วันล่าสุด",
    tried_on_own: "ลองแต่ละข้อเสนอกับคำถามตัวอย่างและหัวข้อของบทความเอง {} คำถาม",
    tried_on_files: "ลองแต่ละข้อเสนอกับ {} คำถามจาก {}",
    same_name: "ระวัง: “{}” เป็นชื่อ “{}” ของบทความ {} อยู่แล้ว ชื่อหนึ่งเป็นของบทความเดียว",
    close_name: "ระวัง: “{}” ต่างจากชื่อ “{}” ของบทความ {} แค่ตัวเดียว พิมพ์พลาดนิดเดียวก็ไปผิดบทความ",
    shown: "แสดง {} จาก {} ข้อ ดูเพิ่มด้วย --top",
    missing_name: "น่าจะขาดชื่อ “{}” (ถามเรื่อง{})",
    missing_asking: "น่าจะขาดวลีถาม “{}”",
    add_alias: "ถ้าเป็นชื่อเดียวกัน แทนรายการ aliases ทั้งรายการใน {}",
    add_asking: "ถ้าถามเรื่องเดียวกัน เพิ่มใน {}",
    add_sample: "ถ้าหัวข้อนี้ตอบได้ แทนรายการของหัวข้อใต้ questions ทั้งรายการใน {}",
    answered: "ลองแล้ว: ตอบคำถามนี้ได้",
    offered: "ลองแล้ว: เสนอหัวข้อนี้ให้เลือก",
    not_helped: "ลองแล้ว: ยังตอบคำถามนี้ไม่ได้",
    no_effect: "คำถามอื่นได้ผลเหมือนเดิม",
    exported: "ส่งออกคำถาม {} ข้อ",
    imported: "นำเข้าคำถาม {} จาก {} ข้อ",
    bad_line: "{}:{}:{}: ไม่ใช่คำถามที่ส่งออกไว้: {} แต่ละบรรทัดต้องเป็น {\"question\": \"…\", \"times\": 1}",
    more_bad_lines: "และอีก {} บรรทัด",
    bad_file: "{}: {}",
    nothing_imported: "ยังไม่ได้นำเข้าคำถามใด แก้บรรทัดข้างบนแล้วลองอีกครั้ง",
};

/// English.
pub static ENGLISH: GapsWording = GapsWording {
    no_database: "There is no database {} yet: start the bot, name another in DATABASE_URL, or add questions with --import",
    heading: "Questions without a good answer on all servers, last {} days",
    tried_on_own: "Each addition was tried on the articles' own sample questions and headings ({})",
    tried_on_files: "Each addition was tried on {} questions of {}",
    same_name: "careful: “{}” is a name already (“{}” of {}): a name belongs to one article",
    close_name: "careful: “{}” is one slip of the finger from “{}”, a name of {}: people will land at the wrong one",
    shown: "Shown: {} of {}; --top shows more",
    missing_name: "probably missing: the name “{}” (asked for: {})",
    missing_asking: "probably missing: the way of asking “{}”",
    add_alias: "if it is a name of the same, in place of the whole aliases list in {}",
    add_asking: "if it asks for the same, add to {}",
    add_sample: "if this section answers it, in place of its whole list under questions in {}",
    answered: "tried: the question is answered",
    offered: "tried: the section is offered",
    not_helped: "tried: the question is still not answered",
    no_effect: "all other questions fare as before",
    exported: "Questions written: {}",
    imported: "Questions taken: {} of {}",
    bad_line: "{}:{}:{}: no exported question: {}; a line reads {\"question\": \"…\", \"times\": 1}",
    more_bad_lines: "and {} lines more",
    bad_file: "{}: {}",
    nothing_imported: "Nothing was taken: mend the lines above and try again",
};

impl GapsWording {
    /// The wording for a language tag: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }
}
