//! Every text about articles that are read anew, in Thai and in English. Plain data, in the style of [`super::wording`].

use super::discord_wording::CommandText;

/// The texts of one language; `{}` stands for a value.
#[derive(Debug)]
pub struct ReloadWording {
    /// The language's tag.
    pub tag: &'static str,
    /// `/knowledge reload`.
    pub reload: CommandText,
    /// What changed: the parts below.
    pub reloaded: &'static str,
    /// Articles: how many of each kind.
    pub articles: &'static str,
    /// Sections: how many of each kind.
    pub sections: &'static str,
    /// Facets changed.
    pub facets: &'static str,
    /// How many are new.
    pub added: &'static str,
    /// How many differ.
    pub changed: &'static str,
    /// How many are gone.
    pub removed: &'static str,
    /// Nothing changed.
    pub unchanged: &'static str,
    /// There is no folder to read.
    pub built_in: &'static str,
    /// The articles were read a moment ago.
    pub too_soon: &'static str,
    /// The newest articles have errors, since when.
    pub broken_since: &'static str,
    /// An error: its place, what is wrong, how to mend it.
    pub error: &'static str,
    /// Errors that are left out.
    pub more_errors: &'static str,
    /// How to see all errors.
    pub how_to_mend: &'static str,
    /// The folder of articles, in place of a file.
    pub folder: &'static str,
    /// Said in the terminal under the list of errors.
    pub broken: &'static str,
    /// Said in the terminal when the errors are gone.
    pub mended: &'static str,
}

/// Thai.
pub static THAI: ReloadWording = ReloadWording {
    tag: "th",
    reload: CommandText {
        name: "อ่านใหม่",
        description: "อ่านบทความในคลังความรู้ใหม่ทันที (ปกติจะอ่านเองเมื่อบทความเปลี่ยน)",
    },
    reloaded: "อ่านคลังความรู้ใหม่แล้ว {}",
    articles: "บทความ: {}",
    sections: "หัวข้อ: {}",
    facets: "รายการประเภทหัวข้อเปลี่ยน",
    added: "เพิ่ม {}",
    changed: "แก้ไข {}",
    removed: "ลบ {}",
    unchanged: "อ่านคลังความรู้ใหม่แล้ว ไม่มีอะไรเปลี่ยน",
    built_in: "ตอนนี้ใช้บทความที่มากับโปรแกรม จึงไม่มีอะไรให้อ่านใหม่",
    too_soon: "เพิ่งอ่านคลังความรู้ใหม่ไปเมื่อสักครู่ ลองอีกครั้งในอีกครึ่งนาที",
    broken_since: "บทความล่าสุดยังใช้ไม่ได้ตั้งแต่ <t:{}:f> ระหว่างนี้ตอบจากข้อมูลชุดเดิม",
    error: "{}: {} — {}",
    more_errors: "และอีก {} จุด",
    how_to_mend: "คำสั่ง `naenaew check` แสดงทุกจุดที่ต้องแก้ แก้แล้วจะใช้บทความใหม่เอง",
    folder: "โฟลเดอร์บทความ",
    broken: "บทความล่าสุดยังใช้ไม่ได้ ต้องแก้จุดข้างบนก่อน ระหว่างนี้ตอบจากข้อมูลชุดเดิม",
    mended: "บทความใช้ได้แล้ว",
};

/// English.
pub static ENGLISH: ReloadWording = ReloadWording {
    tag: "en",
    reload: CommandText {
        name: "reload",
        description: "Read the articles anew right now (changes are usually noticed without it)",
    },
    reloaded: "The knowledge base was read anew. {}",
    articles: "Articles: {}",
    sections: "Sections: {}",
    facets: "The facets changed",
    added: "{} added",
    changed: "{} changed",
    removed: "{} removed",
    unchanged: "The knowledge base was read anew. Nothing changed",
    built_in: "The articles built into the program are in use, so there is nothing to read anew",
    too_soon: "The knowledge base was read anew a moment ago. Please try again in half a minute",
    broken_since: "The newest articles have not been usable since <t:{}:f>. Until they are mended, answers come from the ones before",
    error: "{}: {}; {}",
    more_errors: "and {} more",
    how_to_mend: "`naenaew check` lists everything to mend. Once it is mended, the new articles come into use on their own",
    folder: "the folder of articles",
    broken: "The newest articles cannot be used before this is mended. Until then, answers come from the ones before",
    mended: "The articles can be used again",
};

impl ReloadWording {
    /// The wording for a language tag or a Discord locale: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }
}
