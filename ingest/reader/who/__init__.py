"""Who: countries, bodies and people that a sentence mentions, and whom the article shows acting."""
