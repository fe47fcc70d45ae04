//! Every text that only Discord shows, in Thai and in English: commands and their options, buttons, short sentences,
//! and what the operator reads when the bot cannot run. Texts that every edge shares are in [`super::wording`].
//!
//! Plain data, in the same style as there: Thai without pronouns and without ครับ/ค่ะ.

use super::fill::fill;

/// What Discord shows of a command or an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandText {
    /// What people type: small letters for slash commands and options.
    pub name: &'static str,
    /// One line; empty for message commands, which have none.
    pub description: &'static str,
}

/// The texts of one language.
#[derive(Debug)]
pub struct DiscordWording {
    /// The language's tag, as Discord's locales name it.
    pub tag: &'static str,

    // Commands and their options.
    /// `/ask question [share]`.
    pub ask: CommandText,
    /// The question of `/ask`.
    pub question: CommandText,
    /// Whether everybody sees the answer of `/ask`.
    pub share: CommandText,
    /// `/define term`.
    pub define: CommandText,
    /// The term of `/define`.
    pub term: CommandText,
    /// `/topics`.
    pub topics: CommandText,
    /// `/help`.
    pub help: CommandText,
    /// The message command.
    pub answer_this: CommandText,

    // Buttons and menus.
    /// Takes the answer away.
    pub delete: &'static str,
    /// The placeholder of the menu under an answer.
    pub read_more: &'static str,
    /// The placeholder of the menu of topics.
    pub choose_topic: &'static str,

    // Messages.
    /// How to use the bot; `{}` stands for its mention.
    pub how_to: &'static str,
    /// Says how many topics a list leaves out: the number stands for `{}`.
    pub more_topics: &'static str,

    // Short private sentences.
    /// The button is not one of this version's.
    pub outdated: &'static str,
    /// Somebody else's answer cannot be deleted.
    pub not_yours: &'static str,
    /// The message that a command was used on holds no text.
    pub nothing_to_read: &'static str,
    /// The message's text was not delivered to the bot.
    pub unreadable: &'static str,

    // What the operator reads, on the way out.
    /// Discord refused the token.
    pub wrong_token: &'static str,
    /// Discord refused the message-content intent.
    pub intent_refused: &'static str,
    /// Discord cannot be reached.
    pub unreachable: &'static str,
    /// No sign of life for too long.
    pub silent: &'static str,
    /// Discord ended the connection for another reason.
    pub disconnected: &'static str,
    /// The program could not start its machinery.
    pub not_started: &'static str,
    /// There is no token.
    pub no_token: &'static str,
}

/// Thai: friendly, gender-neutral, ends without ครับ/ค่ะ.
pub static THAI: DiscordWording = DiscordWording {
    tag: "th",

    ask: CommandText {
        name: "ถาม", description: "ถามเรื่องอาชีพ เช่น เงินเดือน หน้าที่ หรือเส้นทางเติบโต"
    },
    question: CommandText {
        name: "คำถาม", description: "พิมพ์ถามแบบที่พูดได้เลย ภาษาไทยหรืออังกฤษก็ได้"
    },
    share: CommandText {
        name: "แชร์", description: "ให้ทุกคนในห้องเห็นคำตอบด้วย (ปกติเห็นคนเดียว)"
    },
    define: CommandText {
        name: "นิยาม", description: "ดูความหมายของคำศัพท์หรือชื่ออาชีพ"
    },
    term: CommandText {
        name: "คำศัพท์", description: "คำที่อยากรู้ความหมาย"
    },
    topics: CommandText {
        name: "หัวข้อ", description: "ดูว่าถามเรื่องอะไรได้บ้าง"
    },
    help: CommandText {
        name: "ช่วยเหลือ", description: "ดูวิธีใช้แนะแนว"
    },
    answer_this: CommandText { name: "ตอบคำถามนี้", description: "" },

    delete: "ลบคำตอบ",
    read_more: "อ่านเรื่องอื่นต่อ",
    choose_topic: "เลือกหัวข้อที่อยากอ่าน",

    how_to: "แนะแนวช่วยตอบเรื่องอาชีพ เช่น เงินเดือน หน้าที่ และเส้นทางเติบโต ถามได้หลายทาง\n\
             - กล่าวถึง {} ตามด้วยคำถาม เช่น “Account Manager ทำอะไรบ้าง”\n\
             - ตอบกลับคำตอบเพื่อถามต่อ เช่น “แล้วเงินเดือนล่ะ”\n\
             - ส่งข้อความส่วนตัวมาถามได้เลย\n\
             - ใช้ /ask (ถาม) · /define (นิยาม) · /role (อาชีพ) · /compare (เปรียบเทียบ) · /topics (หัวข้อ)\n\
             - คลิกขวาหรือแตะค้างที่ข้อความ แล้วเลือก แอป › ตอบคำถามนี้\n\
             แก้คำถามแล้วคำตอบจะแก้ตาม ลบคำถามแล้วคำตอบจะหายไปด้วย\n\
             อยากรู้ว่าเก็บอะไรไว้บ้าง ใช้ /privacy (ความเป็นส่วนตัว)",
    more_topics: "และอีก {} หัวข้อ พิมพ์ชื่อที่อยากรู้มาถามได้เลย",

    outdated: "ปุ่มนี้ใช้ไม่ได้แล้ว ลองพิมพ์ถามใหม่ได้เลย",
    not_yours: "ลบได้เฉพาะคนที่ถามกับคนที่ดูแลข้อความในเซิร์ฟเวอร์นี้",
    nothing_to_read: "ข้อความนี้ไม่มีตัวหนังสือให้อ่าน ลองใช้กับข้อความที่มีคำถาม",
    unreadable: "ยังอ่านข้อความนี้ไม่ได้ ลองตอบกลับโดยเปิดการแจ้งเตือน @ หรือกล่าวถึงบอตในข้อความ",

    wrong_token: "Discord ไม่รับโทเค็นนี้ ให้คัดลอกโทเค็นใหม่จากหน้า Bot ใน Discord Developer Portal มาใส่ใน DISCORD_TOKEN",
    intent_refused: "Discord ไม่อนุญาตให้อ่านข้อความในห้อง ให้เปิด Message Content Intent ที่หน้า Bot ใน Discord Developer Portal \
                     หรือเอา ASK_CHANNELS ออก (การกล่าวถึง ข้อความส่วนตัว และคำสั่งยังใช้ได้โดยไม่ต้องเปิด)",
    unreachable: "ติดต่อ Discord ไม่ได้ ตรวจอินเทอร์เน็ตและ DISCORD_PROXY_URL (ถ้าตั้งไว้) แล้วเริ่มใหม่",
    silent: "Discord เงียบไปนานเกินไป จึงหยุดทำงานเพื่อให้เริ่มใหม่",
    disconnected: "Discord ปิดการเชื่อมต่อ ดูสาเหตุได้ในบันทึก (log)",
    not_started: "เริ่มบอตไม่ได้ ดูสาเหตุได้ในบันทึก (log)",
    no_token: "ยังไม่มีโทเค็น ให้ใส่ DISCORD_TOKEN ในไฟล์ .env (คัดลอกได้จากหน้า Bot ใน Discord Developer Portal)",
};

/// English: plain and warm.
pub static ENGLISH: DiscordWording = DiscordWording {
    tag: "en",

    ask: CommandText {
        name: "ask",
        description: "Ask about a job: its salary, duties, career path and more",
    },
    question: CommandText { name: "question", description: "Ask as you would say it, in Thai or in English" },
    share: CommandText {
        name: "share",
        description: "Show the answer to everybody here (otherwise only you see it)",
    },
    define: CommandText { name: "define", description: "Look up what a term or a job title means" },
    term: CommandText { name: "term", description: "The term to look up" },
    topics: CommandText { name: "topics", description: "See what you can ask about" },
    help: CommandText { name: "help", description: "See how to use Naenaew" },
    answer_this: CommandText { name: "Answer this", description: "" },

    delete: "Delete answer",
    read_more: "Read on",
    choose_topic: "Choose a topic to read",

    how_to: "Naenaew answers questions about jobs: salary, duties, career path and more. There are several ways to ask\n\
             - Mention {} with your question, for example “What does an account manager do?”\n\
             - Reply to an answer to follow up, for example “and the salary?”\n\
             - Send a direct message\n\
             - Use /ask · /define · /role · /compare · /topics\n\
             - Right-click or long-press a message, then Apps › Answer this\n\
             Edit your question and the answer follows, delete it and the answer goes too\n\
             /privacy shows what is kept",
    more_topics: "and {} more: just ask by name",

    outdated: "This button no longer works. Feel free to ask again",
    not_yours: "Only the person who asked, or somebody who manages messages here, can delete this",
    nothing_to_read: "That message holds no text to read. Try a message with a question",
    unreadable: "That message can't be read from here. Reply with the @ ping on, or mention the bot in your message",

    wrong_token: "Discord did not accept the token: copy a new one from the Bot page of the Discord Developer Portal into \
                  DISCORD_TOKEN",
    intent_refused: "Discord refused the message-content intent: switch on Message Content Intent on the Bot page of the \
                     Discord Developer Portal, or unset ASK_CHANNELS (mentions, direct messages and commands work \
                     without it)",
    unreachable: "Discord cannot be reached: check the network and DISCORD_PROXY_URL (if it is set), then start again",
    silent: "Discord has been silent for too long: stopping, so that a fresh start can reconnect",
    disconnected: "Discord closed the connection: the log has the cause",
    not_started: "The bot could not start: the log has the cause",
    no_token: "There is no token: put DISCORD_TOKEN into .env (it is on the Bot page of the Discord Developer Portal)",
};

/// What the bot shows as its status; one text, since a status has no language.
pub static STATUS: &str = "ถามเรื่องอาชีพได้เลย · Ask me about jobs";

impl DiscordWording {
    /// The wording for a language tag or a Discord locale (`th`, `en-US`, …): Thai for Thai, else English.
    pub fn of(tag: &str) -> &'static Self {
        if tag == "th" || tag.starts_with("th-") { &THAI } else { &ENGLISH }
    }

    /// How to use the bot, which is mentioned as `mention`.
    pub fn how_to(&self, mention: &str) -> String {
        fill(self.how_to, &[mention])
    }

    /// "and 12 more".
    pub fn more_topics(&self, count: usize) -> String {
        fill(self.more_topics, &[&count.to_string()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slash_texts(wording: &DiscordWording) -> [CommandText; 7] {
        [
            wording.ask,
            wording.question,
            wording.share,
            wording.define,
            wording.term,
            wording.topics,
            wording.help,
        ]
    }

    /// Discord's pattern `^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$` and its 100 characters a description.
    #[test]
    fn discord_accepts_names_and_descriptions() {
        for text in [&THAI, &ENGLISH].into_iter().flat_map(slash_texts) {
            let allowed =
                |c: char| c.is_alphanumeric() || c == '-' || crate::text::script::is_thai(c) && c != '฿';
            assert!((1..=32).contains(&text.name.chars().count()), "{}", text.name);
            assert!(text.name.chars().all(allowed), "{}", text.name);
            assert_eq!(text.name, text.name.to_lowercase());
            assert!((1..=100).contains(&text.description.chars().count()), "{}", text.description);
        }
        for text in [THAI.answer_this, ENGLISH.answer_this] {
            assert!((1..=32).contains(&text.name.chars().count()), "{}", text.name);
        }
    }

    #[test]
    fn names_of_one_language_differ() {
        for wording in [&THAI, &ENGLISH] {
            let names = slash_texts(wording).map(|text| text.name);
            assert!(
                names
                    .iter()
                    .enumerate()
                    .all(|(index, name)| !names.iter().skip(index + 1).any(|other| other == name))
            );
        }
    }

    #[test]
    fn locales_find_their_wording() {
        for (tag, expected) in [("th", "th"), ("th-TH", "th"), ("en-US", "en"), ("ja", "en"), ("", "en")] {
            assert_eq!(DiscordWording::of(tag).tag, expected, "{tag}");
        }
    }
}
