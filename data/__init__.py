"""What is known: vocabulary, curated tables, and the questions they answer. No Dash, no plotly, no language."""
