//! Shows sections on clicks: in place of the message to the person it answers, to others in an answer of their own, with
//! the picture that goes with the section where files are allowed. What a picture says stands in the text, too.

use serenity::all::{ComponentInteraction, Context, CreateInteractionResponse, Permissions};

use super::bot::{Bot, Shown};
use super::draft::Draft;
use super::{pictures, refusals, to_discord};

/// Where an answer to a click is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In place of what the clicked message held.
    Message,
    /// In a message that only the person who clicked sees.
    Alone,
}

/// The answer to one click.
pub(crate) struct Answering<'a> {
    context: &'a Context,
    click: &'a ComponentInteraction,
    /// Where Discord was told that an answer would come, if it was told.
    promised: Option<Place>,
}

impl<'a> Answering<'a> {
    /// Nothing is said yet.
    pub(crate) fn new(context: &'a Context, click: &'a ComponentInteraction) -> Self {
        Self { context, click, promised: None }
    }

    /// Shows a section. Painting takes a moment: unless its picture was painted before, the click is acknowledged first.
    pub(crate) async fn show(&mut self, bot: &Bot, place: Place, shown: Shown) -> serenity::Result<()> {
        let may_attach = self.click.app_permissions.is_none_or(|may| may.contains(Permissions::ATTACH_FILES));
        let Some(sketch) = shown.sketch.filter(|_| may_attach) else {
            return self.send(place, shown.draft).await;
        };
        let png = if let Some(png) = bot.pictures().painted(&sketch) {
            Some(png)
        } else {
            if self.promised.is_none() {
                self.promise(place).await?;
            }
            bot.pictures().paint(&sketch).await
        };
        let Some(png) = png else { return self.send(place, shown.draft).await };
        let pictured = shown.draft.clone().with_picture(pictures::OF_A_ROLE, &sketch.alt, &png);
        match self.send(place, pictured).await {
            Err(error) if refusals::is_of_a_file(&error) => {
                tracing::warn!(%error, "Discord refused a picture; the answer goes without it");
                self.send(place, shown.draft).await
            }
            sent => sent,
        }
    }

    async fn promise(&mut self, place: Place) -> serenity::Result<()> {
        let promise = match place {
            Place::Message => CreateInteractionResponse::Acknowledge,
            Place::Alone => to_discord::later_in_private(),
        };
        self.click.create_response(self.context, promise).await?;
        self.promised = Some(place);
        Ok(())
    }

    async fn send(&self, place: Place, draft: Draft) -> serenity::Result<()> {
        match self.promised {
            None => {
                let response = match place {
                    Place::Message => to_discord::replacement(draft),
                    Place::Alone => to_discord::private_answer(draft),
                };
                self.click.create_response(self.context, response).await
            }
            Some(promised) if promised == place => {
                self.click.edit_response(self.context, to_discord::late_answer(draft)).await.map(drop)
            }
            // The clicked message was to change, and is gone: what was said of it stays unsaid.
            Some(_) => {
                let followup = to_discord::private_followup(draft);
                self.click.create_followup(self.context, followup).await.map(drop)
            }
        }
    }
}
