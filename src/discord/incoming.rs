//! Which messages are for the bot, and what they ask. Pure: looks at one message and nothing else.

use serenity::all::{
    ActionRowComponent, ButtonKind, ChannelId, GuildId, Message, MessageId, MessageType, MessageUpdateEvent,
    Timestamp, UserId,
};

use super::custom_id::{Action, CustomId, Target};

/// Ids, names and time stamps inside `<…>` are shorter than this; a longer text in angle brackets is a text.
const MARK_CHARACTERS: usize = 100;

/// The mentions that stand in no brackets.
const EVERYBODY: [&str; 2] = ["@everyone", "@here"];

/// How a message came to the bot's ears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Call {
    /// By a mention, a reply to the bot or a direct message: always answered.
    Addressed,
    /// In a server, for nobody by name: heard in ask channels alone, and answered only by what is surely meant.
    Overheard,
}

/// A person's message to the bot or near it, as it was sent or as it was edited.
#[derive(Debug)]
pub(crate) struct Heard {
    pub(crate) id: MessageId,
    pub(crate) channel: ChannelId,
    pub(crate) guild: Option<GuildId>,
    pub(crate) author: UserId,
    pub(crate) call: Call,
    /// As Discord sends it, marks and all.
    pub(crate) content: String,
    pub(crate) edited: Option<Timestamp>,
    /// The section that the replied-to answer of the bot shows.
    pub(crate) replied_to: Option<Target>,
    /// Whether Discord keeps the text to itself.
    pub(crate) hidden: bool,
}

impl Heard {
    /// A new message as the bot `me` hears it. Other programs' messages are not heard: two bots could talk for ever.
    pub(crate) fn sent(message: &Message, me: UserId) -> Option<Self> {
        let person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
        if !person || !is_typed(message.kind) || message.author.id == me {
            return None;
        }
        let answer = message.referenced_message.as_deref().filter(|other| other.author.id == me);
        let named = message.mentions.iter().any(|user| user.id == me);
        let direct = message.guild_id.is_none();
        Some(Self {
            id: message.id,
            channel: message.channel_id,
            guild: message.guild_id,
            author: message.author.id,
            call: call(direct || named || answer.is_some() || mentions(&message.content, me)),
            content: message.content.clone(),
            edited: message.edited_timestamp,
            replied_to: answer.and_then(shown_section),
            // Discord tells the text of a reply to the bot only if it mentions the bot, unless the bot has the
            // message-content intent.
            hidden: message.content.is_empty() && answer.is_some() && !named,
        })
    }

    /// The same of an edited message, of which Discord tells less.
    pub(crate) fn edited(event: &MessageUpdateEvent, me: UserId) -> Option<Self> {
        let author = event.author.as_ref()?;
        let content = event.content.clone()?;
        let hooked = event.webhook_id.flatten().is_some();
        let typed = event.kind.is_none_or(is_typed);
        if author.bot || author.system || hooked || !typed || author.id == me {
            return None;
        }
        let answer = event.referenced_message.as_ref().and_then(Option::as_deref);
        let answer = answer.filter(|other| other.author.id == me);
        let named = event.mentions.iter().flatten().any(|user| user.id == me);
        let direct = event.guild_id.is_none();
        Some(Self {
            id: event.id,
            channel: event.channel_id,
            guild: event.guild_id,
            author: author.id,
            call: call(direct || named || answer.is_some() || mentions(&content, me)),
            content,
            edited: event.edited_timestamp,
            replied_to: answer.and_then(shown_section),
            hidden: false,
        })
    }
}

fn is_typed(kind: MessageType) -> bool {
    matches!(kind, MessageType::Regular | MessageType::InlineReply)
}

fn call(addressed: bool) -> Call {
    if addressed { Call::Addressed } else { Call::Overheard }
}

/// Whether the text is a command of another program: `!play`, `/x`, `?help`, `$balance`. Such commands are Latin words
/// right behind their mark, so that a Thai list or a quotation is none.
pub(crate) fn is_for_a_program(content: &str) -> bool {
    const MARKS: [char; 14] = ['!', '/', '?', '$', '.', '-', ';', '%', '~', '+', '=', '&', '^', '*'];
    let command = content.trim_start().trim_start_matches(MARKS);
    command.len() < content.trim_start().len()
        && command.starts_with(|c: char| c.is_ascii_alphabetic())
        && !content.trim_start().starts_with("**")
}

/// The section that an answer of the bot shows.
pub(crate) fn shown_section(answer: &Message) -> Option<Target> {
    answer.components.iter().flat_map(|row| &row.components).find_map(|component| {
        let ActionRowComponent::Button(button) = component else { return None };
        let ButtonKind::NonLink { custom_id, .. } = &button.data else { return None };
        match CustomId::parse(custom_id)?.action {
            Action::Delete(shown) => shown,
            _ => None,
        }
    })
}

/// The text without what means something to Discord alone: mentions, own emojis, time stamps, links to commands.
pub(crate) fn question_text(content: &str) -> String {
    let content = EVERYBODY.iter().fold(content.to_owned(), |content, mention| content.replace(mention, " "));
    let mut text = String::with_capacity(content.len());
    let mut rest = content.as_str();
    while let Some((before, behind)) = rest.split_once('<') {
        text.push_str(before);
        let mark = behind.split_once('>').filter(|(mark, _)| is_mark(mark));
        text.push(if mark.is_some() { ' ' } else { '<' });
        rest = mark.map_or(behind, |(_, after)| after);
    }
    text.push_str(rest);
    text.trim().to_owned()
}

/// `@123`, `@!123`, `@&123`, `#123`, `:name:123`, `a:name:123`, `t:123:R`, `/name:123`, `id:guide`.
fn is_mark(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let ends_in_digits =
        |text: &str| text.rsplit_once(':').is_some_and(|(name, id)| !name.is_empty() && digits(id));
    text.chars().count() <= MARK_CHARACTERS
        && if let Some(id) = text.strip_prefix('@') {
            digits(id.trim_start_matches(['!', '&']))
        } else if let Some(id) = text.strip_prefix('#') {
            digits(id)
        } else if let Some(emoji) = text.strip_prefix(':').or_else(|| text.strip_prefix("a:")) {
            ends_in_digits(emoji)
        } else if let Some(time) = text.strip_prefix("t:") {
            digits(time.split(':').next().unwrap_or_default().trim_start_matches('-'))
        } else {
            text.strip_prefix('/').is_some_and(ends_in_digits) || text.starts_with("id:")
        }
}

fn mentions(content: &str, user: UserId) -> bool {
    content.contains(&format!("<@{user}>")) || content.contains(&format!("<@!{user}>"))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn marks_are_dropped_and_texts_stay() {
        for (content, expected) in [
            ("<@123> เงินเดือน AM", "เงินเดือน AM"),
            ("<@!123>เงินเดือน<@&9>AM", "เงินเดือน AM"),
            ("AM <:blob:55> <a:wave_1:66> <#77> <t:1700000000:R> </ask:88>", "AM"),
            ("a < b > c <b> <@x> <", "a < b > c <b> <@x> <"),
            ("<<@1>>", "< >"),
            ("@everyone AM @here", "AM"),
            ("a@b.co", "a@b.co"),
            ("   ", ""),
            ("<@1><@1>", ""),
        ] {
            assert_eq!(question_text(content), expected, "from {content:?}");
        }
    }

    #[test]
    fn commands_of_other_programs_are_told_apart() {
        for command in
            ["!play AM", "/ask AM salary", "?help", "$balance", "  !!rank", ".stats", "-skip", "~x"]
        {
            assert!(is_for_a_program(command), "{command}");
        }
        for text in
            ["AM เงินเดือนเท่าไหร่", "- เงินเดือน AM", "-เงินเดือน AM", "? AM", "**AM** salary", "$5000 พอไหม", ""]
        {
            assert!(!is_for_a_program(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(content in "([<>@!&#:a1/t-]|ก|้|\\PC){0,100}") {
            let _ = question_text(&content);
        }
    }
}
