//! The texts around roles, comparisons and pictures, in Thai and in English. Plain data, in the style of
//! [`super::wording`]: Thai without pronouns and without ครับ/ค่ะ.

use super::discord_wording::CommandText;
use super::wording;

/// The texts of one language.
#[derive(Debug)]
pub struct RoleWording {
    /// The language's tag.
    pub tag: &'static str,

    // Commands and their options.
    /// `/role role [section]`.
    pub role: CommandText,
    /// The role of `/role`.
    pub role_option: CommandText,
    /// The section of `/role`.
    pub section_option: CommandText,
    /// `/compare first second`.
    pub compare: CommandText,
    /// The first role of `/compare`.
    pub first_option: CommandText,
    /// The second role of `/compare`.
    pub second_option: CommandText,

    // A comparison.
    /// Two names side by side: the second stands for the second `{}`.
    pub both: &'static str,
    /// Above what the roles do.
    pub what_they_do: &'static str,
    /// Above what they ask for.
    pub qualifications: &'static str,
    /// Above what they earn.
    pub pay: &'static str,
    /// Above where they lead.
    pub path: &'static str,
    /// Above how they differ.
    pub differences: &'static str,
    /// Says that the knowledge base holds nothing about it.
    pub missing: &'static str,
    /// Says that no article tells the two apart.
    pub no_differences: &'static str,
    /// Says that the figures of two roles cannot be held against each other.
    pub not_comparable: &'static str,
    /// How a figure's basis says that the evidence is weak.
    pub weak: &'static str,
    /// How many further figures there are: the number stands for `{}`.
    pub more_figures: &'static str,
    /// Twice the same role, which stands for `{}`.
    pub same_role: &'static str,
    /// Nobody knows which role is meant: what was typed stands for `{}`.
    pub which_role: &'static str,
    /// The role has no such section: the role and what was typed stand for the two `{}`.
    pub no_section: &'static str,

    // Pay.
    /// A middle value, which stands for `{}`.
    pub median: &'static str,
    /// Stands between a range and its middle value.
    pub then: &'static str,
    /// An upper end alone.
    pub up_to: &'static str,
    /// A lower end alone.
    pub at_least: &'static str,
    /// Where and when: the place and the year stand for the two `{}`.
    pub place_and_year: &'static str,
    /// Where, without a year: the place stands for `{}`.
    pub place_undated: &'static str,
    /// Stands before the source.
    pub source: &'static str,
    /// Regions by the names that articles use.
    pub regions: &'static [(&'static str, &'static str)],
    /// Currencies by their ISO 4217 codes.
    pub currencies: &'static [(&'static str, &'static str)],
    /// Periods by the names that articles use.
    pub periods: &'static [(&'static str, &'static str)],
    /// Stands between a currency and a period.
    pub per: &'static str,

    // Pictures.
    /// The title of pay bars: the role stands for `{}`.
    pub pay_title: &'static str,
    /// The title of a ladder: the role stands for `{}`.
    pub ladder_title: &'static str,
    /// Marks the present role on its ladder.
    pub here: &'static str,
    /// Stands before the steps of a ladder, junior first.
    pub steps: &'static str,
    /// Stands before the figures of the picture in text.
    pub figures: &'static str,
    /// Stands before figures that are not on the picture's axis.
    pub other_units: &'static str,
}

/// Thai: friendly, gender-neutral, ends without ครับ/ค่ะ.
pub static THAI: RoleWording = RoleWording {
    tag: "th",

    role: CommandText {
        name: "อาชีพ", description: "ดูข้อมูลของอาชีพ เช่น หน้าที่ เงินเดือน หรือเส้นทางเติบโต"
    },
    role_option: CommandText {
        name: "ชื่ออาชีพ", description: "อาชีพที่อยากรู้จัก"
    },
    section_option: CommandText {
        name: "เรื่อง", description: "เรื่องที่อยากรู้ เช่น เงินเดือน ไม่เลือกก็ได้"
    },
    compare: CommandText {
        name: "เปรียบเทียบ", description: "เทียบสองอาชีพให้เห็นข้าง ๆ กัน"
    },
    first_option: CommandText {
        name: "อาชีพแรก", description: "อาชีพแรกที่จะเทียบ"
    },
    second_option: CommandText {
        name: "อาชีพที่สอง", description: "อีกอาชีพที่จะเทียบ"
    },

    both: "{} กับ {}",
    what_they_do: "ทำอะไร",
    qualifications: "คุณสมบัติ",
    pay: "เงินเดือน",
    path: "เส้นทางอาชีพ",
    differences: "ต่างกันอย่างไร",
    missing: "ยังไม่มีข้อมูลเรื่องนี้",
    no_differences: "ยังไม่มีบทความที่เทียบสองอาชีพนี้โดยตรง",
    not_comparable: "ตัวเลขเป็นคนละสกุลเงินหรือคนละช่วงเวลา จึงเทียบกันตรง ๆ ไม่ได้",
    weak: "หลักฐานอ่อน",
    more_figures: "และอีก {} ตัวเลข",
    same_role: "ทั้งสองช่องเป็นอาชีพเดียวกัน คือ {} ลองเลือกอีกอาชีพมาเทียบดู",
    which_role: "ไม่แน่ใจว่า “{}” คืออาชีพไหน ลองเลือกจากรายการที่ขึ้นมาระหว่างพิมพ์ได้",
    no_section: "{} ยังไม่มีเรื่อง “{}” เลือกอ่านเรื่องอื่นด้านล่างได้",

    median: "ค่ากลาง {}",
    then: " ",
    up_to: "ไม่เกิน {}",
    at_least: "ตั้งแต่ {}",
    place_and_year: "{} ปี {}",
    place_undated: "{} ไม่ระบุปี",
    source: "ที่มา:",
    regions: &[("TH", "ไทย"), ("US", "สหรัฐฯ"), ("GB", "สหราชอาณาจักร"), ("International", "หลายประเทศ")],
    currencies: &[
        ("THB", "บาท"),
        ("USD", "ดอลลาร์สหรัฐ"),
        ("EUR", "ยูโร"),
        ("GBP", "ปอนด์"),
        ("JPY", "เยน"),
        ("SGD", "ดอลลาร์สิงคโปร์"),
    ],
    periods: &[("year", "ต่อปี"), ("month", "ต่อเดือน"), ("day", "ต่อวัน"), ("hour", "ต่อชั่วโมง")],
    per: "",

    pay_title: "เงินเดือน: {}",
    ladder_title: "เส้นทางอาชีพ: {}",
    here: "ตำแหน่งนี้",
    steps: "จากขั้นแรกขึ้นไป:",
    figures: "ตัวเลขค่าตอบแทน",
    other_units: "ตัวเลขในสกุลเงินหรือช่วงเวลาอื่น",
};

/// English: short and plain.
pub static ENGLISH: RoleWording = RoleWording {
    tag: "en",

    role: CommandText {
        name: "role",
        description: "Read about a job: its duties, pay, career path and more",
    },
    role_option: CommandText { name: "role", description: "The job to read about" },
    section_option: CommandText {
        name: "section",
        description: "What you want to know about it, such as salary (optional)",
    },
    compare: CommandText { name: "compare", description: "See two jobs side by side" },
    first_option: CommandText { name: "first", description: "The first job" },
    second_option: CommandText { name: "second", description: "The job to compare it with" },

    both: "{} and {}",
    what_they_do: "What they do",
    qualifications: "Qualifications",
    pay: "Pay",
    path: "Career path",
    differences: "How they differ",
    missing: "No information on this yet",
    no_differences: "No article compares these two directly yet",
    not_comparable: "The figures are in different currencies or periods, so they cannot be compared directly",
    weak: "weak",
    more_figures: "and {} more",
    same_role: "Both choices are the same job, {}. Pick another one to compare it with.",
    which_role: "It is not clear which job “{}” is. Pick one from the list that appears while you type.",
    no_section: "{} has nothing on “{}” yet. Pick something else below.",

    median: "median {}",
    then: ", ",
    up_to: "up to {}",
    at_least: "from {}",
    place_and_year: "{} {}",
    place_undated: "{}, undated",
    source: "source:",
    regions: &[("TH", "Thailand"), ("US", "US"), ("GB", "UK"), ("International", "several countries")],
    currencies: &[
        ("THB", "Thai baht"),
        ("USD", "US dollars"),
        ("EUR", "euros"),
        ("GBP", "pounds sterling"),
        ("JPY", "yen"),
        ("SGD", "Singapore dollars"),
    ],
    periods: &[("year", "a year"), ("month", "a month"), ("day", "a day"), ("hour", "an hour")],
    per: " ",

    pay_title: "Pay: {}",
    ladder_title: "Career path: {}",
    here: "this role",
    steps: "From the first step up:",
    figures: "Pay figures",
    other_units: "Figures in another currency or period",
};

impl RoleWording {
    /// The texts in the language that a tag names: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if wording::Wording::of(tag).tag == THAI.tag { &THAI } else { &ENGLISH }
    }

    /// A region by its name; what the article says where none is known.
    pub fn region<'a>(&'a self, region: &'a str) -> &'a str {
        named(self.regions, region)
    }

    /// "US dollars a year".
    pub fn unit(&self, currency: &str, period: &str) -> String {
        format!("{}{}{}", named(self.currencies, currency), self.per, named(self.periods, period))
    }
}

fn named<'a>(names: &[(&str, &'a str)], key: &'a str) -> &'a str {
    names.iter().find(|(known, _)| *known == key).map_or(key, |(_, name)| name)
}
