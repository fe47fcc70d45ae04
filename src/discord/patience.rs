//! Discord waits three seconds for a sign. What may take longer, as writing to a database that another program holds, is
//! given a moment; then the person is told that the answer is on its way.

use std::time::Duration;

use tokio::time::timeout;

/// How long an answer is waited for before it is promised.
const MOMENT: Duration = Duration::from_secs(1);

/// Waits for some work; makes the promise when that takes more than a moment, and says whether it did.
///
/// # Errors
/// When the promise cannot be made; the work is not waited for then.
pub(crate) async fn patiently<T, E>(
    work: impl Future<Output = T>,
    promise: impl Future<Output = Result<(), E>>,
) -> Result<(T, bool), E> {
    tokio::pin!(work);
    if let Ok(done) = timeout(MOMENT, &mut work).await {
        return Ok((done, false));
    }
    promise.await?;
    Ok((work.await, true))
}
