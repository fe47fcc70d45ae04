//! Every text of `/privacy`, in Thai and in English. Plain data, in the style of [`super::wording`].

use super::discord_wording::CommandText;

/// The texts of one language; `{}` stands for a value.
#[derive(Debug)]
pub struct PrivacyWording {
    /// `/privacy`.
    pub privacy: CommandText,
    /// What is kept, in plain words: the days.
    pub explanation: &'static str,
    /// Above what belongs to the person.
    pub yours: &'static str,
    /// Nothing belongs to the person.
    pub nothing: &'static str,
    /// How many ratings: the number.
    pub ratings: &'static str,
    /// How many conversations follow-ups may refer to: the number.
    pub conversations: &'static str,
    /// How many questions whose replies follow their edits: the number.
    pub questions: &'static str,
    /// A rated section that the knowledge has lost.
    pub gone: &'static str,
    /// Ratings that are not listed: the number.
    pub more: &'static str,
    /// The button.
    pub delete: &'static str,
    /// What was deleted: ratings.
    pub deleted: &'static str,
    /// The button is somebody else's.
    pub not_yours: &'static str,
    /// The database cannot be read or written.
    pub not_kept: &'static str,
}

/// Thai.
pub static THAI: PrivacyWording = PrivacyWording {
    privacy: CommandText {
        name: "ความเป็นส่วนตัว", description: "ดูว่าเก็บอะไรไว้บ้าง และลบข้อมูลของตัวเองได้"
    },
    explanation: "**เก็บอะไรไว้บ้าง**\n\
        - คำถามที่ยังไม่มีคำตอบ หรือตอบแล้วไม่ถูกใจ เก็บข้อความ จำนวนครั้ง และเซิร์ฟเวอร์ที่ถาม ไม่เก็บว่าใครถามหรือถามในห้องไหน \
        ตัดชื่อที่แท็ก ลิงก์ อีเมล และเลขยาว ๆ ออกก่อน\n\
        - จำนวนครั้งที่แต่ละหัวข้อถูกอ่าน ถูกเลือก หรือได้ 👍 👎 แยกตามเซิร์ฟเวอร์ ไม่เก็บว่าใคร\n\
        - การกด 👍 👎 เก็บว่าใครกดที่คำตอบไหน เพื่อให้หนึ่งคนนับครั้งเดียว เปลี่ยนใจได้ และลบได้\n\
        - หัวข้อล่าสุดที่คุยกัน จำไว้ 10 นาทีเพื่อให้ถามต่อได้ และคำถามที่เพิ่งตอบ จำไว้ไม่เกินหนึ่งวันเพื่อให้แก้คำตอบตามได้ \
        ทั้งสองอย่างอยู่ในหน่วยความจำเท่านั้น\n\
        สามข้อแรกลบอัตโนมัติเมื่อครบ {} วันนับจากครั้งล่าสุด\n\
        ผู้จัดการเซิร์ฟเวอร์เห็นสองข้อแรกเฉพาะของเซิร์ฟเวอร์ตัวเอง และตั้งห้องให้แจ้งคำถามที่ยังไม่มีคำตอบได้ ส่วนที่ถามในข้อความส่วนตัวไม่ผูกกับเซิร์ฟเวอร์ไหน \
        มีแต่คนที่ดูแลบอตเท่านั้นที่เห็น",
    yours: "**ข้อมูลที่ผูกกับบัญชีนี้**",
    nothing: "ไม่มี",
    ratings: "การให้คะแนน {} ครั้ง",
    conversations: "หัวข้อที่จำไว้ให้ถามต่อ {} หัวข้อ",
    questions: "คำถามที่จำไว้ให้คำตอบแก้ตามได้ {} คำถาม",
    gone: "(หัวข้อนี้ไม่อยู่แล้ว)",
    more: "และอีก {} ครั้ง",
    delete: "ลบทั้งหมด",
    deleted: "ลบแล้ว การให้คะแนนที่ลบ: {} ไม่เหลือข้อมูลที่ผูกกับบัญชีนี้",
    not_yours: "ปุ่มนี้ใช้ได้เฉพาะเจ้าของข้อมูล ใช้ /ความเป็นส่วนตัว เพื่อดูของตัวเอง",
    not_kept: "ตอนนี้อ่านหรือลบข้อมูลไม่ได้ ลองใหม่อีกครั้งในอีกสักครู่",
};

/// English.
pub static ENGLISH: PrivacyWording = PrivacyWording {
    privacy: CommandText { name: "privacy", description: "See what is kept, and delete what is yours" },
    explanation: "**What is kept**\n\
        - Questions that got no answer, or one that was disliked: the words, how often and in which server, never who asked \
        or in which channel. Tagged names, links, e-mail addresses and long numbers are taken out first\n\
        - How often a section was read, chosen, liked or disliked in a server, never by whom\n\
        - 👍 and 👎: who gave it to which answer, so that everybody counts once and can take it back\n\
        - The last topic of a conversation for 10 minutes, for follow-ups, and questions just answered for a day at most, \
        so that answers follow edits. Both in memory alone\n\
        The first three are deleted {} days after they last came up\n\
        Those who manage a server see the first two of their own server alone, and can have its open questions posted in \
        a channel. What is asked in direct messages belongs to no server: only whoever runs the bot sees it",
    yours: "**What belongs to this account**",
    nothing: "Nothing",
    ratings: "Ratings: {}",
    conversations: "Topics remembered for follow-ups: {}",
    questions: "Questions remembered so that answers follow edits: {}",
    gone: "(no longer there)",
    more: "and {} more",
    delete: "Delete all of it",
    deleted: "Done. Ratings deleted: {}. Nothing that belongs to this account is left",
    not_yours: "Only the person it belongs to can use this button. /privacy shows your own",
    not_kept: "The data cannot be read or deleted right now. Please try again in a moment",
};

impl PrivacyWording {
    /// The wording for a language tag or a Discord locale: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }
}
