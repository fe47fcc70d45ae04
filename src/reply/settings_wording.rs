//! Every text about settings of servers and manners in channels, in Thai and in English. Owns no decision.

use super::discord_wording::CommandText;
use super::fill::fill;

/// The texts of one language.
#[derive(Debug)]
pub struct SettingsWording {
    // The command, its subcommands and their options.
    /// `/settings`.
    pub settings: CommandText,
    /// `/settings show`.
    pub show: CommandText,
    /// `/settings ask-channels`.
    pub ask_channels: CommandText,
    /// `/settings ask-channels add`.
    pub add: CommandText,
    /// `/settings ask-channels remove`.
    pub remove: CommandText,
    /// The channel to listen to, or no longer.
    pub channel: CommandText,
    /// `/settings language`.
    pub language: CommandText,
    /// The language to choose.
    pub choose_language: CommandText,
    /// Follow the question, Thai, English.
    pub languages: [&'static str; 3],
    /// `/settings sureness`.
    pub sureness: CommandText,
    /// The level to choose.
    pub choose_level: CommandText,
    /// The levels, the most careful first.
    pub levels: [&'static str; 3],
    /// `/settings private-answers`.
    pub private_answers: CommandText,
    /// Whether answers to commands are private.
    pub private: CommandText,
    /// `/settings unanswered-channel`.
    pub unanswered_channel: CommandText,
    /// The channel to tell; none switches it off.
    pub tell_channel: CommandText,
    /// `/settings reset`.
    pub reset: CommandText,

    // What is shown of the settings.
    /// Headline.
    pub title: &'static str,
    /// Headline after a change.
    pub changed: &'static str,
    /// Before the list of ask channels.
    pub ask_channels_label: &'static str,
    /// In place of the list.
    pub no_ask_channels: &'static str,
    /// Before the language.
    pub language_label: &'static str,
    /// Before the level.
    pub sureness_label: &'static str,
    /// Before who sees the answers to commands.
    pub answers_label: &'static str,
    /// The asker alone.
    pub answers_private: &'static str,
    /// Everybody.
    pub answers_public: &'static str,
    /// Before the channel for unanswered questions.
    pub unanswered_label: &'static str,
    /// In place of that channel.
    pub off: &'static str,
    /// Ask channels are set, but the bot may not read them.
    pub cannot_read: &'static str,

    // Short private sentences.
    /// The person may not manage the server.
    pub not_allowed: &'static str,
    /// There are as many ask channels as there may be: the number stands for `{}`.
    pub too_many_channels: &'static str,
    /// The channel to remove is no ask channel.
    pub not_an_ask_channel: &'static str,
    /// The channel was chosen by the operator, so that a server cannot remove it.
    pub fixed_channel: &'static str,
    /// The settings could not be kept.
    pub not_kept: &'static str,

    // Manners.
    /// Somebody asks too fast.
    pub too_fast: &'static str,
    /// Somebody clicks too fast.
    pub clicked_too_fast: &'static str,
    /// The bot may not write where somebody asked: the channel stands for `{}`.
    pub may_not_write: &'static str,
    /// A question that nothing answered, for those who keep the knowledge: it stands for `{}`.
    pub unanswered: &'static str,
}

/// Thai: friendly, gender-neutral, ends without ครับ/ค่ะ.
pub static THAI: SettingsWording = SettingsWording {
    settings: CommandText {
        name: "ตั้งค่า", description: "ตั้งค่าแนะแนวสำหรับเซิร์ฟเวอร์นี้"
    },
    show: CommandText {
        name: "ดู", description: "ดูการตั้งค่าของเซิร์ฟเวอร์นี้"
    },
    ask_channels: CommandText {
        name: "ห้องถามตอบ", description: "ห้องที่แนะแนวคอยอ่านคำถามโดยไม่ต้องกล่าวถึง"
    },
    add: CommandText {
        name: "เพิ่ม", description: "เพิ่มห้องถามตอบ"
    },
    remove: CommandText {
        name: "เอาออก", description: "เลิกฟังห้องถามตอบ"
    },
    channel: CommandText {
        name: "ห้อง", description: "ห้องข้อความ ห้องประกาศ หรือฟอรัม"
    },
    language: CommandText {
        name: "ภาษา", description: "ภาษาของคำตอบที่ทุกคนเห็น"
    },
    choose_language: CommandText {
        name: "ภาษา", description: "ภาษาที่จะใช้ตอบ"
    },
    languages: ["ตามคำถาม", "ไทยเสมอ", "อังกฤษเสมอ"],
    sureness: CommandText {
        name: "ความมั่นใจ", description: "ต้องมั่นใจแค่ไหนจึงจะตอบ"
    },
    choose_level: CommandText {
        name: "ระดับ", description: "ระดับความมั่นใจ"
    },
    levels: ["รอบคอบ (ตอบเมื่อชัดเจนจริง ๆ ผิดน้อยที่สุด)", "พอดี (ค่าเริ่มต้น)", "ช่างตอบ (ตอบบ่อยขึ้น แต่อาจพลาดบ้าง)"],
    private_answers: CommandText {
        name: "ตอบส่วนตัว", description: "คำตอบของคำสั่งให้เห็นคนเดียวหรือทั้งห้อง"
    },
    private: CommandText {
        name: "ส่วนตัว", description: "ใช่ = เห็นเฉพาะคนถาม ไม่ = ทุกคนในห้องเห็น"
    },
    unanswered_channel: CommandText {
        name: "ห้องคำถามค้าง",
        description: "ห้องที่แจ้งคำถามที่ยังไม่มีคำตอบ โดยไม่บอกชื่อคนถาม",
    },
    tell_channel: CommandText {
        name: "ห้อง", description: "ห้องที่จะแจ้ง (ไม่เลือก = ปิด)"
    },
    reset: CommandText {
        name: "คืนค่าเริ่มต้น", description: "ล้างการตั้งค่าทั้งหมดของเซิร์ฟเวอร์นี้"
    },

    title: "การตั้งค่าของเซิร์ฟเวอร์นี้",
    changed: "บันทึกแล้ว มีผลทันที",
    ask_channels_label: "ห้องถามตอบ",
    no_ask_channels: "ยังไม่มี",
    language_label: "ภาษาของคำตอบ",
    sureness_label: "ความมั่นใจ",
    answers_label: "คำตอบของคำสั่ง",
    answers_private: "เห็นเฉพาะคนถาม",
    answers_public: "ทุกคนในห้องเห็น",
    unanswered_label: "ห้องคำถามค้าง",
    off: "ปิดอยู่",
    cannot_read: "ตอนนี้ยังอ่านข้อความในห้องถามตอบไม่ได้ คนที่ดูแลบอตต้องเปิด Message Content Intent \
                  ใน Discord Developer Portal แล้วเริ่มบอตใหม่ ระหว่างนี้กล่าวถึงบอตเพื่อถามได้ตามปกติ",

    not_allowed: "คำสั่งนี้ใช้ได้เฉพาะคนที่มีสิทธิ์จัดการเซิร์ฟเวอร์",
    too_many_channels: "ตั้งห้องถามตอบได้ไม่เกิน {} ห้อง เอาบางห้องออกก่อนแล้วลองใหม่",
    not_an_ask_channel: "ห้องนี้ไม่ได้เป็นห้องถามตอบอยู่แล้ว",
    fixed_channel: "ห้องนี้คนที่ดูแลบอตเป็นคนตั้งไว้ จึงเอาออกจากตรงนี้ไม่ได้",
    not_kept: "บันทึกการตั้งค่าไม่สำเร็จ ลองใหม่อีกครั้ง",

    too_fast: "ถามเร็วไปนิด พักสักครู่แล้วถามใหม่ได้เลย",
    clicked_too_fast: "กดเร็วไปนิด รอสักครู่แล้วกดใหม่ได้เลย",
    may_not_write: "แนะแนวยังไม่มีสิทธิ์พิมพ์ตอบใน {} ถามตรงนี้ได้เลย หรือใช้ /ถาม ในห้องนั้นก็ได้ คำตอบจะเห็นคนเดียว",
    unanswered: "มีคำถามที่ยังไม่มีคำตอบ: “{}”",
};

/// English: plain and warm.
pub static ENGLISH: SettingsWording = SettingsWording {
    settings: CommandText { name: "settings", description: "Settings of Naenaew for this server" },
    show: CommandText { name: "show", description: "Show the settings of this server" },
    ask_channels: CommandText {
        name: "ask-channels",
        description: "Channels in which Naenaew listens for questions without being mentioned",
    },
    add: CommandText { name: "add", description: "Listen to one more channel" },
    remove: CommandText { name: "remove", description: "No longer listen to a channel" },
    channel: CommandText {
        name: "channel",
        description: "A text channel, an announcement channel or a forum",
    },
    language: CommandText { name: "language", description: "The language of answers that everybody sees" },
    choose_language: CommandText { name: "language", description: "The language to answer in" },
    languages: ["As the question", "Always Thai", "Always English"],
    sureness: CommandText { name: "sureness", description: "How sure Naenaew must be to answer" },
    choose_level: CommandText { name: "level", description: "The level" },
    levels: [
        "Careful (answers only what is quite clear, with the fewest mistakes)",
        "Balanced (the default)",
        "Eager (answers more often and is wrong now and then)",
    ],
    private_answers: CommandText {
        name: "private-answers",
        description: "Whether answers to commands are for the asker alone or for everybody",
    },
    private: CommandText {
        name: "private",
        description: "True: only the asker sees them. False: everybody in the channel does",
    },
    unanswered_channel: CommandText {
        name: "unanswered-channel",
        description: "A channel that is told of questions without an answer, not of who asked",
    },
    tell_channel: CommandText { name: "channel", description: "The channel to tell (none switches it off)" },
    reset: CommandText {
        name: "reset",
        description: "Take all settings of this server back to the defaults",
    },

    title: "Settings of this server",
    changed: "Saved, and in effect at once",
    ask_channels_label: "Ask channels",
    no_ask_channels: "none yet",
    language_label: "Language of answers",
    sureness_label: "Sureness",
    answers_label: "Answers to commands",
    answers_private: "only the asker sees them",
    answers_public: "everybody in the channel sees them",
    unanswered_label: "Unanswered questions go to",
    off: "nowhere (off)",
    cannot_read: "Ask channels cannot be read yet: whoever runs the bot has to switch on Message Content Intent in the \
                  Discord Developer Portal and start it again. Until then, mention the bot to ask",

    not_allowed: "Only people who may manage this server can use this command",
    too_many_channels: "There can be {} ask channels at most. Remove one first, then try again",
    not_an_ask_channel: "That channel isn't an ask channel",
    fixed_channel: "That channel was set by whoever runs the bot, so it cannot be removed here",
    not_kept: "The settings could not be saved. Please try again",

    too_fast: "That was a bit fast. Take a short break, then feel free to ask again",
    clicked_too_fast: "That was a bit fast. Give it a moment, then click again",
    may_not_write: "Naenaew may not write in {}. Feel free to ask right here, or use /ask there: its answer is for you alone",
    unanswered: "A question without an answer yet: “{}”",
};

impl SettingsWording {
    /// The wording for a language tag or a Discord locale: Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }

    /// "At most 25".
    pub fn too_many_channels(&self, most: usize) -> String {
        fill(self.too_many_channels, &[&most.to_string()])
    }

    /// Tells where an answer could not be written; `channel` is a mention of it.
    pub fn may_not_write(&self, channel: &str) -> String {
        fill(self.may_not_write, &[channel])
    }

    /// Tells of a question that nothing answered; `question` is quoted text.
    pub fn unanswered(&self, question: &str) -> String {
        fill(self.unanswered, &[question])
    }
}
