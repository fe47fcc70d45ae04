//! Sends an answer with its picture, and without it where that cannot be: what the picture says stands in the text.

use serenity::all::{Permissions, StatusCode};

use super::{Call, send_draft};
use crate::discord::draft::{Attachment, Draft};
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
    let mut with_file = draft.clone();
    with_file.files.push(Attachment {
        name: name.to_owned(),
        description: Some(sketch.alt.clone()).filter(|alt| !alt.is_empty()),
        bytes: png.to_vec(),
    });
    match send_draft(call, with_file, public).await {
        Err(error) if refuses_the_file(&error) => {
            tracing::warn!(%error, "Discord refused a picture; the answer goes without it");
            send_draft(call, draft, public).await
        }
        sent => sent,
    }
}

/// Whether the same message might be taken without its file: not where the interaction itself is gone.
fn refuses_the_file(error: &serenity::Error) -> bool {
    matches!(
        refusals::status(error),
        Some(StatusCode::BAD_REQUEST | StatusCode::FORBIDDEN | StatusCode::PAYLOAD_TOO_LARGE)
    )
}
