"""Questions of residents: asked, answered, measured and forgotten."""
