//! The Discord edge: the only code that knows serenity and poise.
