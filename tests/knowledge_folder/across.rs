//! What only shows when all articles are read: names, mentions, versions.

use super::assert_problems;

/// An article's front matter with a body.
fn article(front: &str, body: &str) -> String {
    format!("---\n{front}\n---\n{body}\n")
}

#[track_caller]
fn assert_across(articles: &[(&str, &str, &str)], expected: &[&str]) {
    let files: Vec<_> = articles.iter().map(|(file, front, body)| (*file, article(front, body))).collect();
    let files: Vec<_> = files.iter().map(|(file, text)| (*file, text.as_str())).collect();
    assert_problems(&files, expected);
}

#[test]
fn names_belong_to_one_article() {
    assert_across(
        &[
            ("en/a.md", "title: Account Manager\naliases: [AM]", "Text"),
            ("th/b.md", "title: ผู้จัดการบัญชี\naliases: [x, 'account  MANAGER', am]", "Text"),
        ],
        &[
            "th/b.md:3:14: error: `account  MANAGER` is already the title of `a` (en/a.md:2:8); \
             keep it in one of the two; `differences` can tell readers of both",
            "th/b.md:3:34: error: `am` is already an alias of `a` (en/a.md:3:11); \
             keep it in one of the two; `differences` can tell readers of both",
        ],
    );
    // The title keeps the name, whichever file comes first.
    assert_across(
        &[("th/a.md", "title: A\naliases: [B]", "Text"), ("th/b.md", "title: B", "Text")],
        &["th/a.md:3:11: error: `B` is already the title of `b` (th/b.md:2:8); \
           keep it in one of the two; `differences` can tell readers of both"],
    );
    assert_across(
        &[
            ("th/a.md", "title: A (film)", "Text"),
            ("th/b.md", "title: B (film)", "Text"),
            ("th/c.md", "title: A", "Text"),
        ],
        &[
            "th/b.md:2:8: hint: `film` is already in the title of `a` (th/a.md:2:8); give one of the two a title that tells them apart",
            "th/c.md:2:8: warning: `A` is already the title of `a` (th/a.md:2:8); give one of the two a title that tells them apart",
        ],
    );
    // The versions of one article share their names.
    assert_across(
        &[("th/a.md", "title: A\naliases: [B]", "Text"), ("en/a.md", "title: B\naliases: [A]", "Text")],
        &[],
    );
}

#[test]
fn terms_have_one_meaning() {
    assert_across(
        &[
            (
                "th/terms.md",
                "title: Terms\nkind: glossary",
                "## ROI\nx\n\n## KAM (Key account)\nx\n\n## Return (roi)\nx",
            ),
            ("en/terms.md", "title: Terms\nkind: glossary", "## ROI\nx"),
            ("th/a.md", "title: A\naliases: [KAM]", "Text"),
        ],
        &[
            "th/terms.md:8:1: warning: `KAM` is already an alias of `a` (th/a.md:3:11); leave the term to one of the two",
            "th/terms.md:11:1: warning: `roi` is already a term of `terms` (th/terms.md:5:1); leave the term to one of the two",
        ],
    );
}

#[test]
fn mentioned_articles_exist() {
    assert_across(
        &[
            (
                "th/a.md",
                "title: A\nrelated: [b, acount-manager, nothing]",
                "[x](b.md#salary) [x](../en/b#salery) [x](zzz.md)",
            ),
            ("th/b.md", "title: B", "## Salary {#salary}\nText"),
            ("th/account-manager.md", "titel: broken", "Text"),
        ],
        &[
            "th/a.md:3:14: warning: `related` names `acount-manager`, which is no article; did you mean `account-manager`?",
            "th/a.md:3:30: warning: `related` names `nothing`, which is no article; write the article, or remove the mention",
            "th/a.md:5:18: warning: a link leads to `b#salery`, which is no section there; did you mean `salary`?",
            "th/a.md:5:38: warning: a link names `zzz`, which is no article; write the article, or remove the mention",
            "th/account-manager.md:1:1: error: no title; add `title: ผู้จัดการดูแลลูกค้า (Account Manager)`",
            "th/account-manager.md:2:1: error: unknown key `titel`; did you mean `title`?",
        ],
    );
}

#[test]
fn versions_agree_on_their_kind() {
    assert_across(
        &[("en/a.md", "title: A", "Text"), ("th/a.md", "title: A\nkind: topic", "Text")],
        &[
            "th/a.md:3:7: error: kind topic here, role in `en` (en/a.md:2:8); write the same `kind` in every language",
        ],
    );
}
