//! The bot of the stand-in's own tests: small, well-behaved unless a test asks it to misbehave.

use std::sync::Arc;

use poise::serenity_prelude::{
    self as serenity, AutocompleteChoice, ButtonStyle, ClientBuilder, ComponentInteraction, CreateActionRow,
    CreateAllowedMentions, CreateAutocompleteResponse, CreateButton, CreateInteractionResponse,
    CreateInteractionResponseFollowup, CreateInteractionResponseMessage, CreateMessage, EditMessage,
    FullEvent, GatewayIntents, HttpBuilder, Message, MessageId,
};
use tokio::{sync::Mutex, task::JoinHandle};

use crate::support::World;

type Error = Box<dyn std::error::Error + Send + Sync>;
type Context<'a> = poise::Context<'a, Data, Error>;

/// How a test's bot differs from the usual one.
#[derive(Clone)]
pub(crate) struct Habits {
    pub(crate) token: Option<String>,
    pub(crate) intents: GatewayIntents,
}

impl Default for Habits {
    fn default() -> Self {
        let intents =
            GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES | GatewayIntents::DIRECT_MESSAGES;
        Self { token: None, intents }
    }
}

struct Data {
    /// Question and answer, so that edits and deletions reach the answer.
    answers: Mutex<Vec<(MessageId, Message)>>,
}

/// A running bot.
pub(crate) struct Bot {
    shards: Arc<serenity::ShardManager>,
    pub(crate) running: JoinHandle<Result<(), serenity::Error>>,
}

impl Bot {
    /// Shuts the bot down as a person at the terminal would.
    pub(crate) async fn stop(self) {
        self.shards.shutdown_all().await;
        self.running.await.unwrap().unwrap();
    }
}

pub(crate) async fn start(world: &World) -> Bot {
    start_with(world, Habits::default()).await
}

pub(crate) async fn start_with(world: &World, habits: Habits) -> Bot {
    let options = poise::FrameworkOptions {
        commands: vec![say(), whisper(), slowly(), quote()],
        event_handler: |framework, event| {
            Box::pin(on_event(framework.serenity_context, event, framework.user_data))
        },
        allowed_mentions: Some(CreateAllowedMentions::new()),
        ..Default::default()
    };
    let framework = poise::Framework::new(options, |context, _, framework| {
        Box::pin(async move {
            poise::builtins::register_globally(context, &framework.options().commands).await?;
            Ok(Data { answers: Mutex::default() })
        })
    });
    let token = habits.token.unwrap_or_else(|| world.token());
    let http = HttpBuilder::new(token).proxy(world.proxy_url()).ratelimiter_disabled(true).build();
    let mut client = ClientBuilder::new_with_http(http, habits.intents).framework(framework).await.unwrap();
    let shards = Arc::clone(&client.shard_manager);
    Bot { shards, running: tokio::spawn(async move { client.start().await }) }
}

/// Says something for everybody to see.
#[poise::command(slash_command, name_localized("th", "พูด"))]
async fn say(
    context: Context<'_>,
    #[description = "What to say"]
    #[autocomplete = "greetings"]
    text: String,
) -> Result<(), Error> {
    let row = CreateActionRow::Buttons(vec![button("delete", "ลบ"), button("count", "นับ")]);
    context.send(poise::CreateReply::default().content(text).components(vec![row])).await?;
    Ok(())
}

async fn greetings(_: Context<'_>, typed: &str) -> CreateAutocompleteResponse {
    let fitting = ["สวัสดี", "หวัดดี", "hello"].into_iter().filter(|greeting| greeting.contains(typed));
    CreateAutocompleteResponse::new()
        .set_choices(fitting.map(|name| AutocompleteChoice::new(name, name)).collect())
}

/// Says something to the asker alone.
#[poise::command(slash_command, ephemeral)]
async fn whisper(context: Context<'_>, #[description = "What to say"] text: String) -> Result<(), Error> {
    context.say(text).await?;
    Ok(())
}

/// Says something after thinking.
#[poise::command(slash_command, ephemeral)]
async fn slowly(context: Context<'_>) -> Result<(), Error> {
    context.defer().await?;
    context.say("first").await?;
    context.say("second").await?;
    Ok(())
}

/// Quotes a message.
#[poise::command(context_menu_command = "Quote this")]
async fn quote(context: Context<'_>, message: Message) -> Result<(), Error> {
    context.say(format!("> {}", message.content)).await?;
    Ok(())
}

fn button(custom_id: &str, label: &str) -> CreateButton {
    CreateButton::new(custom_id).label(label).style(ButtonStyle::Secondary)
}

async fn on_event(context: &serenity::Context, event: &FullEvent, data: &Data) -> Result<(), Error> {
    match event {
        FullEvent::Message { new_message } => on_message(context, new_message, data).await,
        FullEvent::MessageUpdate { event, .. } => {
            let mut answers = data.answers.lock().await;
            let answer = answers.iter_mut().find(|(question, _)| *question == event.id);
            if let (Some((_, answer)), Some(content)) = (answer, &event.content) {
                let new =
                    EditMessage::new().content(heard(content)).allowed_mentions(CreateAllowedMentions::new());
                answer.edit(context, new).await?;
            }
            Ok(())
        }
        FullEvent::MessageDelete { deleted_message_id, .. } => {
            let answers = data.answers.lock().await;
            if let Some((_, answer)) = answers.iter().find(|(question, _)| question == deleted_message_id) {
                answer.delete(context).await?;
            }
            Ok(())
        }
        FullEvent::InteractionCreate { interaction: serenity::Interaction::Component(click) } => {
            on_click(context, click).await
        }
        _ => Ok(()),
    }
}

/// Answers direct messages and mentions; elsewhere it repeats what it can read after "echo".
async fn on_message(context: &serenity::Context, message: &Message, data: &Data) -> Result<(), Error> {
    let mentioned = message.mentions.iter().any(|user| user.bot);
    let echo = message.content.starts_with("echo");
    if message.author.bot || !(message.guild_id.is_none() || mentioned || echo) {
        return Ok(());
    }
    let answer = CreateMessage::new()
        .content(heard(&message.content))
        .reference_message(message)
        .allowed_mentions(CreateAllowedMentions::new());
    let answer = message.channel_id.send_message(context, answer).await?;
    data.answers.lock().await.push((message.id, answer));
    Ok(())
}

fn heard(content: &str) -> String {
    let said = content.split_once("> ").map_or(content, |(_, said)| said);
    format!("ได้ยินว่า: {said}")
}

async fn on_click(context: &serenity::Context, click: &ComponentInteraction) -> Result<(), Error> {
    match click.data.custom_id.as_str() {
        "delete" => {
            click.create_response(context, CreateInteractionResponse::Acknowledge).await?;
            click.delete_response(context).await?;
        }
        "count" => {
            let content = format!("{}!", click.message.content);
            let new = CreateInteractionResponseMessage::new()
                .content(content)
                .allowed_mentions(CreateAllowedMentions::new());
            click.create_response(context, CreateInteractionResponse::UpdateMessage(new)).await?;
        }
        _ => {
            let sorry = CreateInteractionResponseMessage::new().content("ปุ่มนี้เก่าแล้ว").ephemeral(true);
            let sorry = sorry.allowed_mentions(CreateAllowedMentions::new());
            click.create_response(context, CreateInteractionResponse::Message(sorry)).await?;
            let more = CreateInteractionResponseFollowup::new().content("ลองใหม่อีกครั้ง").ephemeral(true);
            click.create_followup(context, more.allowed_mentions(CreateAllowedMentions::new())).await?;
        }
    }
    Ok(())
}
