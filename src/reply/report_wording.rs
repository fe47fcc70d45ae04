//! Every text of `/knowledge`, in Thai and in English. Plain data, in the style of [`super::wording`].

use super::discord_wording::CommandText;

/// The texts of one language; `{}` stands for a value, in the order in which the method of the same name takes them.
#[derive(Debug)]
pub struct ReportWording {
    /// `/knowledge`.
    pub knowledge: CommandText,
    /// `/knowledge report`.
    pub report: CommandText,
    /// `/knowledge status`.
    pub status: CommandText,

    /// Said to those who may not manage the server.
    pub managers_only: &'static str,
    /// Said when the database cannot be read or written.
    pub not_kept: &'static str,

    /// The report's heading: days.
    pub heading: &'static str,
    /// Nothing happened yet.
    pub nothing_yet: &'static str,
    /// Above the sections that people read most.
    pub most_asked: &'static str,
    /// How often: answers.
    pub answers: &'static str,
    /// How often: choices among offers.
    pub choices: &'static str,
    /// Above the sections that people like least.
    pub least_liked: &'static str,
    /// Thumbs down and up.
    pub thumbs: &'static str,
    /// Above the questions.
    pub gaps: &'static str,
    /// There are none.
    pub no_gaps: &'static str,
    /// How often a question was asked.
    pub times: &'static str,
    /// How many other wordings there are.
    pub other_words: &'static str,
    /// The answer was disliked.
    pub disliked: &'static str,
    /// The section that comes nearest.
    pub nearest: &'static str,
    /// The section that comes nearest, though it hardly answers.
    pub far: &'static str,
    /// No section comes near.
    pub nothing_near: &'static str,
    /// Entries that are left out.
    pub more: &'static str,
    /// What the buttons do.
    pub buttons: &'static str,
    /// A button: the number of the question, the section.
    pub add_button: &'static str,
    /// The button for all of them.
    pub export_button: &'static str,

    /// Above the lines to paste: the question, the section.
    pub sample_heading: &'static str,
    /// How to paste the lines: the file.
    pub sample_how: &'static str,
    /// What the attached file holds.
    pub sample_file: &'static str,
    /// The question is no longer kept, or is answered by now.
    pub sample_gone: &'static str,
    /// What the file with all questions holds: questions, articles.
    pub export_ready: &'static str,
    /// Nothing to export.
    pub export_empty: &'static str,
    /// The title in that file.
    pub export_title: &'static str,
    /// How to use that file.
    pub export_how: &'static str,
    /// Above the questions that want a section of their own.
    pub export_homeless: &'static str,

    /// The status: articles, sections.
    pub status_counts: &'static str,
    /// Articles of a language: language, articles, sections.
    pub status_language: &'static str,
    /// The oldest and the newest review, where they differ.
    pub status_reviewed: &'static str,
    /// Since when the knowledge is in use.
    pub status_since: &'static str,
}

/// Thai.
pub static THAI: ReportWording = ReportWording {
    knowledge: CommandText {
        name: "คลังความรู้", description: "ดูแลคลังความรู้ (สำหรับผู้จัดการเซิร์ฟเวอร์)"
    },
    report: CommandText {
        name: "รายงาน",
        description: "ดูว่าเซิร์ฟเวอร์นี้ถามอะไรบ่อย คำตอบไหนยังไม่ถูกใจ และเรื่องไหนยังไม่มีคำตอบ",
    },
    status: CommandText {
        name: "สถานะ", description: "ดูว่าคลังความรู้มีอะไรอยู่บ้าง"
    },

    managers_only: "คำสั่งนี้ใช้ได้เฉพาะผู้ที่มีสิทธิ์จัดการเซิร์ฟเวอร์",
    not_kept: "ตอนนี้อ่านหรือบันทึกข้อมูลไม่ได้ ลองใหม่อีกครั้งในอีกสักครู่",

    heading: "รายงานคลังความรู้ของเซิร์ฟเวอร์นี้ {} วันล่าสุด",
    nothing_yet: "ยังไม่มีอะไรให้รายงาน เมื่อมีคนถามในเซิร์ฟเวอร์นี้แล้วจะเห็นที่นี่",
    most_asked: "ถามบ่อยที่สุด",
    answers: "ตอบ {} ครั้ง",
    choices: "ถูกเลือกจากตัวเลือก {} ครั้ง",
    least_liked: "คำตอบที่ยังไม่ถูกใจ",
    thumbs: "👎 {} · 👍 {}",
    gaps: "คำถามที่ยังไม่มีคำตอบที่ดี",
    no_gaps: "ไม่มีคำถามค้างอยู่",
    times: "{} ครั้ง",
    other_words: "รวมคำถามที่คล้ายกันอีก {} แบบ",
    disliked: "ตอบแล้วแต่ไม่ถูกใจ",
    nearest: "ใกล้ที่สุด: {}",
    far: "น่าจะต้องเขียนหัวข้อใหม่ (ใกล้ที่สุด: {})",
    nothing_near: "น่าจะต้องเขียนหัวข้อใหม่",
    more: "และอีก {} รายการ",
    buttons: "กดปุ่มเพื่อเพิ่มคำถามข้อนั้นเป็นคำถามตัวอย่างของหัวข้อที่ใกล้ที่สุด",
    add_button: "ข้อ {} → {}",
    export_button: "ส่งออกทุกข้อเป็นไฟล์",

    sample_heading: "เพิ่ม “{}” เป็นคำถามตัวอย่างของ {}",
    sample_how: "ในไฟล์ `{}` วางบรรทัดนี้แทนบรรทัดเดิมของหัวข้อนี้ใต้ `questions` ถ้ายังไม่มี `questions` ให้วางทั้งหมดก่อนเครื่องหมาย `---` ตัวที่สอง",
    sample_file: "ไฟล์แนบมี `questions` ครบทุกหัวข้อของบทความ วางแทนของเดิมได้ทั้งชุด",
    sample_gone: "คำถามนี้ไม่อยู่ในรายงานแล้ว อาจมีคำตอบแล้วหรือเก่าเกินกำหนด เปิดรายงานใหม่ได้เลย",
    export_ready: "ไฟล์แนบมีคำถามในรายงานครบ {} ข้อ พร้อมบรรทัดสำหรับวางใน front matter ของบทความ {} ไฟล์",
    export_empty: "ยังไม่มีคำถามให้ส่งออก",
    export_title: "คำถามตัวอย่างจากการใช้งานจริง",
    export_how: "วางแต่ละชุดแทน questions เดิมของไฟล์นั้น คำถามเดิมอยู่ครบแล้ว อ่านทบทวนก่อนวางว่าหัวข้อนั้นตอบคำถามจริง",
    export_homeless: "คำถามที่น่าจะต้องเขียนหัวข้อใหม่",

    status_counts: "คลังความรู้มี {} บทความ {} หัวข้อ",
    status_language: "{}: {} บทความ {} หัวข้อ",
    status_reviewed: "ตรวจทานเก่าที่สุด {} ล่าสุด {}",
    status_since: "ใช้ข้อมูลชุดนี้มาตั้งแต่ <t:{}:f>",
};

/// English.
pub static ENGLISH: ReportWording = ReportWording {
    knowledge: CommandText {
        name: "knowledge",
        description: "Look after the knowledge base (for those who manage the server)",
    },
    report: CommandText {
        name: "report",
        description: "See what this server asks most, what it dislikes and what has no answer yet",
    },
    status: CommandText { name: "status", description: "See what the knowledge base holds" },

    managers_only: "Only those who may manage the server can use this command",
    not_kept: "The data cannot be read or kept right now. Please try again in a moment",

    heading: "Knowledge report for this server, last {} days",
    nothing_yet: "There is nothing to report yet. Once people ask in this server, it will show here",
    most_asked: "Asked most",
    answers: "answers: {}",
    choices: "chosen from an offer: {}",
    least_liked: "Liked least",
    thumbs: "👎 {} · 👍 {}",
    gaps: "Questions without a good answer",
    no_gaps: "There are none left",
    times: "times asked: {}",
    other_words: "similar wordings: {}",
    disliked: "answered, but disliked",
    nearest: "Nearest: {}",
    far: "Probably needs a section of its own (nearest: {})",
    nothing_near: "Probably needs a section of its own",
    more: "and {} more",
    buttons: "Press a button to add that question as a sample question of the nearest section",
    add_button: "No. {} → {}",
    export_button: "Export all as a file",

    sample_heading: "Add “{}” as a sample question of {}",
    sample_how: "In `{}`, put this in place of the section's line under `questions`. Where there is no `questions` yet, paste \
                 all of it above the second `---`",
    sample_file: "The attached file holds the `questions` of every section of the article, to replace them all at once",
    sample_gone: "This question is no longer in the report: it may be answered by now, or too old. Feel free to open a new \
                  report",
    export_ready: "The attached file has all questions of the report ({}), with lines to paste into the front matter of \
                   articles ({})",
    export_empty: "There are no questions to export yet",
    export_title: "Sample questions from real use",
    export_how: "Replace the questions of each file with its block, which keeps what was there. Before pasting, check that \
                 the section really answers the question",
    export_homeless: "Questions that probably need a section of their own",

    status_counts: "The knowledge base: articles {}, sections {}",
    status_language: "{}: articles {}, sections {}",
    status_reviewed: "Oldest review {}, newest {}",
    status_since: "In use since <t:{}:f>",
};

impl ReportWording {
    /// The wording for a language tag or a Discord locale: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }
}
