from __future__ import annotations

import pytest

from graph.article import Article

TEXT = "In a significant diplomatic advancement, leaders from Indonesia and Japan have agreed to much."


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("a", "Two leaders meet", TEXT), "Two leaders meet"),
        (Article("a", "", TEXT), "Untitled (“In a significant diplomatic advancement…”)"),
        (Article("a", "", "Fiji met Peru.", author="D. Foster"), "Untitled by D. Foster (“Fiji met Peru.”)"),
        (Article("a", "", "One\nand  two."), "Untitled (“One and two.”)"),
    ],
)
def test_an_article_is_called_by_its_title_or_by_how_it_opens(article: Article, name: str) -> None:
    assert article.name == name
