//! Which messages are for the bot, and what they ask. Pure: looks at one message and nothing else.

use serenity::all::{ActionRowComponent, ButtonKind, Message, MessageType, MessageUpdateEvent, UserId};

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

/// How a person's message comes to the bot `me`. Other programs' messages never do: two bots could talk for ever.
pub(crate) fn call(message: &Message, me: UserId) -> Option<Call> {
    let person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    let typed = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    if !person || !typed || message.author.id == me {
        return None;
    }
    let direct = message.guild_id.is_none();
    let mentioned = message.mentions.iter().any(|user| user.id == me) || mentions(&message.content, me);
    let addressed = direct || mentioned || replies_to(message, me);
    Some(if addressed { Call::Addressed } else { Call::Overheard })
}

/// The same for an edited message, of which Discord tells less.
pub(crate) fn call_of_edit(event: &MessageUpdateEvent, me: UserId) -> Option<Call> {
    let author = event.author.as_ref()?;
    let hooked = event.webhook_id.flatten().is_some();
    if author.bot || author.system || hooked || author.id == me {
        return None;
    }
    let direct = event.guild_id.is_none();
    let mentioned = event.mentions.iter().flatten().any(|user| user.id == me)
        || event.content.as_deref().is_some_and(|content| mentions(content, me));
    let replies = event
        .referenced_message
        .as_ref()
        .and_then(|other| other.as_deref())
        .is_some_and(|other| other.author.id == me);
    Some(if direct || mentioned || replies { Call::Addressed } else { Call::Overheard })
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

/// Whether the message is a reply to one of the bot's, without mentioning it: Discord then keeps the text to itself,
/// unless the bot has the message-content intent.
pub(crate) fn hides_its_text(message: &Message, me: UserId) -> bool {
    message.content.is_empty()
        && replies_to(message, me)
        && !message.mentions.iter().any(|user| user.id == me)
}

/// The section that the replied-to answer of the bot shows.
pub(crate) fn replied_to_section(message: &Message, me: UserId) -> Option<Target> {
    let answer = message.referenced_message.as_deref().filter(|answer| answer.author.id == me)?;
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

fn replies_to(message: &Message, user: UserId) -> bool {
    message.referenced_message.as_deref().is_some_and(|other| other.author.id == user)
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
