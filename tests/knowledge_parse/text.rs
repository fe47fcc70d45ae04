//! What can be wrong in the text of an article.

use super::assert_body;

#[test]
fn sections() {
    assert_body("", &["1:1: warning: an article without text; write below the front matter what it says"]);
    assert_body(
        "Text\n\n##   \n\nx\n",
        &["6:1: error: a heading without words; name what the section is about, or remove the heading"],
    );
    assert_body(
        "## ?\nx\n",
        &["4:1: error: a heading without letters; add some, or an id such as `{#more}`"],
    );
    assert_body(
        "## A\n\n## B\nx\n",
        &["4:1: warning: a section without text; write its text, or remove the heading"],
    );
    assert_body(
        "## A\nx\n## a\nx\n",
        &[
            "6:1: error: a second section `a`, the first is in line 4; give each its own id, as in `## Heading {#its-id}`",
        ],
    );
    assert_body(
        "## ผู้ช่วย {#x}\nx\n## ผู้จัดการ {#x}\nx\n",
        &["6:15: error: a second section `x`, the first is in line 4; give each section its own id"],
    );
    assert_body(
        "\nText\n## Meaning {#definition}\nx\n",
        &[
            "6:13: error: a second section `definition`: the text before the first heading is the first, in line 5; \
           put the two together, or give this one another id",
        ],
    );
    assert_body(
        "## A {#a:b}\nx\n",
        &["4:7: error: `a:b` is no section id; use letters, digits and - only, without spaces"],
    );
    assert_body(
        "## A {#a .wide}\nx\n",
        &["4:1: warning: braces that hold more than an id; write only `{#id}` after the heading"],
    );
    assert_body(
        "\n# T\n\nText\n",
        &["5:1: hint: the title stands in the front matter already; remove this heading"],
    );
    assert_body(
        "Text\n# A\nx\n",
        &["5:1: warning: a heading of the first level inside the text; begin a section with `##`"],
    );
}

#[test]
fn text_that_would_not_work_where_it_is_shown() {
    assert_body(
        "ผู้ <br> x\n",
        &["4:5: warning: HTML shows as it is written; write Markdown, or put code between backticks"],
    );
    assert_body(
        "<!-- note\nmore -->\nText\n",
        &["4:1: warning: HTML shows as it is written; write Markdown, or put code between backticks"],
    );
    assert_body(
        "ดู [x](javascript:y)\n",
        &[
            "4:4: warning: a link to `javascript:y`; link to http://, https:// or mailto: addresses, or to articles",
        ],
    );
    assert_body(
        "[x][y]\n\n[y]: https://example.com\n",
        &[
            "4:1: warning: a link whose address stands elsewhere; write `[words](address)`: a section is shown without the rest of the article",
        ],
    );
    assert_body(
        "[x](#salry)\n## Salary\nx\n",
        &["4:1: warning: a link to `#salry`, which is no section here; did you mean `salary`?"],
    );
    assert_body(
        "![x](picture.png)\n",
        &[
            "4:1: warning: a link to `picture.png`; link to a web address, or to an article as in `[words](account-manager.md)`",
        ],
    );
}
