//! Sends an answer with its picture, and without it where that cannot be: what the picture says stands in the text.

use serenity::all::Permissions;

use super::{Call, send_draft};
use crate::discord::draft::Draft;
use crate::discord::refusals;
use crate::picture::Sketch;

/// Sends what is said, with the picture of the sketch under a name of ASCII letters.
///
/// Painting takes a moment: unless the picture was painted before, the command is acknowledged first.
pub(super) async fn send_pictured(
    call: Call<'_>,
    draft: Draft,
    picture: Option<(Sketch, &str)>,
    public: bool,
) -> serenity::Result<()> {
    let may_attach =
        call.interaction.app_permissions.is_none_or(|may| may.contains(Permissions::ATTACH_FILES));
    let Some((sketch, name)) = picture.filter(|_| may_attach) else {
        return send_draft(call, draft, public).await;
    };
    let pictures = call.framework.user_data.pictures();
    let png = if let Some(png) = pictures.painted(&sketch) {
        Some(png)
    } else {
        call.defer_response(!public).await?;
        pictures.paint(&sketch).await
    };
    let Some(png) = png else { return send_draft(call, draft, public).await };
    let with_file = draft.clone().with_picture(name, &sketch.alt, &png);
    match send_draft(call, with_file, public).await {
        Err(error) if refusals::is_of_a_file(&error) => {
            tracing::warn!(%error, "Discord refused a picture; the answer goes without it");
            send_draft(call, draft, public).await
        }
        sent => sent,
    }
}
